"""What is read off each measure: bodies, targets, citations, topics."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.model import BASES, LIMIT_KINDS, ROLES, measure_id
from build_scripts.publishing.dataset.table_model import Column, Data, Row, key, offsets, table
from build_scripts.publishing.dataset.tables.measures import BY, each_measure
from build_scripts.publishing.text.wording.loading import wording

# corpus.json writes comparators as signs; in tables they are words, so that no cell begins with "=".
COMPARATOR_WORDS = {
    ">=": "ge",
    ">": "gt",
    "<=": "le",
    "<": "lt",
    "~": "about",
    "=": "eq",
    "range": "range",
    "change": "change",
}
_CODES = wording("codes")
COMPARATORS, PER = _CODES.comparators, _CODES.per

_MEASURE = key("measure", to="measures")
_N = key("n", "integer")


def _responsibilities(data: Data) -> Iterator[Row]:
    for exported, measure in each_measure(data):
        for n, (row, held) in enumerate(zip(exported["responsibilities"], measure.responsibilities, strict=True), 1):
            origin = measure_id(exported["document"], held.origin) if held.origin else None
            yield row | {"measure": exported["id"], "n": n, "origin": origin, "rule": held.rule}


RESPONSIBILITIES = table(
    "responsibilities",
    (
        _MEASURE,
        _N,
        Column("name", required=True),
        Column("agency", to="agencies"),
        Column("role", required=True, codes=ROLES),
        Column("basis", required=True, codes=BASES),
        Column("collective", type="boolean", required=True),
        Column("origin", to="measures"),
        Column("rule"),
        *offsets(),
    ),
    _responsibilities,
)


TARGET_COLUMNS = (
    Column("quote", required=True),
    Column("indicator"),
    Column("comparator", codes=COMPARATORS),
    Column("value", type="number"),
    Column("value_to", type="number"),
    Column("unit"),
    Column("deadline"),
    Column("scope"),
    Column("aspirational", type="boolean", required=True),
    Column("per", codes=PER),
)
"""What is said of a target, wherever it stands."""

LIMIT_COLUMNS = (
    Column("quote", required=True),
    Column("kind", required=True, codes=LIMIT_KINDS),
    Column("of"),
    Column("comparator", codes=COMPARATORS),
    Column("value", type="number"),
    Column("value_to", type="number"),
    Column("unit"),
)
"""What is said of a limit or threshold, wherever it stands."""


def _each(data: Data, what: str) -> Iterator[Row]:
    """The targets or limits of each measure, counted through it."""
    for exported, _ in each_measure(data):
        for n, found in enumerate(exported[what], 1):
            words = {"comparator": COMPARATOR_WORDS.get(found["comparator"])}
            yield found | words | {"measure": exported["id"], "n": n}


def _targets(data: Data) -> Iterator[Row]:
    yield from _each(data, "targets")


TARGETS = table(
    "targets",
    (
        _MEASURE,
        _N,
        *TARGET_COLUMNS,
        Column("deadline_quote"),
        Column("deadline_start", "integer"),
        Column("deadline_end", "integer"),
        *offsets(),
    ),
    _targets,
)


def _limits(data: Data) -> Iterator[Row]:
    yield from _each(data, "limits")


LIMITS = table(
    "limits",
    (
        _MEASURE,
        _N,
        *LIMIT_COLUMNS,
        *offsets(),
    ),
    _limits,
)


def _citations(data: Data) -> Iterator[Row]:
    for exported, _ in each_measure(data):
        for n, citation in enumerate(exported["citations"], 1):
            yield citation | {"measure": exported["id"], "n": n}


CITATIONS = table(
    "citations",
    (
        _MEASURE,
        _N,
        Column("quote", required=True),
        Column("title", required=True),
        Column("number"),
        Column("document", to="documents"),
        Column("work", to="works"),
        *offsets(),
    ),
    _citations,
)


def _measure_topics(data: Data) -> Iterator[Row]:
    for exported, _ in each_measure(data):
        for n, topic in enumerate(exported["topics"], 1):
            yield topic | {"topic": topic["id"], "measure": exported["id"], "n": n}


MEASURE_TOPICS = table(
    "measure_topics",
    (
        _MEASURE,
        key("topic", to="topics"),
        Column("n", type="integer", required=True),
        Column("primary", type="boolean", required=True),
        Column("basis", required=True, codes=BY),
    ),
    _measure_topics,
)
