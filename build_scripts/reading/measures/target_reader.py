"""Targets and limits of a measure, as printed: out of its text or out of the cells of its row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ...model import Limit, LimitKind, Target
from ...problems import Problem
from ...sources.folded_view import Stretch
from ..lines.source_map import Printed
from ..outline.read_outline import Draft
from ..outline.tables import TaskRow
from ..targets.deadlines import Deadline, row_deadline
from ..targets.seen import SeenLimit, SeenTarget
from ..targets.targets_in_text import targets_and_limits

_SAID_WHEN = re.compile(
    r"(?:完成|办理|落实|推进|整改|工作)?(?:时限|时间|期限|节点)(?:要求)? ?: ?(?P<date>[^;。)\]]{4,30})"
)
_LAYS_DOWN = re.compile("制定本(?:条例|办法|规定|细则|规则|章程|制度)")
_PERIOD = re.compile('十[三四五六七八]五[”"]?(?:规划)?(?:时期|期间)')


@dataclass(frozen=True)
class Aimed:
    """What a measure aims at, what bounds it, and targets whose unit the table does not know."""

    targets: tuple[Target, ...]
    limits: tuple[Limit, ...]
    problems: tuple[Problem, ...]


def _norm(seen: SeenTarget | SeenLimit) -> SeenTarget | SeenLimit | None:
    """What an article asks without a date: a bound where it compares (绿地率不低于百分之三十), nothing where it only counts."""
    if isinstance(seen, SeenLimit) or seen.value is None or seen.deadline or seen.aspirational or seen.per:
        return seen
    kinds: dict[str | None, LimitKind] = {">=": "floor", ">": "floor", "<=": "cap", "<": "cap"}
    kind = kinds.get(seen.comparator)
    if kind is None:
        return None
    return SeenLimit(seen.quote, kind, seen.comparator, seen.value, seen.unit, seen.indicator, seen.unit_at)


def _said_in(text: str, tails: tuple[Stretch, ...]) -> tuple[Deadline, ...]:
    """The date that the clauses of a measure name once: （责任单位：市数据局；完成时限：2025年6月底前）."""
    said = [m for at in tails for m in _SAID_WHEN.finditer(text, *at)]
    iso = row_deadline(said[0]["date"]) if len(said) == 1 else None
    return (Deadline(*said[0].span("date"), iso),) if iso else ()


def _without_stop(text: str, at: Stretch) -> Stretch:
    return Stretch(at.start, at.end - 1) if text[at.end - 1] in "。;" else at


@dataclass(frozen=True)
class TargetReader:
    """Reads targets of one text. ``written`` is the year it was written, where that is known: no target lies before it."""

    printed: Printed
    path: str
    written: int | None

    def read(self, draft: Draft, tails: tuple[Stretch, ...]) -> Aimed:
        text = self.printed.seen.text
        found = (
            self._of_row(draft.row)
            if draft.row
            else list(targets_and_limits(text, *draft.text, tails, _said_in(text, tails)))
        )
        if self._lays_down(draft):
            found = [g for seen in found if (g := _norm(seen)) is not None]
        targets = [g for g in found if isinstance(g, SeenTarget) and not draft.past and not self._been(g)]
        bounds = [b for b in found if isinstance(b, SeenLimit)]
        problems = [self._unknown(g, draft.ref) for g in targets if g.unknown]
        return Aimed(tuple(map(self._target, targets)), tuple(map(self._limit, bounds)), tuple(problems))

    def around(self, at: Stretch) -> tuple[tuple[Target, ...], tuple[Limit, ...]]:
        """Targets and limits of a stretch outside the measures; what is only said of a period there is no promise."""
        found = list(targets_and_limits(self.printed.seen.text, *at, ()))
        targets = [g for g in found if isinstance(g, SeenTarget) and not self._been(g) and not self._of_period(g)]
        return tuple(map(self._target, targets)), tuple(self._limit(b) for b in found if isinstance(b, SeenLimit))

    @cached_property
    def _normative(self) -> bool:
        return _LAYS_DOWN.search(self.printed.seen.text) is not None

    def _lays_down(self, draft: Draft) -> bool:
        """Whether a measure is an article of a 条例 or 办法, without a title of its own: what it asks without a date stands."""
        return draft.ref.startswith("art.") and not draft.heading.of(self.printed.seen.text) and self._normative

    def _been(self, target: SeenTarget) -> bool:
        """到2020年… in a text of 2023: what has been is not promised; nor is what begins in a year that is not to come."""
        year = int(target.deadline[:4]) if target.deadline else None
        if target.begins:
            return self.written is None or year is None or year <= self.written
        return self.written is not None and year is not None and year < self.written

    def _of_period(self, target: SeenTarget) -> bool:
        """“十四五”时期，我国数字经济转向新阶段: a description."""
        said = self.printed.seen.text[max(0, target.quote.start - 20) : target.quote.end]
        return target.value is None and _PERIOD.search(said) is not None

    def _of_row(self, row: TaskRow) -> list[SeenTarget | SeenLimit]:
        """What a table's row aims at, by the date of its cell; a row without any target is one with that date."""
        text = self.printed.seen.text
        cell = next(iter(row.of("deadline")), None)
        iso = row_deadline(cell.of(text)) if cell else None
        held = (Deadline(*cell, iso),) if cell and iso else ()
        told = [at for column, at in row.cells if column in ("task", "other")]
        found = [g for at in told for g in targets_and_limits(text, *at, (), held)]
        if any(isinstance(g, SeenTarget) for g in found) or cell is None or iso is None:
            return found
        task = _without_stop(text, row.of("task")[0])
        return [*found, SeenTarget(task, task, None, None, None, iso, None, date=cell)]

    def _show(self, at: Stretch | None) -> str | None:
        return self.printed.show(at) if at else None

    def _target(self, target: SeenTarget) -> Target:
        return Target(
            self._show(target.quote) or "",
            self._show(target.indicator),
            target.comparator,
            target.value,
            self._show(target.unit_at) or target.unit,
            target.deadline,
            self._show(target.scope),
            target.aspirational,
            target.per,
            self._show(target.date),
            target.to,
            self.printed.span(target.quote),
            self.printed.span(target.date) if target.date else None,
        )

    def _limit(self, bound: SeenLimit) -> Limit:
        return Limit(
            self._show(bound.quote) or "",
            bound.kind,
            bound.comparator,
            bound.value,
            self._show(bound.unit_at) or bound.unit,
            self._show(bound.of),
            bound.to,
            self.printed.span(bound.quote),
        )

    def _unknown(self, target: SeenTarget, ref: str) -> Problem:
        message = f"目标「{self._show(target.quote)}」的数字后面没有认识的单位或量词"
        tip = "若是新的单位，请提议加入单位表；若不是目标，请在记录里删去"
        line, column = self.printed.place(target.quote.start)
        return Problem(self.path, line, column, "unit-unknown", message, tip, ref, "warning")
