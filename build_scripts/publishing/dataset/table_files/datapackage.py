"""datapackage.json: what the CSV tables hold and how they join (Data Package 2.0, Table Schema 2.0)."""

from __future__ import annotations

from typing import Any

from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.table_files.csv_files import defuse
from build_scripts.publishing.dataset.table_model import Column, Data, Table
from build_scripts.publishing.dataset.tables.all_tables import BY_NAME, coded_tables

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def datapackage(data: Data, csv: dict[str, bytes]) -> dict[str, Any]:
    """The descriptor. ``csv`` are the tables by path, for their size and hash."""
    return {
        "$schema": PROFILE,
        "name": about.NAME,
        "title": about.title(data.edition),
        "description": about.sentence(data.corpus),
        "version": data.edition.version,
        "created": f"{data.edition.released}T00:00:00Z",
        "licenses": [{"name": "CC-BY-4.0", "path": about.LICENCE_URL, "title": about.LICENCE}],
        "contributors": [{"title": about.EDITORS, "roles": ["creator"]}],
        "keywords": list(about.KEYWORDS),
        "resources": [_resource(t, csv[about.csv_path(t.name)]) for t in coded_tables(data.corpus.vocabulary)],
    }


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": f"{table.zh} {table.en}",
        "description": table.note,
        "type": "table",
        "path": about.csv_path(table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{about.sha256(content)}",
        "schema": table_schema(table),
    }


def table_schema(table: Table) -> dict[str, Any]:
    """A table's schema. Rows are unique by the primary key; a foreign key leads to the one key column of a table."""
    schema: dict[str, Any] = {
        "fields": [_field(c) for c in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    keys = [_foreign_key(c, table) for c in table.columns if c.to]
    return schema | ({"foreignKeys": keys} if keys else {})


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.codes:
        constraints["enum"] = [defuse(code) for code in column.codes]
    codes = "；".join(f"{code} {zh}" for code, zh in column.codes.items())
    note = "。".join(part for part in (column.note, codes) if part)
    field = {"name": column.name, "type": column.type, "title": f"{column.zh} {column.en}"}
    return field | ({"description": note} if note else {}) | ({"constraints": constraints} if constraints else {})


def _foreign_key(column: Column, table: Table) -> dict[str, Any]:
    resource = "" if column.to == table.name else column.to
    return {"fields": [column.name], "reference": {"resource": resource, "fields": list(BY_NAME[column.to or ""].key)}}
