"""Lines and paragraphs: a hard-wrapped text is put together again, a text is cut into its lines."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from ...sources.folded_view import View
from .numbering import Marker, marker_at

_LINE = re.compile(r"[^\n]+")
_MIN_LINES = 12
_MIN_WIDTH = 14


@dataclass(frozen=True)
class SourceLine:
    """A line with something printed on it: ``start``–``end`` without the white space around it."""

    first: int
    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def lines(text: str) -> list[SourceLine]:
    """The lines of a view that have print on them. ``first`` is where the line begins, indentation included."""
    found = []
    for match in _LINE.finditer(text):
        stripped = match[0].strip(" ")
        if stripped:
            start = match.start() + len(match[0]) - len(match[0].lstrip(" "))
            found.append(SourceLine(match.start(), start, start + len(stripped)))
    return found


def _columns(text: str) -> int:
    """Columns in a fixed-width font: two for what is not ASCII."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def _full_width(widths: list[int]) -> int | None:
    """The width at which lines were wrapped: half of them end within two of it, hardly any beyond it."""
    counts = Counter(widths)
    total = len(widths)

    def near(width: int) -> int:
        return sum(counts[w] for w in range(width - 2, width + 1))

    width = max(counts, key=lambda w: (near(w), w))
    beyond = sum(n for w, n in counts.items() if w > width)
    return width if near(width) >= total * 0.45 and beyond <= total * 0.03 and width >= _MIN_WIDTH else None


def unwrap(view: View) -> View:
    """The view without the line breaks that only wrap a paragraph; other breaks stay.

    A text counts as wrapped when line lengths (in characters, or in columns) pile up at one width.
    A break is kept before a marker, before a deeper indentation, and after a line that is not full.
    """
    rows = list(_LINE.finditer(view.text))
    bodies = [r[0].rstrip(" ") for r in rows]
    if len([b for b in bodies if b.strip(" ")]) < _MIN_LINES:
        return view
    for measure in (len, _columns):
        widths = [measure(b) for b in bodies]
        full = _full_width([w for w, b in zip(widths, bodies) if b.strip(" ")])
        if full is not None:
            break
    else:
        return view
    indents = [len(b) - len(b.lstrip(" ")) for b in bodies]
    usual = Counter(indents).most_common(1)[0][0]
    drop: set[int] = set()
    order = _Order()
    for i, (row, after) in enumerate(pairwise(rows)):
        adjacent = view.text.count("\n", row.end(), after.start()) == 1
        wrapped = widths[i] >= full - 3 and adjacent and indents[i + 1] <= usual
        marker = marker_at(view.text, after.start())
        opens = marker is not None and (not wrapped or bodies[i][-1:] in "。;:!?)]" or order.next(marker))
        if marker is not None and opens:
            order.take(marker)
        elif wrapped:
            drop.update(range(row.start() + len(bodies[i]), after.start() + indents[i + 1]))
    return view.without(drop)


class _Order:
    """Which marker may come next: the following number of a level, or the first of a deeper one."""

    def __init__(self) -> None:
        self.last: dict[int, int] = {}
        self.rank = -1

    def next(self, marker: Marker) -> bool:
        if marker.style.rank in self.last:
            return marker.number == self.last[marker.style.rank] + 1
        return marker.number == 1 and marker.style.rank > self.rank

    def take(self, marker: Marker) -> None:
        self.last[marker.style.rank] = marker.number
        self.rank = marker.style.rank
