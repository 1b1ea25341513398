"""Sentences of a measure: the unit of permalinks (#s1, #s2 …)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from ...model import Sentence, Span

# A sentence ends at 。！？ (with closing quotes and brackets) or at a line break; a parenthesis that
# follows a full stop (the responsibility clause) is a sentence of its own.
_END = re.compile('[。！？!?]+[”’」』》〉）)"]*|\\n+')
_BLANK = re.compile(r"\s*")


@lru_cache(maxsize=65_536)  # those of a thousand documents, asked for again and again while a site is made
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of ``text``, spans relative to it, numbered from 1; white space between belongs to none.

    >>> [s.at.of("甲。乙？(责任单位:丙)") for s in sentences("甲。乙？(责任单位:丙)")]
    ['甲。', '乙？', '(责任单位:丙)']
    """
    found: list[Sentence] = []
    start = 0
    depth_safe = _closed(text)
    for match in _END.finditer(text):
        if match[0][0] != "\n" and not depth_safe(match.start()):
            continue
        start = _add(found, text, start, match.end())
    _add(found, text, start, len(text))
    return tuple(found)


def _add(found: list[Sentence], text: str, start: int, end: int) -> int:
    blank = _BLANK.match(text, start)
    first, last = blank.end() if blank else start, end
    while last > first and text[last - 1].isspace():
        last -= 1
    if last > first:
        found.append(Sentence(len(found) + 1, Span(first, last)))
    return end


def _closed(text: str) -> Callable[[int], bool]:
    """A test whether a position is outside parentheses, so that （…。…） is not cut."""
    inside = [m.span() for m in re.finditer(r"[（(][^（）()\n]*[）)]", text)]

    def outside(at: int) -> bool:
        return not any(a < at < b - 1 for a, b in inside)

    return outside
