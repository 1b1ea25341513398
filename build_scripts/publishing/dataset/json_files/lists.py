"""The lists of what there is, kind by kind: ``data/<kind>.json``, what each thing is called and where all of it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from build_scripts import addresses
from build_scripts.publishing.dataset.corpus.corpus_schema import LISTS, head
from build_scripts.publishing.dataset.corpus.fields_of_table import fields
from build_scripts.publishing.dataset.shapes import Schema, listed, record, text
from build_scripts.publishing.dataset.table_model import Data
from build_scripts.publishing.dataset.tables.all_tables import BY_NAME
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("api")
HEAD = ("schema_version", "data_version", "generated_from")

Json = dict[str, Any]


@dataclass(frozen=True)
class Kind:
    """A kind of thing that has a list and a file each; ``told`` are the fields that the list has of it."""

    name: str
    told: tuple[str, ...]

    @property
    def one(self) -> str:
        """A single thing of it, as corpus.schema.json calls it."""
        return LISTS[self.name]


KINDS = (
    Kind("documents", ("id", "title", "title_basis", "number", "issuers", "date", "published", "jurisdiction", "lang")),
    Kind("measures", ("id", "document", "ref", "printed", "section", "heading", "kind")),
    Kind("agencies", ("id", "name", "names", "jurisdiction", "kind", "line")),
    Kind("topics", ("id", "zh", "en", "definition")),
    Kind("points", ("id", "topic", "question", "difference")),
    Kind("jurisdictions", ("id", "code", "name", "short", "level", "within")),
    Kind("works", ("id", "title", "number", "issuer", "date", "document")),
)


def lists(data: Data) -> Iterator[tuple[str, Json]]:
    """(path below data/, content) of every list."""
    for kind in KINDS:
        things = [_told(kind, thing) for thing in data.exported[kind.name]]
        yield f"{kind.name}.json", {k: data.exported[k] for k in HEAD} | {kind.name: things}


def _told(kind: Kind, thing: Mapping[str, Any]) -> Json:
    where = {"json": addresses.rooted(addresses.entry_json(kind.name, thing["id"]))}
    page = {"url": thing["url"]} if "url" in thing else {}
    return {field: thing[field] for field in kind.told} | page | where


def list_schema(kind: Kind, version: str) -> Schema:
    """What a list looks like."""
    known = fields(BY_NAME[kind.name])
    told = {field: known[field] for field in kind.told} | {k: v for k, v in known.items() if k == "url"}
    thing = record(_WORDS.kinds[kind.name], told | {"json": text(_WORDS.json, pattern="^/data/")})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{kind.name}.json",
        **record(_WORDS("list_of", kind=_WORDS.kinds[kind.name]), head(version) | {kind.name: listed(thing)}),
    }
