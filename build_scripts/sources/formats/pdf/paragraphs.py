"""Printed lines put together to paragraphs by their places on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from .pages import Line, Page

_DEEPEST = 30
_MARKER = re.compile(r"[（(]?[一二三四五六七八九十百零〇\d]{1,5}[、.．）)]|第[一二三四五六七八九十百零〇\d]{1,5}[章节条]|[①-⑳⑴-⒛㈠-㈩]")
"""一、 （一） 1. 第一条 ①: what opens an entry."""
_STOPS = "。；：！？;:!?"
_NEAR_MARGIN = 1.6
_WIDE_GAP = 1.6


def paragraphs(pages: Sequence[Page]) -> list[str]:
    """One paragraph a string, indented as printed with a wide space for every character's width.

    A line goes on in the next where it ends at the right margin and the next begins at the left margin, in the same
    size and no further away than lines usually are; but not where the next opens an entry after a full stop.
    Print tells this by its places better than the number of characters does, so texts of any length are served.
    """
    lines = [(number, line) for number, page in enumerate(pages) for line in page.lines]
    left = min((line.left for _, line in lines), default=0.0)
    right = _right_margin([line for _, line in lines])
    pitch = _pitch(lines)
    found: list[str] = []
    for i, (number, line) in enumerate(lines):
        text = line.text.strip()
        if i and _goes_on(lines[i - 1], (number, line), left, right, pitch):
            letters = found[-1][-1:].isascii() and found[-1][-1:].isalpha() and text[:1].isascii() and text[:1].isalpha()
            found[-1] += (" " if letters else "") + text
        else:
            found.append("\u3000" * _indent(line, left) + text)
    return found


def _indent(line: Line, left: float) -> int:
    return min(_DEEPEST, round((line.left - left) / max(1.0, line.em)))


def _right_margin(lines: Sequence[Line]) -> float:
    """Where full lines end: the farthest place that one line in twenty, and three at least, come near."""
    ends = sorted((line.right for line in lines), reverse=True)
    return ends[min(len(ends) - 1, max(2, len(ends) // 20))] if ends else 0.0


def _pitch(lines: Sequence[tuple[int, Line]]) -> float:
    steps = [a.bottom - b.bottom for (page, a), (after, b) in zip(lines, lines[1:]) if page == after]
    return median([s for s in steps if s > 0] or [0.0])


def _goes_on(before: tuple[int, Line], after: tuple[int, Line], left: float, right: float, pitch: float) -> bool:
    (page, line), (next_page, following) = before, after
    full = line.right > right - _NEAR_MARGIN * line.em
    same_size = abs(line.em - following.em) < 0.15 * line.em
    step = line.bottom - following.bottom
    near = page != next_page or 0 < step <= _WIDE_GAP * pitch
    opens = line.text.rstrip()[-1:] in _STOPS and _MARKER.match(following.text.strip()) is not None
    return full and same_size and near and _indent(following, left) == 0 and not opens
