"""Which stretch of a text holds the measures: a notice may stand before them, an annex after."""

from __future__ import annotations

import re

from ..around_measures import document_words as dw
from ..around_measures import line_kinds
from ..lines.unwrap import SourceLine
from .markers import find_markers
from .markers_to_entries import Item, build_tree, entries


def zones(text: str, rows: list[SourceLine]) -> list[list[SourceLine]]:
    """Cut a text after each signature with its date (a notice before its annex, a text before its appendix)."""
    found: list[list[SourceLine]] = [[]]
    for i, row in enumerate(rows):
        if i and re.fullmatch(r"附件? ?[\d一二三四五六七八九十]{0,2}[:]?", row.of(text)):
            found.append([])
        found[-1].append(row)
        if i and dw.DATE.fullmatch(row.of(text)) and len(found[-1]) > 2:
            before = rows[i - 1].of(text)
            if line_kinds.is_signature(before) or before[-1] == "。":
                found.append([])
    return [z for z in found if z]


def tree(text: str, zone: list[SourceLine]) -> tuple[list[Item], int]:
    """The items of a zone and where they end: before an annex line with nothing but its own list after it."""
    end = zone[-1].end
    markers = find_markers(text, zone)
    for row in zone:
        if (
            dw.ANNEX.matches(row.of(text))
            and not any(m.start > row.start and m.style.rank <= 5 for m in markers)
            and any(m.start < row.start for m in markers)
        ):
            end = row.start
            break
    return build_tree(text, [m for m in markers if m.start < end], end), end


def main_zone(text: str, zones: list[list[SourceLine]], trees: list[tuple[list[Item], int]]) -> int | None:
    """The zone that holds the measures: the first with several entries; after a notice that only issues, the fullest."""
    counts = [len(entries(text, roots)) for roots, _ in trees]
    if not any(counts):
        return None
    issues = any("印发" in r.of(text) for r in zones[0][:12])
    if not issues:
        for i, n in enumerate(counts):
            if n >= 3:
                return i
    return max(range(len(counts)), key=lambda i: (counts[i], -i))
