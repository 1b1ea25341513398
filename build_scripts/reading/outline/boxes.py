"""Boxes (专栏) and notes below tables: their 1. 2. 3. number nothing of the outline."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ..lines.numbering import NUM, Marker
from ..lines.unwrap import SourceLine

_BOX = re.compile(
    r"[ #>*【\[]*(?:专栏|图表|图|表) ?[\d一二三四五六七八九十]{1,3}(?:[-—]\d{1,2})?[】\]]?(?:[ :*]|$|(?=[\u4e00-\u9fff]))"
)
_NOTE = re.compile(r"(?:注|备注|说明)[:]")
_LONGEST = 60
"""The longest line that names a box."""


def without_boxes(text: str, rows: Sequence[SourceLine], markers: list[Marker]) -> list[Marker]:
    """The markers less those that count on from 1 below a line that names a box, and those that count on in a note.

    专栏1 重点工程 / 1.甲。… / 2.乙。…; 注：1.… / 2.…
    """
    dropped: set[int] = set()
    starts = [m.line for m in markers]
    for row in rows:
        said = text[row.start : min(row.end, row.start + _LONGEST + 1)]
        note = _NOTE.match(said)
        if not note and not (row.end - row.start <= _LONGEST and _BOX.match(said) and said[-1] not in "。;,"):
            continue
        following = 1
        if note:
            inside = re.search(r"(\d)[.、]", said)
            following = int(inside[1]) + 1 if inside else 2
        dropped |= _run(markers, bisect_left(starts, row.start + 1), following)
    return [m for i, m in enumerate(markers) if i not in dropped] if dropped else markers


def _run(markers: Sequence[Marker], at: int, following: int) -> set[int]:
    """Which markers from ``at`` on count on from a number, with what is below them."""
    found: set[int] = set()
    rank = markers[at].style.rank if at < len(markers) else 0
    if rank < NUM.rank or markers[at].number != following:
        return found
    for i in range(at, len(markers)):
        marker = markers[i]
        if marker.style.rank < rank or (marker.style.rank == rank and marker.number != following):
            break
        following += marker.style.rank == rank
        found.add(i)
    return found
