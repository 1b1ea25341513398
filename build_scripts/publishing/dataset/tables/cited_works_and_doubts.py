"""The works cited, the places that cite them, and where a source was read in doubt."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.publishing.dataset.table_model import Column, Data, Row, joined, key, offsets, table
from build_scripts.publishing.dataset.tables.points import PASSAGES
from build_scripts.publishing.text.wording.loading import wording

_CODES = wording("codes")
RELATIONS, GRADES = _CODES.cited_for, _CODES.grades


def _works(data: Data) -> Iterator[Row]:
    held = {w.id: w for w in data.corpus.works}
    for work in data.exported["works"]:
        yield work | {"names": joined(held[work["id"]].names), "note": held[work["id"]].note}


WORKS = table(
    "works",
    (
        key("id"),
        Column("title", required=True),
        Column("names"),
        Column("number"),
        Column("issuer"),
        Column("date"),
        Column("document", to="documents"),
        Column("note"),
        Column("url", required=True),
    ),
    _works,
)


def _cited_by(data: Data) -> Iterator[Row]:
    for work in data.exported["works"]:
        for n, place in enumerate(work["cited_by"], 1):
            passage = place["passage"] or {"kind": None, "ref": None}
            yield place | {"work": work["id"], "n": n, "passage": passage["kind"], "ref": passage["ref"]}


CITED_BY = table(
    "cited_by",
    (
        key("work", to="works"),
        key("n", type="integer"),
        Column("document", required=True, to="documents"),
        Column("measure", to="measures"),
        Column("passage", codes=PASSAGES),
        Column("ref"),
        Column("relation", required=True, codes=RELATIONS),
        Column("quote", required=True),
        *offsets(),
    ),
    _cited_by,
)


def _doubts(data: Data) -> Iterator[Row]:
    for document in data.exported["documents"]:
        for n, doubt in enumerate(document["doubts"], 1):
            yield doubt | {"document": document["id"], "n": n}


DOUBTS = table(
    "doubts",
    (
        key("document", to="documents"),
        key("n", type="integer"),
        Column("code", required=True),
        Column("grade", required=True, codes=GRADES),
        Column("line", "integer", required=True),
        Column("message", required=True),
    ),
    _doubts,
)
