"""A built page in 原貌, as docs/assets/js/shared/form.js shows it: what the tests of the texts to the letter read."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

from build_scripts.publishing.text.reading_form.patch import patched

APART = ("button", "script", "style")


@cache
def soup(path: Path) -> BeautifulSoup:
    """A built page, parsed once for all that is asked of it; nobody changes it."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")


def as_received(page: BeautifulSoup) -> BeautifulSoup:
    """A copy of a page with its texts as they were received and their languages; the page itself where they are no others."""
    if page.find(_is_read_otherwise) is None:
        return page
    page = copy.copy(page)
    for element in page.find_all(attrs={"data-received": True}):
        lay(element, patched("".join(texts(element)), element["data-received"]))
    for element in page.find_all(attrs={"data-hant": True}):
        element["lang"] = "zh-Hant"
    return page


def _is_read_otherwise(element: Tag) -> bool:
    return element.has_attr("data-received") or element.has_attr("data-hant")


def texts(element: Tag) -> list[NavigableString]:
    strings = element.find_all(string=True)
    return [s for s in strings if not isinstance(s, PreformattedString) and not inside(s, element)]


def inside(string: NavigableString, element: Tag) -> bool:
    """Whether a text stands in a control, a script or a style within the element."""
    return any(parent.name in APART for parent in string.parents if element in parent.parents)


def lay(element: Tag, words: str) -> None:
    at = 0
    for string in texts(element):
        string.replace_with(NavigableString(words[at : at + len(string)]))
        at += len(string)


@cache
def received(path: Path) -> BeautifulSoup:
    return as_received(soup(path))
