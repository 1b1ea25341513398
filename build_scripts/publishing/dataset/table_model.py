"""What a table is. CSV, SQLite, XLSX, datapackage.json and the dictionary are all made from these definitions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from build_scripts.model import Corpus, Vocabulary
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.store.edition import Edition

Type = Literal["string", "integer", "number", "boolean"]
Row = Mapping[str, Any]

SEPARATOR = "；"  # between the values of a list that stands in one cell


@dataclass(frozen=True)
class Data:
    """All that the exports are made of.

    ``exported`` is corpus.json; tables take their values from it wherever it has them. ``received`` are the sources
    byte for byte, by document id; ``papers`` the files that go along, by name (LICENSE, CITATION.cff). ``site`` is where
    it is published.
    """

    corpus: Corpus
    exported: Mapping[str, Any]
    edition: Edition
    commit: str | None = None
    received: Mapping[str, bytes] = field(default_factory=dict)
    papers: Mapping[str, bytes] = field(default_factory=dict)
    site: Site = field(default_factory=Site)


@dataclass(frozen=True)
class Column:
    """A column. ``to`` names the table whose key its values are; ``codes`` lists all values it may have, in Chinese.

    ``codes_of`` gives them where people may add some: out of the vocabulary. ``zh``, ``en`` and ``note`` are the words
    of wording/tables.yml, given by ``table``.
    """

    name: str
    type: Type = "string"
    key: bool = False
    required: bool = False
    to: str | None = None
    codes: Mapping[str, str] = field(default_factory=dict)
    codes_of: Callable[[Vocabulary], Mapping[str, str]] | None = None
    zh: str = ""
    en: str = ""
    note: str = ""


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

    def coded(self, vocabulary: Vocabulary) -> Table:
        """The same, with the codes that stand in the vocabulary."""
        columns = (replace(c, codes=c.codes_of(vocabulary)) if c.codes_of else c for c in self.columns)
        return replace(self, columns=tuple(columns))


class Untold(ValueError):
    """A table's columns are not those that wording/tables.yml has words for."""


def table(name: str, columns: Sequence[Column], rows: Callable[[Data], Iterable[Row]]) -> Table:
    """A table with its words: what it is called, what a row is, what each column means."""
    words = getattr(wording("tables"), name)
    told = words["columns"]
    if list(told) != [c.name for c in columns]:
        raise Untold(f"{name}: {sorted(set(told) ^ {c.name for c in columns})}")
    named = tuple(replace(c, **told[c.name]) for c in columns)
    return Table(name, words["zh"], words["en"], words["note"], named, rows)


def key(name: str, type: Type = "string", to: str | None = None) -> Column:
    """A column of the primary key."""
    return Column(name, type, key=True, required=True, to=to)


def offsets() -> tuple[Column, Column]:
    """Where something stands in its source: code points, half-open."""
    return Column("start", "integer"), Column("end", "integer")


def joined(values: Iterable[str]) -> str | None:
    """A list in one cell; None where it is empty."""
    return SEPARATOR.join(values) or None
