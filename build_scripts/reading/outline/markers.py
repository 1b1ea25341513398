"""The markers of a text: those that open a line, and those whose line breaks were lost."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from ..around_measures import document_words as dw
from ..lines.numbering import (
    ARTICLE_RANK,
    BEFORE_FIGURE,
    DECIMAL,
    NUM,
    STYLES,
    SUBPOINT_RANK,
    Marker,
    marker_at,
    printed_whole,
)
from ..lines.unwrap import SourceLine
from .boxes import without_boxes
from .decimals import decimal_markers

_ITEM_RANK = 5
"""Sections, articles and （一）: what a text that is numbered by decimals has few of."""
_SHORTEST_GLUED = 40
_RUN_ON = (ARTICLE_RANK, 5)
"""Articles, and （一） in some texts, are numbered on through chapters and sections."""
_SECOND = re.compile("第 ?[二2] ?条|二、|[(]二[)]|2[.、]")
_ARTICLE = next(s for s in STYLES if s.name == "article")
_CHAPTER_TITLE = re.compile(r" *第 ?[一二三四五六七八九十百\d]{1,4} ?[章节] *(?:[\u4e00-\u9fff] ?){2,20} ?$")
_FEWEST_GLUED = 3
_SENTENCE_END = '。;:!?)”>]"'
_INLINE_STYLES = tuple(
    s for s in STYLES if s.name in ("chapter", "article", "cn", "cn_paren", "cn_enclosed", "num", "num_stop")
)


def find_markers(text: str, rows: list[SourceLine]) -> list[Marker]:
    """Markers that open a line; where line breaks were lost, also those that open a sentence in sequence."""
    strong = _before_figures(text, rows, [m for row in rows if (m := marker_at(text, row.start))])
    strong = without_boxes(text, rows, strong)
    decimals = decimal_markers(text, rows)
    if len([m for m in strong if m.style.rank <= _ITEM_RANK]) < len(decimals):
        return _without_contents(text, decimals)
    weak = (
        [m for row in rows if row.end - row.start > 120 for m in _inline(text, row)]
        if _breaks_lost(text, rows, strong)
        else _missing(text, rows, strong) + _glued(text, rows, strong) + _articles_inside(text, rows, strong)
    )
    return _without_contents(text, sorted({m.start: m for m in strong + weak}.values(), key=lambda m: m.start))


def _glued(text: str, rows: list[SourceLine], strong: list[Marker]) -> list[Marker]:
    """The markers of lines that hold several articles or sections, in a text where hardly any opens a line.

    第一章 总则第一条 …。第二条 …。 on one line; not 坚持一、…二、… inside an item of a text whose sections open lines.
    """
    apart = Counter(m.style.name for m in strong)
    found: list[Marker] = []
    for row in rows:
        if row.end - row.start < _SHORTEST_GLUED or not _SECOND.search(text, row.start, row.end):
            continue
        inside = _inline(text, row)
        for style in ("article", "cn"):
            of_style = [m for m in inside if m.style.name == style]
            others = apart[style] - any(m.start == row.start for m in of_style)
            if len(of_style) >= 2 and others == 0 and not (style == "cn" and apart["article"]):
                found += inside
                break
        else:
            points = [m for m in inside if m.style.name in ("cn_paren", "num")]
            found += points if not strong and len(points) >= _FEWEST_GLUED else []
    return found


def _articles_inside(text: str, rows: list[SourceLine], strong: list[Marker]) -> list[Marker]:
    """The articles that stand inside lines, where some open one: each the next of the one before, behind the end of a
    sentence or the title of its chapter (第二章 职责 第三条 …。 第四条 …).
    """
    opens = {m.start for m in strong if m.style is _ARTICLE}
    if not opens:
        return []
    found: list[Marker] = []
    following = 1
    for row in rows:
        for spot in _ARTICLE.pattern.finditer(text, row.start, row.end):
            value = _ARTICLE.value(spot[1])
            if spot.start() in opens:
                following = (value or 0) + 1
            elif value == following and (
                _opens_sentence(text, spot.start()) or _CHAPTER_TITLE.fullmatch(text, row.start, spot.start())
            ):
                found.append(Marker(_ARTICLE, value, spot.start(), spot.start(), spot.end(), printed_whole(spot)))
                following += 1
    return found if len(found) >= 2 else []


def _before_figures(text: str, rows: list[SourceLine], strong: list[Marker]) -> list[Marker]:
    """With the items whose titles begin with a figure (2.5G基站, 3.12345热线): told from decimals by their place in the sequence."""
    at = {m.line: m for m in strong}
    stretch: list[Marker] = []
    found: list[Marker] = []

    def close() -> None:
        numbers = [m.number for m in stretch]
        for i, marker in enumerate(stretch):
            if marker.line in at:
                continue
            opens = i == 0 and marker.number == 1 and numbers[1:2] == [2]
            goes_on = i > 0 and numbers[i - 1] == marker.number - 1
            ends_apart = not DECIMAL.match(text, marker.end) or numbers[i + 1 : i + 2] == [marker.number + 1]
            if (opens or goes_on) and ends_apart:
                found.append(marker)
        stretch.clear()

    for row in rows:
        marker = at.get(row.start)
        if marker and marker.style.rank < NUM.rank:
            close()
        elif marker and marker.style.rank == NUM.rank:
            stretch.append(marker)
        elif not marker and (spot := BEFORE_FIGURE.match(text, row.start, row.end)):
            stretch.append(Marker(NUM, int(spot[1]), row.start, row.start, spot.end()))
    close()
    return sorted(strong + found, key=lambda m: m.start)


LONGEST_TITLE = 200  # characters of a line that a table of contents is told by


def _without_contents(text: str, markers: list[Marker]) -> list[Marker]:
    """Without a table of contents: titles with nothing below them, up to where the first of them comes again."""

    def line_end(marker: Marker) -> int:
        end = text.find("\n", marker.end)
        return end if end >= 0 else len(text)

    def words(marker: Marker) -> str:
        return re.sub(r"[ .…·\d]+$", "", text[marker.end : min(line_end(marker), marker.end + LONGEST_TITLE)]).replace(
            " ", ""
        )

    def same(one: Marker, other: Marker) -> bool:
        return (one.style, one.number) == (other.style, other.number) and words(one) == words(other)

    again = next((i for i, m in enumerate(markers) if i and same(markers[0], m)), 0)
    bare = all(not text[line_end(m) : after.line].strip() for m, after in pairwise(markers[:again]))
    return markers[again:] if again > 1 and bare else markers


def _breaks_lost(text: str, rows: list[SourceLine], strong: list[Marker]) -> bool:
    longest = max((r.end - r.start for r in rows), default=0)
    named = [m for m in strong if m.style.rank <= 5]
    return (longest > 600 and longest > 0.4 * sum(r.end - r.start for r in rows)) or (longest > 600 and not named)


def _opens_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip(" ")[-1:] if at else ""
    return not before or before in _SENTENCE_END or before == "\n"


def _behind_title(text: str, begin: int, at: int) -> bool:
    """Whether the line has only a title so far: 某市关于加强工作的意见一、总体要求."""
    return 4 <= at - begin <= LONGEST_TITLE and dw.TITLE_END.search(text[begin:at].rstrip(" ")) is not None


def _inline(text: str, row: SourceLine) -> list[Marker]:
    """Markers inside one long line, each the next in its sequence, opening a sentence or a bare section heading."""
    spots = sorted(
        (
            (f.start(), f.end(), style, style.value(f[1]), printed_whole(f))
            for style in _INLINE_STYLES
            for f in style.pattern.finditer(text, row.start, row.end)
        ),
        key=lambda s: (s[0], s[2].rank),
    )
    found: list[Marker] = []
    counts: dict[int, int] = {}
    seen: set[int] = set()
    for start, end, style, value, whole in spots:
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
        titled = not found and value == 1 and rank <= _ITEM_RANK and _behind_title(text, row.start, start)
        in_sequence = value == counts.get(rank, 0) + 1 or (value == 1 and rank > 4)
        if not (in_sequence and (_opens_sentence(text, start) or bare or titled)):
            continue
        if rank >= 6 and not any(r < rank for r in counts) and value == 1 and not _opens_sentence(text, start):
            continue
        counts[rank] = value
        if rank <= 4:
            counts = {r: n for r, n in counts.items() if r <= rank or r in _RUN_ON}
        seen.add(start)
        found.append(Marker(style, value, start, start, end, whole))
    return found


def _missing(text: str, rows: list[SourceLine], strong: list[Marker]) -> list[Marker]:
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
