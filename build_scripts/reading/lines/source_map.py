"""From positions in the view back to what is printed: its characters, its offsets, its line and column."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from ...model import Span
from ...sources.folded_view import Stretch, View

_INVISIBLE = re.compile("[\\s\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]+")


@dataclass(frozen=True)
class Printed:
    """A source and the view it is read through."""

    source: str
    seen: View

    def span(self, at: Stretch) -> Span:
        """The offsets in the source of a stretch of the view."""
        return self.seen.span(*at)

    def show(self, at: Stretch) -> str:
        """The printed characters less the white space and invisible characters that wrapping put among them."""
        return _INVISIBLE.sub("", self.span(at).of(self.source))

    def place(self, position: int) -> tuple[int, int]:
        """Line and column, counted from 1, of a position in the view."""
        offset = self.seen.offset(position)
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer("\n", self.source))]
