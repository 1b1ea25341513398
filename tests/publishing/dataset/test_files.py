"""The dataset as a whole: complete, checked by its sums, the same every time, true to its schema."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import jsonschema
import pytest
import yaml

from build_scripts.publishing.dataset.archive import zip_bytes
from build_scripts.publishing.dataset.writing import Data, write_dataset

BUILD = """
import sys
from pathlib import Path
from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.publishing.dataset.writing import write_data
data, written = map(Path, sys.argv[1:3])
write_data(load_corpus(data)[0], written, sys.argv[3], data)
"""


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def sums(content: bytes) -> dict[str, str]:
    return {name: digest for digest, name in (line.split("  ", 1) for line in content.decode().splitlines())}


@pytest.mark.parametrize("which", ["files", "hostile_files"])
def test_corpus_json_and_the_single_files_are_as_the_schema_says(which: str, request: pytest.FixtureRequest) -> None:
    files = request.getfixturevalue(which)
    schema = json.loads(files["corpus.schema.json"])
    validator = jsonschema.Draft202012Validator
    validator.check_schema(schema)
    assert [e.message for e in validator(schema).iter_errors(json.loads(files["corpus.json"]))] == []
    for path, content in files.items():
        kind = {"measures": "measure", "agencies": "agency", "topics": "topic"}.get(path.split("/")[0])
        if kind:
            single = {"$defs": schema["$defs"], "$ref": f"#/$defs/{kind}"}
            assert validator(single).is_valid(json.loads(content)[kind]), path


def test_there_is_a_file_for_every_measure_agency_topic_and_document(files: dict[str, bytes]) -> None:
    corpus = json.loads(files["corpus.json"])
    for kind in ("measures", "agencies", "topics"):
        assert {f"{kind}/{x['id']}.json" for x in corpus[kind]} == {p for p in files if p.startswith(f"{kind}/")}
    for document in corpus["documents"]:
        forms = (f"akn/{document['id']}.xml", f"text/{document['id']}.txt", f"markdown/{document['id']}.md")
        assert all(f in files for f in forms)
        assert hashlib.sha256(files[f"sources/{document['id']}.txt"]).hexdigest() == document["source_sha256"]


def test_a_measure_s_file_has_all_that_hangs_on_it(files: dict[str, bytes]) -> None:
    held = json.loads(files["measures/gansu-enclave-economy/3.4.json"])
    assert held["document"]["id"] == "gansu-enclave-economy"
    assert {a["id"] for a in held["agencies"]} == {r["agency"] for r in held["measure"]["responsibilities"]} - {None}
    assert [t["id"] for t in held["topics"]] == [t["id"] for t in held["measure"]["topics"]]
    assert held["alignments"] and all(held["measure"]["id"] in (p["a"], p["b"]) for p in held["alignments"])


def test_the_zip_holds_everything_and_its_checksums_are_right(files: dict[str, bytes], real: Data) -> None:
    with zipfile.ZipFile(io.BytesIO(files["policy-in-parallel.zip"])) as archive:
        assert archive.testzip() is None
        folder = f"policy-in-parallel-{real.edition.version}/"
        inside = {name.removeprefix(folder): archive.read(name) for name in archive.namelist()}
    listed = sums(inside.pop("SHA256SUMS"))
    assert inside == {p: c for p, c in files.items() if p not in ("policy-in-parallel.zip", "SHA256SUMS")}
    assert listed == {path: hashlib.sha256(content).hexdigest() for path, content in inside.items()}
    assert {"CITATION.cff", "LICENSE.txt", "README.txt", "datapackage.json"} <= set(inside)


def test_the_published_checksums_cover_the_zip_too(files: dict[str, bytes]) -> None:
    listed = sums(files["SHA256SUMS"])
    assert listed == {p: hashlib.sha256(c).hexdigest() for p, c in files.items() if p != "SHA256SUMS"}


def test_every_export_names_the_version_of_the_data(files: dict[str, bytes], real: Data) -> None:
    version = real.edition.version
    assert json.loads(files["corpus.json"])["data_version"] == version
    assert json.loads(files["datapackage.json"])["version"] == version
    assert version in files["README.txt"].decode()
    assert yaml.safe_load(files["CITATION.cff"])["version"] == version
    assert yaml.safe_load(files["CITATION.cff"])["date-released"].isoformat() == real.edition.released


@pytest.mark.builds
def test_two_builds_are_the_same_byte_for_byte(real: Data, root: Path, frozen: Path, tmp_path: Path) -> None:
    """This process, and one that hashes, counts time and speaks differently."""
    write_dataset(real, tmp_path / "here" / "data")
    other = os.environ | {"PYTHONHASHSEED": "1", "TZ": "America/New_York", "LC_ALL": "C"}
    command = [sys.executable, "-c", BUILD, str(frozen), str(tmp_path / "there"), str(real.commit)]
    subprocess.run(command, cwd=root, env=other, check=True, timeout=600)
    first, second = tree(tmp_path / "here"), tree(tmp_path / "there")
    assert len(first) > 200
    assert [p for p in first.keys() | second.keys() if first.get(p) != second.get(p)] == []


def test_a_second_build_writes_nothing_and_what_is_gone_goes(hostile: Data, tmp_path: Path) -> None:
    written = write_dataset(hostile, tmp_path)
    stamps = {p: p.stat().st_mtime_ns for p in written}
    (tmp_path / "measures" / "gone").mkdir()
    (tmp_path / "measures" / "gone" / "1.json").write_text("{}")
    (tmp_path / "index.md").write_text("手写")
    write_dataset(hostile, tmp_path)
    assert {p: p.stat().st_mtime_ns for p in written} == stamps
    assert not (tmp_path / "measures" / "gone").exists()
    assert (tmp_path / "index.md").read_text() == "手写"


def test_no_markdown_is_written_where_it_would_become_a_page(hostile: Data, tmp_path: Path) -> None:
    write_dataset(hostile, tmp_path)
    assert list(tmp_path.rglob("*.md")) == []


def test_a_zip_depends_on_its_content_alone() -> None:
    content = {"a.txt": "甲".encode(), "b/c.txt": b""}
    assert zip_bytes(content) == zip_bytes(dict(content))
    with zipfile.ZipFile(io.BytesIO(zip_bytes(content, "x/"))) as archive:
        assert [(i.filename, i.date_time) for i in archive.infolist()] == [
            ("x/a.txt", (1980, 1, 1, 0, 0, 0)),
            ("x/b/c.txt", (1980, 1, 1, 0, 0, 0)),
        ]
