"""What stands on pages and is no text: page numbers and heads that return, by their place and their return."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..outcome import LeftOut
from .pages_by_child_process import Page, PageLine

_EDGE = 0.12
_DASH = "[-—–－―─_·•.~]"
_DECORATED = re.compile(
    rf"{_DASH}+ *\d{{1,4}} *{_DASH}+|第 *\d{{1,4}} *页(?: *[,，/／]? *共 *\d{{1,4}} *页)?|\d{{1,4}} *[/／] *\d{{1,4}}"
)
"""— 5 — · - 5 - · 第5页 共12页 · 5/12; not 2025 nor 5"""
_BARE = re.compile(r"\d{1,4}")
_FIGURES = re.compile(r"\d+")


def without_furniture(pages: Sequence[Page]) -> tuple[tuple[Page, ...], list[LeftOut]]:
    """The pages less their furniture, and what was taken."""
    heads = _heads(pages)
    shift = _shift(pages)
    kept: list[Page] = []
    left: list[LeftOut] = []
    for number, page in enumerate(pages, 1):
        body: list[PageLine] = []
        for line in page.lines:
            text = " ".join(line.text.split())
            if not _at_edge(page, line):
                body.append(line)
            elif _DECORATED.fullmatch(text) or (_BARE.fullmatch(text) and shift == int(text) - number):
                left.append(LeftOut("page-number", text))
            elif _key(page, line) in heads:
                left.append(LeftOut("running-head", text))
            else:
                body.append(line)
        kept.append(replace(page, lines=tuple(body)))
    return tuple(kept), left


def _at_edge(page: Page, line: PageLine) -> bool:
    return not _EDGE * page.height < line.baseline < (1 - _EDGE) * page.height


def _key(page: Page, line: PageLine) -> tuple[str, int]:
    """What makes two lines of furniture the same: their text but for figures, and their height on the page."""
    return _FIGURES.sub("0", "".join(line.text.split())), round(line.baseline / 4)


def _edges(pages: Sequence[Page]) -> Iterator[tuple[int, Page, PageLine]]:
    for number, page in enumerate(pages, 1):
        for line in page.lines:
            if _at_edge(page, line):
                yield number, page, line


def _heads(pages: Sequence[Page]) -> set[tuple[str, int]]:
    """Lines at the edge that stand at the same place on two pages and on two in five at least."""
    on = Counter(key for key, _ in {(_key(page, line), number) for number, page, line in _edges(pages)})
    return {key for key, count in on.items() if count >= max(2, len(pages) * 0.4)}


def _shift(pages: Sequence[Page]) -> int | None:
    """By how much bare figures at the edge differ from the count of pages, where they run on; None where they don't."""
    figures = ((number, line.text.strip()) for number, _, line in _edges(pages))
    found = Counter(int(text) - number for number, text in figures if _BARE.fullmatch(text))
    shift, count = found.most_common(1)[0] if found else (0, 0)
    return shift if count >= 2 else None
