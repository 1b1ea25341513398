"""corpus.schema.json: the shape of corpus.json (JSON Schema 2020-12), with what each field means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from build_scripts.model import BASES, COMPARATORS, ROLES
from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.tables import pairs
from build_scripts.publishing.dataset.tables.documents import LANGS, TITLE_BASES
from build_scripts.publishing.dataset.tables.measures import BY, KINDS
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording

Schema = dict[str, Any]

_WORDS = wording("corpus_schema")

_ID = "^[a-z0-9]+(-[a-z0-9]+)*$"
_MEASURE_ID = r"^[a-z0-9]+(-[a-z0-9]+)*/(art\.)?[0-9]+(\.[0-9]+)*(-[0-9]+)?$"
_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"


def _text(note: str = "", **more: Any) -> Schema:
    return {"type": "string", **({"description": note} if note else {}), **more}


def _maybe(schema: Schema) -> Schema:
    """The same, or null: not stated, or none."""
    if "enum" in schema:
        return schema | {"type": ["string", "null"], "enum": [*schema["enum"], None]}
    return schema | {"type": [schema["type"], "null"]}


def _one_of(codes: Mapping[str, str]) -> Schema:
    return _text("；".join(f"{code} {zh}" for code, zh in codes.items()), enum=list(codes))


def _list(items: Schema, note: str = "") -> Schema:
    return {"type": "array", "items": items, **({"description": note} if note else {})}


def _record(note: str, fields: Schema) -> Schema:
    """An object that has all of ``fields`` and no other."""
    return {
        "type": "object",
        "description": note,
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _several(names: Iterable[str]) -> Schema:
    return {name: _list(_ref(_SINGULAR[name])) for name in names}


_SINGULAR = {
    "documents": "document",
    "measures": "measure",
    "agencies": "agency",
    "topics": "topic",
    "alignments": "alignment",
}
_URL = _text(_WORDS.url, pattern="^/")
_AT = {
    "start": _maybe({"type": "integer", "minimum": 0, "description": _WORDS.start}),
    "end": _maybe({"type": "integer", "minimum": 0, "description": _WORDS.end}),
}
_AGENCY_ID = _text(_WORDS.agency_id, pattern=_ID)
_COUNT = {"type": "integer", "minimum": 0}


def corpus_schema(version: str, sentence: str) -> Schema:
    """The schema of the edition ``version``; ``sentence`` says what it holds."""
    head = {
        "schema_version": _text(_WORDS.schema_version, const="1"),
        "data_version": _text(_WORDS.data_version, const=version),
        "generated_from": _maybe(_text(_WORDS.generated_from, pattern="^[0-9a-f]{40}$")),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{about.TITLE}: corpus.json",
        **_record(sentence, head | _several(_SINGULAR)),
        "$defs": _definitions(),
    }


def _definitions() -> Schema:
    return {
        "document": _record(
            _WORDS.document["record"],
            {
                "id": _text(_WORDS.document["id"], pattern=_ID),
                "title": _text(_WORDS.document["title"]),
                "title_basis": _one_of(TITLE_BASES),
                "number": _maybe(_text(_WORDS.document["number"])),
                "issuers": _list(_text(), _WORDS.document["issuers"]),
                "date": _maybe(_text(_WORDS.document["date"], pattern=_DATE)),
                "published": _maybe(_text(_WORDS.document["published"], pattern=_DATE)),
                "jurisdiction": _text(_WORDS.document["jurisdiction"], pattern=_ID),
                "lang": _one_of(LANGS),
                "source_sha256": _text(_WORDS.document["source_sha256"], pattern="^[0-9a-f]{64}$"),
                "url": _URL,
            },
        ),
        "measure": _record(_WORDS.measure["record"], _measure()),
        "responsibility": _record(
            _WORDS.responsibility["record"],
            {
                "name": _text(_WORDS.responsibility["name"]),
                "agency": _maybe(_AGENCY_ID),
                "role": _one_of(ROLES),
                "basis": _one_of(BASES),
                "collective": {"type": "boolean", "description": _WORDS.responsibility["collective"]},
                **_AT,
            },
        ),
        "target": _record(
            _WORDS.target["record"],
            {
                "quote": _text(_WORDS.target["quote"]),
                "indicator": _maybe(_text(_WORDS.target["indicator"])),
                "comparator": _maybe(_one_of(COMPARATORS)),
                "value": _maybe({"type": "number", "description": _WORDS.target["value"]}),
                "unit": _maybe(_text(_WORDS.target["unit"])),
                "deadline": _maybe(_text(_WORDS.target["deadline"], pattern=_DATE)),
                "scope": _maybe(_text(_WORDS.target["scope"])),
                **_AT,
            },
        ),
        "citation": _record(
            _WORDS.citation["record"],
            {
                "title": _text(_WORDS.citation["title"]),
                "number": _maybe(_text(_WORDS.citation["number"])),
                "document": _maybe(_text(_WORDS.citation["document"], pattern=_ID)),
                **_AT,
            },
        ),
        "agency": _record(
            _WORDS.agency["record"],
            {
                "id": _AGENCY_ID,
                "name": _text(_WORDS.agency["name"]),
                "names": _list(_text(), _WORDS.agency["names"]),
                "jurisdiction": _text(_WORDS.agency["jurisdiction"], pattern=_ID),
                "kind": _one_of(labels.KINDS),
                "line": _text(_WORDS.agency["line"], pattern=_ID),
                "events": _list(_ref("event"), _WORDS.agency["events"]),
                "url": _URL,
            },
        ),
        "event": _record(
            _WORDS.event["record"],
            {
                "type": _one_of(labels.EVENTS),
                "date": _maybe(_text(_WORDS.event["date"], pattern=_DATE)),
                "from": _list(_AGENCY_ID, _WORDS.event["from"]),
                "to": _list(_AGENCY_ID, _WORDS.event["to"]),
                "note": _maybe(_text(_WORDS.event["note"])),
                "source": _text(_WORDS.event["source"]),
            },
        ),
        "topic": _record(
            _WORDS.topic["record"],
            {
                "id": _text(_WORDS.topic["id"], pattern=_ID),
                "zh": _text(_WORDS.topic["zh"]),
                "en": _text(_WORDS.topic["en"]),
                "definition": _text(_WORDS.topic["definition"]),
                "url": _URL,
            },
        ),
        "alignment": _record(
            _WORDS.alignment["record"],
            {
                "a": _text(_WORDS.alignment["a"], pattern=_MEASURE_ID),
                "b": _text(_WORDS.alignment["b"], pattern=_MEASURE_ID),
                "score": _maybe(
                    {"type": "number", "minimum": 0, "maximum": 1, "description": _WORDS.alignment["score"]}
                ),
                "basis": _one_of(pairs.BASES),
                "shared": _list(_text(), _WORDS.alignment["shared"]),
            },
        ),
    }


def _measure() -> Schema:
    topic = {
        "id": _text(_WORDS.measure["topic_id"], pattern=_ID),
        "primary": {"type": "boolean", "description": _WORDS.measure["topic_primary"]},
        "basis": _one_of(BY),
    }
    return {
        "id": _text(_WORDS.measure["id"], pattern=_MEASURE_ID),
        "document": _text(_WORDS.measure["document"], pattern=_ID),
        "ref": _text(_WORDS.measure["ref"]),
        "heading": _maybe(_text(_WORDS.measure["heading"])),
        "text": _text(_WORDS.measure["text"]),
        **_AT,
        "kind": _one_of(KINDS),
        "url": _URL,
        "responsibilities": _list(_ref("responsibility"), _WORDS.measure["responsibilities"]),
        "targets": _list(_ref("target"), _WORDS.measure["targets"]),
        "citations": _list(_ref("citation"), _WORDS.measure["citations"]),
        "topics": _list(_record(_WORDS.measure["topic"], topic), _WORDS.measure["topics"]),
        "modality": _record(
            _WORDS.measure["modality"], {"mandatory": _COUNT, "encouraging": _COUNT, "exploratory": _COUNT}
        ),
    }
