"""Spans over a text, nested or overlapping, into a flat run of well-nested events that a template can print.

A mark that overlaps another is cut in two where the other ends; only its first piece carries its id.
A link inside a link stays a mark but is no link (HTML has no nested links).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["sentence", "agency", "collective", "target", "limit", "citation", "quote"]
_OUTER_FIRST: dict[str, int] = {
    "sentence": 0,
    "quote": 1,
    "target": 2,
    "limit": 3,
    "citation": 4,
    "agency": 5,
    "collective": 6,
}


@dataclass(frozen=True)
class Mark:
    """What is marked in ``text[start:end]``. ``to`` is an address, ``id`` an anchor, ``title`` a hint."""

    start: int
    end: int
    kind: Kind
    to: str | None = None
    id: str | None = None
    title: str | None = None


@dataclass(frozen=True)
class Event:
    """``text`` to print, or a mark that opens or closes. ``first``: the mark's first piece; ``link``: prints a link."""

    type: Literal["text", "open", "close"]
    text: str = ""
    mark: Mark | None = None
    first: bool = True
    link: bool = False


Run = tuple[Event, ...]


def run(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> Run:
    """``text[start:end]`` as events; marks are clipped to that range, empty ones dropped.

    >>> [e.type for e in run("abcd", [Mark(0, 3, "sentence"), Mark(2, 4, "target")])]
    ['open', 'text', 'open', 'text', 'close', 'close', 'open', 'text', 'close']
    """
    stop = len(text) if end is None else end
    clipped = [(max(m.start, start), min(m.end, stop), m) for m in marks]
    live = [c for c in clipped if c[0] < c[1]]
    return tuple(_events(text, live, start, stop))


def _events(text: str, marks: Sequence[tuple[int, int, Mark]], start: int, stop: int) -> Iterator[Event]:
    bounds = sorted({start, stop, *(b for a, z, _ in marks for b in (a, z))})
    open_: list[tuple[int, Mark, bool]] = []
    for here, following in zip(bounds, [*bounds[1:], stop]):
        keep = next((i for i, (z, _, _) in enumerate(open_) if z <= here), len(open_))
        reopen = [(z, m, False) for z, m, _ in open_[keep:] if z > here]
        for _, mark, link in reversed(open_[keep:]):
            yield Event("close", mark=mark, link=link)
        del open_[keep:]
        starting = reopen + [(z, m, True) for a, z, m in marks if a == here]
        for z, mark, begins in sorted(starting, key=lambda s: (-s[0], _OUTER_FIRST[s[1].kind])):
            link = mark.to is not None and not any(linked for _, _, linked in open_)
            first = begins and mark.start == here
            yield Event("open", mark=mark, first=first, link=link)
            open_.append((z, mark, link))
        if here < following:
            yield Event("text", text=text[here:following])


def paragraphs(text: str, marks: Sequence[Mark], start: int = 0, end: int | None = None) -> tuple[Run, ...]:
    """One run per line of ``text[start:end]``, line end included: joined, the runs' texts are that text."""
    stop = len(text) if end is None else end
    runs: list[Run] = []
    while start < stop:
        newline = text.find("\n", start, stop)
        line_end = stop if newline < 0 else newline + 1
        near = [m for m in marks if m.start < line_end and m.end > start]
        runs.append(run(text, near, start, line_end))
        start = line_end
    return tuple(runs)


def plain(runs: Iterable[Run]) -> str:
    """The text of runs again."""
    return "".join(event.text for r in runs for event in r)
