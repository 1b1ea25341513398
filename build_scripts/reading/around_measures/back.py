"""What stands below the measures: closing, signature, date, annexes, the rest of the web page."""

from __future__ import annotations

import re

from ...sources.folded_view import Stretch, stretch
from ..lines.unwrap import SourceLine
from . import document_words as dw
from .line_kinds import Piece, is_back, printed_by, signed_at, signed_over_two


def back(text: str, rows: list[SourceLine]) -> list[Piece]:
    """Pieces of what stands below the measures; what follows an annex heading belongs to the annex."""
    pieces: list[Piece] = []
    words = [r.of(text) for r in rows]
    annex = page = False
    for i, row in enumerate(rows):
        if signed_over_two(words, i) and not annex:
            pieces.append(Piece("signature", Stretch(row.start, row.end)))
            continue
        at = signed_at(text, row)
        if at is not None and not annex:
            pieces += [Piece("signature", Stretch(row.start, at)), Piece("date", Stretch(at, row.end))]
            continue
        kind = "note" if printed_by(words, i) else is_back(text, row)
        if page and kind == "signature":
            kind = "furniture"
        page = page or kind == "furniture"
        if kind == "annex":
            annex = True
        elif kind is None:
            ends = text[row.end - 1] in "。;"
            closes = ends or (row.end - row.start > 30 and not page)
            kind = "annex" if annex else "closing" if closes else "furniture"
        elif annex and kind == "signature" and not any(is_back(text, r) == "date" for r in rows[i + 1 : i + 3]):
            kind = "annex"
        pieces.append(Piece(kind, Stretch(row.start, row.end)))
    return [q for p in pieces for q in _split_back(text, p)]


def _split_back(text: str, piece: Piece) -> list[Piece]:
    """Signature and date at the end of a line they share with something else."""
    if piece.kind not in ("annex", "closing", "furniture"):
        return [piece]
    start, end = piece.at
    dates = [m for m in dw.DATE.finditer(text, start, end) if m.end() == end]
    if not dates or piece.kind != "annex":
        return [piece]
    date = dates[-1]
    signed = re.search(r"(?<=[)略 ])(?P<s>[\u4e00-\u9fff ]+)$", text[start : date.start()])
    if not signed:
        return [piece]
    at = start + signed.start("s")
    return [
        Piece(piece.kind, Stretch(start, at)),
        Piece("signature", Stretch(at, date.start())),
        Piece("date", stretch(date)),
    ]
