"""Where the title phrase of a numbered item ends and its text begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .lexicon import HEADINGS_ALONE

MAX_HEADING = 60
_BRACKETED = re.compile(r" ?[\[<(](?P<h>[\u4e00-\u9fff、和与]{2,20})[\]>)] ?")
_FIRST_STOP = re.compile(r"[。;:!?]")
_KNOWN = re.compile("|".join(sorted(HEADINGS_ALONE, key=len, reverse=True)))


@dataclass(frozen=True)
class Titles:
    """What is known of an item before its title phrase is looked for.

    ``titled_articles``: the articles of this text open with title phrases; ``breaks_lost``: line breaks
    were lost; ``leads``: other items stand below this one, so that its own line is its title.
    """

    article: bool = False
    titled_articles: bool = False
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
    follows = titles.leads or bool(text[line_end:end].strip())
    none = (start, start, start)
    if titles.article:
        bracketed = _BRACKETED.match(text, start, line_end)
        if bracketed and text[start - 1 : start + 1].strip()[:1] in "[<":
            return bracketed.start("h"), bracketed.end("h"), bracketed.end()
        if not titles.titled_articles:
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
        if first[0] == "。" and not follows:
            return none
        return start, start + at, line_end
    if first[0] == "。" and at <= MAX_HEADING and at > 1:
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


def articles_are_titled(firsts: list[str]) -> bool:
    """Whether the articles of a text open with title phrases (第一条 强化算力支撑。对…): most do, briefly, with more to follow."""
    titled = [
        f
        for f in firsts
        if (m := re.match(r" *([^。,;:]{4,24})。(?=.)", f))
        and not re.search("应当|不得|是指|本条例|本办法|适用|享受", m[1])
    ]
    return len(firsts) >= 3 and len(titled) >= 0.6 * len(firsts)
