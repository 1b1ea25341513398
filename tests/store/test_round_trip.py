"""YAML in, model, YAML out: byte for byte the same file."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.fixing import canonical
from build_scripts.locating import loading
from build_scripts.model import Document, Measure, Responsibility
from build_scripts.own_yaml import values
from build_scripts.store.paths import Layout
from build_scripts.store.schemas import schema_files
from build_scripts.store.yaml_to_types import Reader
from build_scripts.store.yaml_tree import parse
from build_scripts.store.yaml_writing.yaml_dump import dump
from tests.places import FROZEN, ROOT


def load(text: str, cls: type):
    tree, problems = parse(text, "x.yml")
    assert not problems
    reader = Reader(tree, "x.yml")
    value = reader.read(cls)
    assert not reader.problems
    return value


def test_every_file_comes_out_in_the_canonical_form_it_went_in(frozen: Path) -> None:
    found = loading.load(frozen)
    files = canonical(found)
    assert not found.problems
    assert len(files) >= 10
    for path, text in files.items():
        assert path.read_bytes().decode() == text, path.name


def test_extracted_files_round_trip(frozen: Path) -> None:
    for path in sorted((frozen / "structured" / "extracted").glob("*.yml")):
        text = path.read_bytes().decode()
        assert dump(load(text, Document)) == text


AWKWARD = [
    "3.10",
    "yes",
    "null",
    "~",
    "2022-03-01",
    "1e3",
    "- a",
    "a: b",
    "#x",
    " leading",
    "trailing ",
    "“引”",
    "'",
    '"',
    "{{ 7*7 }}",
    "&amp;",
    "*a",
    "!b",
    "%",
    "@",
    "`",
    "|",
    ">",
    "[x](javascript:1)",
    "a\nb",
    "a\n\n  b\n",
    "\ttab",
    "\u200b",
    "𠮷",
    "—",
    "<script>",
    "0x1F",
    "1_000",
    "12:30",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_strings_survive(text: str) -> None:
    measure = Measure("3.10", text, text, responsibilities=(Responsibility(text, "lead", note := None),), note=text)
    assert load(dump(measure), Measure) == measure, note


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=80))
def test_any_text_survives(text: str) -> None:
    measure = Measure("1", text or None, text)
    assert load(dump(measure), Measure) == measure


def test_the_json_schemas_are_those_of_the_model(root: Path) -> None:
    for path, text in schema_files(Layout(root)).items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name} is stale: run make fix"


@pytest.mark.parametrize("where", [FROZEN, ROOT], ids=["frozen", "live"])
def test_records_satisfy_their_schema(where: Path) -> None:
    schema = json.loads((ROOT / "structured" / "schema" / "document.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft7Validator(schema)
    for path in sorted((where / "structured" / "records").glob("*.yml")):
        assert not list(validator.iter_errors(values(path.read_text(encoding="utf-8"))))
