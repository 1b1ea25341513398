"""CSV tables and datapackage.json: the same as corpus.json, joined by keys, and no formula in any cell."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import frictionless
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.publishing.dataset.table_files.csv_files import FORMULA_STARTS, defuse
from build_scripts.publishing.dataset.tables.all_tables import BY_NAME, TABLES
from build_scripts.publishing.dataset.writing import Data
from tests.publishing.dataset.conftest import STARTS


def rows(files: dict[str, bytes], table: str) -> list[dict[str, str]]:
    """A table as a program reads it."""
    content = files[f"tables/{table}.csv"]
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def undo(cell: str) -> str:
    """The text of a cell, as the README of the dataset tells readers to get it back."""
    return cell[1:] if cell[:1] == "'" else cell


def on_disk(files: dict[str, bytes], folder: Path) -> Path:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def test_there_are_as_many_rows_as_things_in_corpus_json(files: dict[str, bytes]) -> None:
    corpus = json.loads(files["corpus.json"])
    for name in ("documents", "measures", "agencies", "topics", "alignments"):
        assert len(rows(files, name)) == len(corpus[name]), name
    for name in ("responsibilities", "targets", "citations"):
        assert len(rows(files, name)) == sum(len(m[name]) for m in corpus["measures"]), name
    assert len(rows(files, "measure_topics")) == sum(len(m["topics"]) for m in corpus["measures"])
    assert len(rows(files, "agency_events")) == sum(len(a["events"]) for a in corpus["agencies"])


def test_cells_say_what_corpus_json_says(files: dict[str, bytes]) -> None:
    measures = {m["id"]: m for m in json.loads(files["corpus.json"])["measures"]}
    for row in rows(files, "measures"):
        measure = measures[row["id"]]
        assert undo(row["text"]) == measure["text"]
        assert int(row["start"]) == measure["start"]
        assert row["primary_topic"] == measure["topics"][0]["id"]
    for row in rows(files, "responsibilities"):
        duty = measures[row["measure"]]["responsibilities"][int(row["n"]) - 1]
        assert [row["name"], row["agency"] or None, row["role"]] == [duty["name"], duty["agency"], duty["role"]]
        assert row["collective"] == ("true" if duty["collective"] else "false")
    for row in rows(files, "targets"):
        target = measures[row["measure"]]["targets"][int(row["n"]) - 1]
        assert (float(row["value"]) if row["value"] else None) == target["value"]


def test_every_key_is_unique_and_every_reference_leads_somewhere(files: dict[str, bytes]) -> None:
    for table in TABLES:
        held = rows(files, table.name)
        keys = [tuple(row[k] for k in table.key) for row in held]
        assert len(set(keys)) == len(keys), table.name
        for column in (c for c in table.columns if c.to):
            there = {row[BY_NAME[column.to].key[0]] for row in rows(files, column.to)}
            assert {row[column.name] for row in held} - {""} <= there, f"{table.name}.{column.name}"


def test_excel_sees_utf_8(files: dict[str, bytes]) -> None:
    assert all(content.startswith(b"\xef\xbb\xbf") for path, content in files.items() if path.endswith(".csv"))


def test_no_cell_begins_like_a_formula(hostile_files: dict[str, bytes]) -> None:
    for table in TABLES:
        numbers = {c.name for c in table.columns if c.type in ("integer", "number")}
        for row in rows(hostile_files, table.name):
            bad = [v for k, v in row.items() if v[:1] in FORMULA_STARTS and v and k not in numbers]
            assert not bad, f"{table.name}: {bad}"


def test_what_was_defused_reads_back_to_the_letter(hostile_files: dict[str, bytes]) -> None:
    names = [undo(r["name"]) for r in rows(hostile_files, "responsibilities") if r["measure"] == "hostile/1.1"]
    assert names == list(STARTS)


@given(st.text())
def test_defusing_can_always_be_undone(text: str) -> None:
    assert undo(defuse(text)) == text
    assert defuse(text)[:1] not in FORMULA_STARTS or not text


@pytest.mark.parametrize("which", ["files", "hostile_files"])
def test_the_data_package_is_valid_and_its_foreign_keys_hold(
    which: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    folder = on_disk(request.getfixturevalue(which), tmp_path)
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "title", "message"])[:5]
    assert len(report.tasks) == len(TABLES)


def test_frictionless_would_notice_a_body_that_does_not_exist(files: dict[str, bytes], tmp_path: Path) -> None:
    broken = dict(files)
    broken["tables/responsibilities.csv"] = files["tables/responsibilities.csv"].replace(b"gansu-drc", b"gansu-nobody")
    package = json.loads(files["datapackage.json"])
    for resource in package["resources"]:
        del resource["hash"], resource["bytes"]
    broken["datapackage.json"] = json.dumps(package).encode()
    report = frictionless.Package(str(on_disk(broken, tmp_path) / "datapackage.json")).validate()
    assert {error[0] for error in report.flatten(["type"])} == {"foreign-key"}


def test_the_descriptor_names_version_licence_and_every_table(files: dict[str, bytes], real: Data) -> None:
    package = json.loads(files["datapackage.json"])
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert package["version"] == real.edition.version
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert [r["name"] for r in package["resources"]] == [t.name for t in TABLES]
    assert all(r["schema"]["primaryKey"] for r in package["resources"])


def test_every_source_of_a_fact_has_a_row_that_says_of_what(files: dict[str, bytes]) -> None:
    corpus = json.loads(files["corpus.json"])
    wanted = {
        f"{owner}/{n}": source
        for owner, sources in (
            *((d["id"], d["sources"]) for d in corpus["documents"]),
            *((a["id"], a["sources"]) for a in corpus["agencies"]),
            *((f"{a['id']}#e{k}", e["sources"]) for a in corpus["agencies"] for k, e in enumerate(a["events"], 1)),
        )
        for n, source in enumerate(sources, 1)
    }
    found = {row["id"]: row for row in rows(files, "fact_sources")}
    assert found.keys() == wanted.keys() and found
    for id, source in wanted.items():
        row = found[id]
        assert [row[k] or None for k in ("title", "url", "seen", "shows", "kind")] == [
            source[k] for k in ("title", "url", "seen", "shows", "kind")
        ]
        assert bool(row["document"]) != bool(row["agency"]) and bool(row["event"]) == ("#e" in id)


def test_an_event_without_sources_is_unverified_and_one_with_some_is_told_by_their_titles(
    files: dict[str, bytes],
) -> None:
    for agency in json.loads(files["corpus.json"])["agencies"]:
        for event in agency["events"]:
            assert event["source"] == ("；".join(s["title"] for s in event["sources"]) or "unverified")
