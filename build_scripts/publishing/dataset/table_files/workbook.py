"""The tables as an Excel workbook for offices: one sheet per subject, in Chinese, ready to filter and to print.

Sheets are views on the tables: a path such as ``measure.document.title`` follows the keys from table to table, codes are
shown by their Chinese names, ids by the address of what they name, and what names a thing leads there. How a sheet
looks, and that nothing in it is ever a formula: printed_sheet.py.
"""

from __future__ import annotations

import gc
from collections.abc import Mapping
from typing import Any

from build_scripts import addresses
from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.table_files import about_sheet, point_sheet, topic_sheet
from build_scripts.publishing.dataset.table_files.printed_sheet import Book, Head, Linked, Value
from build_scripts.publishing.dataset.table_files.sheets import LINKING, LISTED, SAID, SHEETS, Sheet
from build_scripts.publishing.dataset.table_model import SEPARATOR, Column, Data, Row, Table
from build_scripts.publishing.dataset.tables.all_tables import TABLES, coded_tables
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.wording.loading import wording

_WORDS, _FOOTER = wording("dataset"), wording("workbook").footer

Held = Mapping[str, Mapping[Any, Row]]
Tables = Mapping[str, Table]


def workbook_bytes(data: Data) -> bytes:
    """The workbook as a file's bytes; what it was put together in is gone by then."""
    made = _made(data)
    gc.collect()  # the library's workbook and its sheets hold each other
    return made


def _made(data: Data) -> bytes:
    title, edition, index = about.title(data.edition), data.edition, Index(data.corpus)
    footer = _FOOTER.format(title=title, version=edition.version, released=edition.released, url=data.site.url)
    book = Book(title, about.EDITORS, edition.released, footer)
    book.pairs(_WORDS.about_sheet, about_sheet.notes(data), (16, 110))
    book.sheet(point_sheet.TITLE, point_sheet.heads(index), list(point_sheet.rows(data, index)), frozen=2)
    book.sheet(topic_sheet.TITLE, topic_sheet.heads(index), list(topic_sheet.rows(data, index)), frozen=1)
    held = {t.name: {_key(row, t.key): row for row in data.rows(t)} for t in TABLES}
    tables = {t.name: t for t in coded_tables(data.corpus.vocabulary)}
    for sheet in SHEETS:
        book.sheet(sheet.title, _heads(sheet, tables), _rows(sheet, held, tables, data.site))
    return book.bytes()


def _key(row: Row, names: tuple[str, ...]) -> Any:
    return row[names[0]] if len(names) == 1 else tuple(row[n] for n in names)


def _heads(sheet: Sheet, tables: Tables) -> list[Head]:
    """The columns; one of addresses is not printed."""
    lasts = [_last(sheet.table, path, tables)[1] for _, path, _ in sheet.columns]
    return [
        Head(head, width, printed=not _names(last)) for (head, _, width), last in zip(sheet.columns, lasts, strict=True)
    ]


def _names(column: Column) -> bool:
    """Whether a column's values name a row, of its own table or of another."""
    return column.key or column.to is not None


def _last(table: str, path: str, tables: Tables) -> tuple[str, Column]:
    """The table and column that a path ends in."""
    *steps, last = path.split(".")
    for step in steps:
        table = next(c.to for c in tables[table].columns if c.name == step) or table
    return table, next(c for c in tables[table].columns if c.name == last)


def _rows(sheet: Sheet, held: Held, tables: Tables, site: Site) -> list[list[Value]]:
    ends = [(path.split("."), *_last(sheet.table, path, tables)) for _, path, _ in sheet.columns]
    return [
        [
            _shown(_reached(row, sheet.table, steps, held, tables), table, last, held, site)
            for steps, table, last in ends
        ]
        for row in held[sheet.table].values()
    ]


def _reached(row: Row, table: str, path: list[str], held: Held, tables: Tables) -> Row | None:
    """The row whose cell a path ends in: each step but the last is a column that leads to another table."""
    for step in path[:-1]:
        target = next(c.to for c in tables[table].columns if c.name == step)
        if row[step] is None or target is None:
            return None
        table, row = target, held[target][row[step]]
    return row


def _shown(row: Row | None, table: str, column: Column, held: Held, site: Site) -> Value:
    value = row[column.name] if row else None
    if row is None or value is None:
        return None
    if isinstance(value, bool):
        return _WORDS.yes if value else None
    at = (table, column.name)
    if at in LISTED:
        of, name = LISTED[at]
        return SEPARATOR.join(held[of][id][name] for id in value.split(SEPARATOR))
    if _names(column):
        to = _address(held[column.to or table][value], site)
        return Linked(to, to)
    if column.name in LINKING.get(table, ()):
        return Linked(value, _address(row, site))
    shown: Value = SAID.get(at, column.codes).get(value, value) if isinstance(value, str) else value
    return shown


def _address(row: Row, site: Site) -> str:
    return site.absolute(addresses.unrooted(row["url"]))
