"""What is aimed at outside the measures: goals and limits of preambles, lead-ins and closings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_scripts.publishing.dataset.table_model import Column, Data, Row, key, offsets, table
from build_scripts.publishing.dataset.tables.parts_of_measures import COMPARATOR_WORDS, LIMIT_COLUMNS, TARGET_COLUMNS
from build_scripts.publishing.dataset.tables.points import PASSAGES

_PLACE = (
    key("document", to="documents"),
    key("n", "integer"),
    Column("passage", required=True, codes=PASSAGES),
    Column("ref"),
)


def _each(data: Data, what: str) -> Iterator[dict[str, Any]]:
    """The goals or limits of a document's passages, counted through the document."""
    for document in data.exported["documents"]:
        found = ((p, x) for p in document["passages"] for x in p[what])
        for n, (passage, item) in enumerate(found, 1):
            place = {"document": document["id"], "n": n, "passage": passage["kind"], "ref": passage["ref"]}
            yield item | place | {"comparator": COMPARATOR_WORDS.get(item["comparator"])}


def _targets(data: Data) -> Iterator[Row]:
    yield from _each(data, "targets")


def _limits(data: Data) -> Iterator[Row]:
    yield from _each(data, "limits")


PASSAGE_TARGETS = table(
    "passage_targets",
    (
        *_PLACE,
        *TARGET_COLUMNS,
        *offsets(),
    ),
    _targets,
)
PASSAGE_LIMITS = table(
    "passage_limits",
    (
        *_PLACE,
        *LIMIT_COLUMNS,
        *offsets(),
    ),
    _limits,
)
