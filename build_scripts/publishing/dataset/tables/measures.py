"""Measures and their sentences."""

from __future__ import annotations

from build_scripts.publishing.dataset.table_model import Column, key, offsets, table
from build_scripts.publishing.dataset.tables.vocabulary import URL
from build_scripts.publishing.text.wording.loading import wording

_CODES = wording("codes")
KINDS, BY = _CODES.measure_kinds, _CODES.topic_bases

OF_MEASURE = key("measure", to="measures", above="measures.id")


def _count(name: str) -> Column:
    return Column(name, "integer", required=True, of=f"modality.{name}", least=0)


MEASURES = table(
    "measures",
    "measures",
    (
        key("id"),
        Column("document", required=True, to="documents"),
        Column("ref", required=True),
        Column("printed", required=True),
        Column("section", to="sections"),
        Column("heading"),
        Column("text", required=True),
        *offsets(),
        Column("kind", required=True, codes=KINDS),
        Column("primary_topic", to="topics", of="topics.0.id"),
        Column("topics_basis", codes=BY, of="topics.0.basis"),
        _count("mandatory"),
        _count("encouraging"),
        _count("exploratory"),
        Column("note"),
        URL,
    ),
)

SENTENCES = table(
    "sentences",
    "measures.sentences",
    (
        OF_MEASURE,
        key("n", "integer"),
        Column("text", required=True),
        *offsets(),
        URL,
    ),
)
