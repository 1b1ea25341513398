"""Documents, what an editor supplied for them, their sections, and what stands outside their measures."""

from __future__ import annotations

from collections.abc import Mapping

from build_scripts import addresses
from build_scripts.locating.text_outside_measures import NAMES
from build_scripts.model import NODE_KINDS
from build_scripts.publishing.dataset.shapes import DATE
from build_scripts.publishing.dataset.table_model import Column, key, number, offsets, table
from build_scripts.publishing.dataset.tables.vocabulary import URL
from build_scripts.publishing.text.wording.loading import wording

_CODES = wording("codes")
TITLE_BASES, LANGS = _CODES.title_bases, _CODES.scripts
PASSAGES: Mapping[str, str] = {name: NODE_KINDS[kind] for kind, name in NAMES.items()}

OF_DOCUMENT = key("document", to="documents", above="documents.id")


def section_id(document: str, ref: str) -> str:
    """A section's key: the document's id and the anchor of the section on the document's page."""
    return f"{document}#{addresses.section_anchor(ref)}"


DOCUMENTS = table(
    "documents",
    "documents",
    (
        key("id"),
        Column("title", required=True),
        Column("title_basis", required=True, codes=TITLE_BASES),
        Column("number"),
        Column("issuers", many=True),
        Column("date", pattern=DATE),
        Column("published", pattern=DATE),
        Column("jurisdiction", required=True, to="jurisdictions"),
        Column("lang", required=True, codes=LANGS),
        Column("source_sha256", required=True, pattern="^[0-9a-f]{64}$"),
        Column("note"),
        URL,
    ),
)

SUPPLIED = table(
    "supplied",
    "documents.supplied",
    (
        OF_DOCUMENT,
        number(),
        Column("field", required=True),
        Column("reason", required=True),
    ),
)

SECTIONS = table(
    "sections",
    "documents.sections",
    (
        key("id"),
        Column("document", required=True, to="documents", above="documents.id"),
        Column("ref", required=True),
        Column("printed", required=True),
        Column("heading", required=True),
        *offsets(),
    ),
)

PASSAGES_OUTSIDE = table(
    "passages",
    "documents.passages",
    (
        OF_DOCUMENT,
        number(),
        Column("kind", required=True, codes=PASSAGES),
        Column("ref"),
        Column("text", required=True),
        *offsets(),
    ),
)
