"""Places, functional lines, topics, bodies and what became of them."""

from __future__ import annotations

from build_scripts.publishing.dataset.shapes import DATE, ID
from build_scripts.publishing.dataset.table_model import Column, key, number, table
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording

LEVELS = wording("codes").levels
URL = Column("url", required=True, pattern="^/")

JURISDICTIONS = table(
    "jurisdictions",
    "jurisdictions",
    (
        key("id"),
        Column("code", required=True, pattern="^[0-9]{6}$"),
        Column("name", required=True),
        Column("short", required=True),
        Column("level", required=True, codes=LEVELS),
        Column("within", to="jurisdictions"),
    ),
)

LINES = table(
    "lines",
    "lines",
    (
        key("id"),
        Column("zh", required=True),
        Column("en", required=True),
    ),
)

TOPICS = table(
    "topics",
    "topics",
    (
        key("id"),
        Column("zh", required=True),
        Column("en", required=True),
        Column("definition", required=True),
        Column("gov_cn", many=True),
        URL,
    ),
)

AGENCIES = table(
    "agencies",
    "agencies",
    (
        key("id"),
        Column("name", required=True),
        Column("names", many=True),
        Column("jurisdiction", required=True, to="jurisdictions"),
        Column("kind", required=True, codes=labels.KINDS),
        Column("line", required=True, to="lines"),
        Column("note"),
        URL,
    ),
)

AGENCY_NAMES = table(
    "agency_names",
    "agencies.names",
    (
        key("agency", to="agencies", above="agencies.id"),
        number(),
        Column("name", required=True, of="."),
    ),
)

AGENCY_EVENTS = table(
    "agency_events",
    "agencies.events",
    (
        key("agency", to="agencies", above="agencies.id"),
        number(),
        Column("type", required=True, codes=labels.EVENTS),
        Column("date", pattern=DATE),
        Column("from", many=True, pattern=ID),
        Column("to", many=True, pattern=ID),
        Column("note"),
        Column("source", required=True),
    ),
)
