"""Two documents article by article as CSV and as an Excel workbook: compare/<document>/<document>/table.csv and .xlsx.

Texts are data: in CSV what a spreadsheet could take for a formula is defused as in the other downloads, in the workbook
every text is a string cell. The bytes depend on the data alone.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from build_scripts import addresses
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.publishing.dataset.table_files.csv_files import cell
from build_scripts.publishing.dataset.table_files.printed_sheet import Book, Head, Linked, Value
from build_scripts.publishing.index.lookups import Entry, Index
from build_scripts.publishing.pages.views.compare import Counterpart, Side, lines_of, sides
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.store.paths import write_atomically

_WORDS, _READ, _UNREAD = wording("compare"), wording("table_read"), wording("table_unread")
HEAD = tuple(_WORDS.heads)
PRINTED = ((0, 16), (1, 18), (2, 60), (4, 10), (5, 6), (6, 30), (7, 8), (8, 16), (9, 18), (10, 60))
"""The columns of the workbook: which of ``HEAD``, and its width."""
LINKS = {0: 3, 8: 11}
"""By column of printed numbers: that of the address which it leads to."""

Row = tuple[str | float | None, ...]


def rows(index: Index, side: Side, site: Site) -> Iterator[Row]:
    """Every entry of the first document, once for each counterpart; then what only the other has."""
    none_there, none_here, basis = _silences(side)
    for line in lines_of(index, side):
        own = _entry(line.entry, site)
        if not line.answered:
            yield (*own, none_there, basis, None, None, None, None, None, None)
        for match in line.matches:
            yield (*own, *_pair(match), *_entry(match.entry, site))
    for entry in side.lacking:
        yield (None, None, None, None, none_here, basis, None, None, *_entry(entry, site))


def _silences(side: Side) -> tuple[str, str, str]:
    """What stands where the other document, and where this one, has no counterpart, and who says so."""
    if side.read:
        return _READ.none_there, _READ.none_here, _WORDS.editor
    return _UNREAD.none_there, _UNREAD.none_here, _WORDS.computed


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


def workbook_bytes(table: list[Row], title: str, day: str, url: str) -> bytes:
    """One sheet; the numbers of the entries lead to their pages, whose addresses stand behind and are not printed."""
    heads = [Head(HEAD[n], width) for n, width in PRINTED] + [Head(HEAD[n], 30, printed=False) for n in LINKS.values()]
    book = Book(title, _WORDS.creator, day, _WORDS("file_foot", title=title, url=url))
    book.sheet(_WORDS.sheet, heads, [_shown(row) for row in table])
    return book.bytes()


def _shown(row: Row) -> list[Value]:
    cells: list[Value] = [_linked(row, n) for n, _ in PRINTED]
    return cells + [Linked(str(row[n]), str(row[n])) if row[n] is not None else None for n in LINKS.values()]


def _linked(row: Row, n: int) -> Value:
    to = row[LINKS[n]] if n in LINKS else None
    return Linked(str(row[n]), str(to)) if to is not None else row[n]


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
        f"{folder}table.xlsx": workbook_bytes(table, title, site.released or site.today, site.absolute(folder)),
    }
