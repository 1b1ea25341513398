"""What every Word document of ours has around its tables: how to cite it, of which data it is, where its words stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_scripts import addresses
from build_scripts.model import Document
from build_scripts.publishing.citing.citations import Cited
from build_scripts.publishing.index.lookups import Entry
from build_scripts.publishing.pages.word.paper import Mark, Notes, Paper, Paragraph, Text, WordTable, plain
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.reading_form.form import reading_form, told_form
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("word")


def paper(title: str, address: str, site: Site, blocks: Iterable[Paragraph | WordTable], notes: Notes) -> Paper:
    """The document that prints the page at an address, of the blocks below its title."""
    url, told = site.absolute(address), told_form(title)
    foot = _WORDS("foot", title=told, url=url)
    held = (plain(told, "Title"), *blocks)
    return Paper(told, _WORDS.creator, url, site.released or site.today, foot, held, tuple(notes.held))


def closing(cited: Cited, site: Site) -> Iterator[Paragraph]:
    """How the page is cited in the first of the styles, and the data it was made of."""
    words = cited.words[0]
    day = _WORDS.accessed + words.after if words.after is not None else ""
    yield plain(_WORDS("cite", cited=told_form(words.before) + day), "Small")
    yield plain(_WORDS.reading_form, "Small")
    if site.version:
        yield plain(_WORDS("version", version=site.version, released=site.released), "Small")


def read(text: str, document: Document) -> str:
    """Words of a document as they are read."""
    return reading_form(text, document.lang)


def said_at(document: str, entry: str) -> str:
    """Before what a footnote says: a document by its short name and, where it has one, the entry as printed."""
    named = f"{document} {entry.rstrip(_WORDS.comma)}" if entry else document
    return _WORDS("said_at", place=named)


def place(notes: Notes, entry: Entry, site: Site) -> Mark:
    """A footnote with an entry's own address."""
    url = site.absolute(addresses.measure(entry.id))
    return notes.mark(Text(said_at(entry.short, entry.printed)), Text(url, url))
