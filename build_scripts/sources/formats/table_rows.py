"""Rows of tables as lines: cells separated by tabs, a merged cell's text once, in its first column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

_LAYOUT_LINES = 12
_MOST_COLUMNS = 63
_MOST_ROWS = 1000


@dataclass(frozen=True)
class SourceCell:
    """A cell's lines, and how many columns and rows it covers."""

    lines: tuple[str, ...] = ()
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        return " ".join(" ".join(line.split("\t")).strip(" ") for line in self.lines if line.strip())


def row_lines(cells: Sequence[SourceCell]) -> list[str]:
    """A row of data as one line; a row of layout as the lines of its cells.

    A row is layout where it has one cell only, or where a cell holds more lines than a datum would: pages and
    letters are laid out in tables too, and their paragraphs must stay paragraphs.

    >>> row_lines([SourceCell(("1",)), SourceCell(("建设平台。", "完善机制。")), SourceCell(), SourceCell(("省科技厅",))])
    ['1\\t建设平台。 完善机制。\\t\\t省科技厅']
    >>> row_lines([SourceCell(("一、总体要求", "二、主要措施"))])
    ['一、总体要求', '二、主要措施']
    """
    filled = [c for c in cells if any(line.strip() for line in c.lines)]
    if len(cells) == 1 or any(len(c.lines) > _LAYOUT_LINES for c in cells):
        return [line for c in filled for line in c.lines]
    if not filled:
        return []
    return ["\t".join(c.text + "\t" * (min(c.columns, _MOST_COLUMNS) - 1) for c in cells)]


@dataclass
class SourceTable:
    """The rows of one table, read from top to bottom; keeps which columns a cell above still covers.

    Only the first 63 columns are kept apart, as many as Word allows.
    """

    covered: dict[int, int] = field(default_factory=dict)

    def row(self, cells: Sequence[SourceCell]) -> list[str]:
        """The lines of the next row; where a cell from above reaches down, an empty cell stands."""
        placed: list[SourceCell] = []
        below = {column: rows - 1 for column, rows in self.covered.items() if rows > 1}
        column = 0
        for cell in cells:
            while column in self.covered:
                placed.append(SourceCell())
                column += 1
            placed.append(cell)
            after = min(column + cell.columns, _MOST_COLUMNS)
            if cell.rows > 1:
                below |= dict.fromkeys(range(column, after), min(cell.rows, _MOST_ROWS) - 1)
            column = max(after, column)
        while column in self.covered:
            placed.append(SourceCell())
            column += 1
        self.covered = below
        return row_lines(placed)
