"""What editors judged, and the method found, of measures held against each other: counterparts and relations."""

from __future__ import annotations

from typing import Any

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.comparing.counterparts.pairs import shown
from build_scripts.model import Corpus, Measure, Span, measure_id
from build_scripts.publishing.dataset.corpus.measure_parts_json import span

EDITOR = "editor"


def alignments_json(found: Comparison) -> list[dict[str, Any]]:
    """Pairs an editor confirmed, then pairs the method suggests and no editor judged.

    ``score`` is computed for both. ``shared`` are the phrases both texts have and the genre at large has not, as
    printed in ``a``; ``strength`` and ``why`` are an editor's.
    """
    phrases = found.phrases_of_pairs()
    return [
        {
            "a": pair.a,
            "b": pair.b,
            "score": pair.score,
            "basis": pair.basis,
            "strength": pair.strength if pair.basis == EDITOR else None,
            "why": (pair.why or None) if pair.basis == EDITOR else None,
            "shared": list(phrases[pair.a][pair.b]),
        }
        for pair in shown(found.pairs)
    ]


def relations_json(corpus: Corpus) -> list[dict[str, Any]]:
    """In the order of structured/relations.yml. An id names the study, both ends and the relation: they tell it apart."""
    measures = {measure_id(d.id, m.ref): m for d in corpus.documents for m in d.measures}
    return [
        {
            "id": "/".join((r.kind, r.origin or "-", r.relation, r.to or "-")),
            "study": r.kind,
            "relation": r.relation,
            "from": r.origin,
            "to": r.to,
            "absent_in": list(r.absent_in),
            "why": r.why or None,
            "basis": EDITOR,
            "evidence_from": _evidence(measures.get(r.origin or ""), r.evidence_from),
            "evidence_to": _evidence(measures.get(r.to or ""), r.evidence_to),
        }
        for r in corpus.relations
    ]


def _evidence(measure: Measure | None, words: str | None) -> list[dict[str, Any]]:
    """The words of one side, where they stand in its source; none where the side gives none."""
    if words is None:
        return []
    at = measure.at if measure is not None else None
    found = measure.text.find(words) if measure is not None else -1
    here = Span(at.start + found, at.start + found + len(words)) if at is not None and found >= 0 else None
    return [{"quote": words, **span(here)}]
