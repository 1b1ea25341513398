"""Signs that what was read off a measure or of the document is not what it seems: names, clauses, targets, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...problems import Problem
from .what_signs_look_at import Grade, Looked

_LONGEST_NAME = 28
"""The longest name of a body in the texts at hand has 25 characters."""
_VERB = re.compile(
    "加强|推进|落实|完善|开展|做好|坚持|提高|支持|不再|以下|应当|按照|根据|负责|牵头|配合|完成|时限|页|^[-—\\d]|建立|制定|鼓励"
)
"""What stands in no body's name."""
_TAIL_WORD = re.compile(r"(?:责任|牵头|配合|主办|协办|承办)(?:单位|部门) ?[:]")
_NO_SUBJECT = re.compile(r"[也是的和与及将把]")


def odd_names(looked: Looked) -> Iterator[Problem]:
    """Names with a verb, a number, or longer than any known."""
    names = [(m, r) for m in looked.measures for r in m.responsibilities if r.basis == "stated" and not r.collective]
    odd = [(m, r) for m, r in names if len(r.name) > _LONGEST_NAME or _VERB.search(r.name)]
    grave = len(odd) > 3 and len(odd) > 0.15 * len(names)
    for i, (measure, duty) in enumerate(odd):
        tip = "若真是单位名称，请加入词表；若不是，请在记录里删去"
        grade: Grade = "grave" if grave and i == 0 else "warning"
        yield looked.doubt(
            grade, "doubt-name", _at(looked, measure.ref), f"「{duty.name}」不像单位名称", tip, measure.ref
        )


def unread_clauses(looked: Looked) -> Iterator[Problem]:
    """责任单位： in the text and nobody read behind it."""
    without = {m.ref for m in looked.measures if not any(r.basis == "stated" for r in m.responsibilities)}
    missed = [
        (d.ref, found.start())
        for d in looked.found.drafts
        if d.ref in without and (found := _TAIL_WORD.search(looked.text, *d.text))
    ]
    outside = [
        ("", found.start())
        for at in looked.of("preamble", "closing", "leadin", "furniture", "annex")
        for found in _TAIL_WORD.finditer(looked.text, *at)
    ]
    spots = [*missed, *outside]
    if spots:
        grade: Grade = "grave" if len(spots) >= 3 and len(spots) > 0.2 * max(len(looked.measures), 1) else "warning"
        ref, at = spots[0]
        message = f"有 {len(spots)} 处写着责任单位、牵头单位，没有读到条目名下"
        yield looked.doubt(grade, "doubt-clause-unread", at, message, "对照原文，补在记录里，或提议新的写法", ref)


def odd_dates(looked: Looked) -> Iterator[Problem]:
    """A date before the year of the number."""
    number = looked.facts.number.of(looked.text) if looked.facts.number else ""
    year = re.search(r"[\[<(]((?:19|20)\d\d)", number)
    if year and looked.facts.date and looked.facts.date[:4] < year[1] and looked.facts.number:
        message = f"成文日期 {looked.facts.date} 早于文号的年份 {year[1]}"
        yield looked.doubt(
            "warning", "doubt-date", looked.facts.number.start, message, "核对成文日期；网页的发布日期不是它"
        )


def odd_goals(looked: Looked) -> Iterator[Problem]:
    """Targets whose indicator begins in the middle of a phrase."""
    for measure in looked.measures:
        for target in measure.targets:
            if target.indicator and _NO_SUBJECT.match(target.indicator):
                message = f"目标「{target.quote}」的指标「{target.indicator}」不成词"
                at = _at(looked, measure.ref)
                yield looked.doubt("warning", "doubt-indicator", at, message, "在记录里改正 indicator", measure.ref)


def no_title(looked: Looked) -> Iterator[Problem]:
    """No title, although the text is as long as a document's."""
    if not looked.facts.title and looked.running > 1000:
        yield looked.doubt("warning", "doubt-title", 0, "没有读出标题", "若原文有标题，请在记录里补上")


def _at(looked: Looked, ref: str) -> int:
    return next((d.text.start for d in looked.found.drafts if d.ref == ref), 0)


SIGNS = (odd_names, unread_clauses, odd_dates, odd_goals, no_title)
