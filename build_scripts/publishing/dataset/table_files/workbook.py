"""The tables as an Excel workbook for offices: one sheet per subject, in Chinese, ready to filter and to print.

Sheets are views on the tables: a path such as ``measure.document.title`` follows the keys from table to table, codes
are shown by their Chinese names. Every text is a string cell, whatever it begins with: nothing is ever a formula
(ECMA-376 §18.18.11, cell type ``inlineStr``/``s``, never ``f``).

The bytes depend on the data alone: the properties bear the edition's date, the zip entries a fixed one.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.writer.excel import ExcelWriter

from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.archive import zip_bytes
from build_scripts.publishing.dataset.table_files import point_sheet
from build_scripts.publishing.dataset.table_files.sheets import SHEETS, Sheet, notes
from build_scripts.publishing.dataset.table_model import Data, Row, Table
from build_scripts.publishing.dataset.tables.all_tables import TABLES, coded_tables
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("dataset")

_LIMIT = 32767  # characters in a cell (ECMA-376 §18.4, Excel's limit)
_CUT = _WORDS.cut
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # not allowed in XML 1.0
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # ECMA-376 §22.4.2.4: _xHHHH_ stands for a character

_TOP = Alignment(vertical="top", wrap_text=True)
_HEAD = Alignment(vertical="center", wrap_text=True)
_BOLD = Font(bold=True)
_FILL = PatternFill("solid", fgColor="E8EDF2")

Held = Mapping[str, Mapping[Any, Row]]
Tables = Mapping[str, Table]


def workbook_bytes(data: Data) -> bytes:
    """The workbook as a file's bytes."""
    book = Workbook(write_only=True)
    _about_sheet(book, data)
    held = {t.name: {_key(row, t.key): row for row in t.rows(data)} for t in TABLES}
    tables = {t.name: t for t in coded_tables(data.corpus.vocabulary)}
    _page(book, point_sheet.TITLE, point_sheet.heads(data), list(point_sheet.rows(data)))
    for sheet in SHEETS:
        _sheet(book, sheet, held, tables)
    return _saved(book, data)


def _key(row: Row, names: tuple[str, ...]) -> Any:
    return row[names[0]] if len(names) == 1 else tuple(row[n] for n in names)


def _sheet(book: Workbook, sheet: Sheet, held: Held, tables: Tables) -> None:
    paths = [path for _, path, _ in sheet.columns]
    rows = [[_follow(row, sheet.table, path, held, tables) for path in paths] for row in held[sheet.table].values()]
    _page(book, sheet.title, [(head, width) for head, _, width in sheet.columns], rows)


def _page(book: Workbook, title: str, heads: Sequence[tuple[str, int]], rows: Sequence[Sequence[Any]]) -> None:
    """A sheet that filters and prints: a fixed head of (heading, width in characters), and rows of values."""
    page = book.create_sheet(title)
    for n, (_, width) in enumerate(heads, 1):
        page.column_dimensions[get_column_letter(n)].width = width
    page.freeze_panes = "A2"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "1:1"
    page.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{len(rows) + 1}"
    page.append([_cell(page, head, head_style=True) for head, _ in heads])
    for row in rows:
        page.append([_cell(page, value) for value in row])


def _follow(row: Row, table: str, path: str, held: Held, tables: Tables) -> Any:
    """The value at a path from a row: each step but the last is a column that leads to another table."""
    *steps, last = path.split(".")
    for step in steps:
        target = next(c.to for c in tables[table].columns if c.name == step)
        if row[step] is None or target is None:
            return None
        table, row = target, held[target][row[step]]
    column = next(c for c in tables[table].columns if c.name == last)
    value = row[last]
    if isinstance(value, bool):
        return _WORDS.yes if value else None
    return column.codes.get(value, value) if column.codes else value


def _cell(page: WriteOnlyWorksheet, value: Any, head_style: bool = False) -> Cell:
    cell = WriteOnlyCell(page)
    if isinstance(value, str):
        cell.value = printable(value)
        cell.data_type = "s"  # openpyxl would take what begins with = for a formula, #N/A for an error
    else:
        cell.value = value
    cell.alignment = _HEAD if head_style else _TOP
    if head_style:
        cell.font, cell.fill = _BOLD, _FILL
    return cell


def printable(text: str) -> str:
    """``text`` as a cell can hold it: characters that XML forbids become U+FFFD, what exceeds the limit is cut off."""
    text = _LOOKS_ESCAPED.sub("_x005F_", _ILLEGAL.sub("\ufffd", text))
    return text if len(text) <= _LIMIT else text[: _LIMIT - len(_CUT)] + _CUT


def _about_sheet(book: Workbook, data: Data) -> None:
    page = book.create_sheet(_WORDS.about_sheet)
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 16, 90
    for name, value in notes(data):
        page.append([_cell(page, name, head_style=True), _cell(page, value)])


def _saved(book: Workbook, data: Data) -> bytes:
    day = datetime.fromisoformat(data.edition.released)
    book.properties.creator = about.EDITORS
    book.properties.title = about.title(data.edition)
    book.properties.created = day
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as stored:
        ExcelWriter(book, stored).save()
    with zipfile.ZipFile(out) as stored:
        files: Iterable[tuple[str, bytes]] = [(i.filename, stored.read(i)) for i in stored.infolist()]
    fixed = {name: _dated(content, day) if name == "docProps/core.xml" else content for name, content in files}
    return zip_bytes(fixed)


def _dated(core: bytes, day: datetime) -> bytes:
    """The core properties, said to be modified on the edition's day: openpyxl writes the present moment."""
    stamp = day.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, core)
