"""Texts and queries in the form in which they meet. docs/assets/js/shared/folding.js does the same in the browser.

Every character counts, punctuation too, so that a phrase is found exactly where a plain substring search would find it;
only white space and what nobody sees is passed over. All brackets are one, for a number is written 〔2023〕, [2023] and (2023).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from build_scripts.sources.fold import matching_table
from build_scripts.sources.ignorable import CONTROLS, IGNORABLE

_SPACE = "\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_PASSED_OVER = re.compile(f"[{_SPACE}{CONTROLS}{IGNORABLE}]+")
_BRACKETS = {"[": "(", "]": ")"}


@cache
def browser_table() -> dict[str, str]:
    """What a character becomes in the browser's fold, which is that of ``build_scripts.sources.fold`` but for brackets and
    characters outside the Basic Multilingual Plane."""
    table = {**{a: b for a, b in matching_table().items() if ord(a) <= 0xFFFF}, **_BRACKETS}
    return {a: _BRACKETS.get(b, b) for a, b in table.items()}


def fold_table(met: Iterable[str] = ()) -> dict[str, list[int] | str]:
    """The table shipped to the browser: the code point ``steps[0] + … + steps[n]`` becomes character n of ``to``.

    Only what becomes a character that can be met: a common one, or one of the texts ``met``. What becomes any other is
    found nowhere, folded or not. Steps instead of the characters themselves take a third off the compressed file.
    """
    every = browser_table()
    can_be_met = _common().union(*met)
    can_be_met |= {every.get(c, c) for c in can_be_met}
    table = {a: b for a, b in every.items() if b in can_be_met or not 0x3400 <= ord(b) <= 0x9FFF}
    codes = sorted(map(ord, table))
    steps = [b - a for a, b in zip([0, *codes], codes, strict=False)]
    return {"steps": steps, "to": "".join(table[chr(c)] for c in codes)}


@cache
def _common() -> frozenset[str]:
    """The 3,755 characters that the national standard of 1980 (GB 2312) calls common."""
    rows = (bytes([a, b]) for a in range(0xB0, 0xD8) for b in range(0xA1, 0xFF))
    return frozenset("".join(code.decode("gb2312", "ignore") for code in rows))


@cache
def _translation() -> dict[int, str]:
    lower = {chr(c): chr(c + 32) for c in range(ord("A"), ord("Z") + 1)}
    folded = {a: lower.get(b, b) for a, b in browser_table().items()}
    return str.maketrans(lower | folded)


def normal(text: str) -> str:
    """``text`` folded by the shipped table, ASCII in lower case, without white space.

    >>> normal("產業 集聚區（ＡＩ）")
    '产业集聚区(ai)'
    """
    return _PASSED_OVER.sub("", text.translate(_translation()))
