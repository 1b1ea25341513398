"""Citations as files for reference managers, written into the built site: one of each format for each thing cited."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from build_scripts.publishing.citing import bibtex, items, ris
from build_scripts.publishing.citing.items import Item
from build_scripts.publishing.index import Index
from build_scripts.publishing.settings import Site
from build_scripts.store.paths import write_atomically


def all_items(index: Index, site: Site) -> Iterator[Item]:
    """Everything that has a citation of its own."""
    yield items.dataset(site)
    for document in index.documents.values():
        yield items.document(document, site)
    for entry in index.entries.values():
        yield items.measure(entry, site)
    for topic in index.topics.values():
        yield items.topic(topic, site)


def texts(item: Item) -> dict[str, str]:
    """The files of an item, by suffix."""
    return {
        "bib": bibtex.entry(item),
        "ris": ris.record(item),
        "json": json.dumps([item], ensure_ascii=False, indent=1) + "\n",
    }


def write_citations(index: Index, site_dir: Path, site: Site) -> int:
    """Write ``data/cite/<id>.bib``, ``.ris`` and ``.json``; returns how many things can be cited."""
    count = 0
    for item in all_items(index, site):
        count += 1
        for suffix, text in texts(item).items():
            write_atomically(site_dir / "data" / "cite" / f"{item['id']}.{suffix}", text.encode())
    return count
