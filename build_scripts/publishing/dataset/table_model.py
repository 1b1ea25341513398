"""What a table is. CSV, SQLite, XLSX, datapackage.json and the dictionary are all made from these definitions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from build_scripts.model import Corpus
from build_scripts.store.edition import Edition

Type = Literal["string", "integer", "number", "boolean"]
Row = Mapping[str, Any]

SEPARATOR = "；"  # between the values of a list that stands in one cell


@dataclass(frozen=True)
class Data:
    """All that the exports are made of.

    ``exported`` is corpus.json; tables take their values from it wherever it has them. ``received`` are the sources
    byte for byte, by document id; ``papers`` the files that go along, by name (LICENSE, CITATION.cff).
    """

    corpus: Corpus
    exported: Mapping[str, Any]
    edition: Edition
    commit: str | None = None
    received: Mapping[str, bytes] = field(default_factory=dict)
    papers: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Column:
    """A column. ``to`` names the table whose key its values are; ``codes`` lists all values it may have, in Chinese."""

    name: str
    zh: str
    en: str
    note: str = ""
    type: Type = "string"
    key: bool = False
    required: bool = False
    to: str | None = None
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Table:
    """One row per thing. ``rows`` gives mappings that have every column's name as a key."""

    name: str
    zh: str
    en: str
    note: str
    columns: tuple[Column, ...]
    rows: Callable[[Data], Iterable[Row]]

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(c.name for c in self.columns if c.key)

    def cells(self, data: Data) -> list[tuple[Any, ...]]:
        """Every row as its cells, in the order of the columns."""
        names = [c.name for c in self.columns]
        return [tuple(row[n] for n in names) for row in self.rows(data)]


def key(name: str, zh: str, en: str, note: str = "", type: Type = "string", to: str | None = None) -> Column:
    """A column of the primary key."""
    return Column(name, zh, en, note, type, key=True, required=True, to=to)


def offsets(what: str) -> tuple[Column, Column]:
    """Where something stands in its source: code points, half-open."""
    return (
        Column("start", "起", "Start", f"{what}在原文中的起点，从 0 数的码点", "integer"),
        Column("end", "止", "End", f"{what}在原文中的终点，不含", "integer"),
    )


def joined(values: Iterable[str]) -> str | None:
    """A list in one cell; None where it is empty."""
    return SEPARATOR.join(values) or None
