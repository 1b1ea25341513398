"""Measures held against each other: counterparts, and relations between levels and over time."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.model import Vocabulary
from build_scripts.publishing.dataset.table_model import Column, Data, Row, joined, key, table
from build_scripts.publishing.text.wording.loading import wording

_CODES = wording("codes")
BASES, STRENGTHS = _CODES.pair_bases, _CODES.strengths


def _studies(vocabulary: Vocabulary) -> dict[str, str]:
    return {s.id: s.zh for s in vocabulary.studies}


def _sorts(vocabulary: Vocabulary) -> dict[str, str]:
    return {sort.id: sort.zh for s in vocabulary.studies for sort in s.relations}


def _alignments(data: Data) -> Iterator[Row]:
    judged = {(a.a, a.b): a for a in data.corpus.alignments}
    for pair in data.exported["alignments"]:
        editor = judged.get((pair["a"], pair["b"])) if pair["basis"] == "editor" else None
        yield pair | {
            "shared": joined(pair["shared"]),
            "strength": editor.strength if editor else None,
            "why": editor.why or None if editor else None,
        }


ALIGNMENTS = table(
    "alignments",
    (
        key("a", to="measures"),
        key("b", to="measures"),
        Column("score", type="number"),
        Column("basis", required=True, codes=BASES),
        Column("strength", codes=STRENGTHS),
        Column("why"),
        Column("shared"),
    ),
    _alignments,
)


def _relations(data: Data) -> Iterator[Row]:
    for n, r in enumerate(data.corpus.relations, 1):
        yield {
            "n": n,
            "kind": r.kind,
            "relation": r.relation,
            "from": r.origin,
            "to": r.to,
            "why": r.why or None,
            "evidence_from": r.evidence_from,
            "evidence_to": r.evidence_to,
            "absent_in": joined(r.absent_in),
        }


RELATIONS = table(
    "relations",
    (
        key("n", type="integer"),
        Column("kind", required=True, codes_of=_studies),
        Column("relation", required=True, codes_of=_sorts),
        Column("from", to="measures"),
        Column("to", to="measures"),
        Column("why"),
        Column("evidence_from"),
        Column("evidence_to"),
        Column("absent_in"),
    ),
    _relations,
)
