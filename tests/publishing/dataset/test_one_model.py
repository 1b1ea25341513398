"""One table model: corpus.json, CSV, SQLite, workbook, Data Package, schema, dictionary and README say the same.

What stands in corpus.json is walked here by what the tables say of themselves (``at``, ``of``, ``above``), and read back from
every other form: names, columns, numbers of rows, every value. And nothing of corpus.json is in no table.
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from build_scripts.publishing.dataset.corpus.corpus_schema import LISTS
from build_scripts.publishing.dataset.table_files.sheets import SHEETS
from build_scripts.publishing.dataset.table_model import Column, Data, Table
from build_scripts.publishing.dataset.tables.all_tables import BY_NAME, TABLES
from build_scripts.publishing.dataset.writing import dataset_files
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.views.dictionary import dictionary
from build_scripts.publishing.text.wording.loading import wording
from tests.publishing.html import parse

MADE = {"fact_sources": {"id", "event"}, "answers": {"document", "state", "says", "why"}}
"""Columns that no field of corpus.json is: where the thing stands, said in a cell. Tests of their own hold them."""


@pytest.fixture(scope="module", params=["real", "hostile", "park"])
def data(request: pytest.FixtureRequest) -> Data:
    found: Data = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def files(data: Data) -> dict[str, bytes]:
    return dataset_files(data)


def things(owner: Any, names: list[str], above: dict[str, Any]) -> Iterator[tuple[dict[str, Any], int, Any]]:
    """What each thing of a list stands in, by the name of the list, its number in it, and the thing."""
    for n, thing in enumerate(owner[names[0]], 1):
        if len(names) == 1:
            yield above, n, thing
        else:
            yield from things(thing, names[1:], above | {names[0]: (n, thing)})


def expected(table: Table, corpus: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows of a table, as corpus.json has them."""
    counted: Counter[str] = Counter()
    for at in table.at:
        for above, n, thing in things(corpus, at.split("."), {}):
            row = {}
            for c in (c for c in table.columns if c.name not in MADE.get(table.name, ())):
                if c.above.endswith("#") and c.above != "#":
                    key = f"{c.above}{above[c.above[:-1]][0]}"
                    counted[key] += 1
                    row[c.name] = counted[key]
                elif c.above:
                    name, _, field = c.above.partition(".")
                    row[c.name] = n if c.above == "#" else above[name][1][field] if name in above else None
                else:
                    row[c.name] = cell(c, thing)
            yield row


def cell(column: Column, thing: Any) -> Any:
    for step in () if column.of == "." else (column.of or column.name).split("."):
        if step == "#":
            thing = len(thing)
        elif isinstance(thing, list):
            thing = thing[int(step)] if int(step) < len(thing) else None
        else:
            thing = thing[step] if thing is not None else None
    if column.many:
        return "；".join(thing) or None
    return column.signs[thing] if column.signs and thing is not None else thing


def read(column: Column, text: str) -> Any:
    """A cell of a CSV table by its type, as datapackage.json and the README tell readers to read it."""
    if text == "":
        return None
    if column.type == "boolean":
        return {"true": True, "false": False}[text]
    if column.type in ("integer", "number"):
        return json.loads(text)
    return text[1:] if text[:1] == "'" else text


def in_csv(table: Table, files: dict[str, bytes]) -> list[dict[str, Any]]:
    text = files[f"tables/{table.name}.csv"].decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text, newline=""))
    by_name = {c.name: c for c in table.columns}
    assert rows.fieldnames == list(by_name)
    return [{name: read(by_name[name], value) for name, value in row.items()} for row in rows]


def in_database(table: Table, base: sqlite3.Connection) -> list[dict[str, Any]]:
    found = base.execute(f'select * from "{table.name}" order by rowid')
    assert [d[0] for d in found.description] == [c.name for c in table.columns]
    kept = [dict(zip((c.name for c in table.columns), row, strict=True)) for row in found]
    truth = {c.name for c in table.columns if c.type == "boolean"}
    return [{k: bool(v) if k in truth and v is not None else v for k, v in row.items()} for row in kept]


def test_every_table_says_what_corpus_json_says(data: Data, files: dict[str, bytes], tmp_path: Path) -> None:
    corpus = json.loads(files["corpus.json"])
    (tmp_path / "base").write_bytes(files["policy-in-parallel.sqlite"])
    base = sqlite3.connect(tmp_path / "base")
    for table in TABLES:
        rows = in_csv(table, files)
        assert in_database(table, base) == rows, table.name
        wanted = list(expected(table, corpus))
        names = [c.name for c in table.columns if c.name not in MADE.get(table.name, ())]
        told = [{name: row[name] for name in names} for row in rows]
        if table.name in MADE:  # in another order
            told, wanted = (sorted(r, key=str) for r in (told, wanted))
        assert told == wanted, table.name
    base.close()


def test_a_sheet_has_a_row_for_every_row_of_its_table(files: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files["policy-in-parallel.xlsx"]))
    for sheet in SHEETS:
        page = book[sheet.title]
        assert page.max_row == 1 + len(in_csv(BY_NAME[sheet.table], files)), sheet.title
        assert [c.value for c in page[1]] == [head for head, _, _ in sheet.columns]


def test_package_dictionary_and_readme_name_every_table_and_column(data: Data, files: dict[str, bytes]) -> None:
    package = {r["name"]: r for r in json.loads(files["datapackage.json"])["resources"]}
    described = json.loads(files["policy-in-parallel.datasette.json"])["databases"]["policy-in-parallel"]["tables"]
    page = parse(dictionary(Index(data.corpus)).text.split("---\n", 2)[2])
    tables = {e.attrs["aria-labelledby"]: e for e in page.all("section")}
    readme = files["README.txt"].decode()
    assert list(package) == list(tables) == [t.name for t in TABLES]
    for table in TABLES:
        names = [c.name for c in table.columns]
        assert [f["name"] for f in package[table.name]["schema"]["fields"]] == names
        assert list(described[table.name]["columns"]) == names
        heads = [e.text.split()[0] for e in tables[table.name].all("th") if e.attrs.get("scope") == "row"]
        assert heads == names
        assert f"  {table.name}  {table.zh}：{table.note}\n" in readme


def fields_of(schema: dict[str, Any], name: str, at: str) -> Iterator[tuple[str, str, bool]]:
    """(list, way in it, whether it is a list of texts) of every value that the schema knows, below a thing at a list."""
    for field, whole in schema["$defs"][name]["properties"].items():
        shape = next((s for s in whole.get("anyOf", ()) if "$ref" in s), whole)
        if "$ref" in shape:
            of = shape["$ref"].rpartition("/")[2]
            yield from ((at, f"{field}.{way}", many) for _, way, many in fields_of(schema, of, at))
        elif "$ref" in shape.get("items", {}):
            yield from fields_of(schema, shape["items"]["$ref"].rpartition("/")[2], f"{at}.{field}")
        else:
            yield at, field, "items" in shape


def test_nothing_of_corpus_json_is_in_no_table(files: dict[str, bytes]) -> None:
    schema = json.loads(files["corpus.schema.json"])
    corpus = json.loads(files["corpus.json"])
    assert set(LISTS) | {"schema_version", "data_version", "generated_from"} == set(corpus) == set(schema["properties"])
    told = {(at, c.of or c.name) for t in TABLES for at in t.at for c in t.columns if not c.above}
    told |= {(f"{t.at[0]}.{of[0]}", of[2]) for t in TABLES for c in t.columns if len(of := c.of.split(".")) == 3}
    lists = {at for t in TABLES for at in t.at}
    known = [v for name, of in LISTS.items() for v in fields_of(schema, of, name)]
    untold = [(at, way) for at, way, _ in known if (at, way) not in told and f"{at}.{way}" not in lists]
    assert untold == []
    for relation in corpus["relations"]:
        assert len(relation["evidence_from"]) <= 1 and len(relation["evidence_to"]) <= 1


def test_places_of_sections_sentences_passages_and_evidence_lead_to_the_words(real: Data) -> None:
    exported, sources = real.exported, real.corpus.sources
    found = 0
    for document in exported["documents"]:
        source = sources[document["id"]]
        for key, words in (("sections", "heading"), ("passages", "text")):
            for held in document[key]:
                assert source[held["start"] : held["end"]] == held[words]
                found += 1
    for measure in exported["measures"]:
        for sentence in measure["sentences"]:
            assert sources[measure["document"]][sentence["start"] : sentence["end"]] == sentence["text"]
    for relation in exported["relations"]:
        for side, end in (("evidence_from", "from"), ("evidence_to", "to")):
            for piece in relation[side]:
                document = relation[end].partition("/")[0]
                assert sources[document][piece["start"] : piece["end"]] == piece["quote"]
    assert found and exported["relations"]


def test_what_an_editor_says_of_a_pair_goes_along_and_nothing_is_said_for_the_method(real: Data) -> None:
    for pair in real.exported["alignments"]:
        assert (pair["strength"] is not None and bool(pair["why"])) == (pair["basis"] == "editor")


def test_schema_version_is_said_alike_wherever_it_stands(root: Path, files: dict[str, bytes]) -> None:
    version = json.loads(files["corpus.json"])["schema_version"]
    assert f"现在是 `{version}`" in (root / "docs/data/changes.md").read_text("utf-8")
    assert json.loads(files["corpus.schema.json"])["properties"]["schema_version"]["const"] == version
    assert wording("corpus_schema").things.keys() == json.loads(files["corpus.schema.json"])["$defs"].keys()
