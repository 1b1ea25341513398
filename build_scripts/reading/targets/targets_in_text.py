"""Goals of a measure: every figure or date it sets itself, and, kept apart, thresholds that only say for whom.

A paragraph is sentences, a sentence is parts apart by ``;``, a part is clauses apart by ``,``. A date holds for
the goals of its sentence and for the figures of the following sentences, until another date or the
paragraph's end. Clauses without a figure are goals only in the sentence of the date. Linear in the text:
sentences without a figure or date are passed over unread.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from ...model import Comparator
from ...sources.folded_view import Stretch
from . import words as w
from .deadlines import HINT, PERIOD, deadlines
from .indicators import covered_of, indicator_of, quality_of, quote_of, scope_of
from .judging import Clause, Kind, coverage, judge, respectively
from .quantities import Quantity, quantities

__all__ = ["Goal", "goals", "thresholds"]

_SENTENCE = re.compile(r"[^。!?\n]+[。!?]?")
_CLAUSE = re.compile(r"(?:\([^()]*\)|[^,;(]+|\()+")
_LONGEST = 500
"""A longer clause is a table or a list, no sentence."""
_HOT = re.compile(
    r"\d|百分之|全覆盖|全面覆盖|清零|翻.?番|世纪中叶|二[〇○零]|十[三四五六七八]五"
    r"|[二两三四五六七八九十百千](?:万|亿|个|家|户|名|所|项|条|座|处|场|倍|年以)"
)


@dataclass(frozen=True)
class Goal:
    """A goal by positions in the view: ``quote``, ``indicator`` and ``scope`` are (start, end) or None.

    ``value`` is in ``unit`` (800 亿元), which stands at ``unit_at`` unless it is 百分之; ``unknown`` says that the table does not know the unit printed.
    """

    quote: Stretch
    indicator: Stretch | None
    comparator: Comparator
    value: int | float | None
    unit: str | None
    deadline: str | None
    scope: Stretch | None
    unit_at: Stretch | None = None
    unknown: bool = False


def goals(text: str, start: int, end: int, skip: tuple[Stretch, ...] = ()) -> list[Goal]:
    """The goals in ``text[start:end]`` (folded), in printed order; nothing is read inside ``skip``."""
    return [g for g in _read(text, start, end, skip) if isinstance(g, Goal)]


def thresholds(text: str, start: int, end: int, skip: tuple[Stretch, ...] = ()) -> list[Stretch]:
    """Figures that say for whom or what a measure holds (总投资额3亿美元以下的), as spans."""
    return [t for t in _read(text, start, end, skip) if not isinstance(t, Goal)]


def _read(text: str, start: int, end: int, skip: tuple[Stretch, ...]) -> Iterator[Goal | Stretch]:
    if _HOT.search(text, start, end) is None:
        return
    for a, b in _stretches(start, end, skip):
        dates: tuple[str, ...] = ()
        for sentence in _SENTENCE.finditer(text, a, b):
            if text[sentence.start() - 1 : sentence.start()] == "\n":
                dates = ()
            if _HOT.search(text, *sentence.span()):
                dates = yield from _sentence(text, *sentence.span(), dates)


def _stretches(start: int, end: int, skip: tuple[Stretch, ...]) -> Iterator[Stretch]:
    at = start
    for a, b in sorted(skip):
        if at < a:
            yield Stretch(at, min(a, end))
        at = max(at, b)
    if at < end:
        yield Stretch(at, end)


def _sentence(
    text: str, start: int, end: int, dates: tuple[str, ...]
) -> Generator[Goal | Stretch, None, tuple[str, ...]]:
    """The goals and thresholds of one sentence; returns the dates that hold after it."""
    until = end - 1 if text[end - 1] in "。!?" else end
    hint = HINT.search(text, start, until) is not None
    gives = w.GIVEN.search(text, start, until) is not None
    period = None if gives else PERIOD.match(text, _trim(text, start, until)[0], until)
    dated, opened, scope = False, None, None
    for match in _CLAUSE.finditer(text, start, until):
        a, b = _trim(text, *match.span())
        if period and period.start() == a:
            a = _trim(text, period.end(), b)[0]
        printed = deadlines(text, a, b, until) if hint else []
        if printed:
            dates, dated = tuple(d.iso for d in printed), True
            if printed[0].start == a:
                opened, a = a, _trim(text, printed[-1].end, b)[0]
        if a >= b or b - a > _LONGEST:
            continue
        own = scope_of(text, a, b)
        scope = own or scope
        figures = (q for q in quantities(text, a, b) if not any(d.start <= q.at < d.end for d in printed))
        clause = Clause(text, a, b, tuple(figures), bool(dates) or period is not None, dated, gives)
        yield from _clause(clause, dates, own, scope, a if opened is None else opened)
        opened = None
    return dates


def _clause(
    clause: Clause, dates: tuple[str, ...], own: Stretch | None, scope: Stretch | None, opened: int
) -> Iterator[Goal | Stretch]:
    """What one clause sets. ``own`` is the place it names, ``scope`` the place that holds, ``opened`` where its date stands."""
    text, a, b = clause.text, clause.start, clause.end
    held = dates[-1] if dates else None
    kinds = [judge(clause, i) for i in range(len(clause.figures))]
    yield from (_threshold(clause, f) for f, kind in zip(clause.figures, kinds) if kind is Kind.THRESHOLD)
    figures = [f for f, kind in zip(clause.figures, kinds) if kind is Kind.GOAL]
    listed = respectively(clause, figures)
    each = dates if listed and len(dates) == len(figures) else (held,) * len(figures)
    last, name, comparator = a, None, None
    for figure, following, date in zip(figures, [*figures[1:], None], each):
        quote = quote_of(text, a, b, figure, last, following.at if following else None)
        last = quote[1]
        name = indicator_of(text, *quote, figure, own) or (name if listed else None)
        comparator = figure.comparator or (comparator if listed else None)
        yield Goal(
            quote, name, comparator or "=", figure.value, figure.unit, date, scope, figure.unit_at, figure.unknown
        )
    if figures:
        return
    about = covered_of(text, a, b) if coverage(text, a, b) else quality_of(text, a, b) if clause.dated else None
    if about and Kind.LIMIT not in kinds:
        yield Goal(Stretch(opened, b), about, "=", None, None, held, scope)


def _threshold(clause: Clause, figure: Quantity) -> Stretch:
    """The figure with the words it belongs to: from 、 or the clause's beginning."""
    joint = max(clause.text.rfind(sign, clause.start, figure.start) for sign in "、和")
    return Stretch(max(clause.start, joint + 1), figure.end)


def _trim(text: str, a: int, b: int) -> Stretch:
    while a < b and text[a] in " 、,:;)\n":
        a += 1
    while b > a and text[b - 1] in " (\n":
        b -= 1
    return Stretch(a, b)
