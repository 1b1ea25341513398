"""Printed lines put together to paragraphs by their places on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from .pages_by_child_process import Page, PageLine

_DEEPEST = 30
_MARKER = re.compile(
    r"[（(]?[一二三四五六七八九十百零〇\d]{1,5}[、.．）)]|第[一二三四五六七八九十百零〇\d]{1,5}[章节条]|[①-⑳⑴-⒛㈠-㈩]"
)
"""一、 （一） 1. 第一条 ①: what opens an entry."""
_STOPS = "。；：！？;:!?"
_NEAR_MARGIN = 1.6
_NARROWEST = 12
"""Characters: shorter lines are not wrapped ones, though all lines of a list of names may end at one place."""
_WIDE_GAP = 1.6


def paragraphs(pages: Sequence[Page]) -> list[str]:
    """One paragraph a string, indented as printed with a wide space for every character's width.

    A line goes on in the next where it ends at the right margin and the next begins where lines after full lines
    mostly do, in the same size and no further away than lines usually are; but not where the next opens an entry
    after a full stop.
    Print tells this by its places better than the number of characters does, so texts of any length are served.
    """
    lines = [(number, line) for number, page in enumerate(pages) for line in page.lines]
    left = min((line.left for _, line in lines), default=0.0)
    right = _right_margin([line for _, line in lines])
    again = _left_margin([line for _, line in lines], right, left)
    pitch = _pitch(lines)
    found: list[str] = []
    for i, (number, line) in enumerate(lines):
        text = line.text.strip()
        if i and _goes_on(lines[i - 1], (number, line), again, right, pitch):
            found[-1] += _between(found[-1][-1:], text[:1]) + text
        else:
            found.append("\u3000" * _indent(line, left) + text)
    return found


def _between(last: str, first: str) -> str:
    """A space where words of letters meet; figures and Chinese characters need none."""
    return " " if (last + first).isascii() and (last.isalpha() or first.isalpha()) else ""


def _indent(line: PageLine, left: float) -> int:
    return min(_DEEPEST, round((line.left - left) / max(1.0, line.em)))


def _right_margin(lines: Sequence[PageLine]) -> float:
    """Where full lines end: the farthest place that one line in twenty, and three at least, come near."""
    ends = sorted((line.right for line in lines), reverse=True)
    return ends[min(len(ends) - 1, max(2, len(ends) // 20))] if ends else 0.0


def _left_margin(lines: Sequence[PageLine], right: float, otherwise: float) -> float:
    """Where lines that follow full lines mostly begin, to a quarter of a character."""
    step = median([line.em for line in lines] or [1.0]) / 4 or 1.0
    begins = Counter(round(b.left / step) for a, b in pairwise(lines) if _full(a, right))
    return max(begins, key=lambda at: (begins[at], -at)) * step if begins else otherwise


def _full(line: PageLine, right: float) -> bool:
    return line.right > right - _NEAR_MARGIN * line.em and line.right - line.left >= _NARROWEST * line.em


def _pitch(lines: Sequence[tuple[int, PageLine]]) -> float:
    steps = [a.baseline - b.baseline for (page, a), (after, b) in pairwise(lines) if page == after]
    return median([s for s in steps if s > 0] or [0.0])


def _goes_on(
    before: tuple[int, PageLine], after: tuple[int, PageLine], left: float, right: float, pitch: float
) -> bool:
    (page, line), (next_page, following) = before, after
    same_size = abs(line.em - following.em) < 0.15 * line.em
    step = line.baseline - following.baseline
    near = page != next_page or 0 < step <= _WIDE_GAP * pitch
    opens = line.text.rstrip()[-1:] in _STOPS and _MARKER.match(following.text.strip()) is not None
    begins = abs(following.left - left) < 0.75 * line.em
    return _full(line, right) and same_size and near and begins and not opens
