"""Where facts that no text states were seen: of documents, of bodies, of what became of them."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.publishing.dataset.table_model import Column, Data, Row, key, table
from build_scripts.publishing.text.wording.loading import wording

SOURCE_KINDS = wording("codes").source_kinds


def _fact_sources(data: Data) -> Iterator[Row]:
    for document in data.exported["documents"]:
        yield from _rows(document["id"], document["sources"], document=document["id"])
    for agency in data.exported["agencies"]:
        yield from _rows(agency["id"], agency["sources"], agency=agency["id"])
        for n, event in enumerate(agency["events"], 1):
            yield from _rows(f"{agency['id']}#e{n}", event["sources"], agency=agency["id"], event=n)


def _rows(owner: str, sources: list[Row], **of: str | int) -> Iterator[Row]:
    for n, source in enumerate(sources, 1):
        yield {"document": None, "agency": None, "event": None, **source, **of, "id": f"{owner}/{n}"}


FACT_SOURCES = table(
    "fact_sources",
    (
        key("id"),
        Column("document", to="documents"),
        Column("agency", to="agencies"),
        Column("event", "integer"),
        Column("title", required=True),
        Column("url"),
        Column("seen", required=True),
        Column("shows", required=True),
        Column("kind", required=True, codes=SOURCE_KINDS),
    ),
    _fact_sources,
)
