"""Measures and their sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_scripts import addresses
from build_scripts.model import Measure
from build_scripts.publishing.dataset.table_model import Column, Data, Row, key, offsets, table
from build_scripts.publishing.dataset.tables.documents import section_id
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.reading.measures.sentences import sentences

_CODES = wording("codes")
KINDS, BY = _CODES.measure_kinds, _CODES.topic_bases


def each_measure(data: Data) -> Iterator[tuple[dict[str, Any], Measure]]:
    """Every measure as exported and as the corpus has it."""
    held = (m for d in data.corpus.documents for m in d.measures)
    return zip(data.exported["measures"], held, strict=True)


def _measures(data: Data) -> Iterator[Row]:
    headed = {section_id(d.id, s.ref) for d in data.corpus.documents for s in d.sections}
    for exported, measure in each_measure(data):
        above = section_id(exported["document"], measure.group or measure.section or "")
        yield exported | {
            "printed": labels.printed(measure.ref),
            "section": above if above in headed else None,
            "primary_topic": measure.topics[0] if measure.topics else None,
            "topics_basis": measure.topics_basis,
            **exported["modality"],
            "note": measure.note,
        }


def _count(name: str) -> Column:
    return Column(name, "integer", required=True)


MEASURES = table(
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
        Column("primary_topic", to="topics"),
        Column("topics_basis", required=True, codes=BY),
        _count("mandatory"),
        _count("encouraging"),
        _count("exploratory"),
        Column("note"),
        Column("url", required=True),
    ),
    _measures,
)


def _sentences(data: Data) -> Iterator[Row]:
    for exported, measure in each_measure(data):
        base = exported["start"]
        for s in sentences(measure.text):
            yield {
                "measure": exported["id"],
                "n": s.n,
                "text": s.at.of(measure.text),
                "start": None if base is None else base + s.at.start,
                "end": None if base is None else base + s.at.end,
                "url": f"{exported['url']}#{addresses.sentence_anchor(s.n)}",
            }


SENTENCES = table(
    "sentences",
    (
        key("measure", to="measures"),
        key("n", type="integer"),
        Column("text", required=True),
        *offsets(),
        Column("url", required=True),
    ),
    _sentences,
)
