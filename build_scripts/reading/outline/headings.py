"""Where the title phrase of a numbered item ends and its text begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..lines.numerals import CHINESE
from .heading_words import HEADINGS_ALONE

MAX_HEADING = 60
_BEFORE_TEXT = 40
_WITH_COMMA = 32
"""The longest title phrase with more text on its line, and such a one with a comma: what is longer is a sentence."""
_BRACKETED = re.compile(rf" ?[\[<(](?![{CHINESE}]+[\])>])(?P<h>[\u4e00-\u9fff、和与]{{2,20}})[\]>)] ?")
"""第一条【立法目的】, 第四条（部门职责）; not （一）."""
CLAUSE_LINE = re.compile(r" *[(\[]?(?P<label>(?:责任|牵头|配合|主办|协办|负责|实施|完成)[\u4e00-\u9fff]{0,4})[:]")
"""How a paragraph opens that is a 责任 clause."""
_TITLE = re.compile(r" *([^。,;:]{2,24})。(?=.)")
_NORM = re.compile("应当|不得|必须|是指|本条例|本办法|本规定|适用|享受|可以|鼓励(?!.{0,4}$)|负责|有权")
"""Words of a sentence that says what is to be, not what the article is called."""
_BRIEF = 12
_FIRST_STOP = re.compile(r"[。;:!?]")
_KNOWN = re.compile("|".join(sorted(HEADINGS_ALONE, key=len, reverse=True)))


@dataclass(frozen=True)
class Titles:
    """What is known of an item before its title phrase is looked for.

    ``titled_article``: this article opens with a title phrase; ``breaks_lost``: line breaks
    were lost; ``leads``: other items stand below this one, so that its own line is its title.
    """

    article: bool = False
    titled_article: bool = False
    breaks_lost: bool = False
    leads: bool = False


def heading(text: str, start: int, end: int, titles: Titles) -> tuple[int, int, int]:
    """The heading of an item whose own text is ``text[start:end]``.

    Returns view positions ``(from, to, body)``: the phrase without its full stop, and where the body begins.
    ``from == to`` means the item has no title phrase and is all body.
    """
    while start < end and text[start] in " \n":
        start += 1
    stop = text.find("\n", start, end)
    line_end = stop if stop >= 0 else end
    while line_end > start and text[line_end - 1] == " ":
        line_end -= 1
    below = [p for p in text[line_end:end].split("\n") if p.strip()]
    only_clauses = bool(below) and not titles.leads and all(CLAUSE_LINE.match(p) for p in below)
    follows = titles.leads or bool(below) and not only_clauses
    none = (start, start, start)
    if titles.article:
        bracketed = _BRACKETED.match(text, start, line_end)
        if bracketed:
            return bracketed.start("h"), bracketed.end("h"), bracketed.end()
        if not titles.titled_article:
            return none
    line = text[start:line_end]
    if titles.breaks_lost and (apart := _apart(line)):
        return start, start + apart[0], start + apart[1]
    first = _FIRST_STOP.search(line)
    if first is None:
        return _without_stop(text, start, line_end, follows, none)
    at = first.start()
    alone = at == len(line) - 1
    if alone and at <= MAX_HEADING:
        if first[0] == "。" and not follows and (not only_clauses or re.search(r"[,\d]", line[:at])):
            return none
        return start, start + at, line_end
    if first[0] == "。" and 1 < at <= (_WITH_COMMA if "," in line[:at] else _BEFORE_TEXT):
        if _only_a_clause_follows(line[at + 1 :]) and not follows and re.search("[,、]", line[:at]):
            return none
        return start, start + at, start + at + 1
    if first[0] == ":" and 1 < at <= 25 and not re.search('[,;"“(]', line[:at]):
        return start, start + at, start + at + 1
    if apart := _apart(line):
        return start, start + apart[0], start + apart[1]
    return none


def _only_a_clause_follows(rest: str) -> bool:
    """Whether nothing but a parenthesis follows a sentence, so that the sentence is the text and no title."""
    return bool(re.fullmatch(r" *[(\[].*[)\]] *", rest))


def _apart(line: str) -> tuple[int, int] | None:
    """Where a title phrase ends that is told by a space or by being a known one; and where the text begins."""
    spaced = re.match(r"([^ 。,;:]{2,25}) {1,8}(?=[^ ]{12})", line)
    if spaced:
        return spaced.end(1), spaced.end()
    known = _KNOWN.match(line)
    return (known.end(), known.end()) if known else None


def _without_stop(text: str, start: int, end: int, follows: bool, none: tuple[int, int, int]) -> tuple[int, int, int]:
    length = end - start
    if 0 < length <= MAX_HEADING + 20:
        return start, end, end
    known = _KNOWN.match(text, start, end)
    return (start, known.end(), known.end()) if known else none


def titled_articles(firsts: list[str]) -> list[bool]:
    """Which articles of a text open with title phrases (第一条 强化算力支撑。对…), by their first lines.

    All do where most do, briefly, with more to follow; where only those in the middle do (第三条 载体建设。… between
    articles of purpose and of force), these.
    """
    said = [m[1] if (m := _TITLE.match(f)) and not _NORM.search(m[1]) else "" for f in firsts]
    titled = [len(t) >= 4 for t in said]
    if len(firsts) >= 3 and sum(titled) >= 0.6 * len(firsts):
        return [True] * len(firsts)
    brief = [0 < len(t) <= _BRIEF for t in said]
    if sum(brief) < 3:
        return [False] * len(firsts)
    first, last = brief.index(True), len(brief) - brief[::-1].index(True)
    return [b and sum(brief) >= 0.6 * (last - first) for b in brief]
