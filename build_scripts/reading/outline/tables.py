"""A table of tasks copied as text: a row a line with tabs, upright strokes or wide gaps between the cells, or a cell a
line. One measure a row.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...sources.folded_view import Stretch, View
from ..lines.numerals import CHINESE, number
from ..lines.unwrap import SourceLine
from .table_heads import Column, column_of

_FEWEST_ROWS = 2
_MOST_COLUMNS, _LONGEST_HEAD = 12, 30
_MOST_TRIES = 20
"""Lines that look like heads and have no table below them; more are not looked at."""
_NUMBER = re.compile(rf"[(]?(?P<n>\d{{1,3}}|[{CHINESE}]{{1,3}})[.、)]?")
_GAP = re.compile(" {2,}")
_STROKE = "|"
_RULED = re.compile(r"[|:\- ]+")
"""The line below the heads of a table in Markdown."""
_DEADLINE = re.compile(r"20\d\d|长期|持续|全年|年底|月底|季度|常态")
_FIRST = re.compile("(?:序 ?号|编 ?号|No)")
"""The head of a table's first column, where its cells are lines."""
_LONGEST_NUMBER = 6


@dataclass(frozen=True)
class TaskRow:
    """A row: its printed number, the whole of it from the first cell behind the number, and its cells by column."""

    number: int
    line: int
    text: Stretch
    cells: tuple[tuple[Column, Stretch], ...]

    def of(self, column: Column) -> list[Stretch]:
        return [at for c, at in self.cells if c == column]


@dataclass(frozen=True)
class Tasks:
    """A table: where its heads begin and where it ends, and its rows."""

    at: Stretch
    rows: tuple[TaskRow, ...]


def separators(view: View, source: str) -> list[int]:
    """Where in a view the tabs stand that its text shows as spaces."""
    tabs = [m.start() for m in re.finditer("\t", source)]
    if view.at is None:
        return tabs
    places = (bisect_left(view.at, tab) for tab in tabs)
    return [i for i, tab in zip(places, tabs) if i < len(view.at) and view.at[i] == tab]


def read_table(text: str, rows: Sequence[SourceLine], tabs: Sequence[int]) -> Tasks | None:
    """The first table of tasks of a text, or None."""
    tries = 0
    for i, row in enumerate(rows):
        if not tabs and text[row.start] != _STROKE and not _FIRST.match(text, row.start, row.end):
            continue
        cells = _cells(text, row, tabs)
        if len(cells) > 1:
            heads = [column_of(at.of(text)) for at in cells]
            found = _by_lines(text, rows[i:], tabs, [h or "other" for h in heads]) if _are_heads(heads) else []
        elif _FIRST.match(text, row.start, row.end):
            heads = _heads_below(text, rows, i)
            found = _by_cells(text, rows[i + len(heads) :], [h or "other" for h in heads]) if _are_heads(heads) else []
        else:
            continue
        tries += _are_heads(heads)
        if tries > _MOST_TRIES:
            return None
        if len(found) >= _FEWEST_ROWS:
            return Tasks(Stretch(row.start, found[-1].text.end), tuple(found))
    return None


def _are_heads(heads: Sequence[Column | None]) -> bool:
    """Whether a line names a task and who does it or by when, and little else."""
    known = [h for h in heads if h]
    answers = {"lead", "support", "responsible", "implementer", "deadline"} & set(known)
    return "task" in known and bool(answers) and len(known) >= 0.7 * len(heads)


def _cells(text: str, row: SourceLine, tabs: Sequence[int]) -> list[Stretch]:
    """The cells of a line; the empty ones have no length. A line may begin with empty ones."""
    if text[row.start] == _STROKE:
        strokes = [i for i in range(row.start, row.end) if text[i] == _STROKE]
        ends = strokes[1:] if text[row.end - 1] == _STROKE else [*strokes[1:], row.end]
        return [_bare(text, a + 1, b) for a, b in zip(strokes, ends)]
    cuts = [(t, t + 1) for t in tabs[bisect_left(tabs, row.first) : bisect_left(tabs, row.end)]]
    begin = row.first
    if not cuts:
        cuts, begin = [m.span() for m in _GAP.finditer(text, row.start, row.end)], row.start
    edges = zip([begin, *(b for _, b in cuts)], [*(a for a, _ in cuts), row.end])
    return [_bare(text, a, b) for a, b in edges]


def _bare(text: str, a: int, b: int) -> Stretch:
    while a < b and text[a] == " ":
        a += 1
    while b > a and text[b - 1] == " ":
        b -= 1
    return Stretch(a, b)


def _by_lines(text: str, rows: Sequence[SourceLine], tabs: Sequence[int], heads: Sequence[Column]) -> list[TaskRow]:
    """Rows of a table with a row a line; a line without cells ends it. What stands in a row without number or task goes
    with the one above: its cells were merged.
    """
    found: list[TaskRow] = []
    for row in rows[1:]:
        cells = _cells(text, row, tabs)
        if len(cells) < 2:
            break
        if _RULED.fullmatch(text, row.start, row.end):
            continue
        numbered = _number(text, cells, heads, len(found) + 1)
        tasks = [at for h, at in zip(heads, cells) if h == "task" and at.end > at.start]
        named = tuple((h, at) for h, at in zip(heads, cells) if at.end > at.start and h != "number")
        if numbered is not None and tasks:
            found.append(TaskRow(numbered, row.first, Stretch(named[0][1].start, row.end), named))
        elif found and named and not (numbered or tasks):
            last = found[-1]
            found[-1] = replace(last, text=Stretch(last.text.start, row.end), cells=(*last.cells, *named))
    return found


def _number(text: str, cells: Sequence[Stretch], heads: Sequence[Column], following: int) -> int | None:
    """The printed number of a row, its place where the table has no numbers, None where this row lacks one."""
    if "number" not in heads:
        return following
    at = heads.index("number")
    return _value(cells[at].of(text)) if at < len(cells) else None


def _value(printed: str) -> int | None:
    read = _NUMBER.fullmatch(printed)
    return number(read["n"]) if read else None


def _heads_below(text: str, rows: Sequence[SourceLine], i: int) -> list[Column | None]:
    """The heads that stand one a line from here on."""
    heads: list[Column | None] = []
    for row in rows[i : i + _MOST_COLUMNS]:
        column = column_of(row.of(text)) if row.end - row.start < _LONGEST_HEAD else None
        if column is None:
            break
        heads.append(column)
    return heads if len(heads) >= 3 and heads[0] == "number" else []


def _by_cells(text: str, rows: Sequence[SourceLine], heads: Sequence[Column]) -> list[TaskRow]:
    """Rows of a table with a cell a line: each begins with its number, the next of the row before."""
    found: list[TaskRow] = []
    for numbered, lines in _blocks(text, rows):
        cells = list(_assigned(text, lines, [h for h in heads if h != "number"]))
        if not any(h == "task" for h, _ in cells):
            break
        found.append(TaskRow(numbered, lines[0].first, Stretch(lines[1].start, lines[-1].end), tuple(cells)))
    return found


def _blocks(text: str, rows: Sequence[SourceLine]) -> Iterator[tuple[int, list[SourceLine]]]:
    """The lines of each row, its number first."""
    starts: list[int] = []
    for i, row in enumerate(rows):
        printed = row.of(text)
        if len(printed) <= _LONGEST_NUMBER and _value(printed) == len(starts) + 1:
            starts.append(i)
    usual = min((b - a for a, b in pairwise(starts)), default=0)
    longest = max((b - a for a, b in pairwise(starts)), default=0)
    for n, (a, b) in enumerate(zip(starts, [*starts[1:], min(len(rows), starts[-1] + longest) if starts else 0]), 1):
        if b - a > 1 and usual:
            yield n, list(rows[a:b])


def _assigned(text: str, lines: Sequence[SourceLine], heads: Sequence[Column]) -> Iterator[tuple[Column, Stretch]]:
    """Cells to columns: one to one where as many, else a date to the deadline and the rest in order."""
    cells = [Stretch(r.start, r.end) for r in lines[1:]]
    if len(cells) == len(heads):
        yield from zip(heads, cells)
        return
    dated = "deadline" in heads and _DEADLINE.search(cells[-1].of(text)) is not None
    if dated:
        yield "deadline", cells.pop()
    yield from zip([h for h in heads if h != "deadline"], cells)
