"""The columns of a table as the fields of what its rows are, in JSON Schema."""

from __future__ import annotations

from typing import Any

from build_scripts.publishing.dataset.shapes import ID, MEASURE_ID, POINT_ID, SECTION_ID, Schema, listed, maybe, text
from build_scripts.publishing.dataset.table_model import Column, Table

_IDS = {"measures": MEASURE_ID, "points": POINT_ID, "sections": SECTION_ID, "readings": "", "relations": ""}
"""What the ids of a table look like, where they are not words with hyphens."""


def fields(table: Table, inside: str = "") -> Schema:
    """By name: those that stand in the thing itself, or ``inside`` an object that it has."""
    found = {}
    for column in table.columns:
        owner, _, name = (column.of or column.name).rpartition(".")
        if owner == inside and name and not column.above and name != "#":
            found[name] = _field(column, table)
    return found


def _field(column: Column, table: Table) -> Schema:
    shape = listed(_plain(column, table), _note(column)) if column.many else _plain(column, table, _note(column))
    return shape if column.required or column.many else maybe(shape)


def _plain(column: Column, table: Table, note: str = "") -> Schema:
    if column.codes:
        return text(note, enum=list(column.signs or column.codes))
    if column.type == "string":
        pattern = column.pattern or _id(column, table)
        return text(note, **({"pattern": pattern} if pattern else {}))
    bounds: dict[str, Any] = {"minimum": column.least, "maximum": column.most}
    return {"type": column.type, "description": note} | {k: v for k, v in bounds.items() if v is not None}


def _id(column: Column, table: Table) -> str:
    """What the values of a column look like that is a key, or leads to one."""
    of = column.to or (table.name if column.key and column.name == "id" else "")
    return _IDS.get(of, ID) if of else ""


def _note(column: Column) -> str:
    by_sign = {sign: column.codes[code] for sign, code in column.signs.items()}
    codes = "；".join(f"{code} {zh}" for code, zh in (by_sign or column.codes).items())
    return "。".join(part for part in (column.zh, column.note, codes) if part)
