"""What a text says of itself: title, number, issuers, dates. What it does not say stays None."""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import document_words as dw
from .around_measures import line_kinds
from .around_measures.line_kinds import iso_date
from .outline.structure import Structure

_PUBLISHED = re.compile(r"(?:发布|公开|印发)(?:日期|时间):? *(" + re.sub(r"\?P<\w+>", "", dw.DATE.pattern) + ")")
_WRITTEN = re.compile(r"(?:成文|发文)(?:日期|时间):? *(" + re.sub(r"\?P<\w+>", "", dw.DATE.pattern) + ")")
_ADOPTED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日(?:(?!\d{4}年)[^。])*会议(?:(?!\d{4}年)[^。])*(?:通过|修正|修订)")
"""The day a meeting adopted or last amended a law, below its title: its 成文日期 (GB/T 9704-2012 §7.3.5)."""
_LABELLED = {
    "title": re.compile(r"(?:发文|文件|法规|公文)?(?:标 *题|名称)[:] *(?P<v>[^\n]{5,140})"),
    "number": re.compile(rf"(?:(?:发文)?(?:字号|文 ?号)|文件编号)[:] *(?P<v>{dw.NUMBER.pattern})"),
    "issuer": re.compile(
        rf"(?:发文|发布|制定|颁布)(?:机关|机构|部门|单位)[:] *(?P<v>[\u4e00-\u9fff、]{{0,60}}?{dw.ISSUER_END})(?= |$)"
    ),
}
"""What the table above a text on a government page or in a database says of it, by label: used where the text does not."""
_STAMPED = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{4,24}" + dw.ISSUER_END + r")(?=\d{4}年\d{1,2}月\d{1,2}日(?:发布|印发|公布))"
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
    title = _first_block(text, by_kind.get("title", [])) or _labelled(text, by_kind, "title")
    number = next((m.span() for a, b in by_kind.get("number", []) if (m := dw.NUMBER.search(text, a, b))), None)
    number = number or next(iter(_labelled(text, by_kind, "number")), None)
    around = " \n".join(
        text[a:b] for kind in ("furniture", "date", "closing", "note") for a, b in by_kind.get(kind, [])
    )
    signatures = by_kind.get("signature", [])
    dates = [iso_date(text[a:b]) for a, b in by_kind.get("date", []) if not signatures or a > signatures[0][0]]
    issuers = [s for a, b in signatures or by_kind.get("issuer", []) for s in _bodies(text, a, b)]
    written = _WRITTEN.search(around)
    published = _PUBLISHED.search(around)
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
    adopted = [iso_date(m[0]) for a, b in by_kind.get("note", []) for m in _ADOPTED.finditer(text, a, b)]
    date = date or max((d for d in adopted if d), default=None)
    if stamped and not issuers:
        issuers = [stamped[:2]]
        date = date or iso_date(text[stamped[1] : stamped[1] + 20])
    issuers = issuers or [s for a, b in _labelled(text, by_kind, "issuer") for s in _bodies(text, a, b)]
    return Facts(
        tuple(_unquoted(text, title)), number, tuple(issuers), date, iso_date(published[1]) if published else None
    )


def _first_block(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    block = spans[:1]
    for a, b in spans[1:]:
        whole = dw.TITLE_END.search(text[block[-1][0] : block[-1][1]])
        said = "".join(text[x:y] for x, y in block)
        if text[block[-1][1] : a].strip() or whole and not line_kinds.title_goes_on(said, text[a:b]):
            break
        block.append((a, b))
    return block


def _labelled(text: str, by_kind: dict[str, list[tuple[int, int]]], what: str) -> list[tuple[int, int]]:
    """Where the first value with this label stands."""
    found = (_LABELLED[what].match(text, a, b) for a, b in by_kind.get("furniture", []))
    return next(([m.span("v")] for m in found if m), [])


def _unquoted(text: str, title: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A title without the 《》 around the whole of it."""
    said = "".join(text[a:b] for a, b in title)
    if not (said.startswith("《") and said.endswith("》") and said.count("《") == 1):
        return title
    (a, _), (_, b) = title[0], title[-1]
    return [(a + 1, b - 1)] if len(title) == 1 else [(a + 1, title[0][1]), *title[1:-1], (title[-1][0], b - 1)]


def _bodies(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The bodies of a signature line: apart by spaces, or two of one place written together."""
    if line_kinds.is_spaced_out(text[start:end]):
        return [(start, end)]
    found = []
    for match in re.compile(r"[^ 、\n]+").finditer(text, start, end):
        word = re.sub(r"文件$", "", match[0])
        a = match.start()
        again = word.find(word[:2], 3) if len(word) > 10 else -1
        if again > 0 and re.search(dw.ISSUER_END + "$", word[:again]):
            found += [(a, a + again), (a + again, a + len(word))]
        elif word:
            found.append((a, a + len(word)))
    return found
