"""The built site's markup, every page: the script of each text is told, ids are unique, headers say what they head."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from bs4 import NavigableString, Tag
from bs4.element import Comment, Doctype

from build_scripts.sources.fold import script_table
from tests.test_site import PAGES, SITE, soup

LABELS = ("title", "aria-label", "placeholder", "alt")


def _simplified_too(character: str) -> bool:
    """GB 2312 is the set of Simplified Chinese: it has 著 (显著), 乾 (乾坤), 么, 藉 and the like, which fold away as well."""
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


TRADITIONAL_ONLY = {c for c in script_table() if not _simplified_too(c)}


@pytest.mark.parametrize("character", "億個辦號關產業")
def test_these_are_traditional_only(character: str) -> None:
    assert character in TRADITIONAL_ONLY


@pytest.mark.parametrize("character", "著乾么藉后里")
def test_these_are_simplified_too(character: str) -> None:
    assert character not in TRADITIONAL_ONLY


def said(body: Tag) -> Iterator[tuple[Tag, str]]:
    """What a page says to a reader: its text nodes and the labels of its elements, each with the element it stands in."""
    for node in body.find_all(string=True):
        if node.parent.name not in ("script", "style") and not isinstance(node, Comment | Doctype):
            yield node.parent, str(node)
    for element in body.find_all(True):
        yield from ((element, element[label]) for label in LABELS if element.get(label))


def lang_of(element: Tag) -> str:
    return next(e["lang"] for e in (element, *element.parents) if e.get("lang"))


def test_what_is_in_traditional_characters_says_so() -> None:
    unmarked = [
        f"{path.relative_to(SITE)}: {text.strip()[:40]}"
        for path in PAGES
        for element, text in said(soup(path).body)
        if TRADITIONAL_ONLY.intersection(text) and lang_of(element) != "zh-Hant"
    ]
    assert not unmarked, f"{len(unmarked)}:\n" + "\n".join(unmarked[:20])


def test_every_page_is_in_simplified_characters_but_where_it_says_otherwise() -> None:
    assert {soup(path).html["lang"] for path in PAGES} == {"zh-Hans"}


def test_ids_are_unique_on_every_page() -> None:
    for path in PAGES:
        twice = [i for i, n in Counter(e["id"] for e in soup(path).find_all(id=True)).items() if n > 1]
        assert not twice, f"{path.relative_to(SITE)}: {twice}"


def test_every_table_header_says_what_it_heads() -> None:
    silent = [
        f"{path.relative_to(SITE)}: {th.get_text()}"
        for path in PAGES
        for th in soup(path).find_all("th")
        if th.get("scope") not in {"col", "row", "colgroup", "rowgroup"}
    ]
    assert not silent, "\n".join(silent[:20])


def test_every_table_has_a_caption_or_a_heading_that_names_it() -> None:
    nameless = [
        f"{path.relative_to(SITE)}: {table.get_text(' ', strip=True)[:40]}"
        for path in PAGES
        for table in soup(path).find_all("table")
        if not table.caption and (table.find_parent("details") or not table.find_parent(["section", "div"], attrs={"aria-labelledby": True}))
    ]
    assert not nameless, "\n".join(nameless[:20])
