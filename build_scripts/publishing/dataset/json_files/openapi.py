"""openapi.json: the files under data/ as an interface that programs can be made for (OpenAPI 3.1).

Every file is served as it is, so all there is is GET. Addresses are told from the site's root, which is one step above this
file: wherever the site stands, they hold. Schemas are the files beside it.
"""

from __future__ import annotations

from typing import Any

from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.json_files.lists import KINDS, Kind
from build_scripts.publishing.dataset.shapes import ID, Schema
from build_scripts.publishing.dataset.table_model import Data
from build_scripts.publishing.dataset.tables.all_tables import TABLES
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("api")
_PARTS = {"measures": ("document", "ref"), "points": ("topic", "point")}
"""Of which parts an id is made, where it has a slash."""
_REF = r"^(art\.)?[0-9]+(\.[0-9]+)*(-[0-9]+)?$"


def schema_path(kind: Kind, of_list: bool) -> str:
    """Where the schema of a list, or of one of its things, stands below data/."""
    return f"schemas/{kind.name if of_list else kind.one}.json"


def openapi(data: Data) -> dict[str, Any]:
    """The description."""
    paths = {"/data/corpus.json": _get("corpus", _WORDS.corpus, "application/json", about.SCHEMA)}
    for kind in KINDS:
        named = _WORDS.kinds[kind.name]
        told = _WORDS("list_of", kind=named)
        paths[f"/data/{kind.name}.json"] = _get(kind.name, told, "application/json", schema_path(kind, True))
        parts = _PARTS.get(kind.name, ("id",))
        way = "/".join(f"{{{p}}}" for p in parts)
        one = _get(kind.one, _WORDS("one_of", kind=named), "application/json", schema_path(kind, False))
        paths[f"/data/{kind.name}/{way}.json"] = one | {"parameters": [_parameter(kind, p) for p in parts]}
    tables = _parameter_of("table", _WORDS.parameters["table"], {"type": "string", "enum": [t.name for t in TABLES]})
    paths["/data/tables/{table}.csv"] = _get("table", _WORDS.table, "text/csv") | {"parameters": [tables]}
    for folder, ending, media in (
        ("text", "txt", "text/plain"),
        ("markdown", "md", "text/markdown"),
        ("akn", "xml", "application/xml"),
        ("sources", "txt", "text/plain"),
    ):
        form = _get(folder, _WORDS.forms[folder], media)
        paths[f"/data/{folder}/{{id}}.{ending}"] = form | {"parameters": [_parameter(KINDS[0], "id")]}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": about.title(data.edition),
            "summary": _WORDS.summary,
            "description": f"{about.sentence(data.corpus)}{_WORDS.description}",
            "version": data.edition.version,
            "license": {"name": about.LICENCE, "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": "..", "description": _WORDS.server}],
        "externalDocs": {"url": "use/", "description": _WORDS.guide},
        "paths": paths,
    }


def _get(name: str, told: str, media: str, schema: str = "") -> dict[str, Any]:
    shape = {"$ref": schema} if schema else {"type": "string"}
    found = {"description": told, "content": {media: {"schema": shape}}}
    missing = {"description": _WORDS.missing}
    return {"get": {"operationId": f"get_{name}", "summary": told, "responses": {"200": found, "404": missing}}}


def _parameter(kind: Kind, name: str) -> dict[str, Any]:
    pattern = _REF if name == "ref" else ID
    return _parameter_of(
        name, _WORDS.parameters.get(name, _WORDS.parameters["id"]), {"type": "string", "pattern": pattern}
    )


def _parameter_of(name: str, note: str, schema: Schema) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "description": note, "schema": schema}
