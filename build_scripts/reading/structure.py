"""A view to nodes and entries: every code point in one node, every measure with its printed ref."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..sources.view import View
from . import frame
from . import lexicon as lx
from .headings import articles_are_titled, heading
from .layout import Line, lines
from .markers import ARTICLE_RANK, STYLES
from .outline import Entry, Item, build_tree, entries, find_markers

_TAIL = re.compile(r"[)\]>]\s*$")
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Draft:
    """An entry in view positions. ``heading`` is empty (equal ends) where the item has no title phrase."""

    ref: str
    heading: tuple[int, int]
    text: tuple[int, int]
    context: bool
    section: str | None = None
    group: str | None = None


@dataclass(frozen=True)
class Heading:
    ref: str
    heading: tuple[int, int]


@dataclass
class Structure:
    """What was found, in view positions. ``pieces`` cover all that is printed, in order.

    ``irregular`` lists (position, what) where numbering repeats or leaves gaps.
    """

    pieces: list[tuple[str, int, int, str | None]] = field(default_factory=list)
    sections: list[Heading] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    irregular: list[tuple[int, str]] = field(default_factory=list)
    breaks_lost: bool = False


def structure(view: View) -> Structure:
    """Read the structure of one document."""
    text = view.text
    rows = lines(text)
    zones = _zones(text, rows)
    trees = [_tree(text, zone) for zone in zones]
    best = _main(text, zones, trees)
    found = Structure()
    if best is None:
        found.pieces = [(p.kind, p.start, p.end, None) for p in frame.front(text, rows)]
        return found
    roots, end = trees[best]
    first = roots[0].marker.line
    above = [r for r in rows if r.end <= first]
    if above or any(r.first < first < r.end for r in rows):
        above += [Line(r.first, r.start, first) for r in rows if r.start < first < r.end]
    found.pieces += [(p.kind, p.start, p.end, None) for p in frame.front(text, above)]
    found.breaks_lost = _long_lines(rows)
    below = _Reader(text, found).read(roots, end)
    below += [r for r in rows if r.start >= end]
    found.pieces += [(p.kind, p.start, p.end, None) for p in frame.back(text, below)]
    return found


def _long_lines(rows: list[Line]) -> bool:
    longest = max((r.end - r.start for r in rows), default=0)
    return longest > 600 and longest > 0.4 * sum(r.end - r.start for r in rows)


def _zones(text: str, rows: list[Line]) -> list[list[Line]]:
    """Cut a text after each signature with its date (a notice before its annex, a text before its appendix)."""
    zones: list[list[Line]] = [[]]
    for i, row in enumerate(rows):
        if i and re.fullmatch(r"附件? ?[\d一二三四五六七八九十]{0,2}[:]?", row.of(text)):
            zones.append([])
        zones[-1].append(row)
        if i and lx.DATE.fullmatch(row.of(text)) and len(zones[-1]) > 2:
            before = rows[i - 1].of(text)
            if frame.is_signature(before) or before[-1] == "。":
                zones.append([])
    return [z for z in zones if z]


def _tree(text: str, zone: list[Line]) -> tuple[list[Item], int]:
    """The items of a zone and where they end: before an annex line with nothing but its own list after it."""
    end = zone[-1].end
    markers = find_markers(text, zone)
    for row in zone:
        if (
            lx.ANNEX.matches(row.of(text))
            and not any(m.start > row.start and m.style.rank <= 5 for m in markers)
            and any(m.start < row.start for m in markers)
        ):
            end = row.start
            break
    return build_tree([m for m in markers if m.start < end], end), end


def _main(text: str, zones: list[list[Line]], trees: list[tuple[list[Item], int]]) -> int | None:
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


class _Reader:
    """Walks the items of one document and fills a Structure."""

    def __init__(self, text: str, found: Structure) -> None:
        self.text, self.found = text, found
        self.refs: dict[str, int] = {}
        self.titled_articles = False
        self.alone = True

    def read(self, roots: list[Item], end: int) -> list[Line]:
        """Fill the structure; returns the lines that stand below the last measure."""
        todo = entries(self.text, roots)
        firsts = [
            self.text[e.item.marker.end : e.item.end].partition("\n")[0]
            for e in todo
            if e.item.marker.style.rank == ARTICLE_RANK
        ]
        self.titled_articles = articles_are_titled(firsts)
        self._check_numbering(roots)
        leaves = {id(e.item): e for e in todo}
        bodies = [self._paragraphs(e.item) for e in todo[:-1]]
        self.alone = sum(len(b) > 1 for b in bodies) <= 0.3 * len(bodies) if bodies else False
        below: list[Line] = []
        for root in roots:
            below = self._walk(root, leaves, todo[-1].item)
        return below

    def _paragraphs(self, item: Item) -> list[str]:
        own = self.text[item.marker.end : item.last]
        return [p for p in own.split("\n") if p.strip()]

    def _walk(self, item: Item, leaves: dict[int, Entry], last: Item) -> list[Line]:
        entry = leaves.get(id(item))
        if entry is not None:
            return self._entry(entry, item is last)
        below: list[Line] = []
        kind = (
            "chapter" if item.marker.style.rank < ARTICLE_RANK else ("section" if self._top(item, leaves) else "group")
        )
        a, b, body = self._heading(item, item.end)
        ref = self._section_ref(item, leaves)
        self.found.sections.append(Heading(ref, (a, b)))
        self.found.pieces.append((kind, item.marker.line, body, ref))
        if self.text[body : item.end].strip():
            self.found.pieces.append(("leadin", body, item.end, ref))
        for child in item.children:
            below = self._walk(child, leaves, last)
        return below

    def _top(self, item: Item, leaves: dict[int, Entry]) -> bool:
        return not any(e.group is item for e in leaves.values())

    def _section_ref(self, item: Item, leaves: dict[int, Entry]) -> str:
        for e in leaves.values():
            if e.group is item:
                return f"{e.section.marker.number}.{item.marker.number}"
        return str(item.marker.number)

    def _heading(self, item: Item, end: int) -> tuple[int, int, int]:
        return heading(
            self.text,
            item.marker.end,
            end,
            item.marker.style.rank == ARTICLE_RANK,
            self.titled_articles,
            self.found.breaks_lost,
        )

    def _ref(self, entry: Entry) -> str:
        number = entry.item.marker.number
        if entry.item.marker.style.rank == ARTICLE_RANK:
            ref = f"art.{number}"
        else:
            ref = ".".join(
                str(n)
                for n in (
                    entry.section and entry.section.marker.number,
                    entry.group and entry.group.marker.number,
                    number,
                )
                if n is not None
            )
        self.refs[ref] = self.refs.get(ref, 0) + 1
        if self.refs[ref] > 1:
            self.found.irregular.append((entry.item.marker.start, f"编号 {ref} 出现第 {self.refs[ref]} 次"))
            return f"{ref}-{self.refs[ref]}"
        return ref

    def _entry(self, entry: Entry, is_last: bool) -> list[Line]:
        item, text = entry.item, self.text
        a, b, body = self._heading(item, item.last)
        ref = self._ref(entry)
        end, aside, below = self._body_end(item, body, is_last, entry.section is not None)
        names = [text[a:b]] + [text[slice(*self._heading(s, s.end)[:2])] for s in (entry.section, entry.group) if s]
        context = any(lx.CONTEXT_HEADINGS.matches(n.strip("。: ")) for n in names if n)
        section = str(entry.section.marker.number) if entry.section else None
        group = f"{section}.{entry.group.marker.number}" if entry.group else None
        self.found.drafts.append(Draft(ref, (a, b), _trim(text, body, end), context, section, group))
        if body > item.marker.line:
            self.found.pieces.append(("heading", item.marker.line, body, ref))
        if text[body:end].strip():
            self.found.pieces.append(("body", body, end, ref))
        for start, stop, kind in aside:
            self.found.pieces.append((kind, start, stop, section))
        return below

    def _body_end(
        self, item: Item, body: int, is_last: bool, in_section: bool
    ) -> tuple[int, list[tuple[int, int, str]], list[Line]]:
        """Where a measure's text ends, the paragraphs after it that belong to its section, and the lines below the last."""
        text, stop = self.text, item.last
        rows = [Line(m.start(), m.start(), m.end()) for m in _PARAGRAPH.finditer(text, body, stop) if m[0].strip()]
        rows = [Line(r.first, *_trim(text, r.start, r.end)) for r in rows]
        below: list[Line] = []
        if is_last:
            rows, below = self._cut_back(item, body, rows)
        aside: list[tuple[int, int, str]] = []
        inline = bool(rows) and rows[0].start <= body + 2 and "\n" not in text[item.marker.end : body]
        if in_section and len(rows) > 1 and inline:
            for i in range(1, len(rows)):
                if (
                    _TAIL.search(rows[i - 1].of(text))
                    and not any(_TAIL.search(r.of(text)) for r in rows[i:])
                    and not _is_tail(rows[i].of(text))
                ):
                    kept, rest = rows[:i], rows[i:]
                    if is_last:
                        below = rest + below
                    else:
                        aside = [(r.start, r.end, "leadin") for r in rest]
                    rows = kept
                    break
        return (rows[-1].end if rows else body), aside, below

    def _cut_back(self, item: Item, body: int, rows: list[Line]) -> tuple[list[Line], list[Line]]:
        text = self.text
        keep = len(rows)
        while keep and frame.is_back(text, rows[keep - 1]):
            keep -= 1
        annex = next((i for i, r in enumerate(rows) if lx.ANNEX.matches(r.of(text))), keep)
        keep = min(keep, annex)
        inline = bool(rows) and "\n" not in text[item.marker.end : body] and rows[0].start <= body + 2
        if inline and self.alone:
            tails = [i for i in range(1, keep) if _is_tail(rows[i].of(text)) or _TAIL.search(rows[i].of(text))]
            keep = min(keep, (tails[-1] if tails else 0) + 1)
        else:
            openers = [
                i
                for i in range(1, keep)
                if re.match(
                    "本(?:意见|办法|措施|方案|政策|通知|规定|细则|计划|条例)(?:由|自|从|有效)|(?:施行|实施)(?:说明|日期)",
                    rows[i].of(text),
                )
            ]
            keep = min([keep, *openers])
        kept, below = rows[:keep], rows[keep:]
        if self.found.breaks_lost and kept:
            kept, extra = self._cut_long(kept)
            below = extra + below
        return kept, below

    def _cut_long(self, rows: list[Line]) -> tuple[list[Line], list[Line]]:
        """A closing paragraph or signature on the last measure's own line."""
        text, row = self.text, rows[-1]
        cut = row.end
        for spot in re.finditer(r"(?<=[。)]) *", text[row.start : row.end]):
            at = row.start + spot.end()
            rest = text[at : row.end]
            last = "。" not in rest and (
                frame.is_signed(rest) or lx.ANNEX.matches(rest) or lx.FURNITURE.matches(rest) or lx.NOTE.matches(rest)
            )
            if rest and (lx.CLOSING.matches(rest) or last):
                cut = at
                break
        if cut >= row.end:
            return rows, []
        kept = Line(row.first, *_trim(text, row.start, cut))
        return [*rows[:-1], kept], [Line(cut, cut, row.end)]

    def _check_numbering(self, roots: list[Item]) -> None:
        for items in [roots, *[r.children for r in roots]]:
            for before, item in zip(items, items[1:]):
                a, b = before.marker, item.marker
                if a.style.rank == b.style.rank and b.number not in (a.number + 1, 1) and a.style.rank < len(STYLES):
                    word = "重复" if b.number == a.number else ("倒退" if b.number < a.number else "跳号")
                    self.found.irregular.append((b.start, f"编号{word}：{a.number} 之后是 {b.number}"))


def _is_tail(paragraph: str) -> bool:
    return bool(re.match(r" *[(\[]?(?:责任|牵头|配合|主办|协办|负责|实施|完成)[\u4e00-\u9fff]{0,4}[:]", paragraph))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
