"""A view to nodes and entries: every code point in one node, every measure with its printed ref."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from ...sources.folded_view import Stretch, View
from ..around_measures import line_kinds
from ..around_measures.back import back
from ..around_measures.front import front
from ..around_measures.line_kinds import Piece
from ..lines.numbering import ARTICLE_RANK, SECTION_RANK
from ..lines.unwrap import SourceLine, lines
from .heading_words import CONTEXT_HEADINGS, PAST_HEADINGS
from .headings import Title, Titles, heading, titled_articles
from .markers_to_entries import Item, OutlineEntry, entries, irregular_numbering
from .measure_ends import Habits, Position, extent, over, tail_labels, trim
from .measure_zone import main_zone, tree, zones
from .tables import TaskRow, Tasks, read_table, separators


@dataclass(frozen=True)
class Draft:
    """An entry in view positions. ``heading`` is empty (equal ends) where the item has no title phrase; ``row`` is the
    row of a table that it was, if it was one; ``past`` says that its chapter tells what has been.
    """

    ref: str
    heading: Stretch
    text: Stretch
    context: bool
    section: str | None = None
    group: str | None = None
    row: TaskRow | None = None
    past: bool = False


@dataclass(frozen=True)
class Heading:
    ref: str
    heading: Stretch


@dataclass
class Structure:
    """What was found, in view positions. ``pieces`` cover all that is printed, in order.

    ``irregular`` lists (position, what) where numbering repeats or leaves gaps.
    """

    pieces: list[Piece] = field(default_factory=list)
    sections: list[Heading] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    irregular: list[tuple[int, str]] = field(default_factory=list)
    breaks_lost: bool = False


def structure(view: View, source: str) -> Structure:
    """Read the structure of one document, ``view`` being its view of ``source``."""
    text = view.text
    rows = lines(text)
    table = read_table(text, rows, separators(view, source))
    parts = zones(text, rows)
    trees = [tree(text, zone) for zone in parts]
    best = main_zone(text, parts, trees)
    found = Structure()
    if table and (best is None or _are_rows(entries(text, trees[best][0]), table)):
        return _of_table(text, rows, table)
    if best is None:
        found.pieces = front(text, rows)
        return found
    roots, end = trees[best]
    first = roots[0].marker.line
    above = [r for r in rows if r.end <= first]
    if above or any(r.first < first < r.end for r in rows):
        above += [SourceLine(r.first, r.start, first) for r in rows if r.start < first < r.end]
    found.pieces += front(text, above)
    found.breaks_lost = _long_lines(rows) or _inside_lines(text, roots)
    found.irregular = irregular_numbering(roots)
    walk = _Walk(text, found, roots)
    for root in roots:
        walk.walk(root)
    below = walk.below + [r for r in rows if r.start >= end]
    found.pieces += back(text, below)
    return found


def _of_table(text: str, rows: list[SourceLine], table: Tasks) -> Structure:
    """One entry a row; what stands around the table is read as around any measures."""
    found = Structure(front(text, [r for r in rows if r.end <= table.at.start]))
    found.pieces.append(Piece("leadin", Stretch(table.at.start, table.rows[0].line)))
    seen: Counter[int] = Counter()
    for row, after in zip(table.rows, [*(r.line for r in table.rows[1:]), table.at.end]):
        seen[row.number] += 1
        ref = str(row.number) + (f"-{seen[row.number]}" if seen[row.number] > 1 else "")
        found.pieces += [
            Piece("heading", Stretch(row.line, row.text.start), ref),
            Piece("body", Stretch(row.text.start, after), ref),
        ]
        found.drafts.append(Draft(ref, Stretch(row.text.start, row.text.start), row.text, False, row=row))
    found.pieces += back(text, [r for r in rows if r.start >= table.at.end])
    return found


def _long_lines(rows: list[SourceLine]) -> bool:
    longest = max((r.end - r.start for r in rows), default=0)
    return longest > 600 and longest > 0.4 * sum(r.end - r.start for r in rows)


def _inside_lines(text: str, roots: list[Item]) -> bool:
    """Whether several sections or articles stand inside a line: their line breaks were lost."""
    items = [
        i for root in roots for i in (root, *root.children) if i.marker.style.rank <= SECTION_RANK or i.marker.printed
    ]
    before = (text[text.rfind("\n", 0, i.marker.line) + 1 : i.marker.line] for i in items)
    return sum(b.strip() != "" for b in before) > 1


class _Walk:
    """Walks the items of one document and fills a Structure; ``below`` gathers the lines under the last measure."""

    def __init__(self, text: str, found: Structure, roots: list[Item]) -> None:
        self.text, self.found = text, found
        todo = entries(text, roots)
        self.leaves = {e.item: e for e in todo}
        self.groups = {e.group: e.section for e in todo if e.group and e.section}
        self.last = todo[-1].item
        self.before_restart = {
            a.item
            for a, b in pairwise(todo)
            if (b.section or b.item).marker.number == 1
            and b.section is not a.section
            and (b.group or b.item).marker.number == 1
        }
        self.refs: Counter[str] = Counter()
        articles = [i for root in roots for i in _all(root) if _is_article(i)]
        titled = titled_articles([self._own_line(item) for item in articles])
        self.titled = {item for item, is_titled in zip(articles, titled) if is_titled}
        several = sum(len(self._paragraphs(e.item)) > 1 for e in todo[:-1])
        labels = tail_labels([p for e in todo[:-1] for p in self._paragraphs(e.item)])
        lasts = [p[-1].strip(" ") for e in todo[:-1] if len(p := self._paragraphs(e.item)) > 1]
        named = sum(line_kinds.is_signature(p) for p in lasts)
        self.habits = Habits(
            len(todo) > 1 and several <= 0.3 * (len(todo) - 1),
            found.breaks_lost,
            labels,
            0 < len(todo) - 1 <= 2 * named,
        )
        self.below: list[SourceLine] = []

    def _own_line(self, item: Item) -> str:
        return self.text[item.marker.end : item.end].partition("\n")[0]

    def _paragraphs(self, item: Item) -> list[str]:
        return [p for p in self.text[item.marker.end : item.last].split("\n") if p.strip()]

    def walk(self, item: Item) -> None:
        entry = self.leaves.get(item)
        if entry is not None:
            self._entry(entry)
            return
        title = self._heading(item, item.end, leads=True)
        group_of = self.groups.get(item)
        kind = "chapter" if item.marker.style.rank < ARTICLE_RANK else "group" if group_of else "section"
        ref = _printed([*([group_of] if group_of else []), item])
        self.found.sections.append(Heading(ref, title.phrase))
        self.found.pieces.append(Piece(kind, Stretch(item.marker.line, title.body), ref))
        if self.text[title.body : item.end].strip():
            self.found.pieces.append(Piece("leadin", Stretch(title.body, item.end), ref))
        for child in item.children:
            self.walk(child)

    def _heading(self, item: Item, end: int, leads: bool = False) -> Title:
        titles = Titles(_is_article(item), item in self.titled, self.found.breaks_lost, leads)
        return heading(self.text, item.marker.end, end, titles)

    def _ref(self, entry: OutlineEntry) -> str:
        ref = _printed([i for i in (entry.section, entry.group, entry.item) if i is not None])
        self.refs[ref] += 1
        if self.refs[ref] == 1:
            return ref
        self.found.irregular.append((entry.item.marker.start, f"编号 {ref} 出现第 {self.refs[ref]} 次"))
        return f"{ref}-{self.refs[ref]}"

    def _entry(self, entry: OutlineEntry) -> None:
        item, text = entry.item, self.text
        end = over(text, item, self.habits) if item is self.last else item.last
        title = self._heading(item, end)
        body, ref = title.body, self._ref(entry)
        place = Position(item is self.last, entry.section is not None, item in self.before_restart)
        reach = extent(text, item, body, end, place, self.habits)
        above = [self._heading(s, s.end, leads=True).phrase for s in (entry.section, entry.group) if s]
        phrases = [at.of(text).strip("。: ") for at in (title.phrase, *above)]
        context = any(CONTEXT_HEADINGS.matches(phrase) for phrase in phrases if phrase)
        past = any(PAST_HEADINGS.matches(phrase) for phrase in phrases if phrase)
        section = _printed([entry.section]) if entry.section else None
        group = _printed([entry.section, entry.group]) if entry.section and entry.group else None
        self.found.drafts.append(
            Draft(ref, title.phrase, trim(text, body, reach.end), context, section, group, None, past)
        )
        if body > item.marker.line:
            self.found.pieces.append(Piece("heading", Stretch(item.marker.line, body), ref))
        if text[body : reach.end].strip():
            self.found.pieces.append(Piece("body", Stretch(body, reach.end), ref))
        for at in reach.aside:
            page = line_kinds.plain_kind(at.of(text)) == "furniture"
            self.found.pieces.append(Piece("furniture", at) if page else Piece("leadin", at, section))
        if reach.another:
            self.found.pieces += [*back(text, list(reach.below)), *front(text, list(reach.another))]
        else:
            self.below += reach.below


def _are_rows(found: list[OutlineEntry], table: Tasks) -> bool:
    """Whether the entries of an outline are but the rows of a table, or fewer."""
    return len(found) < len(table.rows) or all(table.at.holds(e.item.marker.line) for e in found)


def _all(item: Item) -> Iterator[Item]:
    yield item
    for child in item.children:
        yield from _all(child)


def _printed(path: list[Item]) -> str:
    """The ref of the last of a path of items: an article counts from itself on, a decimal names the whole of its path."""
    ref = ""
    for item in path:
        marker = item.marker
        own = f"art.{marker.number}" if _is_article(item) else f"{ref}.{marker.number}" if ref else str(marker.number)
        ref = marker.printed or own
    return ref


def _is_article(item: Item) -> bool:
    return item.marker.style.rank == ARTICLE_RANK
