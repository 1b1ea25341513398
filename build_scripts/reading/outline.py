"""Markers to a tree, the tree to entries: which numbered items are the measures of a document.

The rules are DESIGN §3: a measure's ref is its printed numbering; a section without items is one entry;
a （一） that only groups numbered items is no measure, its items carry three parts; articles are art.N.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .layout import Line, lines
from .lexicon import CONTEXT_HEADINGS
from .markers import ARTICLE_RANK, SECTION_RANK, STYLES, SUBPOINT_RANK, Marker, marker_at

_SENTENCE_END = '。;:!?)”>]"'
_TAIL_HINT = re.compile(
    r"\((?:[^()]|\([^()]*\))*(?:牵头|负责|配合|责任|单位[:]|部门[:]|实施主体)(?:[^()]|\([^()]*\))*\)\s*$"
)
_INLINE_STYLES = tuple(
    s for s in STYLES if s.name in ("chapter", "article", "cn", "cn_paren", "cn_enclosed", "num", "num_stop")
)


@dataclass
class Item:
    """A marker with what hangs below it. ``end`` is where the next marker of any level begins."""

    marker: Marker
    end: int = 0
    children: list[Item] = field(default_factory=list)

    @property
    def last(self) -> int:
        """Where the item with all its children ends."""
        return self.children[-1].last if self.children else self.end


@dataclass(frozen=True)
class Entry:
    """An entry to be: the item and, above it, its section and group."""

    item: Item
    section: Item | None = None
    group: Item | None = None


def find_markers(text: str, rows: list[Line]) -> list[Marker]:
    """Markers that open a line; where line breaks were lost, also those that open a sentence in sequence."""
    strong = [m for row in rows if (m := marker_at(text, row.start))]
    weak = (
        [m for row in rows if row.end - row.start > 120 for m in _inline(text, row)]
        if _breaks_lost(text, rows, strong)
        else _missing(text, rows, strong)
    )
    return sorted({m.start: m for m in strong + weak}.values(), key=lambda m: m.start)


def _breaks_lost(text: str, rows: list[Line], strong: list[Marker]) -> bool:
    longest = max((r.end - r.start for r in rows), default=0)
    named = [m for m in strong if m.style.rank <= 5]
    return longest > 600 and longest > 0.4 * sum(r.end - r.start for r in rows) or longest > 600 and not named


def _opens_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip(" ")[-1:] if at else ""
    return not before or before in _SENTENCE_END or before == "\n"


def _inline(text: str, row: Line) -> list[Marker]:
    """Markers inside one long line, each the next in its sequence, opening a sentence or a bare section heading."""
    spots = sorted(
        (
            (f.start(), f.end(), style, style.value(f[1]))
            for style in _INLINE_STYLES
            for f in style.pattern.finditer(text, row.start, row.end)
        ),
        key=lambda s: (s[0], s[2].rank),
    )
    found: list[Marker] = []
    counts: dict[int, int] = {}
    seen: set[int] = set()
    for start, end, style, value in spots:
        if start in seen or value is None:
            continue
        rank = style.rank
        heading = found[-1] if found else None
        bare = (
            heading is not None
            and heading.style.rank < rank
            and value in (1, counts.get(rank, 0) + 1)
            and start - heading.end < 45
            and not re.search("[。;]", text[heading.end : start])
        )
        in_sequence = value == counts.get(rank, 0) + 1 or (value == 1 and rank > 4)
        if not (in_sequence and (_opens_sentence(text, start) or bare)):
            continue
        if rank >= 6 and not any(r < rank for r in counts) and value == 1 and not _opens_sentence(text, start):
            continue
        counts[rank] = value
        if rank <= 4:
            counts = {r: n for r, n in counts.items() if r <= rank or r == 5}
        seen.add(start)
        found.append(Marker(style, value, start, start, end))
    return found


def _missing(text: str, rows: list[Line], strong: list[Marker]) -> list[Marker]:
    """Markers lost inside a line, where those at line starts leave a gap: （一） … （四） with （二）（三） between."""
    found: list[Marker] = []
    last: dict[str, Marker] = {}
    for marker in strong:
        before = last.get(marker.style.name)
        if before and marker.style.rank < SUBPOINT_RANK and 1 < marker.number - before.number <= 30:
            wanted, at = before.number + 1, before.end
            gap: list[Marker] = []
            for spot in marker.style.pattern.finditer(text, at, marker.start):
                if marker.style.value(spot[1]) == wanted and _opens_sentence(text, spot.start()):
                    gap.append(Marker(marker.style, wanted, spot.start(), spot.start(), spot.end()))
                    wanted += 1
            if wanted == marker.number:
                found += gap
        last[marker.style.name] = marker
        for style in STYLES:
            if style.rank > marker.style.rank:
                last.pop(style.name, None) if marker.style.rank <= 4 and style.rank > 5 else None
    return found


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


def entries(text: str, roots: list[Item]) -> list[Entry]:
    """The entries of a document in printed order."""
    found: list[Entry] = []
    for top in roots:
        found += _below(text, top)
    return found


def _below(text: str, top: Item) -> list[Entry]:
    if top.marker.style.rank == ARTICLE_RANK or not top.children or _listed_points(text, top.children):
        return [Entry(top)]
    found: list[Entry] = []
    for item in top.children:
        rank = item.marker.style.rank
        divides = rank < ARTICLE_RANK or (
            rank == SECTION_RANK and item.children and not _listed_points(text, item.children)
        )
        if rank != ARTICLE_RANK and item.children and (divides or _only_groups(text, item)):
            found += [Entry(point, top, item) for point in item.children]
        else:
            found.append(Entry(item, top))
    return found


def read_outline(text: str, start: int, end: int) -> list[Item]:
    """The tree of the markers between two view positions."""
    rows = [r for r in lines(text[:end]) if r.start >= start]
    return build_tree(find_markers(text, rows), end)
