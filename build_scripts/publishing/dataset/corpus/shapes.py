"""The shapes that the schema of corpus.json is put together from (JSON Schema 2020-12)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from build_scripts.publishing.text.wording.loading import wording

Schema = dict[str, Any]

_WORDS = wording("corpus_schema")

ID = "^[a-z0-9]+(-[a-z0-9]+)*$"
MEASURE_ID = r"^[a-z0-9]+(-[a-z0-9]+)*/(art\.)?[0-9]+(\.[0-9]+)*(-[0-9]+)?$"
DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"


def text(note: str = "", **more: Any) -> Schema:
    return {"type": "string", **({"description": note} if note else {}), **more}


def maybe(schema: Schema) -> Schema:
    """The same, or null: not stated, or none."""
    if "enum" in schema:
        return schema | {"type": ["string", "null"], "enum": [*schema["enum"], None]}
    return schema | {"type": [schema["type"], "null"]}


def one_of(codes: Mapping[str, str]) -> Schema:
    return text("；".join(f"{code} {zh}" for code, zh in codes.items()), enum=list(codes))


def listed(items: Schema, note: str = "") -> Schema:
    return {"type": "array", "items": items, **({"description": note} if note else {})}


def record(note: str, fields: Schema) -> Schema:
    """An object that has all of ``fields`` and no other."""
    return {
        "type": "object",
        "description": note,
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


def ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


URL = text(_WORDS.url, pattern="^/")
AT = {
    "start": maybe({"type": "integer", "minimum": 0, "description": _WORDS.start}),
    "end": maybe({"type": "integer", "minimum": 0, "description": _WORDS.end}),
}
AGENCY_ID = text(_WORDS.agency_id, pattern=ID)
COUNT = {"type": "integer", "minimum": 0}
