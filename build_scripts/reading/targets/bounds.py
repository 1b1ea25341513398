"""A figure that is a threshold or a standing limit, with the words it belongs to."""

from __future__ import annotations

import re

from ...model import LimitKind
from ...sources.folded_view import Stretch
from .indicators import indicator_of
from .quantities import Quantity
from .seen import SeenLimit
from .target_threshold_or_limit import Clause, Kind

_LEADS_UP = re.compile("(?:对|将|把|凡|且|其中|使|按照|支持|鼓励)+")
_RULE_WORDS = re.compile("(?:一般|原则上|应当|应|均|须)+$")


def bound(clause: Clause, figure: Quantity, kind: Kind) -> SeenLimit:
    """The figure with the words it belongs to: from 、 or the clause's beginning."""
    text = clause.text
    before = text[clause.start : figure.start]
    joints = (i for i, sign in enumerate(before) if sign in "、和" and before[:i].count("(") == before[:i].count(")"))
    start = clause.start + max(joints, default=-1) + 1
    lead = _LEADS_UP.match(text, start, figure.start)
    quote = Stretch(lead.end() if lead else start, figure.end)
    of = _bounded(text, indicator_of(text, quote.start, clause.end, figure, None))
    return SeenLimit(
        quote, _kind(figure, kind), figure.comparator, figure.value, figure.unit, of, figure.unit_at, figure.to
    )


def _bounded(text: str, at: Stretch | None) -> Stretch | None:
    """What is bounded, less the words of the rule (区块数一般 → 区块数)."""
    if at is None or re.search("[()]", at.of(text)):
        return None
    end = _RULE_WORDS.search(text, *at)
    bare = Stretch(at.start, end.start() if end else at.end)
    return bare if bare.end - bare.start >= 2 else None


def _kind(figure: Quantity, kind: Kind) -> LimitKind:
    if kind is Kind.THRESHOLD:
        return "threshold"
    if figure.comparator == "<=":
        return "cap"
    return "floor" if figure.comparator in (">=", ">") else "count"
