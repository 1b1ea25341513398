"""A workbook of sheets that an office filters, follows and prints: what each sheet of ours shares.

Every text is a string cell, whatever it begins with: nothing is ever a formula. Rows are as high as their longest cell
needs, since no program fits a row to wrapped text when it opens the file. A sheet prints landscape on A4, on A3 where
it is wide, its head on every page; columns of addresses stay on the screen. A sheet too wide for one A3 page goes on to
pages beside it, its first columns repeated. What names a thing leads to its page where it fits into one line: some
programs do not wrap a text that is a link.

The bytes depend on the values alone: the properties bear the day that is given, the entries of the zip a fixed one
(XlsxWriter's own, 1980-01-01).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from build_scripts.publishing.text.escaping import legal
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("dataset")
_CUT: str = _WORDS.cut

FONT, SIZE = wording("workbook").font, 10
LIMIT = 32767
"""UTF-16 units in a cell (Excel's limit)."""
ROWS = 1_048_576
"""Rows in a sheet (Excel's limit); XlsxWriter leaves out what goes beyond without a word."""
LINKS = 65_530
"""Links in a sheet (Excel's limit); what goes beyond is plain text."""
LONGEST = 2_079
"""UTF-16 units in an address (Excel's limit)."""
LINE = 15.0
"""Points that a line of ``SIZE`` takes, in the tallest font that stands in where ``FONT`` is not there."""
TALLEST = 409.5
"""Points that a row can be high."""
A4, A3 = 9, 8
_ROOM = {A4: 149.0, A3: 215.0}  # characters of half width across the page, at full size
SMALLEST = 0.68
"""What a sheet is scaled down to at most: 10 points become 6.8."""


@dataclass(frozen=True)
class Head:
    """A column: its heading, its width in characters of half width, whether it is printed."""

    text: str
    width: float
    printed: bool = True


@dataclass(frozen=True)
class Linked:
    """A text that leads to an address (absolute)."""

    text: str
    url: str


Value = str | int | float | Linked | None


def printable(text: str) -> str:
    """``text`` as a cell can hold it: characters that XML forbids become U+FFFD, what exceeds the limit is cut off."""
    text = legal(text).replace("\r\n", "\n").replace("\r", "\n")
    if len(text) * 2 <= LIMIT or _units(text) <= LIMIT:
        return text
    kept = text[: LIMIT - len(_CUT)]
    while _units(kept) > LIMIT - len(_CUT):
        kept = kept[: len(kept) - ceil((_units(kept) - LIMIT + len(_CUT)) / 2)]
    return kept + _CUT


def _units(text: str) -> int:
    """How long Excel takes a text for: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a column of a width in characters of half width.

    >>> lines("飞地经济", 9), lines("飞地经济", 5), lines("a\\nb", 9), lines("", 9)
    (1, 2, 2, 1)
    """
    room = max(width - 1, 2)
    return sum(max(1, ceil(_width(line) / room)) for line in text.split("\n"))


def _width(line: str) -> int:
    """In characters of half width: Latin ones are one, all others two."""
    return 2 * len(line) - len(line.encode("latin-1", "ignore"))


def height(values: Sequence[Value], heads: Sequence[Head]) -> float:
    """Points that a row needs, at most what a row can have."""
    most = max((lines(_text(v), h.width) for v, h in zip(values, heads, strict=True) if h.printed), default=1)
    return min(most * LINE + 3, TALLEST)


def _text(value: Value) -> str:
    if isinstance(value, Linked):
        return value.text
    return value if isinstance(value, str) else ""


def _links(value: Linked, head: Head) -> bool:
    """Whether a text can be a link: some programs do not wrap one, and no address may be longer than Excel takes."""
    if _units(value.url) > LONGEST:
        return False
    return not head.printed or lines(value.text, head.width) == 1


class Book:
    """A workbook being made: sheets go in, bytes come out once."""

    def __init__(self, title: str, creator: str, day: str, footer: str) -> None:
        """``day`` (ISO 8601) is that of its properties; ``footer`` stands at the foot of every printed page."""
        self._out = io.BytesIO()
        self._book = Workbook(
            self._out, {"in_memory": True, "default_format_properties": {"font_name": FONT, "font_size": SIZE}}
        )
        self._book.set_properties({"title": title, "author": creator, "created": datetime.fromisoformat(day)})
        plain = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#B8C2CC"}
        self._plain = self._book.add_format(plain)
        self._link = self._book.add_format(plain | {"font_color": "#1F4E79"})
        self._head = self._book.add_format(plain | {"bold": True, "valign": "vcenter", "bg_color": "#E8EDF2"})
        self._footer = footer.replace("&", "&&")

    def pairs(self, title: str, rows: Iterable[tuple[str, str]], widths: tuple[float, float]) -> None:
        """A sheet of names and what stands behind them, without a head."""
        heads = [Head("", width) for width in widths]
        sheet = self._sheet(title, heads, frozen=0)
        for n, (name, value) in enumerate(rows):
            self._row(sheet, n, (name, value), heads, (self._head, self._plain))

    def sheet(self, title: str, heads: Sequence[Head], rows: Sequence[Sequence[Value]], frozen: int = 0) -> None:
        """A sheet with a fixed head and, beside it, the first ``frozen`` columns fixed too. Of more rows than a sheet can
        have, the last that it has says how many are left out."""
        if len(rows) > ROWS - 1:
            told: list[Value] = [_WORDS("rows_left_out", n=f"{len(rows) - (ROWS - 2):,}")]
            rows = [*rows[: ROWS - 2], told + [None] * (len(heads) - 1)]
        sheet = self._sheet(title, heads, frozen)
        sheet.freeze_panes(1, frozen)
        sheet.repeat_rows(0)
        sheet.autofilter(0, 0, len(rows), len(heads) - 1)
        sheet.print_area(0, 0, len(rows), len(list(takewhile(lambda h: h.printed, heads))) - 1)
        self._row(sheet, 0, [h.text for h in heads], heads, [self._head] * len(heads))
        for n, row in enumerate(rows, 1):
            self._row(sheet, n, row, heads, [self._plain] * len(heads))

    def bytes(self) -> bytes:
        self._book.close()
        return self._out.getvalue()

    def _sheet(self, title: str, heads: Sequence[Head], frozen: int) -> Worksheet:
        sheet: Worksheet = self._book.add_worksheet(title)
        for n, head in enumerate(heads):
            sheet.set_column(n, n, head.width)
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        sheet.set_header("&C&A", {"margin": 0.25})
        sheet.set_footer(f"&L{self._footer}&R&P / &N", {"margin": 0.25})
        wide = sum(h.width + 1 for h in takewhile(lambda h: h.printed, heads))
        sheet.set_paper(A4 if wide * SMALLEST <= _ROOM[A4] else A3)
        if wide * SMALLEST <= _ROOM[A3]:
            sheet.fit_to_pages(1, 0)
        else:
            sheet.set_print_scale(round(SMALLEST * 100))
            sheet.repeat_columns(0, max(frozen, 1) - 1)
        return sheet

    def _row(
        self, sheet: Worksheet, n: int, values: Sequence[Value], heads: Sequence[Head], looks: Sequence[Format]
    ) -> None:
        sheet.set_row(n, height(values, heads))
        for column, (value, look) in enumerate(zip(values, looks, strict=True)):
            if isinstance(value, Linked) and _links(value, heads[column]) and sheet.hlink_count < LINKS:
                sheet.write_url(n, column, value.url, self._link, printable(value.text))
            elif isinstance(value, (str, Linked)):
                sheet.write_string(n, column, printable(_text(value)), look)
            elif value is None:
                sheet.write_blank(n, column, None, look)
            else:
                sheet.write_number(n, column, value, look)
