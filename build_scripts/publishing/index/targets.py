"""Targets with what they are about: their family of indicators, their sentence, the day by which, passed or not."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from build_scripts.model import LIMIT_KINDS, Indicator, Limit, Target
from build_scripts.publishing.index.lookups import Entry, Index
from build_scripts.publishing.index.sentence_addresses import in_measure
from build_scripts.sources.fold import fold


@dataclass(frozen=True)
class Goal:
    """A target of an entry. ``number`` counts from 1 in the order of families, places, deadlines."""

    number: int
    entry: Entry
    target: Target
    family: Indicator | None
    today: str

    @property
    def anchor(self) -> str:
        return f"goal-{self.number}"

    @property
    def about(self) -> str:
        """What it is about; its scope before it where the words do not name it."""
        about, scope = self.target.indicator or self.target.quote, self.target.scope or ""
        return about if scope in about else scope + about

    @property
    def last_day(self) -> str | None:
        """The last day of the deadline, ISO 8601."""
        return last_day(self.target.deadline) if self.target.deadline else None

    @property
    def passed(self) -> bool:
        """Whether the deadline lay before the day of the build; says nothing of whether it was met."""
        return self.last_day is not None and self.last_day < self.today

    @property
    def unit(self) -> str | None:
        """The unit folded to Simplified, by which units compare."""
        return fold(self.target.unit) if self.target.unit else None

    @cached_property
    def address(self) -> str:
        """The sentence that says so."""
        m = self.entry.measure
        return in_measure(self.entry.document.id, m.ref, m.text, m.at, self.target.at)


@dataclass(frozen=True)
class EntryLimit:
    """A limit or threshold of an entry. ``number`` counts from 1 in the order of places, kinds, entries."""

    number: int
    entry: Entry
    limit: Limit

    @property
    def anchor(self) -> str:
        return f"limit-{self.number}"

    @cached_property
    def address(self) -> str:
        """The sentence that says so."""
        m = self.entry.measure
        return in_measure(self.entry.document.id, m.ref, m.text, m.at, self.limit.at)


def limits(index: Index) -> tuple[EntryLimit, ...]:
    """All limits of all entries, by place, kind, entry."""
    places, kinds = list(index.places), list(LIMIT_KINDS)
    found = [(e, x) for e in index.entries.values() for x in e.measure.limits]
    found.sort(key=lambda f: (places.index(f[0].place.id), kinds.index(f[1].kind)))
    return tuple(EntryLimit(n, entry, limit) for n, (entry, limit) in enumerate(found, 1))


def last_day(deadline: str) -> str:
    """The last day of a year, a month, or the day itself.

    >>> last_day("2026"), last_day("2024-02"), last_day("2020-06-30")
    ('2026-12-31', '2024-02-29', '2020-06-30')
    """
    parts = [int(p) for p in deadline.split("-")]
    if len(parts) == 3:
        return deadline
    month = parts[1] if len(parts) == 2 else 12
    return f"{parts[0]:04d}-{month:02d}-{calendar.monthrange(parts[0], month)[1]:02d}"


def family_of(target: Target, families: Iterable[Indicator]) -> Indicator | None:
    """The first family that knows what the target is about, by its indicator or else by its words."""
    for text in (target.indicator, target.quote):
        folded = fold(text or "")
        for family in families:
            if folded and any(re.search(p, folded) for p in family.patterns):
                return family
    return None


def goals(index: Index, today: str) -> tuple[Goal, ...]:
    """All targets: by family in the vocabulary's order, those of none last; then by place, deadline, entry."""
    families = index.corpus.vocabulary.indicators
    order = {f.id: n for n, f in enumerate(families)}
    places = {p: n for n, p in enumerate(index.places)}
    found = [(e, t, family_of(t, families)) for e in index.entries.values() for t in e.measure.targets]
    found.sort(
        key=lambda g: (
            order[g[2].id] if g[2] else len(order),
            places[g[0].place.id],
            g[1].value is None,
            g[1].deadline or "9999",
        )
    )
    return tuple(Goal(n, entry, target, family, today) for n, (entry, target, family) in enumerate(found, 1))
