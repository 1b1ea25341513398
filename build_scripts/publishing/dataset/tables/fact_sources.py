"""Where facts that no text states were seen: of documents, of bodies, of what became of them."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.publishing.dataset.shapes import DATE
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
    ("documents.sources", "agencies.sources", "agencies.events.sources"),
    (
        key("id", above="#"),
        Column("document", to="documents", above="documents.id"),
        Column("agency", to="agencies", above="agencies.id"),
        Column("event", "integer", above="events.#"),
        Column("title", required=True),
        Column("url", pattern="^https?://"),
        Column("seen", required=True, pattern=DATE),
        Column("shows", required=True),
        Column("kind", required=True, codes=SOURCE_KINDS),
    ),
    _fact_sources,
)
