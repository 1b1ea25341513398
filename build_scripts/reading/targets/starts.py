"""Dated beginnings: 自2016年开始,在全省国家级经开区实施“多规合一”试点工作. What is to be begun in a year to come is promised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...sources.folded_view import Stretch, stretch
from . import target_words as w
from .scopes import scope_of

_BEGINS = re.compile(
    r"(?:(?<=[。;\n! ])|^)[自从](?P<y>20\d{2})年(?:(?P<m>1[0-2]|0?[1-9])月)?(?:起|开始),?(?P<what>[^,;。()\n]{4,60})"
)
_ACT = re.compile(
    "(?:在(?P<where>[^,;。]{2,20}?))?(?:全面|逐步|统一|分批)?(?:实施|开展|推行|推广|启动|试行|实行|建立)(?P<of>.+)"
)


@dataclass(frozen=True)
class Begun:
    """A beginning: the whole of it, what begins, in which year or month, and where."""

    quote: Stretch
    of: Stretch
    iso: str
    scope: Stretch | None


def begun_in(text: str, start: int, end: int) -> Iterator[Begun]:
    """The beginnings of a sentence; what is handed out from a day on, or in force from it, is none.

    >>> said = "自2016年开始,在全省国家级经开区实施“多规合一”示范试点工作。"
    >>> [(b.iso, b.of.of(said), b.scope.of(said)) for b in begun_in(said, 0, len(said))]
    [('2016', '“多规合一”示范试点工作', '全省国家级经开区')]
    >>> [list(begun_in(s, 0, len(s))) for s in ("自2023年1月1日起施行。", "从2024年起,对企业给予补贴100万元。")]
    [[], []]
    """
    for found in _BEGINS.finditer(text, start, end):
        act = _ACT.fullmatch(text, *found.span("what"))
        if act is None or any(p.search(text, *found.span("what")) for p in (w.GIVEN, w.DUES, w.PROCEDURES)):
            continue
        iso = found["y"] + (f"-{int(found['m']):02d}" if found["m"] else "")
        where = scope_of(text, act.start("where"), act.end()) if act["where"] else None
        yield Begun(stretch(found), stretch(act, "of"), iso, where)
