"""Rows written at once are the rows that openpyxl writes a cell at a time, to the byte."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import openpyxl
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from build_scripts.publishing.dataset.table_files.workbook import printable
from build_scripts.publishing.pages.article_by_article_downloads import HEAD, Row, workbook_bytes

ODD = [" 前有空格", '<a> & "b"', "a\tb\r\nc", "\x0b", "_x000D_", "", "=1+1", "#N/A", "字" * 40_000]
TABLE: list[Row] = [(*ODD[i : i + 3], None, 0.25, 1.0, 1 / 3, 0.1 + 0.2, 7) for i in range(0, len(ODD), 3)]


def a_cell_at_a_time() -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for n, row in enumerate([HEAD, *TABLE]):
        sheet.append([made(sheet, value, n == 0) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def made(sheet: Any, value: str | float | None, head: bool) -> Any:
    cell = WriteOnlyCell(sheet)
    cell.value = printable(value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
    cell.alignment, cell.font = Alignment(vertical="top", wrap_text=True), Font(bold=head)
    return cell


def test_rows_are_those_of_openpyxl() -> None:
    ours, theirs = (
        zipfile.ZipFile(io.BytesIO(data)) for data in (workbook_bytes(TABLE, "题", "2026-11-21"), a_cell_at_a_time())
    )
    rows = [re.findall(b"<row .*</row>", z.read("xl/worksheets/sheet1.xml"), re.S) for z in (ours, theirs)]
    assert rows[0] == rows[1] != []
    assert ours.read("xl/styles.xml") == theirs.read("xl/styles.xml")


def test_a_workbook_opens_with_its_title_and_its_texts() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(TABLE, "题 & <x>", "2026-11-21")))
    assert book.properties.title == "题 & <x>"
    sheet = book.active
    assert (sheet.cell(4, 1).value, sheet.cell(4, 1).data_type) == ("=1+1", "s")
    assert [c.value for c in sheet[1]] == list(HEAD)
    assert sheet.cell(2, 1).alignment.wrap_text and not sheet.cell(2, 1).font.b and sheet.cell(1, 1).font.b
