"""Items of several columns in rows, so that each stands beside those it is paired with."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


@dataclass
class Placed(Generic[T]):
    """What a column has from a row on: its items, the rows it reaches over, at least one."""

    column: int
    row: int
    items: list[T] = field(default_factory=list)
    rows: int = 1

    def covers(self, row: int) -> bool:
        return self.row <= row < self.row + self.rows


def aligned_rows(columns: Sequence[Sequence[T]], pairs: Collection[frozenset[T]]) -> list[list[Placed[T]]]:
    """The rows, each with what begins in it, by column; what is under an item that reaches over several rows is left out.

    The fullest column gives the rows, those of its items that share a partner one after another. An item of another column
    stands beside the first it is paired with where there is room, and reaches on over the next as long as it is paired with
    them; where there is room in none, it stands below what is there. What is paired with nothing has a row of its own, at
    the end.

    >>> [[p.items for p in row] for row in aligned_rows([["a1", "a2"], ["b"]], [frozenset({"a2", "b"})])]
    [[['a1'], []], [['a2'], ['b']]]
    >>> [[(p.items, p.rows) for p in row] for row in aligned_rows([["a"], ["b1", "b2"]], [frozenset("a") | {"b1"}, frozenset("a") | {"b2"}])]
    [[(['a'], 2), (['b1'], 1)], [(['b2'], 1)]]
    """
    spine = max(range(len(columns)), key=lambda n: len(columns[n]))
    placed = [Placed(spine, row, [item]) for row, item in enumerate(_neighbours(columns[spine], pairs))]
    count = len(placed)
    waiting = [(column, item) for column, items in enumerate(columns) if column != spine for item in items]
    while waiting:
        beside = [_beside(item, placed, pairs) for _, item in waiting]
        at = next((n for n, rows in enumerate(beside) if rows), 0)
        (column, item), wanted = waiting.pop(at), beside[at]
        mine = [p for p in placed if p.column == column]
        free = [row for row in wanted if not any(p.covers(row) for p in mine)]
        if wanted and not free:
            next(p for p in mine if p.covers(wanted[0])).items.append(item)
            continue
        start = free[0] if free else count
        run = 1
        while start + run in free:
            run += 1
        placed.append(Placed(column, start, [item], run))
        count = max(count, start + run)
    return [_row(row, len(columns), placed) for row in range(count)]


def _neighbours(items: Sequence[T], pairs: Collection[frozenset[T]]) -> list[T]:
    """Items in their order, but those that are paired with the same one after another."""
    partners = {item: {other for pair in pairs if item in pair for other in pair} - {item} for item in items}
    left = list(items)
    found: list[T] = []
    while left:
        near = (item for item in left if found and partners[item] & partners[found[-1]])
        found.append(next(near, left[0]))
        left.remove(found[-1])
    return found


def _beside(item: T, placed: Sequence[Placed[T]], pairs: Collection[frozenset[T]]) -> list[int]:
    """The rows of what an item is paired with."""
    return sorted({row for p in placed for row in range(p.row, p.row + p.rows) if _paired(item, p.items, pairs)})


def _paired(item: T, others: Sequence[T], pairs: Collection[frozenset[T]]) -> bool:
    return any(frozenset({item, other}) in pairs for other in others)


def _row(row: int, columns: int, placed: Sequence[Placed[T]]) -> list[Placed[T]]:
    found: list[Placed[T]] = []
    for column in range(columns):
        here = next((p for p in placed if p.column == column and p.covers(row)), None)
        if here is None:
            found.append(Placed(column, row))
        elif here.row == row:
            found.append(here)
    return found
