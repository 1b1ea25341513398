"""The datasets of two small corpora, each writer's files to the character: tests/said/dataset/.

Texts stand there as they are written, a workbook and a database as what they hold. The schema is a contract: a change of it
that shows there raises ``schema_version``.
"""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from unicodedata import category

import openpyxl
import pytest

from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.archive import checksums, zip_bytes
from build_scripts.publishing.dataset.calendar_file import calendar_bytes
from build_scripts.publishing.dataset.corpus.corpus_json import corpus_json, reading_json
from build_scripts.publishing.dataset.corpus.corpus_schema import corpus_schema
from build_scripts.publishing.dataset.documents.akoma_ntoso import akn_bytes
from build_scripts.publishing.dataset.documents.plain_and_markdown import plain_text
from build_scripts.publishing.dataset.json_files.one_per_entry import json_files
from build_scripts.publishing.dataset.papers.readme import readme
from build_scripts.publishing.dataset.table_files.csv_files import csv_bytes
from build_scripts.publishing.dataset.table_files.datapackage import datapackage
from build_scripts.publishing.dataset.table_files.sqlite import datasette_metadata, sqlite_bytes
from build_scripts.publishing.dataset.table_files.workbook import workbook_bytes
from build_scripts.publishing.dataset.table_model import Data
from build_scripts.publishing.dataset.tables.all_tables import TABLES
from build_scripts.publishing.dataset.writing import dataset_files, markdown_files
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.index.targets import goals
from build_scripts.publishing.text.json_text import for_people
from build_scripts.reading.reader import read
from build_scripts.sources.decode import decode
from tests.frozen_site import DAY
from tests.publishing.conftest import SITE
from tests.publishing.dataset.conftest import COMMIT, PARK
from tests.said import as_before

Files = dict[str, bytes]
UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp", "Zs"})
"""Categories of characters that no editor shows; what one Unicode knows and an older one does not is none of them."""
ROWS = 40
"""Rows of a table of the database that are kept: the one that folds characters has thousands, held elsewhere."""

WRITERS: dict[str, Callable[[Data], Files]] = {
    "corpus": lambda d: {about.CORPUS: for_people(corpus_json(d.corpus, COMMIT, d.edition.version))},
    "schema": lambda d: {about.SCHEMA: for_people(corpus_schema(d.edition.version, about.sentence(d.corpus)))},
    "tables": lambda d: {about.csv_path(t.name): csv_bytes(t, d) for t in TABLES},
    "datapackage": lambda d: {
        about.DATAPACKAGE: for_people(datapackage(d, {about.csv_path(t.name): b"" for t in TABLES}))
    },
    "datasette": lambda d: {about.DATASETTE: for_people(datasette_metadata(d))},
    "json": lambda d: {path: for_people(value) for path, value in json_files(d)},
    "akn": lambda d: {f"akn/{x.id}.xml": akn_bytes(d, x).replace(b"><", b">\n<") for x in d.corpus.documents},
    "text": lambda d: {f"text/{x.id}.txt": plain_text(d, x) for x in d.corpus.documents},
    "markdown": markdown_files,
    "calendar": lambda d: {"targets.ics": calendar_bytes(goals(Index(d.corpus), DAY), replace(SITE, today=DAY))},
    "readme": lambda d: {about.README: readme(d)},
}


@pytest.fixture(params=["hostile", "park"])
def which(request: pytest.FixtureRequest) -> str:
    """The small corpus with a hostile document; or the one of park/, in which there is something of everything."""
    return str(request.param)


@pytest.fixture
def data(which: str, request: pytest.FixtureRequest) -> Data:
    found: Data = request.getfixturevalue(which)
    return found


def section(path: str, text: str) -> str:
    """A file below its name; what is no plain character is written as its code, so that this file is one of text."""
    plain = "".join(c if c in "\n " or category(c) not in UNSEEN else f"\\x{{{ord(c):x}}}" for c in text)
    return f"===== {path}\n{plain}\n"


@pytest.mark.parametrize("name", WRITERS)
def test_what_a_writer_writes_is_as_it_was(name: str, which: str, data: Data) -> None:
    written = WRITERS[name](data)
    as_before(
        f"dataset/{which}/{name}.txt", "".join(section(path, content.decode()) for path, content in written.items())
    )


def in_workbook(content: bytes) -> Iterator[str]:
    """A line for each cell, and for each sheet what makes it readable."""
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        widths = {letter: round(d.width, 1) for letter, d in sorted(sheet.column_dimensions.items())}
        yield f"== {sheet.title} {sheet.dimensions} {sheet.freeze_panes} {sheet.auto_filter.ref} {widths}"
        for cell in (c for row in sheet.iter_rows() for c in row if c.value is not None):
            link = cell.hyperlink.target or cell.hyperlink.location if cell.hyperlink else ""
            look = ("粗" if cell.font.b else "") + ("折" if cell.alignment.wrap_text else "")
            kind = f"{cell.data_type} {cell.number_format} {cell.alignment.vertical} {look}"
            yield f"{cell.coordinate} {json.dumps(cell.value, ensure_ascii=False, default=str)} {kind} {link}".rstrip()


def test_the_workbook_holds_what_it_held(which: str, data: Data) -> None:
    as_before(f"dataset/{which}/workbook.txt", section(about.WORKBOOK, "\n".join(in_workbook(workbook_bytes(data)))))


def test_the_database_holds_what_it_held(which: str, data: Data, tmp_path: Path) -> None:
    """Its tables, views and indexes as they were made, the rows of its tables; what the full-text index holds is its own."""
    (tmp_path / "data").write_bytes(sqlite_bytes(data))
    with sqlite3.connect(tmp_path / "data") as base:
        made = base.execute("select name, sql from sqlite_master where sql is not null order by rowid").fetchall()
        virtual = tuple(f"{name}_" for name, sql in made if sql.lower().startswith("create virtual"))
        lines = []
        for name, sql in made:
            if not name.startswith(virtual or ("\n",)):
                lines.append(f"-- {sql}")
                lines += (
                    [json.dumps(r, ensure_ascii=False) for r in base.execute(f'select * from "{name}" limit {ROWS}')]
                    if sql.lower().startswith("create table")
                    else []
                )
    as_before(f"dataset/{which}/database.txt", section(about.SQLITE, "\n".join(lines)))


def test_sums_and_zip_are_of_the_files_in_the_order_of_their_names() -> None:
    files = {"b.txt": b"b", "a/c.txt": b""}
    as_before("dataset/sums.txt", checksums(files).decode())
    assert zip_bytes(files) == zip_bytes(files, folder="") and len(zip_bytes(files, folder="x/")) > len(
        zip_bytes(files)
    )


def test_a_reading_is_told_in_the_shape_of_the_corpus() -> None:
    data = (PARK / "structured" / "sources" / "henan-park.txt").read_bytes()
    decoded, _ = decode(b"\xef\xbb\xbf" + data, "henan-park.txt")
    assert decoded is not None
    as_before("dataset/reading.txt", for_people(reading_json(read(decoded.text), decoded, data)).decode())


def test_no_file_of_the_data_changes_its_name(which: str, data: Data) -> None:
    """Their addresses are promised as those of pages are: one that goes from this list needs a file in its old place."""
    as_before(f"dataset/{which}/names.txt", "".join(f"{path}\n" for path in sorted(dataset_files(data))))
