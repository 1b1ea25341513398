"""Where something stands in a source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Span:
    """A half-open range of code points in a source."""

    start: int
    end: int

    def of(self, source: str) -> str:
        return source[self.start : self.end]
