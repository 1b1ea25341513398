"""All characters of a page outside its tags and scripts, gathered without building a tree."""

from __future__ import annotations

import html
import re

_UNSEEN = ("script", "style", "title", "iframe", "noembed", "noframes", "xmp", "textarea")
"""Elements whose content is no markup: it runs to their own end tag."""
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9:-]*")
_STEP = re.compile(r"[^\"'>]*")
_EQUALS = re.compile(r"=\s*\Z")


def raw_text(page: str) -> str:
    """What stands between the tags, entities resolved; comments, declarations, scripts and styles left away."""
    found: list[str] = []
    lower = page.lower()
    at = 0
    while (open_ := page.find("<", at)) >= 0:
        found.append(page[at:open_])
        rest = page[open_ + 1 : open_ + 4]
        if rest == "!--":
            at = _after(page, "-->", open_ + 4)
        elif rest[:1] in ("!", "?"):
            at = _after(page, ">", open_ + 2)
        elif rest[:1] == "/" and rest[1:2].isalpha():
            at = _tag_end(page, open_ + 2)
        elif name := _NAME.match(page, open_ + 1):
            at = _tag_end(page, name.end())
            if name[0].lower() in _UNSEEN:
                at = _after(lower, f"</{name[0].lower()}", at)
                at = _after(page, ">", at)
        else:
            found.append("<")
            at = open_ + 1
    found.append(page[at:])
    return html.unescape("".join(found))


def _after(text: str, mark: str, start: int) -> int:
    found = text.find(mark, start)
    return len(text) if found < 0 else found + len(mark)


def _tag_end(page: str, at: int) -> int:
    """Behind the ``>`` that ends a tag; a quoted value may hold one."""
    while True:
        stop = _STEP.match(page, at)
        end = stop.end() if stop else len(page)
        if end >= len(page):
            return len(page)
        if page[end] == ">":
            return end + 1
        quoted = _EQUALS.search(page, max(at, end - 9), end)
        at = _after(page, page[end], end + 1) if quoted else end + 1
