"""Number, title and addressees that share a line."""

from __future__ import annotations

import re

from ...sources.folded_view import Stretch, stretch
from . import document_words as dw
from .line_kinds import Piece

_BEHIND = re.compile(r" *\((?P<n>[^()]+)\)$")
_TITLE_ENDS = re.compile(
    " +(?=[\u4e00-\u9fff])|(?=为了?(?:深入|全面|进一步|加强|加快|贯彻|推动|促进|规范)|根据《|各(?:市|县|区|省|有关))"
)
"""What follows a title on the line of a text whose breaks are lost: a space, or how a preamble opens."""
_ADDRESSEES = re.compile(r"各[^。;:]{4,150}:")
_IN_ORDER = (("number", dw.NUMBER), ("title", dw.TITLE_INLINE))


def apart(text: str, piece: Piece) -> list[Piece]:
    """A piece cut where number, title or addressees stand on one line with it."""
    if piece.kind == "title":
        return _title(text, piece)
    return _lost_breaks(text, piece) if piece.kind == "preamble" else [piece]


def _title(text: str, piece: Piece) -> list[Piece]:
    """A number that stands on the line of the title: before it, or behind it in brackets."""
    start, end = piece.at
    number = dw.NUMBER.match(text, start, end)
    if number and end - number.end() >= 5:
        return [Piece("number", stretch(number)), Piece("title", Stretch(_past_spaces(text, number.end(), end), end))]
    behind = _BEHIND.search(text[start:end])
    if behind and dw.NUMBER.fullmatch(behind["n"]):
        return [
            Piece("title", Stretch(start, start + behind.start())),
            Piece("number", Stretch(start + behind.start("n"), end)),
        ]
    return [piece]


def _lost_breaks(text: str, piece: Piece) -> list[Piece]:
    """Number, title and addressees at the start of one long line."""
    at, end = piece.at
    found: list[Piece] = []
    for _ in range(3):
        for kind, pattern in _IN_ORDER:
            match = pattern.match(text, at, end)
            if match and not any(f.kind == kind for f in found) and (kind == "number" or match.end() < end):
                found.append(Piece(kind, Stretch(at, match.end())))
                at = _past_spaces(text, match.end(), end)
    if not any(f.kind == "number" for f in found) and not (found and _TITLE_ENDS.match(text, found[0].at.end)):
        return [piece]
    addressees = _ADDRESSEES.match(text, at, end)
    if addressees:
        found.append(Piece("addressees", Stretch(at, addressees.end())))
        at = addressees.end()
    return [*found, Piece("preamble", Stretch(at, end))] if at < end else found


def _past_spaces(text: str, at: int, end: int) -> int:
    while at < end and text[at] == " ":
        at += 1
    return at
