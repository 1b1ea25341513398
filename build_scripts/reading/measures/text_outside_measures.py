"""What stands outside the measures and yet aims, bounds or cites: preamble, lead-ins of sections, closing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...model import Citation, Passage, PassageKind
from ...sources.folded_view import Stretch
from ..lines.source_map import Printed
from ..outline.read_outline import Structure
from .citations import citations
from .target_reader import TargetReader

_KINDS: Mapping[str, PassageKind] = {"preamble": "preamble", "leadin": "lead-in", "closing": "closing"}


def passages(printed: Printed, found: Structure, reader: TargetReader) -> tuple[Passage, ...]:
    """The passages in which something is read, in printed order; neighbours of one kind are one passage."""
    read = (_read(printed, reader, kind, ref, at) for kind, ref, at in _stretches(printed.seen.text, found))
    return tuple(p for p in read if p.targets or p.limits or p.citations)


def _stretches(text: str, found: Structure) -> Iterator[tuple[PassageKind, str | None, Stretch]]:
    open_: tuple[PassageKind, str | None, Stretch] | None = None
    for piece in sorted(found.pieces, key=lambda p: p.at):
        kind = _KINDS.get(piece.kind)
        if open_ and (kind, piece.ref) == open_[:2] and not text[open_[2].end : piece.at.start].strip():
            open_ = (*open_[:2], Stretch(open_[2].start, piece.at.end))
            continue
        if open_:
            yield open_
        open_ = (kind, piece.ref, piece.at) if kind else None
    if open_:
        yield open_


def _read(printed: Printed, reader: TargetReader, kind: PassageKind, ref: str | None, at: Stretch) -> Passage:
    text = printed.seen.text
    start, end = at
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    span = printed.span(Stretch(start, end))
    targets, limits = reader.around(Stretch(start, end))
    cited = tuple(cited_as(printed, start, end))
    return Passage(kind, span.of(printed.source), ref, targets, limits, cited, span)


def cited_as(printed: Printed, start: int, end: int) -> Iterator[Citation]:
    """The works cited in a stretch of the view, as printed."""
    for c in citations(printed.seen.text, start, end):
        number = printed.show(c.number) if c.number else None
        yield Citation(printed.show(c.title), number, None, printed.span(c.whole))
