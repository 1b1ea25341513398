"""Targets of a measure: every figure or date it sets itself, and, kept apart, thresholds that only say for whom.

A paragraph is sentences, a sentence is parts apart by ``;``, a part is clauses apart by ``,``. A date holds for
the targets of its sentence and for the figures of the following sentences, until another date or the
paragraph's end. Clauses without a figure are targets only in the sentence of the date. Linear in the text:
sentences without a figure or date are passed over unread.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace

from ...sources.folded_view import Stretch
from . import target_words as w
from .bounds import bound
from .deadlines import HINT, PERIOD, Deadline, deadlines
from .indicators import covered_of, indicator_of, is_made, quality_of, quote_of
from .quantities import Quantity, quantities
from .scopes import area_behind, counting, each_of, scope_of, without_scope
from .seen import SeenLimit, SeenTarget
from .starts import begun_in
from .target_threshold_or_limit import Clause, Kind, coverage, judge, respectively

_SENTENCE = re.compile(r"[^。!?\n]+[。!?]?")
_CLAUSE = re.compile(r"(?:\([^()]*\)|[^,;(]+|\()+")
_ANNOUNCES = re.compile("[^,;:。]{0,14}(?:目标|指标)(?:任务)?(?:是|为|如下)?:(?=.)")
"""主要预期目标是:地区生产总值增长6%."""
_POINT = re.compile(r" *(?:——|--|[●•·■◆])")
"""How a paragraph opens that is a point of the one before: what date holds there holds here."""
_LONGEST = 500
"""A longer clause is a table or a list, no sentence."""
_HOT = re.compile(
    r"\d|百分之|只减不增|只增不减|零增长|全覆盖|全面覆盖|清零|翻.?番|世纪中叶|二[〇○零]|十[三四五六七八]五"
    r"|[二两三四五六七八九十百千](?:万|亿|个|家|户|名|所|项|条|座|处|场|倍|年以)"
)


def targets_in(text: str, start: int, end: int, skip: tuple[Stretch, ...] = ()) -> list[SeenTarget]:
    """The targets in ``text[start:end]`` (folded), in printed order; nothing is read inside ``skip``."""
    return [g for g in targets_and_limits(text, start, end, skip) if isinstance(g, SeenTarget)]


def limits_in(text: str, start: int, end: int, skip: tuple[Stretch, ...] = ()) -> list[SeenLimit]:
    """The thresholds and limits in ``text[start:end]``, in printed order."""
    return [b for b in targets_and_limits(text, start, end, skip) if isinstance(b, SeenLimit)]


def thresholds(text: str, start: int, end: int, skip: tuple[Stretch, ...] = ()) -> list[Stretch]:
    """Figures that say for whom or what a measure holds (总投资额3亿美元以下的), as spans."""
    return [b.quote for b in limits_in(text, start, end, skip) if b.kind == "threshold"]


def targets_and_limits(
    text: str, start: int, end: int, skip: tuple[Stretch, ...], held: tuple[Deadline, ...] = ()
) -> Iterator[SeenTarget | SeenLimit]:
    """Targets and bounds in one pass, in printed order. ``held`` is a date printed elsewhere that holds for all of it."""
    if _HOT.search(text, start, end) is None:
        return
    for a, b in _stretches(start, end, skip):
        dates = held
        for sentence in _SENTENCE.finditer(text, a, b):
            if text[sentence.start() - 1 : sentence.start()] == "\n" and not _POINT.match(text, sentence.start(), b):
                dates = held
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
    text: str, start: int, end: int, dates: tuple[Deadline, ...]
) -> Generator[SeenTarget | SeenLimit, None, tuple[Deadline, ...]]:
    """The targets and bounds of one sentence; returns the dates that hold after it."""
    until = end - 1 if text[end - 1] in "。!?" else end
    hint = HINT.search(text, start, until) is not None
    gives = w.GIVEN.search(text, start, until) is not None
    wish = w.ASPIRED.search(text, start, until)
    period = None if gives else PERIOD.match(text, _trim(text, start, until)[0], until)
    dated, opened, scope, acts, sets, carries = False, None, None, False, False, False
    before: list[SeenTarget] = []
    for match in _CLAUSE.finditer(text, start, until):
        a, b = _trim(text, *match.span())
        announced = _ANNOUNCES.match(text, a, b)
        a = announced.end() if announced else a
        if period and period.start() == a:
            a = _trim(text, period.end(), b)[0]
        printed = deadlines(text, a, b, until) if hint else []
        if printed:
            dates, dated = tuple(printed), True
            if printed[0].start == a:
                opened, a = a, _trim(text, printed[-1].end, b)[0]
        if a >= b or b - a > _LONGEST:
            continue
        own = scope_of(text, a, b)
        scope = own or scope
        figures = (q for q in quantities(text, a, b) if not any(d.start <= q.at < d.end for d in printed))
        clause = Clause(text, a, b, tuple(figures), bool(dates) or period is not None, dated, gives, acts)
        acts = acts or w.VERBS.match(text, a, b) is not None
        held = _Held(text, dates, own, scope, a if opened is None else opened, wish.start() if wish else None, before)
        sets = (yield from _clause(clause, held, carries)) or sets
        carries = sets
        opened = None
    for begun in begun_in(text, start, until) if hint else ():
        yield SeenTarget(begun.quote, begun.of, None, None, None, begun.iso, begun.scope, begins=True)
    return dates


@dataclass(frozen=True)
class _Held:
    """What holds for a clause: the dates, the place it names and the one that holds, where its date or it begins, where
    its sentence says 力争.
    """

    text: str
    dates: tuple[Deadline, ...]
    own: Stretch | None
    scope: Stretch | None
    opened: int
    wished: int | None
    before: list[SeenTarget]

    def told(self, figure: Quantity) -> Stretch | None:
        """What a figure counts that names nothing: of 地区生产总值突破5000亿元,年均增长6% and 其中,陇南市达到60% what the one
        before it counts, where it has the same unit or says a change.
        """
        last = self.before[-1] if self.before else None
        return last.indicator if last and (figure.comparator == "change" or figure.unit == last.unit) else None

    def aspired(self, quote: Stretch) -> bool:
        own = w.STRIVEN.search(self.text, *quote) is not None
        return own or (self.wished is not None and self.wished < quote.end)

    def target(self, quote: Stretch, indicator: Stretch | None, date: Deadline | None) -> SeenTarget:
        """A target without a number."""
        at = Stretch(date.start, date.end) if date and not quote.start <= date.start < quote.end else None
        iso = date.iso if date else None
        scope = self.own if is_made(self.text, quote) else self.scope
        return SeenTarget(quote, indicator, None, None, None, iso, scope, None, False, self.aspired(quote), None, at)


def _clause(clause: Clause, held: _Held, carries: bool) -> Generator[SeenTarget | SeenLimit, None, bool]:
    """What one clause sets; returns whether it set a number. ``carries``: one before it in its sentence did."""
    text, a, b = clause.text, clause.start, clause.end
    last_date = held.dates[-1] if held.dates else None
    kinds = [judge(clause, i) for i in range(len(clause.figures))]
    yield from (
        bound(clause, f, kind) for f, kind in zip(clause.figures, kinds) if kind in (Kind.THRESHOLD, Kind.LIMIT)
    )
    if only := w.ONLY.search(text, a, b):
        yield SeenLimit(Stretch(a, b), "floor" if "增不减" in only[0] else "cap", ">=" if "增不减" in only[0] else "<=")
    figures = [f for f, kind in zip(clause.figures, kinds) if kind is Kind.TARGET]
    listed = respectively(clause, figures)
    each = held.dates if listed and len(held.dates) == len(figures) else (last_date,) * len(figures)
    last, name, comparator = a, None, None
    places: list[Stretch] = []
    for i, (figure, following, date) in enumerate(zip(figures, [*figures[1:], None], each)):
        quote = quote_of(text, a, b, figure, last, following.at if following else None)
        last = quote.end
        own = indicator_of(text, *quote, figure, held.own)
        name = own or (name if listed else None)
        if listed and own and i == 0:
            places = each_of(text, own, len(figures))
        comparator = figure.comparator or (comparator if listed else None)
        scope = places[i] if places else area_behind(text, figure.end, b) or counting(text, held.scope, name)
        name = None if places else name
        target = replace(
            held.target(quote, name or held.told(figure), date),
            scope=scope,
            comparator=comparator or "=",
            value=figure.value,
            unit=figure.unit,
            unit_at=figure.unit_at,
            unknown=figure.unknown,
            per="year" if w.EVERY_YEAR.search(text, a, figure.end) or w.YEARLY.search(text, *quote) else None,
            to=figure.to,
        )
        held.before.append(target)
        yield target
    if figures:
        return True
    told = clause.dated or (carries and clause.held)
    about = covered_of(text, a, b) if coverage(text, a, b) else quality_of(text, a, b) if told else None
    if about and Kind.LIMIT not in kinds:
        yield held.target(Stretch(held.opened, b), without_scope(text, about, held.own), last_date)
    return False


def _trim(text: str, a: int, b: int) -> Stretch:
    while a < b and text[a] in " 、,:;)\n":
        a += 1
    while b > a and text[b - 1] in " (\n":
        b -= 1
    return Stretch(a, b)
