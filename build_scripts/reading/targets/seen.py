"""What is seen of targets and limits in a text: positions in the view, not yet shown as printed."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Comparator, LimitKind, Per
from ...sources.folded_view import Stretch


@dataclass(frozen=True)
class SeenTarget:
    """A target by positions in the view: ``quote``, ``indicator``, ``scope`` and ``date`` are stretches or None.

    ``value`` is in ``unit`` (800 亿元), which stands at ``unit_at`` unless it is 百分之; ``unknown`` says that the table
    does not know the unit printed. ``date`` is where the deadline is printed, if that is outside the quote; ``to`` is the upper end of a range; ``begins`` says that the date is that of a
    beginning.
    """

    quote: Stretch
    indicator: Stretch | None
    comparator: Comparator | None
    value: int | float | None
    unit: str | None
    deadline: str | None
    scope: Stretch | None
    unit_at: Stretch | None = None
    unknown: bool = False
    aspirational: bool = False
    per: Per | None = None
    date: Stretch | None = None
    to: int | float | None = None
    begins: bool = False


@dataclass(frozen=True)
class SeenLimit:
    """A threshold or a standing limit, by positions in the view; ``of`` is what is bounded."""

    quote: Stretch
    kind: LimitKind
    comparator: Comparator | None
    value: int | float | None = None
    unit: str | None = None
    of: Stretch | None = None
    unit_at: Stretch | None = None
    to: int | float | None = None
