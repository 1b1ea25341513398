"""What a table is. CSV, SQLite, XLSX, datapackage.json, the dictionary, the README and the schema of corpus.json are all made
from these definitions; their values come from corpus.json."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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

    ``exported`` is corpus.json, from which tables take their values. ``received`` are the sources byte for byte, by document
    id; ``papers`` the files that go along, by name (CITATION.cff). ``site`` is where it is published.
    """

    corpus: Corpus
    exported: Mapping[str, Any]
    edition: Edition
    commit: str | None = None
    received: Mapping[str, bytes] = field(default_factory=dict)
    papers: Mapping[str, bytes] = field(default_factory=dict)
    site: Site = field(default_factory=Site)
    _rows: dict[str, Sequence[Row]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def rows(self, table: Table) -> Sequence[Row]:
        """The rows of a table, which several files are made of."""
        if table.name not in self._rows:
            self._rows[table.name] = tuple(table.rows(self))
        return self._rows[table.name]


@dataclass(frozen=True)
class Column:
    """A column, and the field of corpus.json that it is. ``to`` names the table whose key its values are; ``codes`` lists
    all values it may have, in Chinese.

    ``of`` is the way from the thing that the row is of to the value, where that is not a field of the column's name:
    ``modality.mandatory``, ``topics.0.id``; ``answers.#`` is how many there are, ``.`` the thing itself. ``above`` is a
    value of what the thing stands in, as ``measures.id``, or ``#``, the thing's number among its like: in corpus.json it
    is where the thing stands. ``many`` values are a list there, in a cell they are joined. ``signs`` are the values there
    by which the codes go. ``pattern`` and ``least`` to ``most`` bound a value.

    ``codes_of`` gives codes where people may add some: out of the vocabulary. ``zh``, ``en`` and ``note`` are the words
    of wording/tables.yml, given by ``table``.
    """

    name: str
    type: Type = "string"
    key: bool = False
    required: bool = False
    to: str | None = None
    codes: Mapping[str, str] = field(default_factory=dict)
    codes_of: Callable[[Vocabulary], Mapping[str, str]] | None = None
    of: str = ""
    above: str = ""
    many: bool = False
    signs: Mapping[str, str] = field(default_factory=dict)
    pattern: str = ""
    least: float | None = None
    most: float | None = None
    zh: str = ""
    en: str = ""
    note: str = ""


@dataclass(frozen=True)
class Table:
    """One row per thing. ``at`` is the list of corpus.json that holds the things, as ``measures.targets``, or several;
    ``rows`` gives mappings that have every column's name as a key."""

    name: str
    zh: str
    en: str
    note: str
    columns: tuple[Column, ...]
    rows: Callable[[Data], Iterable[Row]]
    at: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(c.name for c in self.columns if c.key)

    def cells(self, data: Data) -> list[tuple[Any, ...]]:
        """Every row as its cells, in the order of the columns."""
        names = [c.name for c in self.columns]
        return [tuple([row[n] for n in names]) for row in data.rows(self)]

    def coded(self, vocabulary: Vocabulary) -> Table:
        """The same, with the codes that stand in the vocabulary."""
        columns = (replace(c, codes=c.codes_of(vocabulary)) if c.codes_of else c for c in self.columns)
        return replace(self, columns=tuple(columns))


class Untold(ValueError):
    """A table's columns are not those that wording/tables.yml has words for."""


def table(
    name: str, at: str | tuple[str, ...], columns: Sequence[Column], rows: Callable[[Data], Iterable[Row]] | None = None
) -> Table:
    """A table with its words: what it is called, what a row is, what each column means. Its rows are the things ``at`` a
    list of corpus.json, or ``rows`` where they are made otherwise."""
    words = getattr(wording("tables"), name)
    told = words["columns"]
    if list(told) != [c.name for c in columns]:
        raise Untold(f"{name}: {sorted(set(told) ^ {c.name for c in columns})}")
    named = tuple(replace(c, **told[c.name]) for c in columns)
    lists = (at,) if isinstance(at, str) else at
    made = rows or (lambda data: rows_at(data.exported, lists, named))
    return Table(name, words["zh"], words["en"], words["note"], named, made, lists)


def key(name: str, type: Type = "string", to: str | None = None, above: str = "", of: str = "") -> Column:
    """A column of the primary key."""
    return Column(name, type, key=True, required=True, to=to, above=above, of=of)


def number(within: str = "") -> Column:
    """The number of a thing, counted from 1 in its list, or through the whole of what it stands ``within``."""
    return key("n", "integer", above=f"{within}#")


def offsets() -> tuple[Column, Column]:
    """Where something stands in its source: code points, half-open."""
    return Column("start", "integer", least=0), Column("end", "integer", least=0)


Step = tuple[str, int, Any]
"""A list's name, the number of the thing in it, counted from 1, and the thing."""


def rows_at(exported: Mapping[str, Any], lists: Iterable[str], columns: Sequence[Column]) -> Iterator[dict[str, Any]]:
    """A row for each thing of each of the ``lists``, in their order."""
    for at in lists:
        counted: Counter[tuple[int, str]] = Counter()
        for way in ways(exported, at.split(".")):
            yield {c.name: cell(c, way, counted) for c in columns}


def ways(owner: Mapping[str, Any], names: Sequence[str]) -> Iterator[tuple[Step, ...]]:
    """The way to each thing of a list inside lists."""
    for n, thing in enumerate(owner[names[0]], 1):
        step = (names[0], n, thing)
        if len(names) == 1:
            yield (step,)
        else:
            for way in ways(thing, names[1:]):
                yield (step, *way)


def cell(column: Column, way: Sequence[Step], counted: Counter[tuple[int, str]]) -> Any:
    """What stands in a column for the thing at the end of a way; ``counted`` goes from row to row."""
    if column.above:
        return _above(column.above, way, counted)
    held = value(way[-1][2], column.of or column.name)
    if column.many:
        return SEPARATOR.join(held) or None
    return column.signs.get(held) if column.signs else held


def _above(of: str, way: Sequence[Step], counted: Counter[tuple[int, str]]) -> Any:
    name, _, field = of.rpartition(".")
    if field == "#" and not name:
        return way[-1][1]
    for step, n, thing in way:
        if field == f"{step}#":
            counted[n, field] += 1
            return counted[n, field]
        if step == name:
            return n if field == "#" else value(thing, field)
    return None


def value(thing: Any, way: str) -> Any:
    """What is at the end of a way of names and numbers; None where there is nothing.

    >>> value({"a": [{"b": 1}]}, "a.0.b"), value({"a": [1, 2]}, "a.#"), value("x", "."), value({"a": None}, "a.b")
    (1, 2, 'x', None)
    """
    for step in way.split(".") if way != "." else ():
        if thing is None:
            return None
        if step == "#":
            return len(thing)
        thing = next(iter(thing[int(step) :]), None) if step.isdigit() else thing[step]
    return thing
