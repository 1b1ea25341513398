"""Goals and limits of a measure, as printed: out of its text or out of the cells of its row."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...model import Limit, Target
from ...problems import Problem
from ...sources.folded_view import Stretch
from ..lines.source_map import Printed
from ..outline.structure import Draft
from ..targets.deadlines import row_deadline
from ..targets.targets_in_text import Bound, Goal, aims_and_bounds


@dataclass(frozen=True)
class Aims:
    """What a measure aims at, what bounds it, and goals whose unit the table does not know."""

    targets: tuple[Target, ...]
    limits: tuple[Limit, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class GoalReader:
    """Reads goals of one text. ``written`` is the year it was written, where that is known: no goal lies before it."""

    printed: Printed
    path: str
    written: int | None

    def read(self, draft: Draft, tails: tuple[Stretch, ...]) -> Aims:
        found = list(aims_and_bounds(self.printed.seen.text, *draft.text, tails))
        goals = [g for g in found if isinstance(g, Goal) and not draft.past and not self._been(g)]
        if draft.row is not None:
            goals = self._by_row(draft, goals)
        bounds = [b for b in found if isinstance(b, Bound)]
        problems = [self._unknown(g, draft.ref) for g in goals if g.unknown]
        return Aims(tuple(map(self._target, goals)), tuple(map(self._limit, bounds)), tuple(problems))

    def around(self, at: Stretch) -> tuple[tuple[Target, ...], tuple[Limit, ...]]:
        """Goals and limits of a stretch outside the measures."""
        found = list(aims_and_bounds(self.printed.seen.text, *at, ()))
        goals = [g for g in found if isinstance(g, Goal) and not self._been(g)]
        return tuple(map(self._target, goals)), tuple(self._limit(b) for b in found if isinstance(b, Bound))

    def _been(self, goal: Goal) -> bool:
        """到2020年… in a text of 2023: what has been is not promised."""
        return self.written is not None and goal.deadline is not None and int(goal.deadline[:4]) < self.written

    def _by_row(self, draft: Draft, goals: list[Goal]) -> list[Goal]:
        """The goals of a table's row hold until the date of its cell; a row without any is a goal with that date."""
        cell = next(iter(draft.row.of("deadline")), None) if draft.row else None
        iso = row_deadline(cell.of(self.printed.seen.text)) if cell else None
        if iso is None or cell is None or draft.row is None:
            return goals
        dated = [g if g.deadline else replace(g, deadline=iso, date=cell) for g in goals if g.quote.start < cell.start]
        task = draft.row.of("task")[0]
        return dated or [Goal(task, task, None, None, None, iso, None, date=cell)]

    def _show(self, at: Stretch | None) -> str | None:
        return self.printed.show(at) if at else None

    def _target(self, goal: Goal) -> Target:
        return Target(
            self._show(goal.quote) or "",
            self._show(goal.indicator),
            goal.comparator,
            goal.value,
            self._show(goal.unit_at) or goal.unit,
            goal.deadline,
            self._show(goal.scope),
            goal.aspirational,
            goal.per,
            self._show(goal.date),
            self.printed.span(goal.quote),
            self.printed.span(goal.date) if goal.date else None,
        )

    def _limit(self, bound: Bound) -> Limit:
        return Limit(
            self._show(bound.quote) or "",
            bound.kind,
            bound.comparator,
            bound.value,
            self._show(bound.unit_at) or bound.unit,
            self._show(bound.of),
            self.printed.span(bound.quote),
        )

    def _unknown(self, goal: Goal, ref: str) -> Problem:
        message = f"目标「{self._show(goal.quote)}」的数字后面没有认识的单位或量词"
        tip = "若是新的单位，请提议加入单位表；若不是目标，请在记录里删去"
        line, column = self.printed.place(goal.quote.start)
        return Problem(self.path, line, column, "unit-unknown", message, tip, ref, "warning")
