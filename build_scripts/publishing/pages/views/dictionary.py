"""The data dictionary: every table and column, from the definitions the tables are made of."""

from __future__ import annotations

from build_scripts import addresses
from build_scripts.publishing.dataset.tables.all_tables import coded_tables
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.rendering import Page, page
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("dictionary")


def dictionary(index: Index) -> Page:
    tables = coded_tables(index.corpus.vocabulary)
    meta = {
        "title": _WORDS.title,
        "description": _WORDS("description", n=len(tables)),
        "kind": "dictionary",
    }
    return page("dictionary.md.j2", addresses.DICTIONARY, meta, tables=tables, types=wording("codes").types)
