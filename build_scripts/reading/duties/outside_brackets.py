"""Brackets and lists in folded text: where they open and close, and cutting outside of them."""

from __future__ import annotations

import re
from functools import cache

from ...sources.folded_view import Stretch

_OPEN, _CLOSE = "([<", ")]>"


def brackets(text: str, start: int, end: int, anew: re.Pattern[str]) -> list[tuple[Stretch, bool]]:
    """Outermost brackets in ``text[start:end]``, each with whether it is closed; an unclosed one runs to its paragraph's end.

    Where ``anew`` matches right behind an opening bracket, whatever was open before is given up.
    """
    found: list[tuple[Stretch, bool]] = []
    depth, opened = 0, -1
    for match in re.compile(r"[()\[\]\n]").finditer(text, start, end):
        sign = match[0]
        if sign in "([":
            if depth and anew.match(text, match.end(), end):
                depth = 0
            if depth == 0:
                opened = match.start()
            depth += 1
        elif sign in ")]" and depth:
            depth -= 1
            if depth == 0:
                found.append((Stretch(opened, match.end()), True))
        elif sign == "\n" and depth:
            rest = text[match.end() : end].lstrip(" ")
            if (
                not rest.startswith(tuple("一二三四五六七八九十("))
                and text.find(")", match.end(), min(end, match.end() + 120)) >= 0
            ):
                continue
            found.append((Stretch(opened, match.start()), False))
            depth = 0
    if depth:
        found.append((Stretch(opened, end), False))
    return found


def split(text: str, start: int, end: int, at: str = "、, \n") -> list[Stretch]:
    """Pieces between separators that stand outside brackets, trimmed; empty ones left out."""
    pieces: list[Stretch] = []
    depth, begin = 0, start
    for match in _signs(at).finditer(text, start, end):
        sign = match[0]
        if sign in _OPEN:
            depth += 1
        elif sign in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0:
            if match.start() > begin:
                pieces.append(strip(text, begin, match.start()))
            begin = match.end()
    if end > begin:
        pieces.append(strip(text, begin, end))
    return [p for p in pieces if p[1] > p[0]]


@cache
def _signs(separators: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(_OPEN + _CLOSE + separators)}]")


def strip(text: str, a: int, b: int, signs: str = " 。.;:,、\n") -> Stretch:
    while a < b and text[a] in signs:
        a += 1
    while b > a and text[b - 1] in signs:
        b -= 1
    return Stretch(a, b)
