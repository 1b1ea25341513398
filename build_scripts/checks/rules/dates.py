"""Rules of dates: days that the calendar has, printed in the source, in their order; deadlines that their quotations print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ...locating.loading import Loading
from ...model import Document, Target
from ...model.dates import is_date, is_day
from ...problems import Problem
from ...reading.around_measures.line_kinds import iso_dates
from ...reading.targets.deadlines import printed
from ...sources.fold import fold
from ...store.edition import load_edition
from ...store.yaml_files_to_model import Loaded
from ...store.yaml_tree import Path
from ..walking import Check, documents, problem

_SHOWN = 6
"""Dates of a source that are named."""


def days(loading: Loading) -> Iterator[Problem]:
    """Dates are days, ISO 8601, that the source prints anywhere, in its furniture too, or that an editor supplied."""
    for name, document, loaded in documents(loading):
        by_editor = {s.field for s in document.supplied}
        for key, value in (("date", document.date), ("published", document.published)):
            if value is None:
                continue
            if not is_day(value):
                message, tip = f"日期 {value!r} 不合规", "写 YYYY-MM-DD；原文未载就删去这一行"
                yield problem(loaded, (key,), "date-form", message, tip)
            elif name in loading.sources and key not in by_editor:
                there = iso_dates(fold(loading.sources[name]))
                if value not in there:
                    yield _not_printed(loaded, key, value, there)


def _not_printed(loaded: Loaded[Document], key: str, value: str, there: set[str]) -> Problem:
    said = "原文印着的日期：" + "、".join(sorted(there)[:_SHOWN]) if there else "原文没有印出年月日俱全的日期"
    message = f"{key}「{value}」不在原文里，也没有标为编者补充；{said}"
    tip = "照原文填写；原文未载就删去这一行；若是编者所加，在 supplied 里写明 field 与 reason"
    return problem(loaded, (key,), "fact-not-in-source", message, tip)


def order(loading: Loading) -> Iterator[Problem]:
    """A document is not published before it is signed."""
    for _, document, loaded in documents(loading):
        signed, published = document.date, document.published
        if signed and published and is_day(signed) and is_day(published) and published < signed:
            message = f"发布日期 {published} 早于成文日期 {signed}"
            tip = "对照原文：date 是成文日期，published 是公布日期；多半写反了或写错了一位"
            yield problem(loaded, ("published",), "date-order", message, tip, severity="warning")


def to_come(loading: Loading) -> Iterator[Problem]:
    """No document is of a day that has not come, by the clock and by the edition: a wrong clock alone is no reason."""
    edition, _ = load_edition(loading.layout)
    latest = max(date.today().isoformat(), edition.released if edition else "")
    for _, document, loaded in documents(loading):
        for key, value in (("date", document.date), ("published", document.published)):
            if value is not None and is_day(value) and value > latest:
                message = f"日期 {value} 还没有到（今天、数据版本的日期都在它之前）"
                yield problem(loaded, (key,), "date-future", message, "照原文改；多半是年份写错了一位")


def deadlines(loading: Loading) -> Iterator[Problem]:
    """Deadlines are ISO 8601, as precise as the text, and stand in the words that are quoted for them."""
    for _, document, loaded in documents(loading):
        for i, measure in enumerate(document.measures):
            yield from _deadlines(loaded, ("measures", i), measure.targets, measure.ref)
        for i, passage in enumerate(document.passages):
            name = f"{passage.kind} {passage.ref or ''}".strip()
            yield from _deadlines(loaded, ("passages", i), passage.targets, name)


def _deadlines(loaded: Loaded[Document], at: Path, targets: Iterable[Target], record: str) -> Iterator[Problem]:
    for n, target in enumerate(targets):
        if target.deadline is None:
            continue
        here: Path = (*at, "targets", n)
        if not is_date(target.deadline):
            message = f"期限 {target.deadline!r} 不合规"
            yield problem(loaded, here, "date-form", message, "写 2026、2026-06 或 2026-06-30", record)
            continue
        quoted = [q for q in (target.deadline_quote, target.quote) if q]
        there = set().union(*(printed(fold(q)) for q in quoted))
        if target.deadline not in there:
            longest = sorted(d for d in there if not any(o != d and o.startswith(d) for o in there))
            said = f"读出的是 {'、'.join(longest)}" if longest else "里面没有年份"
            message = f"期限 {target.deadline} 不见于引文「{quoted[0][:30]}」：{said}"
            tip = "照引文写，精确到引文写明的年、月或日；期限写在别处的话，照抄到 deadline_quote；原文没有写年份的，不写 deadline"
            yield problem(loaded, here, "deadline-not-in-quote", message, tip, record)


OF_ONE: tuple[Check, ...] = (days, order, deadlines)
CHECKS: tuple[Check, ...] = (to_come,)
