"""Where a measure's text ends: what follows it may belong to its section, to the closing, or to nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...sources.folded_view import Stretch
from ..around_measures import document_words as dw
from ..around_measures import line_kinds
from ..around_measures import line_words as lw
from ..lines.unwrap import SourceLine
from .headings import CLAUSE_LINE
from .markers_to_entries import Item

_TAIL = re.compile(r"[)\]>]\s*$")
_PARAGRAPH = re.compile(r"[^\n]+")
_FORCE = re.compile(
    "本(?:意见|办法|措施|方案|政策|通知|规定|细则|计划|条例)(?:由|自|从|有效)|(?:施行|实施)(?:说明|日期)"
)
_POINT = re.compile(r" *(?:——|--|[①-⑳⑴-⒇]|\(\d{1,2}\)|[一二三四五六七八九十]是|[●•·◆■])")
"""How a paragraph opens that is a point of the one before."""
_IN_FORCE = re.compile(r"(?:本|此)[\u4e00-\u9fff()]{2,20}自[^。]{2,40}起?(?:施行|实施|执行|生效)[^。]{0,60}。$")
_ONLY_A_CLAUSE = re.compile(r"[(\[][^()\[\]]*(?:牵头|负责|配合|主办|协办|:)[^()\[\]]*[)\]]。?")
"""What stands behind a title whose text is below: （区科技局牵头）."""
_RULE = re.compile(r"[-=*_]+")
_LONGEST_END = 400
"""How much of a line's end is looked at for a signature or annex line that shares it."""


@dataclass(frozen=True)
class Extent:
    """``end`` of the text; ``aside`` paragraphs of the section after it; ``below`` lines under the last measure of a text;
    ``another`` lines above the first of the next text, where a notice issues several.
    """

    end: int
    aside: tuple[Stretch, ...] = ()
    below: tuple[SourceLine, ...] = ()
    another: tuple[SourceLine, ...] = ()


@dataclass(frozen=True)
class Position:
    """Where a measure stands: the last of all, inside a section, the last before numbering begins again at 1."""

    is_last: bool = False
    in_section: bool = False
    before_restart: bool = False


@dataclass(frozen=True)
class Habits:
    """What holds for a whole document.

    ``one_paragraph``: its measures are one paragraph each; ``breaks_lost``: line breaks were lost; ``labels``: those of
    the 责任 clauses that stand in paragraphs of their own, by all measures but the last; ``names_below``:
    most of those end in a paragraph that is but a list of bodies.
    """

    one_paragraph: bool
    breaks_lost: bool
    labels: frozenset[str] = frozenset()
    names_below: bool = False


def over(text: str, item: Item, habits: Habits) -> int:
    """Where the text of the document's last measure is over at the latest: at a signature, an annex, the rest of the web page."""
    rows = _rows(text, item.marker.line, item.last)
    keep = len(rows)
    while keep > 1 and line_kinds.is_back(text, rows[keep - 1]) and not _answers(text, rows, keep - 1, habits):
        keep -= 1
    keep = next((i for i in range(1, keep) if _ends_text(text, rows, i, habits)), keep)
    while keep > 1 and keep < len(rows) and line_kinds.is_signature(rows[keep - 1].of(text)):
        keep -= 1
    return rows[keep].first if keep < len(rows) else item.last


def extent(text: str, item: Item, body: int, end: int, place: Position, habits: Habits) -> Extent:
    """The extent of the measure whose text begins at ``body`` and is over at ``end`` at the latest."""
    rows = _rows(text, body, end)
    inline = bool(rows) and rows[0].start <= body + 2 and "\n" not in text[item.marker.end : body]
    inline = inline and not _ONLY_A_CLAUSE.fullmatch(rows[0].of(text))
    below: list[SourceLine] = []
    another: list[SourceLine] = []
    if place.before_restart:
        rows, another = _cut_title(text, rows)
    if place.is_last or another:
        rows, below = _cut_back(text, rows, inline, habits)
        below += _rows(text, end, item.last)
    aside: list[SourceLine] = []
    if place.in_section and inline:
        rows, aside = _cut_aside(text, rows)
    if place.is_last or another:
        below, aside = aside + below, []
    end = rows[-1].end if rows else body
    return Extent(end, tuple(Stretch(r.start, r.end) for r in aside), tuple(below), tuple(another))


def _rows(text: str, start: int, end: int) -> list[SourceLine]:
    found = _PARAGRAPH.finditer(text, start, end)
    return [SourceLine(m.start(), *trim(text, m.start(), m.end())) for m in found if m[0].strip()]


def _cut_title(text: str, rows: list[SourceLine]) -> tuple[list[SourceLine], list[SourceLine]]:
    """What belongs to the measure, and what begins with the title of the next text."""
    for i in range(1, len(rows)):
        word = rows[i].of(text)
        if 5 <= len(word) <= 60 and word[-1] not in "。;:," and dw.TITLE_END.search(word):
            return rows[:i], rows[i:]
    return rows, []


def _cut_aside(text: str, rows: list[SourceLine]) -> tuple[list[SourceLine], list[SourceLine]]:
    """Paragraphs after a 责任 clause that have none of their own belong to the section."""
    for i in range(1, len(rows)):
        closed = _TAIL.search(rows[i - 1].of(text)) and not _POINT.match(rows[i].of(text))
        if closed and not any(_TAIL.search(r.of(text)) for r in rows[i:]) and not CLAUSE_LINE.match(rows[i].of(text)):
            return rows[:i], rows[i:]
    return rows, []


def _cut_back(
    text: str, rows: list[SourceLine], inline: bool, habits: Habits
) -> tuple[list[SourceLine], list[SourceLine]]:
    """The last measure's own paragraphs, and what stands below it."""
    keep = next((i for i, r in enumerate(rows) if dw.ANNEX.matches(r.of(text))), len(rows))
    if inline and habits.one_paragraph:
        tails = [i for i in range(1, keep) if CLAUSE_LINE.match(rows[i].of(text)) or _TAIL.search(rows[i].of(text))]
        own = (tails[-1] if tails else 0) + 1
        while own < keep and (_POINT.match(rows[own].of(text)) or (not tails and text[rows[own - 1].end - 1] == ":")):
            own += 1
        keep = min(keep, own)
    else:
        keep = next((i for i in range(1, keep) if _FORCE.match(rows[i].of(text))), keep)
    kept, below = rows[:keep], rows[keep:]
    if habits.breaks_lost and kept:
        kept, shared = _cut_shared_line(text, kept)
        below = shared + below
    return kept, below


def _ends_text(text: str, rows: list[SourceLine], i: int, habits: Habits) -> bool:
    """Whether a text is over at a line, whatever follows: after the sentence on its force, at a signature with its date or a line of the web page."""
    word = rows[i].of(text)
    if _IN_FORCE.search(rows[i - 1].of(text)):
        return True
    if line_kinds.signed_at(text, rows[i]) is not None or _over_two(text, rows, i):
        return True
    kind = line_kinds.plain_kind(word)
    if kind == "date" or lw.FORMULA.matches(word):
        return True
    label = CLAUSE_LINE.match(word)
    return kind == "furniture" and not _RULE.fullmatch(word) and not (label and label["label"] in habits.labels)


def _answers(text: str, rows: list[SourceLine], i: int, habits: Habits) -> bool:
    """Whether a line of bodies says who answers, as below the measures before, and does not sign: no date follows."""
    if not habits.names_below or not line_kinds.is_signature(rows[i].of(text)):
        return False
    return not any(line_kinds.is_back(text, row) == "date" for row in rows[i + 1 : i + 3])


def _over_two(text: str, rows: list[SourceLine], i: int) -> bool:
    return line_kinds.signed_over_two([r.of(text) for r in rows[i : i + 3]], 0)


def tail_labels(paragraphs: list[str]) -> frozenset[str]:
    """The labels of the paragraphs that are 责任 clauses."""
    return frozenset(m["label"] for p in paragraphs if (m := CLAUSE_LINE.match(p)))


def _cut_shared_line(text: str, rows: list[SourceLine]) -> tuple[list[SourceLine], list[SourceLine]]:
    """A closing paragraph, signature or annex line that stands on the last measure's own line."""
    row = rows[-1]
    last_stop = text.rfind("。", row.start, row.end)
    for spot in re.compile(r"(?<=[。)]) *").finditer(text, row.start, row.end):
        at = spot.end()
        rest = text[at : min(row.end, at + _LONGEST_END)]
        if rest and (
            lw.CLOSING.matches(rest) or (at > last_stop and row.end - at <= _LONGEST_END and _only_below(rest))
        ):
            return [*rows[:-1], SourceLine(row.first, *trim(text, row.start, at))], [SourceLine(at, at, row.end)]
    return rows, []


def _only_below(rest: str) -> bool:
    return line_kinds.is_signed(rest) or any(table.matches(rest) for table in (dw.ANNEX, lw.FURNITURE, lw.NOTE))


def trim(text: str, start: int, end: int) -> Stretch:
    """A stretch without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Stretch(start, end)
