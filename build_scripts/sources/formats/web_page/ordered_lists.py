"""The numbers that browsers print before the items of ordered lists."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from ..numerals import CSS, HTML_TYPES

_NUMBER = re.compile(r"\s*([+-]?\d{1,5})\s*")
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]*)", re.I)
_TYPED = re.compile(
    r"\s*(?:[（(]?\s*[一二三四五六七八九十百零〇\d]{1,4}\s*[、.．）)]|第[一二三四五六七八九十百零〇\d]{1,4}[条章节]|[①-⑳⑴-⒛㈠-㈩])"
)
_UNNUMBERED = frozenset(["none", "disc", "circle", "square"])


@dataclass
class Ordered:
    """A list and the number of its next item."""

    style: str
    next: int
    step: int = 1

    def number(self, item: etree._Element) -> str:
        """What is printed before an item: numeral, mark, and a space where the mark is narrow."""
        own = _integer(item.get("value"))
        if own is not None:
            self.next = own
        number, self.next = self.next, self.next + self.step
        numeral, mark = CSS[self.style]
        return numeral(number) + mark + (" " if mark == "." else "")


def ordered(element: etree._Element) -> Ordered | None:
    """The numbering of an ``ol``; None where it shows none, or where its items bring typed numbers of their own.

    Many sites switch numbers off in a sheet that is not part of the saved page, and type them.
    """
    items = [e for e in element if e.tag == "li"]
    style = _style(element) or HTML_TYPES.get(element.get("type") or "", "decimal")
    if style in _UNNUMBERED or (items and _TYPED.match(_beginning(items[0]))):
        return None
    backwards = element.get("reversed") is not None
    start = _integer(element.get("start"))
    first = start if start is not None else len(items) if backwards else 1
    return Ordered(style if style in CSS else "decimal", first, -1 if backwards else 1)


def _beginning(item: etree._Element) -> str:
    found = ""
    for piece in item.itertext():
        found += str(piece).lstrip() if not found else str(piece)
        if len(found) > 12:
            break
    return found


def _style(element: etree._Element) -> str | None:
    """The list style that the element itself or its first item asks for."""
    first = next((e for e in element if e.tag == "li"), None)
    for each in (element, first):
        stated = _STYLE.search(each.get("style") or "") if each is not None else None
        for word in stated[1].lower().split() if stated else ():
            if word in CSS or word in _UNNUMBERED:
                return word
    return None


def _integer(value: str | None) -> int | None:
    found = _NUMBER.fullmatch(value) if value else None
    return int(found[1]) if found else None
