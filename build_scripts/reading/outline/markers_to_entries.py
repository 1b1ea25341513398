"""Markers to a tree, the tree to entries: which numbered items are the measures of a document.

A measure's ref is its printed numbering; a section without items is one entry;
a （一） that only groups numbered items is no measure, its items carry three parts; articles are art.N.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ..lines.numbering import ARTICLE_RANK, CHAPTER, SECTION_RANK, SUBPOINT_RANK, Marker
from .heading_words import CONTEXT_HEADINGS

_TAIL_HINT = re.compile(
    r"\((?:[^()]|\([^()]*\))*(?:牵头|负责|配合|责任|单位[:]|部门[:]|实施主体)(?:[^()]|\([^()]*\))*\)\s*$"
)


_TITLED = re.compile(r" *[^。;:,\n]{2,30}[。:\n] *\S")
"""How a point opens that has a title and a text: 建设核心区。打造园区。"""
_BARE_TITLE = re.compile(r"[:]?[\u4e00-\u9fff“”、和与]{2,24}")
"""The whole of an article's own text where points with texts of their own stand below it."""
_CHAPTER_TITLE = re.compile(r"[\u4e00-\u9fff“”、,和与及《》 ]{2,40}")
"""The whole of the own text of a 一、 that stands above articles."""


@dataclass(eq=False)
class Item:
    """A marker with what hangs below it. ``end`` is where the next marker of any level begins. Items are told apart, not compared."""

    marker: Marker
    end: int = 0
    children: list[Item] = field(default_factory=list)

    @property
    def last(self) -> int:
        """Where the item with all its children ends."""
        return self.children[-1].last if self.children else self.end


@dataclass(frozen=True)
class OutlineEntry:
    """An entry to be: the item and, above it, its section and group."""

    item: Item
    section: Item | None = None
    group: Item | None = None


def _of_articles(text: str, markers: list[Marker]) -> list[Marker]:
    """The markers of a text of articles: chapters, articles, and the points of articles that are but titles.

    第二条 人才支持 / （一）引育。… is a title with points, where most articles are such or the points say who answers;
    第三条 申请人应当符合下列条件： / （一）…； is one rule. 一、债务的处理 right above 第一条 is a chapter.
    """
    owns = {m: text[m.end : after.line].strip() for m, after in pairwise(markers)}
    articles = [m for m in markers if m.style.rank == ARTICLE_RANK]
    bare = {m for m in articles if _BARE_TITLE.fullmatch(owns.get(m, ""))}
    usual = len(bare) >= 0.4 * len(articles)
    kept: list[Marker] = []
    titled = False
    for i, marker in enumerate(markers):
        after = next(iter(markers[i + 1 : i + 2]), None)
        if marker.style.rank <= ARTICLE_RANK:
            titled = marker in bare and (usual or _points_answer(text, markers, i))
            kept.append(marker)
        elif marker.style.rank == SECTION_RANK and after in articles and _CHAPTER_TITLE.fullmatch(owns[marker]):
            kept.append(replace(marker, style=CHAPTER))
            titled = False
        elif titled and marker.style.rank < SUBPOINT_RANK:
            kept.append(marker)
    return kept


def _points_answer(text: str, markers: list[Marker], i: int) -> bool:
    """Whether the first point below the ``i``-th marker ends in a clause that says who answers."""
    point, after = markers[i + 1 : i + 2], markers[i + 2 : i + 3]
    end = after[0].line if after else len(text)
    return bool(point) and _TAIL_HINT.search(text[point[0].end : end].rstrip()) is not None


def _chapters_numbered_on(markers: list[Marker]) -> list[Marker]:
    """Chapters that count from themselves on where they are numbered on from part to part: 第二篇 begins with 第三章."""
    chapters = [m for m in markers if m.style == CHAPTER]
    parts = [m.start for m in markers if m.style.rank < CHAPTER.rank]
    on = all(b.number == a.number + 1 for a, b in pairwise(chapters))
    if len(parts) < 2 or len(chapters) < 2 or not on or chapters[-1].start < parts[1]:
        return markers
    return [replace(m, printed=str(m.number)) if m.style == CHAPTER else m for m in markers]


def build_tree(text: str, markers: list[Marker], end: int) -> list[Item]:
    """Nest markers by rank; in a text of articles only what stands below a bare title is on its own."""
    if sum(m.style.rank == ARTICLE_RANK for m in markers) >= 3:
        markers = _of_articles(text, markers)
    markers = _chapters_numbered_on(markers)
    roots: list[Item] = []
    stack: list[Item] = []
    for marker, after in zip(markers, [*markers[1:], None]):
        item = Item(marker, after.line if after else end)
        while stack and stack[-1].marker.style.rank >= marker.style.rank:
            stack.pop()
        (stack[-1].children if stack else roots).append(item)
        stack.append(item)
    return roots


def _listed_points(text: str, items: list[Item]) -> bool:
    """Whether items are points of one measure: they end in semicolons, or their style is for points."""
    if items[0].marker.style.rank >= SUBPOINT_RANK:
        return True
    ends = [text[i.marker.end : i.last].rstrip()[-1:] for i in items[:-1]]
    return len(ends) > 0 and sum(e in ";," for e in ends) > len(ends) / 2


def _own_text(text: str, item: Item) -> tuple[str, str]:
    """An item's own first line and what follows it before its first child."""
    own = text[item.marker.end : item.end].strip()
    first, _, rest = own.partition("\n")
    return first, rest.strip()


def _only_groups(text: str, item: Item) -> bool:
    """Whether a （一） only groups: nothing but a title of its own, or all its items name who answers and it does not."""
    points = item.children
    if not points or _listed_points(text, points):
        return False
    first, rest = _own_text(text, item)
    title = re.split("[。:]", first)[0]
    if CONTEXT_HEADINGS.matches(title):
        return False
    tails = [bool(_TAIL_HINT.search(text[p.marker.end : p.last].rstrip())) for p in points]
    if len(points) > 1 and tails[-1] and not any(tails[:-1]):
        return False
    bare = not rest and not re.search(r"[。;:].", first)
    return bare or (all(tails) and len(points) > 1)


def _like_groups(text: str, item: Item, through: bool) -> bool:
    """Whether an item with a lead-in has points like those of a sibling that only groups: titles with texts, no list, or
    numbered on from sibling to sibling."""
    if _listed_points(text, item.children) or CONTEXT_HEADINGS.matches(re.split("[。:]", _own_text(text, item)[0])[0]):
        return False
    return through or all(_TITLED.match(text, p.marker.end, p.last) for p in item.children)


def entries(text: str, roots: list[Item]) -> list[OutlineEntry]:
    """The entries of a document in printed order."""
    found: list[OutlineEntry] = []
    for top in roots:
        found += _below(text, top)
    return found


def _runs_through(items: list[Item]) -> bool:
    """Whether the points of siblings are numbered on: (一) holds 1. to 5., (二) begins with 6. They are the measures then."""
    held = [i.children for i in items if i.children and i.children[0].marker.style.rank < SUBPOINT_RANK]
    if len(held) < 2:
        return False
    return all(b[0].marker.number == a[-1].marker.number + 1 for a, b in pairwise(held))


def _below(text: str, top: Item) -> list[OutlineEntry]:
    if not top.children or _listed_points(text, top.children):
        return [OutlineEntry(top)]
    found: list[OutlineEntry] = []
    through = _runs_through(top.children)
    parted = through or any(i.children and _only_groups(text, i) for i in top.children)
    for item in top.children:
        groups = bool(item.children) and (
            _divides(text, item) or _only_groups(text, item) or (parted and _like_groups(text, item, through))
        )
        if groups and item.marker.style.rank == ARTICLE_RANK:
            found += [OutlineEntry(point, item) for point in item.children]
        elif groups:
            found += [OutlineEntry(point, top, item) for point in item.children]
        else:
            found.append(OutlineEntry(item, top))
    return found


def _divides(text: str, item: Item) -> bool:
    """Whether an item is a chapter, a section with items of its own, or a decimal above decimals."""
    rank = item.marker.style.rank
    section = rank == SECTION_RANK and not _listed_points(text, item.children)
    return rank < ARTICLE_RANK or section or item.children[0].marker.printed != ""


def irregular_numbering(roots: list[Item]) -> list[tuple[int, str]]:
    """Where a number repeats, goes back or leaves a gap among its siblings; starting again at 1 is regular."""
    found = []
    for items in [roots, *[r.children for r in roots]]:
        for before, item in pairwise(items):
            a, b = before.marker, item.marker
            between = b.number == a.number and b.printed.startswith("art.")
            if a.style.rank == b.style.rank and b.number not in (a.number + 1, 1) and not between:
                word = "重复" if b.number == a.number else ("倒退" if b.number < a.number else "跳号")
                found.append((b.start, f"编号{word}：{a.number} 之后是 {b.number}"))
    return found
