"""Two documents article by article as CSV and as an Excel workbook: compare/<document>/<document>/table.csv and .xlsx.

Texts are data: in CSV what a spreadsheet could take for a formula is defused as in the other downloads, in the workbook
every text is a string cell. The bytes depend on the data alone.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.writer.excel import ExcelWriter

from build_scripts import addresses
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.publishing.dataset.archive import zip_bytes
from build_scripts.publishing.dataset.table_files.csv_files import cell
from build_scripts.publishing.dataset.table_files.sheet_rows import filled, rows_xml
from build_scripts.publishing.index.lookups import Entry, Index
from build_scripts.publishing.pages.views.compare import Counterpart, Side, lines_of, sides
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.store.paths import write_atomically

_WORDS = wording("compare")
HEAD = tuple(_WORDS.heads)
WIDTHS = (12, 24, 70, 30, 12, 8, 40, 8, 12, 24, 70, 30)

Row = tuple[str | float | None, ...]


def rows(index: Index, side: Side, site: Site) -> Iterator[Row]:
    """Every entry of the first document, once for each counterpart; then what only the other has."""
    for line in lines_of(index, side):
        own = _entry(line.entry, site)
        if not line.confirmed:
            yield (*own, _WORDS.none_there, _WORDS.editor, None, None, None, None, None, None)
        for match in line.matches:
            yield (*own, *_pair(match), *_entry(match.entry, site))
    for entry in side.lacking:
        yield (None, None, None, None, _WORDS.none_here, _WORDS.editor, None, None, *_entry(entry, site))


def _entry(entry: Entry, site: Site) -> Row:
    name = entry.name if entry.name != entry.printed else None
    return (entry.printed, name, entry.measure.text, site.absolute(addresses.measure(entry.id)))


def _pair(match: Counterpart) -> Row:
    pair = match.pair
    if pair.basis == "editor":
        return (labels.strength(pair.strength or ""), _WORDS.editor, pair.why, pair.score)
    return (_WORDS.maybe, _WORDS.computed, None, pair.score)


def csv_bytes(table: list[Row]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    writer.writerows([cell(v) for v in row] for row in table)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def workbook_bytes(table: list[Row], title: str, day: str) -> bytes:
    """One sheet, landscape, its head repeated on every printed page."""
    files = dict(_empty(day))
    files[_SHEET] = filled(files[_SHEET], rows_xml(table, 2, _BODY))
    files[_CORE] = files[_CORE].replace(f">{_TITLE}<".encode(), f">{escape(title)}<".encode())
    return zip_bytes(files)


_SHEET, _CORE = "xl/worksheets/sheet1.xml", "docProps/core.xml"
_TITLE = "-"  # what stands in the title's place until there is one
_BODY = 2  # the number of the style of ordinary cells: 0 is the workbook's own, 1 the head's


@cache
def _empty(day: str) -> dict[str, bytes]:
    """The files of a workbook that has its head and no rows."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_WORDS.sheet)
    for n, width in enumerate(WIDTHS):
        sheet.column_dimensions["ABCDEFGHIJKL"[n]].width = width
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.append([_cell(sheet, text, bold=True) for text in HEAD])
    assert _cell(sheet, "", bold=False).style_id == _BODY, "the workbook numbers its styles as they are first asked for"
    return _files(book, day)


def _cell(sheet: WriteOnlyWorksheet, text: str, *, bold: bool) -> Cell:
    made = WriteOnlyCell(sheet)
    made.value, made.data_type = text, "s"
    made.alignment = Alignment(vertical="top", wrap_text=True)
    made.font = Font(bold=bold)
    return made


def _files(book: Workbook, day: str) -> dict[str, bytes]:
    book.properties.title, book.properties.creator = _TITLE, _WORDS.creator
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as stored:
        ExcelWriter(book, stored).save()
    stamp = rb"\g<1>" + f"{day}T00:00:00Z".encode()
    with zipfile.ZipFile(out) as stored:
        files = {i.filename: stored.read(i) for i in stored.infolist()}
    files[_CORE] = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", stamp, files[_CORE])
    return files


def write_side_tables(index: Index, found: Comparison, site: Site, site_dir: Path) -> int:
    """Write both files of every two documents, in either order, beside their pages; how many pairs."""
    count = 0
    for side in sides(found, index):
        for path, data in table_files(index, side, site).items():
            write_atomically(site_dir / path, data)
        count += 1
    return count


def table_files(index: Index, side: Side, site: Site) -> dict[str, bytes]:
    """Both files of two documents, by path below the site."""
    folder = addresses.compare_documents(side.own.id, side.other.id)
    table = list(rows(index, side, site))
    title = _WORDS("file_title", own=side.own.title, other=side.other.title)
    return {
        f"{folder}table.csv": csv_bytes(table),
        f"{folder}table.xlsx": workbook_bytes(table, title, site.released or site.today),
    }
