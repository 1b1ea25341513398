"""Markers to a tree, the tree to entries: which numbered items are the measures of a document.

A measure's ref is its printed numbering; a section without items is one entry;
a （一） that only groups numbered items is no measure, its items carry three parts; articles are art.N.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..lines.numbering import ARTICLE_RANK, SECTION_RANK, SUBPOINT_RANK, Marker
from .heading_words import CONTEXT_HEADINGS

_TAIL_HINT = re.compile(
    r"\((?:[^()]|\([^()]*\))*(?:牵头|负责|配合|责任|单位[:]|部门[:]|实施主体)(?:[^()]|\([^()]*\))*\)\s*$"
)


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


def build_tree(markers: list[Marker], end: int) -> list[Item]:
    """Nest markers by rank; in a text of articles nothing below an article stands on its own."""
    articles = sum(m.style.rank == ARTICLE_RANK for m in markers) >= 3
    if articles:
        markers = [m for m in markers if m.style.rank <= ARTICLE_RANK]
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


def entries(text: str, roots: list[Item]) -> list[OutlineEntry]:
    """The entries of a document in printed order."""
    found: list[OutlineEntry] = []
    for top in roots:
        found += _below(text, top)
    return found


def _below(text: str, top: Item) -> list[OutlineEntry]:
    if top.marker.style.rank == ARTICLE_RANK or not top.children or _listed_points(text, top.children):
        return [OutlineEntry(top)]
    found: list[OutlineEntry] = []
    for item in top.children:
        rank = item.marker.style.rank
        divides = rank < ARTICLE_RANK or (
            rank == SECTION_RANK and item.children and not _listed_points(text, item.children)
        )
        if rank != ARTICLE_RANK and item.children and (divides or _only_groups(text, item)):
            found += [OutlineEntry(point, top, item) for point in item.children]
        else:
            found.append(OutlineEntry(item, top))
    return found
