"""Where a measure's text ends: what follows it may belong to its section, to the closing, or to nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import frame
from . import frame_words as fw
from . import lexicon as lx
from .layout import Line
from .outline import Item

_TAIL = re.compile(r"[)\]>]\s*$")
_PARAGRAPH = re.compile(r"[^\n]+")
_FORCE = re.compile(
    "本(?:意见|办法|措施|方案|政策|通知|规定|细则|计划|条例)(?:由|自|从|有效)|(?:施行|实施)(?:说明|日期)"
)
_TAIL_LINE = re.compile(r" *[(\[]?(?:责任|牵头|配合|主办|协办|负责|实施|完成)[\u4e00-\u9fff]{0,4}[:]")
_LONGEST_END = 400
"""How much of a line's end is looked at for a signature or annex line that shares it."""


@dataclass(frozen=True)
class Extent:
    """``end`` of the text; ``aside`` paragraphs of the section after it; ``below`` lines under the last measure."""

    end: int
    aside: tuple[tuple[int, int], ...] = ()
    below: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Habits:
    """What holds for a whole document: whether its measures are one paragraph each, and whether line breaks were lost."""

    one_paragraph: bool
    breaks_lost: bool


def extent(text: str, item: Item, body: int, is_last: bool, in_section: bool, habits: Habits) -> Extent:
    """The extent of the measure whose text begins at ``body``."""
    rows = [
        Line(m.start(), *trim(text, m.start(), m.end()))
        for m in _PARAGRAPH.finditer(text, body, item.last)
        if m[0].strip()
    ]
    inline = bool(rows) and rows[0].start <= body + 2 and "\n" not in text[item.marker.end : body]
    below: list[Line] = []
    if is_last:
        rows, below = _cut_back(text, rows, inline, habits)
    aside: list[Line] = []
    if in_section and inline:
        rows, aside = _cut_aside(text, rows)
    if is_last:
        below, aside = aside + below, []
    return Extent(rows[-1].end if rows else body, tuple((r.start, r.end) for r in aside), tuple(below))


def _cut_aside(text: str, rows: list[Line]) -> tuple[list[Line], list[Line]]:
    """Paragraphs after a 责任 clause that have none of their own belong to the section."""
    for i in range(1, len(rows)):
        closed = _TAIL.search(rows[i - 1].of(text))
        if closed and not any(_TAIL.search(r.of(text)) for r in rows[i:]) and not is_tail_line(rows[i].of(text)):
            return rows[:i], rows[i:]
    return rows, []


def _cut_back(text: str, rows: list[Line], inline: bool, habits: Habits) -> tuple[list[Line], list[Line]]:
    """The last measure's own paragraphs, and what stands below it."""
    keep = len(rows)
    while keep and frame.is_back(text, rows[keep - 1]):
        keep -= 1
    keep = next((i for i, r in enumerate(rows[:keep]) if lx.ANNEX.matches(r.of(text))), keep)
    if inline and habits.one_paragraph:
        tails = [i for i in range(1, keep) if is_tail_line(rows[i].of(text)) or _TAIL.search(rows[i].of(text))]
        keep = min(keep, (tails[-1] if tails else 0) + 1)
    else:
        keep = next((i for i in range(1, keep) if _FORCE.match(rows[i].of(text))), keep)
    kept, below = rows[:keep], rows[keep:]
    if habits.breaks_lost and kept:
        kept, shared = _cut_shared_line(text, kept)
        below = shared + below
    return kept, below


def _cut_shared_line(text: str, rows: list[Line]) -> tuple[list[Line], list[Line]]:
    """A closing paragraph, signature or annex line that stands on the last measure's own line."""
    row = rows[-1]
    last_stop = text.rfind("。", row.start, row.end)
    for spot in re.compile(r"(?<=[。)]) *").finditer(text, row.start, row.end):
        at = spot.end()
        rest = text[at : min(row.end, at + _LONGEST_END)]
        if rest and (fw.CLOSING.matches(rest) or at > last_stop and row.end - at <= _LONGEST_END and _only_below(rest)):
            return [*rows[:-1], Line(row.first, *trim(text, row.start, at))], [Line(at, at, row.end)]
    return rows, []


def _only_below(rest: str) -> bool:
    return frame.is_signed(rest) or any(table.matches(rest) for table in (lx.ANNEX, fw.FURNITURE, fw.NOTE))


def is_tail_line(paragraph: str) -> bool:
    """Whether a paragraph opens with the label of a 责任 clause."""
    return bool(_TAIL_LINE.match(paragraph))


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
