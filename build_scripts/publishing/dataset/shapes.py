"""The shapes that JSON Schemas are put together from (2020-12), and what ids and dates look like."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Schema = dict[str, Any]

ID = "^[a-z0-9]+(-[a-z0-9]+)*$"
MEASURE_ID = r"^[a-z0-9]+(-[a-z0-9]+)*/(art\.)?[0-9]+(\.[0-9]+)*(-[0-9]+)?$"
SECTION_ID = "^[a-z0-9]+(-[a-z0-9]+)*#sec-[a-z0-9-]+$"
POINT_ID = "^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"
DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"


def text(note: str = "", **more: Any) -> Schema:
    return {"type": "string", **({"description": note} if note else {}), **more}


def maybe(schema: Schema) -> Schema:
    """The same, or null: not stated, or none."""
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    if "enum" in schema:
        return schema | {"type": ["string", "null"], "enum": [*schema["enum"], None]}
    return schema | {"type": [schema["type"], "null"]}


def listed(items: Schema, note: str = "") -> Schema:
    return {"type": "array", "items": items, **({"description": note} if note else {})}


def record(note: str, fields: Schema, optional: Iterable[str] = ()) -> Schema:
    """An object that has all of ``fields``, but perhaps not the ``optional`` ones, and no other."""
    return {
        "type": "object",
        "description": note,
        "properties": fields,
        "required": [f for f in fields if f not in set(optional)],
        "additionalProperties": False,
    }


def ref(name: str, file: str = "") -> Schema:
    return {"$ref": f"{file}#/$defs/{name}"}
