"""What a text says of itself: title, number, issuers, dates. What it does not say stays None."""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import lexicon as lx
from .frame import iso_date
from .structure import Structure

_PUBLISHED = re.compile(r"(?:发布|公开|印发)(?:日期|时间):? *(" + re.sub(r"\?P<\w+>", "", lx.DATE.pattern) + ")")
_WRITTEN = re.compile(r"成文日期:? *(" + re.sub(r"\?P<\w+>", "", lx.DATE.pattern) + ")")
_STAMPED = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{4,24}" + lx.ISSUER_END + r")(?=\d{4}年\d{1,2}月\d{1,2}日(?:发布|印发|公布))"
)


@dataclass(frozen=True)
class Facts:
    """Positions in the view for what is quoted; ISO dates for the rest."""

    title: tuple[tuple[int, int], ...] = ()
    number: tuple[int, int] | None = None
    issuers: tuple[tuple[int, int], ...] = ()
    date: str | None = None
    published: str | None = None


def facts(text: str, found: Structure) -> Facts:
    """Read the facts off the pieces of a structure."""
    by_kind: dict[str, list[tuple[int, int]]] = {}
    for kind, start, end, _ in found.pieces:
        by_kind.setdefault(kind, []).append((start, end))
    title = _first_block(text, by_kind.get("title", []))
    number = next((m.span() for a, b in by_kind.get("number", []) if (m := lx.NUMBER.search(text, a, b))), None)
    frame = " \n".join(text[a:b] for kind in ("furniture", "date", "closing", "note") for a, b in by_kind.get(kind, []))
    signatures = by_kind.get("signature", [])
    dates = [iso_date(text[a:b]) for a, b in by_kind.get("date", []) if not signatures or a > signatures[0][0]]
    issuers = [s for a, b in signatures or by_kind.get("issuer", []) for s in _bodies(text, a, b)]
    written = _WRITTEN.search(frame)
    published = _PUBLISHED.search(frame)
    stamped = next(
        (
            (a + m.start("who"), a + m.end("who"), m.end())
            for kind in ("closing", "furniture")
            for a, b in by_kind.get(kind, [])
            if (m := _STAMPED.search(text[a:b]))
        ),
        None,
    )
    date = iso_date(written[1]) if written else next((d for d in dates if d), None)
    if stamped and not issuers:
        issuers = [stamped[:2]]
        date = date or iso_date(text[stamped[1] : stamped[1] + 20])
    return Facts(tuple(title), number, tuple(issuers), date, iso_date(published[1]) if published else None)


def _first_block(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    block = spans[:1]
    for a, b in spans[1:]:
        if text[block[-1][1] : a].strip() or lx.TITLE_END.search(text[block[-1][0] : block[-1][1]]):
            break
        block.append((a, b))
    return block


def _bodies(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The bodies of a signature line: apart by spaces, or two of one place written together."""
    found = []
    for match in re.compile(r"[^ 、\n]+").finditer(text, start, end):
        word = re.sub(r"文件$", "", match[0])
        a = match.start()
        again = word.find(word[:2], 3) if len(word) > 10 else -1
        if again > 0 and re.search(lx.ISSUER_END + "$", word[:again]):
            found += [(a, a + again), (a + again, a + len(word))]
        elif word:
            found.append((a, a + len(word)))
    return found
