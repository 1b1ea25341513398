"""A text as the letters in which wording is compared, each knowing where it stands in print.

Letters are Han characters, Latin letters and digits, folded to Simplified, one width and lower case. White space is
passed over. Punctuation is passed over too but remembered (``soft``), except that no phrase runs across the end of a
sentence (。！？；) or into a stretch to be skipped: there a ``BARRIER`` stands, which matches nothing.
docs/assets/js/compare/letters.js does the same in the browser.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ...sources.fold import fold

STOPS = frozenset("。!?;")
BARRIER = "\ue000"


def is_han(c: str) -> bool:
    return "\u3400" <= c <= "\u9fff" or "\uf900" <= c <= "\ufaff" or "\U00020000" <= c <= "\U0002ebef"


def is_letter(character: str) -> bool:
    return (character.isascii() and character.isalnum()) or is_han(character)


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
    found: list[str] = []
    at: list[int] = []
    soft: set[int] = set()
    hidden = {n for start, end in skip for n in range(start, end)}
    for n, character in enumerate(fold(text)):
        if n in hidden or character in STOPS:
            if found and found[-1] != BARRIER:
                found.append(BARRIER)
                at.append(n)
        elif is_letter(character):
            found.append(character.lower())
            at.append(n)
        elif not character.isspace():
            soft.add(len(found))
    return Letters("".join(found), tuple(at), frozenset(soft))
