"""corpus.schema.json: the shape of corpus.json (JSON Schema 2020-12), with what each field means."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.model import BASES, COMPARATORS, ROLES
from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.corpus.corpus_json import SCHEMA_VERSION
from build_scripts.publishing.dataset.corpus.points_schema import points_definitions
from build_scripts.publishing.dataset.corpus.shapes import (
    AGENCY_ID,
    AT,
    COUNT,
    DATE,
    ID,
    MEASURE_ID,
    URL,
    Schema,
    listed,
    maybe,
    one_of,
    record,
    ref,
    text,
)
from build_scripts.publishing.dataset.corpus.works_schema import works_definitions
from build_scripts.publishing.dataset.tables import pairs
from build_scripts.publishing.dataset.tables.documents import LANGS, TITLE_BASES
from build_scripts.publishing.dataset.tables.fact_sources import SOURCE_KINDS
from build_scripts.publishing.dataset.tables.measures import BY, KINDS
from build_scripts.publishing.dataset.tables.parts_of_measures import PER
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("corpus_schema")


def _several(names: Iterable[str]) -> Schema:
    return {name: listed(ref(_SINGULAR[name])) for name in names}


_SINGULAR = {
    "documents": "document",
    "measures": "measure",
    "agencies": "agency",
    "topics": "topic",
    "alignments": "alignment",
    "works": "work",
    "points": "point",
    "readings": "reading",
}


def corpus_schema(version: str, sentence: str) -> Schema:
    """The schema of the edition ``version``; ``sentence`` says what it holds."""
    head = {
        "schema_version": text(_WORDS.schema_version, const=SCHEMA_VERSION),
        "data_version": text(_WORDS.data_version, const=version),
        "generated_from": maybe(text(_WORDS.generated_from, pattern="^[0-9a-f]{40}$")),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{about.TITLE}: corpus.json",
        **record(sentence, head | _several(_SINGULAR)),
        "$defs": _definitions(),
    }


def _definitions() -> Schema:
    return (
        points_definitions()
        | works_definitions()
        | {
            "document": record(
                _WORDS.document["record"],
                {
                    "id": text(_WORDS.document["id"], pattern=ID),
                    "title": text(_WORDS.document["title"]),
                    "title_basis": one_of(TITLE_BASES),
                    "number": maybe(text(_WORDS.document["number"])),
                    "issuers": listed(text(), _WORDS.document["issuers"]),
                    "date": maybe(text(_WORDS.document["date"], pattern=DATE)),
                    "published": maybe(text(_WORDS.document["published"], pattern=DATE)),
                    "jurisdiction": text(_WORDS.document["jurisdiction"], pattern=ID),
                    "lang": one_of(LANGS),
                    "source_sha256": text(_WORDS.document["source_sha256"], pattern="^[0-9a-f]{64}$"),
                    "url": URL,
                    "sections": listed(ref("section")),
                    "passages": listed(ref("passage"), _WORDS.document["passages"]),
                    "doubts": listed(ref("doubt"), _WORDS.document["doubts"]),
                    "sources": listed(ref("fact_source"), _WORDS.document["sources"]),
                },
            ),
            "measure": record(_WORDS.measure["record"], _measure()),
            "responsibility": record(
                _WORDS.responsibility["record"],
                {
                    "name": text(_WORDS.responsibility["name"]),
                    "agency": maybe(AGENCY_ID),
                    "role": one_of(ROLES),
                    "basis": one_of(BASES),
                    "collective": {"type": "boolean", "description": _WORDS.responsibility["collective"]},
                    **AT,
                },
            ),
            "target": record(
                _WORDS.target["record"],
                {
                    "quote": text(_WORDS.target["quote"]),
                    "indicator": maybe(text(_WORDS.target["indicator"])),
                    "comparator": maybe(one_of(COMPARATORS)),
                    "value": maybe({"type": "number", "description": _WORDS.target["value"]}),
                    "value_to": maybe({"type": "number", "description": _WORDS.target["value_to"]}),
                    "unit": maybe(text(_WORDS.target["unit"])),
                    "deadline": maybe(text(_WORDS.target["deadline"], pattern=DATE)),
                    "scope": maybe(text(_WORDS.target["scope"])),
                    "aspirational": {"type": "boolean", "description": _WORDS.target["aspirational"]},
                    "per": maybe(one_of(PER)),
                    "deadline_quote": maybe(text(_WORDS.target["deadline_quote"])),
                    "deadline_start": AT["start"],
                    "deadline_end": AT["end"],
                    **AT,
                },
            ),
            "agency": record(
                _WORDS.agency["record"],
                {
                    "id": AGENCY_ID,
                    "name": text(_WORDS.agency["name"]),
                    "names": listed(text(), _WORDS.agency["names"]),
                    "jurisdiction": text(_WORDS.agency["jurisdiction"], pattern=ID),
                    "kind": one_of(labels.KINDS),
                    "line": text(_WORDS.agency["line"], pattern=ID),
                    "events": listed(ref("event"), _WORDS.agency["events"]),
                    "sources": listed(ref("fact_source"), _WORDS.agency["sources"]),
                    "url": URL,
                },
            ),
            "event": record(
                _WORDS.event["record"],
                {
                    "type": one_of(labels.EVENTS),
                    "date": maybe(text(_WORDS.event["date"], pattern=DATE)),
                    "from": listed(AGENCY_ID, _WORDS.event["from"]),
                    "to": listed(AGENCY_ID, _WORDS.event["to"]),
                    "note": maybe(text(_WORDS.event["note"])),
                    "source": text(_WORDS.event["source"]),
                    "sources": listed(ref("fact_source"), _WORDS.event["sources"]),
                },
            ),
            "fact_source": record(
                _WORDS.fact_source["record"],
                {
                    "title": text(_WORDS.fact_source["title"]),
                    "url": maybe(text(_WORDS.fact_source["url"], pattern="^https?://")),
                    "seen": text(_WORDS.fact_source["seen"], pattern=DATE),
                    "shows": text(_WORDS.fact_source["shows"]),
                    "kind": one_of(SOURCE_KINDS),
                },
            ),
            "topic": record(
                _WORDS.topic["record"],
                {
                    "id": text(_WORDS.topic["id"], pattern=ID),
                    "zh": text(_WORDS.topic["zh"]),
                    "en": text(_WORDS.topic["en"]),
                    "definition": text(_WORDS.topic["definition"]),
                    "url": URL,
                },
            ),
            "alignment": record(
                _WORDS.alignment["record"],
                {
                    "a": text(_WORDS.alignment["a"], pattern=MEASURE_ID),
                    "b": text(_WORDS.alignment["b"], pattern=MEASURE_ID),
                    "score": maybe(
                        {"type": "number", "minimum": 0, "maximum": 1, "description": _WORDS.alignment["score"]}
                    ),
                    "basis": one_of(pairs.BASES),
                    "shared": listed(text(), _WORDS.alignment["shared"]),
                },
            ),
        }
    )


def _measure() -> Schema:
    topic = {
        "id": text(_WORDS.measure["topic_id"], pattern=ID),
        "primary": {"type": "boolean", "description": _WORDS.measure["topic_primary"]},
        "basis": one_of(BY),
    }
    return {
        "id": text(_WORDS.measure["id"], pattern=MEASURE_ID),
        "document": text(_WORDS.measure["document"], pattern=ID),
        "ref": text(_WORDS.measure["ref"]),
        "heading": maybe(text(_WORDS.measure["heading"])),
        "text": text(_WORDS.measure["text"]),
        **AT,
        "kind": one_of(KINDS),
        "url": URL,
        "responsibilities": listed(ref("responsibility"), _WORDS.measure["responsibilities"]),
        "targets": listed(ref("target"), _WORDS.measure["targets"]),
        "limits": listed(ref("limit"), _WORDS.measure["limits"]),
        "citations": listed(ref("citation"), _WORDS.measure["citations"]),
        "topics": listed(record(_WORDS.measure["topic"], topic), _WORDS.measure["topics"]),
        "modality": record(
            _WORDS.measure["modality"], {"mandatory": COUNT, "encouraging": COUNT, "exploratory": COUNT}
        ),
    }
