"""Citations as files for reference managers, among the downloads: one of each format for each thing cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from build_scripts import addresses
from build_scripts.model import Document
from build_scripts.publishing.citing import bibtex, items, ris
from build_scripts.publishing.citing.items import Item
from build_scripts.publishing.index.essays import Essay
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.json_text import for_people
from build_scripts.store.paths import write_atomically

Compared = Iterable[tuple[Document, Document]]
"""The documents that have a page article by article: each in whose order it stands, and the other."""


def all_items(index: Index, site: Site, compared: Compared = (), essays: Iterable[Essay] = ()) -> Iterator[Item]:
    """Everything that has a citation of its own, as it is read: what has a page, and the data."""
    yield from map(items.as_read, _all(index, site, compared, essays))


def _all(index: Index, site: Site, compared: Compared, essays: Iterable[Essay]) -> Iterator[Item]:
    yield items.dataset(site)
    for document in index.documents.values():
        yield items.document(document, site)
    for entry in index.entries.values():
        yield items.measure(entry, site)
    for topic in index.topics.values():
        yield items.topic(topic, site)
    for own, other in compared:
        yield items.comparison(own, other, site)
    for essay in essays:
        yield items.essay(essay, site)


def texts(item: Item) -> dict[str, str]:
    """The files of an item, by suffix."""
    return {
        "bib": bibtex.entry(item),
        "ris": ris.record(item),
        "json": for_people([item]).decode(),
    }


def write_citations(
    index: Index, docs_dir: Path, site: Site, compared: Compared = (), essays: Iterable[Essay] = ()
) -> int:
    """Write ``data/cite/<id>.bib``, ``.ris`` and ``.json``, remove those of things that are no more.

    Returns how many things can be cited.
    """
    wanted = {
        docs_dir / addresses.citation(i["id"], suffix): text
        for i in all_items(index, site, compared, essays)
        for suffix, text in texts(i).items()
    }
    for path, text in wanted.items():
        write_atomically(path, text.encode())
    for path in (docs_dir / addresses.CITATIONS).rglob("*"):
        if path.is_file() and path not in wanted:
            path.unlink()
    return len(wanted) // 3
