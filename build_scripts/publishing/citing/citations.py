"""A document, an entry, a topic, a comparison, an essay or the data, cited in words by three styles."""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts import addresses
from build_scripts.model import Document, Topic
from build_scripts.publishing.citing import items
from build_scripts.publishing.citing.items import Item
from build_scripts.publishing.citing.styles import ACCESSED, STYLES, render
from build_scripts.publishing.index.essays import Essay
from build_scripts.publishing.index.lookups import Entry
from build_scripts.publishing.settings import Site
from build_scripts.store.edition import Edition

FORMATS = (("bib", "BibTeX"), ("ris", "RIS"), ("json", "CSL-JSON"))


@dataclass(frozen=True)
class StyledWords:
    """A citation in one style. Where the reader's own access date belongs, it stands between ``before`` and ``after``."""

    id: str
    style: str
    before: str
    after: str | None = None


@dataclass(frozen=True)
class Cited:
    """What the part 「引用」 of a page shows; ``files`` are (address, format); ``note`` what the source does not state."""

    permalink: str
    words: tuple[StyledWords, ...]
    files: tuple[tuple[str, str], ...]
    note: str = ""
    lang: str = ""
    sentences: bool = False


def cite_document(d: Document, site: Site) -> Cited:
    item = items.document(d, site)
    return _cited(item, items.legal(item, d), d)


def cite_measure(entry: Entry, site: Site) -> Cited:
    item = items.measure(entry, site)
    return _cited(item, items.legal(item, entry.document, entry), entry.document, sentences=True)


def cite_topic(topic: Topic, site: Site) -> Cited:
    return _cited(items.topic(topic, site))


def cite_comparison(own: Document, other: Document, site: Site) -> Cited:
    return _cited(items.comparison(own, other, site))


def cite_essay(essay: Essay, site: Site) -> Cited:
    return _cited(items.essay(essay, site))


def cite_dataset(site: Site) -> Cited:
    item = items.dataset(site)
    return _cited(item)


def dataset_without_address(edition: Edition) -> str:
    """The data cited where nobody knows at which address they stand: in a file of theirs. By the first style."""
    item = items.dataset(Site(version=edition.version, released=edition.released, dataset=edition.title))
    return render({k: v for k, v in item.items() if k != "URL"}, STYLES[0]).replace(ACCESSED, "")


def _cited(item: Item, legal: Item | None = None, d: Document | None = None, sentences: bool = False) -> Cited:
    words = []
    for style in STYLES:
        text = render((legal or items.legal(item)) if style.id == "law" else item, style)
        before, mark, after = text.partition(ACCESSED)
        words.append(StyledWords(style.id, style.name, before, after if mark else None))
    files = tuple((addresses.citation(item["id"], suffix), label) for suffix, label in FORMATS)
    lang = d.lang if d and d.lang == "zh-Hant" else ""
    return Cited(item["URL"], tuple(words), files, item.get("note", ""), lang, sentences)
