"""Lists, single files, their schemas and openapi.json: each file is as its schema says, and all of them are described."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from referencing import Registry, Resource

from build_scripts.publishing.dataset.json_files.lists import KINDS
from build_scripts.publishing.dataset.json_files.openapi import schema_path
from tests.publishing.dataset.test_tables import on_disk

BASE = "https://example.test/data/"


@pytest.fixture(params=["files", "hostile_files"])
def written(request: pytest.FixtureRequest) -> dict[str, bytes]:
    found: dict[str, bytes] = request.getfixturevalue(request.param)
    return found


def validator(files: dict[str, bytes], path: str) -> Draft202012Validator:
    """The schema at a path, with what it leads to in other files."""
    schemas = {p: json.loads(c) for p, c in files.items() if p.startswith("schemas/") or p == "corpus.schema.json"}
    registry: Registry[Any] = Registry().with_resources(
        (BASE + p, Resource.from_contents(s)) for p, s in schemas.items()
    )
    Draft202012Validator.check_schema(schemas[path])
    return Draft202012Validator({"$ref": BASE + path}, registry=registry)


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.name)
def test_every_list_and_single_file_is_as_its_schema_says(kind: Any, written: dict[str, bytes]) -> None:
    of_list, of_one = (validator(written, schema_path(kind, which)) for which in (True, False))
    listed = json.loads(written[f"{kind.name}.json"])
    assert [e.message for e in of_list.iter_errors(listed)] == []
    corpus = json.loads(written["corpus.json"])
    assert [x["id"] for x in listed[kind.name]] == [x["id"] for x in corpus[kind.name]]
    for thing, whole in zip(listed[kind.name], corpus[kind.name], strict=True):
        single = json.loads(written[thing["json"].removeprefix("/data/")])
        assert single[kind.one] == whole
        assert [e.message for e in of_one.iter_errors(single)] == []
        assert all(thing[k] == whole[k] for k in thing if k != "json")
    assert not of_one.is_valid({}) and not of_list.is_valid({kind.name: [{}]})


def test_a_document_s_file_has_its_measures_and_what_it_cites(written: dict[str, bytes]) -> None:
    corpus = json.loads(written["corpus.json"])
    for document in corpus["documents"]:
        held = json.loads(written[f"documents/{document['id']}.json"])
        assert held["measures"] == [m for m in corpus["measures"] if m["document"] == document["id"]]
        cites = {w["id"] for w in corpus["works"] if any(c["document"] == document["id"] for c in w["cited_by"])}
        assert {w["id"] for w in held["works"]} == cites


def test_openapi_is_valid_and_its_schemas_are_found(written: dict[str, bytes], tmp_path: Path) -> None:
    folder = on_disk({p: c for p, c in written.items() if p.endswith(".json") and p.count("/") < 2}, tmp_path)
    path = folder / "openapi.json"
    spec = json.loads(path.read_bytes())
    validate(spec, base_uri=path.as_uri())
    for way in spec["paths"].values():
        for media in way["get"]["responses"]["200"]["content"].values():
            assert "$ref" not in media["schema"] or (folder / media["schema"]["$ref"]).is_file()


def test_openapi_tells_every_json_file_and_table_and_no_other(written: dict[str, bytes]) -> None:
    spec = json.loads(written["openapi.json"])
    shapes = [re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(p.removeprefix("/data/"))) for p in spec["paths"]]
    told = [p for p in written if any(re.fullmatch(shape, p) for shape in shapes)]
    described = {"corpus.schema.json", "openapi.json", "datapackage.json", "policy-in-parallel.datasette.json"}
    data = {p for p in written if p.endswith((".json", ".csv")) and not p.startswith("schemas/")} - described
    assert data <= set(told)
    assert all(any(re.fullmatch(shape, p) for p in written) for shape in shapes if "works/" not in shape)
