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


_ITEM_RANK = 5
_NAMES_LIST = re.compile("名单|名录|通讯录|花名册")


def tree(text: str, zone: list[SourceLine]) -> tuple[list[Item], int]:
    """The items of a zone and where they end: before an annex line with nothing but its own list, or a list of names, after it."""
    end = zone[-1].end
    markers = find_markers(text, zone)
    for row in zone:
        if dw.ANNEX.matches(row.of(text)) and any(m.start < row.start for m in markers):
            after = [m for m in markers if m.start > row.start and m.style.rank <= _ITEM_RANK]
            if not after or (after[0].number == 1 and _NAMES_LIST.search(text, row.start, after[0].line)):
                end = row.start
                break
    return build_tree(text, [m for m in markers if m.start < end], end), end


_LIST_ITEM = re.compile("[^。;:,!?]{2,40}")
_MOSTLY = 0.7


def lists_names(text: str, zone: list[SourceLine], roots: list[Item]) -> bool:
    """Whether a zone below the text is a list of persons, firms or places: an annex whose items are names.

    附件1 / 重点企业名单 / 1.某甲有限公司 / 2.某乙集团公司 holds no measures; 附件 / 某市实施方案 / 一、… does.
    """
    if not dw.ANNEX.matches(zone[0].of(text)) or not roots:
        return False
    if any(_NAMES_LIST.search(row.of(text)) for row in zone[:3] if row.start < roots[0].marker.line):
        return True
    items = [text[i.marker.end : i.last].strip() for root in roots for i in (root.children or [root])]
    return sum(_LIST_ITEM.fullmatch(said) is not None for said in items) >= _MOSTLY * len(items)


def main_zone(text: str, zones: list[list[SourceLine]], trees: list[tuple[list[Item], int]]) -> int | None:
    """The zone that holds the measures: the first with several entries; after a notice that only issues, the fullest."""
    counts = [len(entries(text, roots)) for roots, _ in trees]
    if sum(n > 0 for n in counts) > 1:
        lists = [i for i, (roots, _) in enumerate(trees) if lists_names(text, zones[i], roots)]
        counts = [0 if i in lists and len(lists) < sum(n > 0 for n in counts) else n for i, n in enumerate(counts)]
    if not any(counts):
        return None
    issues = any("印发" in r.of(text) for r in zones[0][:12])
    if not issues:
        for i, n in enumerate(counts):
            if n >= 3:
                return i
    return max(range(len(counts)), key=lambda i: (counts[i], -i))
