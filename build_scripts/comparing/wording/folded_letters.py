"""A text as the letters in which wording is compared, each knowing where it stands in print.

Letters are Han characters, Latin letters and digits, folded to Simplified, one width and lower case. White space is
passed over. Punctuation is passed over too but remembered (``soft``), except that no phrase runs across the end of a
sentence (。！？；) or into a stretch to be skipped: there a ``BARRIER`` stands, which matches nothing.
docs/assets/js/compare/letters.js does the same in the browser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ...sources.fold import fold

STOPS = "。!?;"
BARRIER = "\ue000"
_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002ebef"
_PIECES = re.compile(rf"([0-9A-Za-z{_HAN}]+)|([{STOPS}]+)|\S")  # letters, stops, another mark


def is_han(c: str) -> bool:
    return "\u3400" <= c <= "\u9fff" or "\uf900" <= c <= "\ufaff" or "\U00020000" <= c <= "\U0002ebef"


@dataclass(frozen=True)
class Letters:
    """``text`` are the letters and barriers; letter n is printed at code point ``at[n]``; ``soft`` holds each n before
    which punctuation is printed."""

    text: str
    at: tuple[int, ...]
    soft: frozenset[int]


@lru_cache(maxsize=8192)  # of some three hundred documents, in 40 MB
def letters(text: str, skip: tuple[tuple[int, int], ...] = ()) -> Letters:
    """The letters of ``text``; ``skip`` are (start, end) code points that take no part (the clause of the bodies).

    >>> letters("產業、集聚區。").text == "产业集聚区" + BARRIER
    True
    """
    folded = fold(text)
    for start, end in skip:
        folded = folded[:start] + STOPS[0] * len(folded[start:end]) + folded[end:]
    found: list[str] = []
    at: list[int] = []
    soft: set[int] = set()
    for piece in _PIECES.finditer(folded):
        run, stops = piece.groups()
        if run:
            found.extend(run.lower())
            at.extend(range(*piece.span()))
        elif not stops:
            soft.add(len(found))
        elif found and found[-1] != BARRIER:
            found.append(BARRIER)
            at.append(piece.start())
    return Letters("".join(found), tuple(at), frozenset(soft))
