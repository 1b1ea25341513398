"""Documents, what an editor supplied for them, and their sections."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts import addresses
from build_scripts.publishing.dataset.table_model import Column, Data, Row, joined, key, offsets, table
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording

_CODES = wording("codes")
TITLE_BASES, LANGS = _CODES.title_bases, _CODES.scripts


def section_id(document: str, ref: str) -> str:
    """A section's key: the document's id and the anchor of the section on the document's page."""
    return f"{document}#{addresses.section_anchor(ref)}"


def _documents(data: Data) -> Iterator[Row]:
    notes = {d.id: d.note for d in data.corpus.documents}
    for document in data.exported["documents"]:
        yield document | {"issuers": joined(document["issuers"]), "note": notes[document["id"]]}


DOCUMENTS = table(
    "documents",
    (
        key("id"),
        Column("title", required=True),
        Column("title_basis", required=True, codes=TITLE_BASES),
        Column("number"),
        Column("issuers"),
        Column("date"),
        Column("published"),
        Column("jurisdiction", required=True, to="jurisdictions"),
        Column("lang", required=True, codes=LANGS),
        Column("source_sha256", required=True),
        Column("note"),
        Column("url", required=True),
    ),
    _documents,
)


def _supplied(data: Data) -> Iterator[Row]:
    for d in data.corpus.documents:
        for n, fact in enumerate(d.supplied, 1):
            yield {"document": d.id, "n": n, "field": fact.field, "reason": fact.reason}


SUPPLIED = table(
    "supplied",
    (
        key("document", to="documents"),
        key("n", type="integer"),
        Column("field", required=True),
        Column("reason", required=True),
    ),
    _supplied,
)


def _sections(data: Data) -> Iterator[Row]:
    for d in data.corpus.documents:
        for s in d.sections:
            yield {
                "id": section_id(d.id, s.ref),
                "document": d.id,
                "ref": s.ref,
                "printed": labels.printed_section(
                    s.ref, data.corpus.sources.get(d.id, ""), s.at.start if s.at else None
                ),
                "heading": s.heading,
                "start": s.at.start if s.at else None,
                "end": s.at.end if s.at else None,
            }


SECTIONS = table(
    "sections",
    (
        key("id"),
        Column("document", required=True, to="documents"),
        Column("ref", required=True),
        Column("printed", required=True),
        Column("heading", required=True),
        *offsets(),
    ),
    _sections,
)
