"""Targets and limits of a measure, as printed: out of its text or out of the cells of its row."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ...model import Limit, Target
from ...problems import Problem
from ...sources.folded_view import Stretch
from ..lines.source_map import Printed
from ..outline.read_outline import Draft
from ..targets.deadlines import row_deadline
from ..targets.targets_in_text import SeenLimit, SeenTarget, targets_and_limits

_PERIOD = re.compile('十[三四五六七八]五[”"]?(?:规划)?(?:时期|期间)')


@dataclass(frozen=True)
class Aimed:
    """What a measure aims at, what bounds it, and targets whose unit the table does not know."""

    targets: tuple[Target, ...]
    limits: tuple[Limit, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class TargetReader:
    """Reads targets of one text. ``written`` is the year it was written, where that is known: no target lies before it."""

    printed: Printed
    path: str
    written: int | None

    def read(self, draft: Draft, tails: tuple[Stretch, ...]) -> Aimed:
        found = list(targets_and_limits(self.printed.seen.text, *draft.text, tails))
        targets = [g for g in found if isinstance(g, SeenTarget) and not draft.past and not self._been(g)]
        if draft.row is not None:
            targets = self._by_row(draft, targets)
        bounds = [b for b in found if isinstance(b, SeenLimit)]
        problems = [self._unknown(g, draft.ref) for g in targets if g.unknown]
        return Aimed(tuple(map(self._target, targets)), tuple(map(self._limit, bounds)), tuple(problems))

    def around(self, at: Stretch) -> tuple[tuple[Target, ...], tuple[Limit, ...]]:
        """Targets and limits of a stretch outside the measures; what is only said of a period there is no promise."""
        found = list(targets_and_limits(self.printed.seen.text, *at, ()))
        targets = [g for g in found if isinstance(g, SeenTarget) and not self._been(g) and not self._of_period(g)]
        return tuple(map(self._target, targets)), tuple(self._limit(b) for b in found if isinstance(b, SeenLimit))

    def _been(self, target: SeenTarget) -> bool:
        """到2020年… in a text of 2023: what has been is not promised."""
        return self.written is not None and target.deadline is not None and int(target.deadline[:4]) < self.written

    def _of_period(self, target: SeenTarget) -> bool:
        """“十四五”时期，我国数字经济转向新阶段: a description."""
        said = self.printed.seen.text[max(0, target.quote.start - 20) : target.quote.end]
        return target.value is None and _PERIOD.search(said) is not None

    def _by_row(self, draft: Draft, targets: list[SeenTarget]) -> list[SeenTarget]:
        """The targets of a table's row hold until the date of its cell; a row without any is a target with that date."""
        cell = next(iter(draft.row.of("deadline")), None) if draft.row else None
        iso = row_deadline(cell.of(self.printed.seen.text)) if cell else None
        if iso is None or cell is None or draft.row is None:
            return targets
        dated = [
            g if g.deadline else replace(g, deadline=iso, date=cell) for g in targets if g.quote.start < cell.start
        ]
        task = draft.row.of("task")[0]
        return dated or [SeenTarget(task, task, None, None, None, iso, None, date=cell)]

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
