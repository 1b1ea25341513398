"""What is read off each measure, and off what stands outside the measures: bodies, targets, limits, citations, topics."""

from __future__ import annotations

from build_scripts.model import BASES, LIMIT_KINDS, ROLES
from build_scripts.publishing.dataset.shapes import DATE
from build_scripts.publishing.dataset.table_model import Column, key, number, offsets, table
from build_scripts.publishing.dataset.tables.documents import OF_DOCUMENT, PASSAGES
from build_scripts.publishing.dataset.tables.measures import BY, OF_MEASURE
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

_COMPARATOR = Column("comparator", codes=COMPARATORS, signs=COMPARATOR_WORDS)
_IN_PASSAGE = (
    OF_DOCUMENT,
    number("documents"),
    Column("passage", required=True, codes=PASSAGES, above="passages.kind"),
    Column("ref", above="passages.ref"),
)

RESPONSIBILITIES = table(
    "responsibilities",
    "measures.responsibilities",
    (
        OF_MEASURE,
        number(),
        Column("name", required=True),
        Column("agency", to="agencies"),
        Column("role", required=True, codes=ROLES),
        Column("basis", required=True, codes=BASES),
        Column("collective", type="boolean", required=True),
        Column("origin", to="measures"),
        Column("rule"),
        *offsets(),
    ),
)

TARGET_COLUMNS = (
    Column("quote", required=True),
    Column("indicator"),
    _COMPARATOR,
    Column("value", type="number"),
    Column("value_to", type="number"),
    Column("unit"),
    Column("deadline", pattern=DATE),
    Column("scope"),
    Column("aspirational", type="boolean", required=True),
    Column("per", codes=PER),
    Column("deadline_quote"),
    Column("deadline_start", "integer", least=0),
    Column("deadline_end", "integer", least=0),
    *offsets(),
)
"""What is said of a target, wherever it stands."""

LIMIT_COLUMNS = (
    Column("quote", required=True),
    Column("kind", required=True, codes=LIMIT_KINDS),
    Column("of"),
    _COMPARATOR,
    Column("value", type="number"),
    Column("value_to", type="number"),
    Column("unit"),
    *offsets(),
)
"""What is said of a limit or threshold, wherever it stands."""

CITATION_COLUMNS = (
    Column("quote", required=True),
    Column("title", required=True),
    Column("number"),
    Column("document", to="documents"),
    Column("work", to="works"),
    *offsets(),
)
"""What is said of a work that is named, wherever it is."""

TARGETS = table("targets", "measures.targets", (OF_MEASURE, number(), *TARGET_COLUMNS))
LIMITS = table("limits", "measures.limits", (OF_MEASURE, number(), *LIMIT_COLUMNS))
CITATIONS = table("citations", "measures.citations", (OF_MEASURE, number(), *CITATION_COLUMNS))
PASSAGE_TARGETS = table("passage_targets", "documents.passages.targets", (*_IN_PASSAGE, *TARGET_COLUMNS))
PASSAGE_LIMITS = table("passage_limits", "documents.passages.limits", (*_IN_PASSAGE, *LIMIT_COLUMNS))
PASSAGE_CITATIONS = table(
    "passage_citations",
    "documents.passages.citations",
    (
        OF_DOCUMENT,
        number("documents"),
        Column("passage", required=True, codes=PASSAGES, above="passages.kind"),
        Column("ref", above="passages.ref"),
        Column("quote", required=True),
        Column("title", required=True),
        Column("number"),
        Column("cites", to="documents", of="document"),
        Column("work", to="works"),
        *offsets(),
    ),
)

MEASURE_TOPICS = table(
    "measure_topics",
    "measures.topics",
    (
        OF_MEASURE,
        key("topic", to="topics", of="id"),
        Column("n", type="integer", required=True, above="#"),
        Column("primary", type="boolean", required=True),
        Column("basis", required=True, codes=BY),
    ),
)
