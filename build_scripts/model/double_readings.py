"""What two readers judged of the same things (structured/readings/): topics, alignments, relations, bodies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

JudgedKind = Literal["topics", "alignments", "relations", "agencies"]
JUDGED: Mapping[str, str] = {"topics": "专题", "alignments": "对应", "relations": "关系", "agencies": "单位"}

NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "topics": ("measure",),
    "alignments": ("a", "b"),
    "relations": ("study", "origin", "to"),
    "agencies": ("document", "name"),
}
"""Which fields name a cell, by what is judged; of the ends of a relation one may lack."""

NONE = "none"
"""Verdict of a pair or a relation: looked at, and there is none."""
UNLISTED = "unlisted"
"""Verdict of a pair that a reader passed over while reading everything, and wrote nothing down about."""
COLLECTIVE = "collective"
"""Verdict of a printed name that is no single body."""
STRENGTHS = ("strong", "partial", NONE, UNLISTED)


@dataclass(frozen=True)
class JudgedCell:
    """What is judged, named as its kind wants: a measure, a pair, the ends of a relation, a name as a document prints it."""

    measure: str | None = None
    a: str | None = None
    b: str | None = None
    study: str | None = None
    origin: str | None = field(default=None, metadata={"key": "from"})
    to: str | None = None
    document: str | None = None
    name: str | None = None

    @cached_property
    def key(self) -> tuple[str, ...]:
        """The same for the same thing: a pair has no order, a lacking end is empty."""
        if self.a is not None and self.b is not None:
            return tuple(sorted((self.a, self.b)))
        return tuple(getattr(self, f) or "" for f in ("measure", "study", "origin", "to", "document", "name"))

    @cached_property
    def named_by(self) -> tuple[str, ...]:
        return tuple(f for fields in NAMED_BY.values() for f in fields if getattr(self, f) is not None)

    @property
    def called(self) -> str:
        """How messages name it."""
        return " ".join(str(getattr(self, f)) for f in self.named_by)


@dataclass(frozen=True)
class Judgement(JudgedCell):
    """A cell and a reader's verdict: topics with the primary one first, a strength, a relation, or an official name."""

    verdict: tuple[str, ...] = field(kw_only=True)
    why: str = field(default="", kw_only=True)


@dataclass(frozen=True)
class JudgedReading:
    """One of the two independent readings, kept as it was before they were compared."""

    of: JudgedKind
    reading: Literal["first", "second"]
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True)
class SettledJudgement(JudgedCell):
    """A cell in which the readings differ: which of them stands, and why. Where neither does, ``verdict`` says what."""

    settled: Literal["first", "second", "new"] = field(kw_only=True)
    verdict: tuple[str, ...] = field(default=(), kw_only=True)
    reason: str = field(kw_only=True)


@dataclass(frozen=True)
class SettledJudgements:
    """The cells that were settled."""

    of: JudgedKind
    judgements: tuple[SettledJudgement, ...]


@dataclass(frozen=True)
class JudgedTwice:
    """Both readings of one kind and how their differences were settled."""

    first: JudgedReading
    second: JudgedReading
    settled: SettledJudgements

    @property
    def of(self) -> JudgedKind:
        return self.first.of


def differ(of: str, first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two verdicts differ. The order of topics after the primary one means nothing; a pair that was passed over is
    one that is none."""
    if of == "topics":
        return first[:1] != second[:1] or set(first) != set(second)
    return _plain(first) != _plain(second)


def _plain(verdict: tuple[str, ...]) -> tuple[str, ...]:
    return (NONE,) if verdict == (UNLISTED,) else verdict
