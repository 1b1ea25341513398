"""The works cited as corpus.json has them, each with every place that cites it."""

from __future__ import annotations

from typing import Any

from build_scripts import addresses
from build_scripts.locating.citations_to_works import by_work
from build_scripts.model import Citing, Corpus
from build_scripts.publishing.dataset.corpus.measure_parts_json import span


def works_json(corpus: Corpus) -> list[dict[str, Any]]:
    """In the order of structured/works.yml; ``quote`` is the sentence that cites, as printed."""
    cited = by_work(corpus.documents)
    return [
        {
            "id": w.id,
            "title": w.title,
            "names": list(w.names),
            "number": w.number,
            "issuer": w.issuer,
            "date": w.date,
            "document": w.document,
            "note": w.note,
            "cited_by": [_citing(c, corpus.sources.get(c.document, "")) for c in cited.get(w.id, ())],
            "url": addresses.rooted(addresses.work(w.id)),
        }
        for w in corpus.works
    ]


def _citing(c: Citing, source: str) -> dict[str, Any]:
    at = c.citation.sentence
    return {
        "document": c.document,
        "measure": c.measure,
        "passage": {"kind": c.passage, "ref": c.ref} if c.passage is not None else None,
        "relation": c.citation.relation,
        "quote": at.of(source) if at else c.citation.quote,
        **span(at),
    }
