"""Signs in the paragraphs of measures that items were not seen: titles without numbers, paragraphs without any."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...problems import Problem
from ...sources.folded_view import Stretch
from .what_signs_look_at import TIP, Looked

_SHORTEST, _LONGEST = 4, 40
"""A title that stands on a line of its own, in characters."""
_TITLE = re.compile(r"[\u4e00-\u9fffA-Za-z“《][\u4e00-\u9fffA-Za-z0-9“”《》、,()·+-]*[\u4e00-\u9fffA-Za-z”》)]。?")
_BRIEF = 20
"""The longest title that ends in a full stop."""
_SIGN = re.compile(r"(?:[A-Z][.、]|[●◆■•]|[一二三四五六七八九十]{1,3}(?= )) *")
_NORM = re.compile("应当|负责|不得|可以|必须|进行|按照|要|[,、]")
"""What makes a sentence of a line that ends in a full stop."""
_NAMES = re.compile(r"[\u4e00-\u9fff]{2,16}(?:[、,][\u4e00-\u9fff]{2,16})*[厅局委部办院会府]")
_SIGNED = re.compile(r"(?:[A-Z甲乙丙丁戊己庚辛壬癸][.、]|[●◆■•]) *.{20}")
_ENTITLED = re.compile(r"(?:——|--|\d{1,2}[.、])? *[^。,:;()\d]{4,26}[。:].{30}")
_ENDS = ("。", ";", ":", ")", "!", "?")
_TEXT = 30
"""What is as long as this is no title."""
_LONG = 50
_LARGE = 600
"""The mean size, in characters, of measures that may hold several."""
_ARTICLE_REF = re.compile(r"art\.(\d+)")
_ENOUGH_ARTICLES = 5
_POINT = re.compile(r"[(（\d①-⑳一二三四五六七八九十—\-·●第]")


def headings_inside(looked: Looked) -> Iterator[Problem]:
    """Lines inside measures, at their ends or between them that look like titles: their numbers were not seen."""
    bodies = [d.text for d in looked.found.drafts if d.row is None]
    inside = [at for body in (*bodies, *looked.of("leadin")) for at in _titles(looked, body)]
    spots = sorted({*inside, *_between(looked)})
    if _all_articles(looked):
        return
    if len(spots) >= 2 and len(spots) > 0.1 * len(looked.found.drafts):
        message = f"条目里有 {len(spots)} 行像没有编号的标题"
        yield looked.doubt("grave", "doubt-headings-inside", spots[0], message, TIP)


def _all_articles(looked: Looked) -> bool:
    """Whether all measures are articles, numbered from 1 without a gap: chapters without numbers stand between them."""
    numbers = [int(m[1]) for d in looked.found.drafts if (m := _ARTICLE_REF.match(d.ref))]
    return len(numbers) == len(looked.found.drafts) >= _ENOUGH_ARTICLES and sorted(set(numbers)) == list(
        range(1, max(numbers) + 1)
    )


def _titles(looked: Looked, body: Stretch) -> Iterator[int]:
    """Where titles stand in a body: behind the end of a sentence or at its beginning, before text or at its end."""
    paragraphs = looked.paragraphs(body)
    for i, (at, said) in enumerate(paragraphs):
        before, after = paragraphs[i - 1 : i] if i else [], paragraphs[i + 1 : i + 2]
        answers = i == 1 and before[0][1].startswith(("(", "["))
        apart = not before or (before[0][1].endswith(_ENDS) and not answers)
        leads = not after or len(after[0][1]) >= _TEXT or _is_title(after[0][1])
        if len(paragraphs) > 1 and apart and leads and _is_title(said):
            yield at


def _between(looked: Looked) -> Iterator[int]:
    """Where titles stand alone between measures, or between the paragraphs of what seems a preamble."""
    begun = min((at.start for at in looked.of("preamble")), default=0)
    end = min((d.heading.start for d in looked.found.drafts), default=0)
    headed = {p.at.end for p in looked.found.pieces if p.kind in ("section", "group", "chapter")}
    for at in looked.of("leadin"):
        if at.start not in headed and _alone(looked, at):
            yield at.start
    for at in looked.of("furniture", "issuer"):
        if begun < at.start < end and _alone(looked, at):
            yield at.start


def _alone(looked: Looked, at: Stretch) -> bool:
    paragraphs = looked.paragraphs(at)
    return len(paragraphs) == 1 and _is_title(paragraphs[0][1])


def _is_title(said: str) -> bool:
    """Whether a line could be a title: brief, no sentence, no list of names; one with a stop is briefer."""
    said = _SIGN.sub("", said)
    if not _SHORTEST <= len(said) <= _LONGEST or not _TITLE.fullmatch(said) or _NAMES.fullmatch(said):
        return False
    return not said.endswith("。") or (len(said) <= _BRIEF and not _NORM.search(said))


def swollen(looked: Looked) -> Iterator[Problem]:
    """Large measures that hold many paragraphs with titles of their own, or behind signs that number nothing."""
    drafts = [d for d in looked.found.drafts if d.row is None and not d.context]
    signed = {d.ref: sum(_SIGNED.match(p) is not None for _, p in looked.paragraphs(d.text)) for d in drafts}
    titled = {d.ref: sum(_ENTITLED.match(p) is not None for _, p in looked.paragraphs(d.text)) for d in drafts}
    size = sum(d.text.end - d.text.start for d in drafts) / max(len(drafts), 1)
    parts = {r: signed[r] + (titled[r] if size > _LARGE else 0) for r in signed}
    many = [ref for ref, n in parts.items() if n >= 2]
    total = sum(parts[ref] for ref in many)
    if total >= 4 and total > len(looked.measures):
        at = next(d.text.start for d in drafts if d.ref == many[0])
        message = f"{len(many)} 条里共有 {total} 段各有题目，条目也许没有分开"
        yield looked.doubt("grave", "doubt-swollen", at, message, TIP, many[0])


def loose_paragraphs(looked: Looked) -> Iterator[Problem]:
    """Long paragraphs without a number, several to a measure, in measures that are large."""
    drafts = [d for d in looked.found.drafts if d.row is None]
    loose = [sum(_loose(p) for _, p in looked.paragraphs(d.text)[1:]) for d in drafts]
    size = sum(d.text.end - d.text.start for d in drafts) / max(len(drafts), 1)
    if len(loose) >= 2 and sum(loose) >= 3 * len(loose) and size > _LARGE:
        at = drafts[loose.index(max(loose))]
        message = f"{len(loose)} 条里有 {sum(loose)} 段没有编号的长段，条目也许没有分开"
        yield looked.doubt("grave", "doubt-loose-paragraphs", at.text.start, message, TIP, at.ref)


def _loose(paragraph: str) -> bool:
    return len(paragraph) > _LONG and not _POINT.match(paragraph)


SIGNS = (headings_inside, swollen, loose_paragraphs)
