"""The works cited, the places that cite them, and where a source was read in doubt."""

from __future__ import annotations

from build_scripts.publishing.dataset.shapes import DATE
from build_scripts.publishing.dataset.table_model import Column, key, number, offsets, table
from build_scripts.publishing.dataset.tables.documents import OF_DOCUMENT, PASSAGES
from build_scripts.publishing.dataset.tables.vocabulary import URL
from build_scripts.publishing.text.wording.loading import wording

_CODES = wording("codes")
RELATIONS, GRADES = _CODES.cited_for, _CODES.grades


WORKS = table(
    "works",
    "works",
    (
        key("id"),
        Column("title", required=True),
        Column("names", many=True),
        Column("number"),
        Column("issuer"),
        Column("date", pattern=DATE),
        Column("document", to="documents"),
        Column("note"),
        URL,
    ),
)


CITED_BY = table(
    "cited_by",
    "works.cited_by",
    (
        key("work", to="works", above="works.id"),
        number(),
        Column("document", required=True, to="documents"),
        Column("measure", to="measures"),
        Column("passage", codes=PASSAGES, of="passage.kind"),
        Column("ref", of="passage.ref"),
        Column("relation", required=True, codes=RELATIONS),
        Column("quote", required=True),
        *offsets(),
    ),
)


DOUBTS = table(
    "doubts",
    "documents.doubts",
    (
        OF_DOCUMENT,
        number(),
        Column("code", required=True),
        Column("grade", required=True, codes=GRADES),
        Column("line", "integer", required=True, least=0),
        Column("message", required=True),
    ),
)
