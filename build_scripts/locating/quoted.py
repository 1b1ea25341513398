"""What quotes a stretch of text, back to its places in it: goals, limits, works cited."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from ..model import Citation, Limit, Span, Target
from ..sources.folded_view import Stretch, stretch

_GAP = "[\\s\u200b-\u200f\u2060\ufeff\u00ad]*"


def find_printed(text: str, words: str, start: int = 0, end: int | None = None) -> Stretch | None:
    """Where ``words`` stand in ``text``: to the letter, or with the white space that wrapping put among them."""
    stop = len(text) if end is None else end
    at = text.find(words, start, stop)
    if at >= 0:
        return Stretch(at, at + len(words))
    if not words or not re.search(r"\s|[\u200b-\u200f\u2060\ufeff\u00ad]", text[start:stop]):
        return None
    match = re.compile(_GAP.join(map(re.escape, words))).search(text, start, stop)
    return stretch(match) if match else None


def last_printed(text: str, words: str) -> Stretch | None:
    at = text.rfind(words)
    return Stretch(at, at + len(words)) if at >= 0 else None


@dataclass(frozen=True)
class Quoted:
    """A text that begins at ``base`` in its source; ``missing`` is told what is quoted and does not stand in it."""

    text: str
    base: int
    missing: Callable[[str, str], None]

    def span(self, found: Stretch | None) -> Span | None:
        return Span(self.base + found.start, self.base + found.end) if found else None

    def _found(self, what: str, words: str, hit: Stretch | None) -> Span | None:
        if hit is None:
            self.missing(what, words)
        return self.span(hit)

    def targets(self, targets: Iterable[Target]) -> tuple[Target, ...]:
        return tuple(self._target(t) for t in targets)

    def _target(self, target: Target) -> Target:
        """A goal and its date: the date is looked for before the goal, the nearest first, then behind it."""
        hit = find_printed(self.text, target.quote)
        placed = replace(target, at=self._found("目标引文", target.quote, hit))
        if target.deadline_quote is None:
            return placed
        before = self.text[: hit.start if hit else len(self.text)]
        dated = last_printed(before, target.deadline_quote) or find_printed(self.text, target.deadline_quote)
        return replace(placed, deadline_at=self._found("期限引文", target.deadline_quote, dated))

    def limits(self, limits: Iterable[Limit]) -> tuple[Limit, ...]:
        return tuple(replace(x, at=self._found("限额引文", x.quote, find_printed(self.text, x.quote))) for x in limits)

    def citations(self, citations: Iterable[Citation]) -> tuple[Citation, ...]:
        """Works cited in printed order: one cited twice is found at its second place too."""
        placed: list[Citation] = []
        after = 0
        for cite in citations:
            hit = find_printed(self.text, cite.quote, after) or find_printed(self.text, cite.quote)
            after = hit.end if hit else after
            placed.append(replace(cite, at=self._found("所引文件", cite.title, hit)))
        return tuple(placed)
