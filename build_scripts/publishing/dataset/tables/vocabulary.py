"""Places, functional lines, topics, bodies and what became of them."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.publishing.dataset.table_model import Column, Data, Row, joined, key, table
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording

LEVELS = wording("codes").levels


def _jurisdictions(data: Data) -> Iterator[Row]:
    for j in data.corpus.vocabulary.jurisdictions:
        yield {"id": j.id, "code": j.code, "name": j.name, "short": j.short, "level": j.level, "within": j.within}


JURISDICTIONS = table(
    "jurisdictions",
    (
        key("id"),
        Column("code", required=True),
        Column("name", required=True),
        Column("short", required=True),
        Column("level", required=True, codes=LEVELS),
        Column("within", to="jurisdictions"),
    ),
    _jurisdictions,
)


def _lines(data: Data) -> Iterator[Row]:
    for line in data.corpus.vocabulary.lines:
        yield {"id": line.id, "zh": line.zh, "en": line.en}


LINES = table(
    "lines",
    (
        key("id"),
        Column("zh", required=True),
        Column("en", required=True),
    ),
    _lines,
)


def _topics(data: Data) -> Iterator[Row]:
    gov_cn = {t.id: joined(t.gov_cn) for t in data.corpus.vocabulary.topics}
    for topic in data.exported["topics"]:
        yield topic | {"gov_cn": gov_cn[topic["id"]]}


TOPICS = table(
    "topics",
    (
        key("id"),
        Column("zh", required=True),
        Column("en", required=True),
        Column("definition", required=True),
        Column("gov_cn"),
        Column("url", required=True),
    ),
    _topics,
)


def _agencies(data: Data) -> Iterator[Row]:
    notes = {a.id: a.note for a in data.corpus.vocabulary.agencies}
    for agency in data.exported["agencies"]:
        yield agency | {"names": joined(agency["names"]), "note": notes[agency["id"]]}


AGENCIES = table(
    "agencies",
    (
        key("id"),
        Column("name", required=True),
        Column("names"),
        Column("jurisdiction", required=True, to="jurisdictions"),
        Column("kind", required=True, codes=labels.KINDS),
        Column("line", required=True, to="lines"),
        Column("note"),
        Column("url", required=True),
    ),
    _agencies,
)


def _agency_names(data: Data) -> Iterator[Row]:
    for agency in data.exported["agencies"]:
        for n, name in enumerate(agency["names"], 1):
            yield {"agency": agency["id"], "n": n, "name": name}


AGENCY_NAMES = table(
    "agency_names",
    (
        key("agency", to="agencies"),
        key("n", type="integer"),
        Column("name", required=True),
    ),
    _agency_names,
)


def _agency_events(data: Data) -> Iterator[Row]:
    for agency in data.exported["agencies"]:
        for n, event in enumerate(agency["events"], 1):
            ends = {"from": joined(event["from"]), "to": joined(event["to"])}
            yield event | ends | {"agency": agency["id"], "n": n}


AGENCY_EVENTS = table(
    "agency_events",
    (
        key("agency", to="agencies"),
        key("n", type="integer"),
        Column("type", required=True, codes=labels.EVENTS),
        Column("date"),
        Column("from"),
        Column("to"),
        Column("note"),
        Column("source", required=True),
    ),
    _agency_events,
)
