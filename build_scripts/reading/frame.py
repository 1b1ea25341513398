"""What stands around the measures: title, number, addressees, preamble above; signature, date, annex below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import frame_words as fw
from . import lexicon as lx
from .layout import Line

LONGEST_FURNITURE = 200
_ENACTMENT = re.compile(r"\(?\d{4}年\d{1,2}月\d{1,2}日.*(?:通过|修正|修订|公布|批准|施行|令第).*")
_RED_HEAD = re.compile(rf".{{2,40}}{lx.ISSUER_END} *文件")


@dataclass(frozen=True)
class Piece:
    """A stretch of the view with its kind (a key of model.NODE_KINDS)."""

    kind: str
    start: int
    end: int


def plain_kind(row: str) -> str | None:
    """The kind of a line that tells it by itself, or None."""
    if len(row) <= LONGEST_FURNITURE and "。" not in row and fw.FURNITURE.matches(row):
        return "furniture"
    if lx.DATE.fullmatch(row):
        return "date"
    if len(row) <= 40 and lx.NUMBER.fullmatch(row):
        return "number"
    if fw.NOTE.matches(row) or _ENACTMENT.fullmatch(row):
        return "note"
    return None


def is_signature(row: str) -> bool:
    bodies = re.split("[ 、]+", row.strip())
    return len(row) <= 80 and all(lx.SIGNATURE.fullmatch(b) for b in bodies)


def _title_rows(rows: list[str], kinds: list[str | None], i: int) -> int:
    """How many lines from ``i`` on make a title, 0 for none."""
    for n in (1, 2, 3, 4):
        if i + n > len(rows) or any(kinds[i : i + n]) or any(r[-1] in "。:;," for r in rows[i : i + n]):
            return 0
        joined = "".join(rows[i : i + n]).replace(" ", "")
        if n > 1:
            rest = "".join(rows[i + 1 : i + n])
            own_title = (
                "关于" in rest and lx.TITLE_END.search(rest) and not is_signature(rows[i]) and "关于" not in rows[i]
            )
            if own_title or len(rows[i]) < 8 and "关于" not in rows[i] and not is_signature(rows[i]):
                return 0
        if 5 <= len(joined) <= 140 and lx.TITLE_END.search(joined) and "。" not in joined:
            return n
    return 0


def front(text: str, rows: list[Line]) -> list[Piece]:
    """Pieces of what stands above the first measure, line by line."""
    words = [r.of(text).lstrip("#> ") for r in rows]
    kinds: list[str | None] = [plain_kind(w) if w else "furniture" for w in words]
    for i, word in enumerate(words):
        if kinds[i] is None and lx.ANNEX.matches(word) and len(word) < 120:
            kinds[i] = "annex"
        if kinds[i] is None and lx.ADDRESSEES.matches(word) and len(word) < 300:
            kinds[i] = "addressees"
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
        if _RED_HEAD.fullmatch(word) or is_signature(word):
            signed = (
                i + 1 < len(words)
                and kinds[i + 1] == "date"
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


def _split_front(text: str, piece: Piece) -> list[Piece]:
    """Number, title and addressees at the start of one long line (line breaks lost)."""
    if piece.kind != "preamble":
        return [piece]
    found: list[Piece] = []
    at = piece.start
    for _ in range(3):
        for kind, pattern in (("number", lx.NUMBER), ("title", lx.TITLE_INLINE)):
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


def is_back(text: str, row: Line) -> str | None:
    """The kind of a line that can only stand below the measures, or None."""
    word = row.of(text)
    kind = plain_kind(word)
    if kind in ("furniture", "date", "note"):
        return kind
    if lx.ANNEX.matches(word):
        return "annex"
    return "signature" if is_signature(word) else None


def back(text: str, rows: list[Line]) -> list[Piece]:
    """Pieces of what stands below the measures; what follows an annex heading belongs to the annex."""
    pieces: list[Piece] = []
    annex = False
    for i, row in enumerate(rows):
        kind = is_back(text, row)
        if kind == "annex":
            annex = True
        elif kind is None:
            kind = (
                "annex"
                if annex
                else ("closing" if row.end - row.start > 30 or text[row.end - 1] in "。;" else "furniture")
            )
        elif annex and kind == "signature" and not any(is_back(text, r) == "date" for r in rows[i + 1 : i + 3]):
            kind = "annex"
        pieces.append(Piece(kind, row.start, row.end))
    return [q for p in pieces for q in _split_back(text, p)]


def _split_back(text: str, piece: Piece) -> list[Piece]:
    """Signature and date at the end of a line they share with something else."""
    if piece.kind not in ("annex", "closing", "furniture"):
        return [piece]
    dates = [m for m in lx.DATE.finditer(text, piece.start, piece.end) if m.end() == piece.end]
    if not dates or piece.kind != "annex":
        return [piece]
    date = dates[-1]
    signed = re.search(r"(?<=[)略 ])(?P<s>[\u4e00-\u9fff ]+)$", text[piece.start : date.start()])
    if not signed:
        return [piece]
    at = piece.start + signed.start("s")
    return [
        Piece(piece.kind, piece.start, at),
        Piece("signature", at, date.start()),
        Piece("date", date.start(), date.end()),
    ]


def is_signed(text: str) -> bool:
    """Whether a text without full stop is a signature with its date, or a date alone."""
    date = lx.DATE.search(text)
    return (
        bool(date)
        and len(text) - date.end() < 80
        and (not text[: date.start()].strip() or is_signature(text[: date.start()]))
    )


def iso_date(text: str) -> str | None:
    """The first date in a folded text, ISO 8601, or None.

    >>> iso_date("二〇二二年三月一日"), iso_date("2015-03-13")
    ('2022-03-01', '2015-03-13')
    """
    from .numerals import chinese

    match = lx.DATE.search(text)
    if not match:
        return None
    if match["y"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    else:
        year, month, day = (chinese(match[g]) or 0 for g in ("cy", "cm", "cd"))
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 and year > 1900 else None
