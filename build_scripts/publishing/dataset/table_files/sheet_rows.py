"""Rows of a worksheet as they stand in its XML: what openpyxl writes a cell at a time, many times as fast.

Two documents side by side are a workbook of a few hundred cells, and there are nearly as many of them as pairs of documents;
all but the rows and the title is the same in each, and is made by openpyxl once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import ascii_uppercase
from xml.sax.saxutils import escape

from build_scripts.publishing.dataset.table_files.workbook import printable

Value = str | int | float | None
_LINE_END = {"\r": "&#13;"}


def rows_xml(rows: Iterable[tuple[Value, ...]], first: int, style: int) -> bytes:
    """The rows from number ``first`` on, every cell in the ``style`` of that number; at most 26 columns. Texts are string
    cells, whatever they begin with."""
    return "".join(_rows(rows, first, style)).encode("ascii", "xmlcharrefreplace")


def _rows(rows: Iterable[tuple[Value, ...]], first: int, style: int) -> Iterator[str]:
    for number, row in enumerate(rows, first):
        cells = (_cell(f"{column}{number}", value, style) for column, value in zip(ascii_uppercase, row, strict=False))
        yield f'<row r="{number}">{"".join(cells)}</row>'


def _cell(at: str, value: Value, style: int) -> str:
    if not isinstance(value, str):
        held = "" if value is None else f"<v>{value:.16g}</v>"
        return f'<c r="{at}" s="{style}" t="n">{held}</c>'
    text = printable(value)
    keep = ' xml:space="preserve"' if text != text.strip() else ""
    held = f"<is><t{keep}>{escape(text, _LINE_END)}</t></is>" if text else ""
    return f'<c r="{at}" s="{style}" t="inlineStr">{held}</c>'


def filled(sheet: bytes, rows: bytes) -> bytes:
    """The XML of a worksheet with rows behind those it has."""
    before, end, after = sheet.rpartition(b"</sheetData>")
    return before + rows + end + after
