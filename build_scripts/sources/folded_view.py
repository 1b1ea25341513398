"""A text as the reader sees it, with the way back to the printed characters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from ..model import Span
from .fold import folding
from .ignorable import IGNORABLE

# Line breaks of every kind become one; same length, so offsets hold.
_BREAKS = {ord(c): "\n" for c in "\r\x0b\x0c\x85\u2028\u2029"}
_INVISIBLE = re.compile(f"[{IGNORABLE}\ue000-\uf8ff\ufffd]")
_LINE = re.compile(r"[^\n]+")
_BOLD = re.compile(r"(?<!\*)\*\*(?!\*)")


class Stretch(NamedTuple):
    """A half-open range of positions in a text as it is read: a view, or a measure's text folded by itself.

    Offsets into a source are a ``Span``; the two never mix.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def holds(self, position: int) -> bool:
        return self.start <= position < self.end


def stretch(match: re.Match[str], group: int | str = 0) -> Stretch:
    """Where a match, or one of its groups, stands."""
    return Stretch(*match.span(group))


@dataclass(frozen=True)
class View:
    """Folded ``text`` with some characters left out; ``at[i]`` is the source offset of ``text[i]``.

    ``at`` is None while nothing is left out. Spans of the view are turned into spans of the source by
    ``span``; whatever was left out inside a span stays inside it.
    """

    text: str
    at: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> Span:
        if self.at is None:
            return Span(start, end)
        if start >= len(self.at):
            return Span(self.length, self.length)
        return Span(self.at[start], self.at[end - 1] + 1 if end > start else self.at[start])

    def offset(self, i: int) -> int:
        """The source offset of view position ``i`` (the end of the source for the end of the view)."""
        if self.at is None:
            return i
        return self.at[i] if i < len(self.at) else self.length

    @cached_property
    def length(self) -> int:
        return self.at[-1] + 1 if self.at else len(self.text)

    def without(self, drop: set[int]) -> View:
        """The view less the positions in ``drop``."""
        if not drop:
            return self
        keep = [i for i in range(len(self.text)) if i not in drop]
        at = self.at or range(len(self.text))
        return View("".join(self.text[i] for i in keep), tuple(at[i] for i in keep))


@cache
def _folding() -> Mapping[int, str]:
    return {**folding(), **_BREAKS}


def view(source: str) -> View:
    """``source`` folded to one script, width and kind of line break, invisible characters and Markdown's bold marks left out."""
    folded = source.translate(_folding())
    drop = {m.start() for m in _INVISIBLE.finditer(folded)}
    for line in _LINE.finditer(folded) if "**" in folded else ():
        marks = [m.start() for m in _BOLD.finditer(folded, *line.span())]
        if len(marks) % 2 == 0:
            drop |= {at + i for at in marks for i in (0, 1)}
    return View(folded).without(drop)
