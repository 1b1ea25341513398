"""The three-way merge of one record, field by field.

What a person left alone follows the machine; what a person changed stays. Where both changed it to different things,
or where it is not known what the machine read before, the person's stays and the field is *stale* until it is settled.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, TypeVar

from ..model import Document, Measure

PERSONS_OWN = {Document: ("note", "replaced", "original", "sources", "stale", "reading"), Measure: ("note", "stale")}
COMPUTED = {Document: ("measures",), Measure: ("at", "modality")}
Record = TypeVar("Record", Document, Measure)


@dataclass(frozen=True)
class Joined:
    """``values`` that the machine brings to the record, and the fields that are ``stale``."""

    values: dict[str, Any]
    stale: tuple[str, ...]


def join(base: Record | None, mine: Record, now: Record) -> Joined:
    """``base`` is what the machine read before (None: not known), ``mine`` the person's, ``now`` what it reads now."""
    values: dict[str, Any] = {}
    stale: list[str] = []
    for name in machine_fields(mine):
        person, machine = getattr(mine, name), getattr(now, name)
        before = None if base is None else getattr(base, name)
        if person == machine:
            continue
        if base is not None and person == before:
            values[name] = machine
        elif base is None or machine != before or name in mine.stale:
            stale.append(name)
    return Joined(values, tuple(stale))


def machine_fields(record: Record) -> list[str]:
    """The fields that the machine reads and a person may correct. An editor's topics are no longer the machine's."""
    leave = {*PERSONS_OWN[type(record)], *COMPUTED[type(record)]}
    if isinstance(record, Measure):
        leave |= {"ref"}
        if record.topics_basis == "editor":
            leave |= {"topics", "topics_basis"}
    return [f.name for f in dataclasses.fields(record) if f.name not in leave]


def differing(a: Record, b: Record) -> list[str]:
    """The fields that stand differently in two records, computed ones left out."""
    return [
        f.name
        for f in dataclasses.fields(a)
        if f.name not in COMPUTED[type(a)] and getattr(a, f.name) != getattr(b, f.name)
    ]


def differing_fields(mine: Document, read: Document) -> dict[str, list[str]]:
    """The fields of the machine's that a record has otherwise, by ref; under "" those of the document itself."""
    now = {m.ref: m for m in read.measures}
    rows: list[tuple[str, Any, Any]] = [
        ("", mine, read),
        *((m.ref, m, now[m.ref]) for m in mine.measures if m.ref in now),
    ]
    apart = {ref: [f for f in machine_fields(a) if getattr(a, f) != getattr(b, f)] for ref, a, b in rows}
    return {ref: fields for ref, fields in apart.items() if fields}
