"""What stands above the measures: title, number, issuers, addressees, preamble."""

from __future__ import annotations

import re

from .. import document_words as dw
from ..lines.unwrap import Line
from .line_kinds import Piece, is_signature, plain_kind, printed_by, title_goes_on

_RED_HEAD = re.compile(rf".{{2,40}}{dw.ISSUER_END} *文件")


def _title_rows(rows: list[str], kinds: list[str | None], i: int) -> int:
    """How many lines from ``i`` on make a title, 0 for none."""
    for n in (1, 2, 3, 4):
        if i + n > len(rows) or any(kinds[i : i + n]) or any(r[-1] in "。:;," for r in rows[i : i + n]):
            return 0
        joined = "".join(rows[i : i + n]).replace(" ", "")
        if n > 1:
            rest = "".join(rows[i + 1 : i + n])
            own_title = (
                "关于" in rest and dw.TITLE_END.search(rest) and not is_signature(rows[i]) and "关于" not in rows[i]
            )
            if own_title or len(rows[i]) < 8 and "关于" not in rows[i] and not is_signature(rows[i]):
                return 0
        if 5 <= len(joined) <= 140 and dw.TITLE_END.search(joined) and "。" not in joined:
            return n + _title_goes_on(rows, kinds, i, n)
    return 0


def _title_goes_on(rows: list[str], kinds: list[str | None], i: int, n: int) -> int:
    """How many more lines a title has that could end with its ``n``-th: the next says so, or a 《 is still open."""
    for more in (1, 2):
        after = rows[i + n : i + n + more]
        if len(after) < more or any(kinds[i + n : i + n + more]) or any(r[-1] in "。:;," for r in after):
            return 0
        if not title_goes_on("".join(rows[i : i + n]), after[0]):
            return 0
        if dw.TITLE_END.search("".join(after).replace(" ", "")):
            return more
    return 0


def front(text: str, rows: list[Line]) -> list[Piece]:
    """Pieces of what stands above the first measure, line by line."""
    words = [r.of(text).lstrip("#> ") for r in rows]
    kinds: list[str | None] = [plain_kind(w) if w else "furniture" for w in words]
    for i, word in enumerate(words):
        if kinds[i] is None and dw.ANNEX.matches(word) and len(word) < 120:
            kinds[i] = "annex"
        if kinds[i] is None and dw.ADDRESSEES.matches(word) and len(word) < 300:
            kinds[i] = "addressees"
    _addressed(words, kinds)
    i = 0
    titled = False
    while i < len(rows):
        n = _title_rows(words, kinds, i)
        if n:
            kinds[i : i + n] = ["title"] * n
            titled = True
        i += max(n, 1)
    for i, word in enumerate(words):
        if kinds[i] is not None:
            continue
        if printed_by(words, i):
            kinds[i] = "note"
        elif _RED_HEAD.fullmatch(word) or is_signature(word):
            below = next((j for j in range(i + 1, len(words)) if not is_signature(words[j])), len(words))
            signed = (
                kinds[below : below + 1] == ["date"]
                and "title" in kinds[:i]
                and any(k == "preamble" for k in kinds[:i])
            )
            kinds[i] = "signature" if signed else "issuer"
        elif len(word) > 30 or word[-1] in "。:;" or (titled and "," in word):
            kinds[i] = "preamble"
        else:
            kinds[i] = "furniture"
    pieces = [Piece(k or "preamble", r.start, r.end) for k, r in zip(kinds, rows)]
    return [p for piece in pieces for p in _split_front(text, piece)]


def _addressed(words: list[str], kinds: list[str | None]) -> None:
    """The first line after title or number that names who is written to and ends in a colon."""
    if "addressees" in kinds:
        return
    for i, word in enumerate(words):
        if kinds[i] is None and word.endswith(":"):
            names = re.split("[、,]", word[:-1])
            if len(word) < 200 and i and all(dw.ADDRESSEE.fullmatch(n) for n in names):
                kinds[i] = "addressees"
            return


def _split_title(text: str, piece: Piece) -> list[Piece]:
    """A number that stands on the line of the title: before it, or behind it in brackets."""
    number = dw.NUMBER.match(text, piece.start, piece.end)
    if number and piece.end - number.end() >= 5:
        at = number.end()
        while text[at] == " ":
            at += 1
        return [Piece("number", piece.start, number.end()), Piece("title", at, piece.end)]
    behind = re.search(r" *\((?P<n>[^()]+)\)$", text[piece.start : piece.end])
    if behind and dw.NUMBER.fullmatch(behind["n"]):
        return [
            Piece("title", piece.start, piece.start + behind.start()),
            Piece("number", piece.start + behind.start("n"), piece.end),
        ]
    return [piece]


def _split_front(text: str, piece: Piece) -> list[Piece]:
    """Number, title and addressees at the start of one long line (line breaks lost)."""
    if piece.kind == "title":
        return _split_title(text, piece)
    if piece.kind != "preamble":
        return [piece]
    found: list[Piece] = []
    at = piece.start
    for _ in range(3):
        for kind, pattern in (("number", dw.NUMBER), ("title", dw.TITLE_INLINE)):
            match = pattern.match(text, at, piece.end)
            if match and not any(f.kind == kind for f in found) and (kind == "number" or match.end() < piece.end):
                found.append(Piece(kind, at, match.end()))
                at = match.end()
                while at < piece.end and text[at] == " ":
                    at += 1
    if found and any(f.kind == "number" for f in found):
        addressees = re.compile(r"各[^。;:]{4,150}:").match(text, at, piece.end)
        if addressees:
            found.append(Piece("addressees", at, addressees.end()))
            at = addressees.end()
        return [*found, Piece("preamble", at, piece.end)] if at < piece.end else found
    return [piece]
