"""Targets and limits in one list: by the year in which a target is due, a column a place; limits after them, told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts import addresses
from build_scripts.model import Indicator
from build_scripts.publishing.index.lookups import Index, Place
from build_scripts.publishing.index.targets import EntryLimit, Goal, goals, limits
from build_scripts.publishing.pages.rendering import Page, page
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("targets")

UNDATED, LIMITS = "undated", "limits"


@dataclass(frozen=True)
class Column:
    """What a place says within a group: targets with a figure, those put in words only, or limits."""

    place: Place
    figures: tuple[Goal, ...] = ()
    in_words: tuple[Goal, ...] = ()
    limits: tuple[EntryLimit, ...] = ()

    @property
    def count(self) -> int:
        return len(self.figures) + len(self.in_words) + len(self.limits)


@dataclass(frozen=True)
class Group:
    """A year (``id`` is the year), the targets without a deadline (``undated``), or the limits (``limits``).

    ``opens`` is true of the first group that has not passed: before it stands the day of the build.
    """

    id: str
    columns: tuple[Column, ...]
    passed: bool = False
    opens: bool = False

    @property
    def anchor(self) -> str:
        return f"y{self.id}" if self.id.isdigit() else self.id

    @property
    def count(self) -> int:
        return sum(c.count for c in self.columns)


def by_year(all_goals: Sequence[Goal], places: Sequence[Place], today: str) -> tuple[Group, ...]:
    """Targets by the year in which they are due; those that name none last."""
    years = sorted({(g.last_day or "")[:4] for g in all_goals}, key=lambda year: year or "9999")
    found: list[Group] = []
    for year in years:
        due = sorted(
            (g for g in all_goals if (g.last_day or "")[:4] == year), key=lambda g: (g.last_day or "", g.number)
        )
        passed = bool(year) and all(g.passed for g in due)
        opens = bool(year) and not passed and bool(found) and found[-1].passed
        found.append(Group(year or UNDATED, tuple(c for p in places if (c := _column(p, due)).count), passed, opens))
    return tuple(found)


def of_limits(bounds: Sequence[EntryLimit], places: Sequence[Place]) -> Group | None:
    """The limits as a group of their own, None where there are none."""
    columns = (Column(p, limits=tuple(b for b in bounds if b.entry.place.id == p.id)) for p in places)
    return Group(LIMITS, tuple(c for c in columns if c.count)) if bounds else None


def _column(place: Place, due: Sequence[Goal]) -> Column:
    held = [g for g in due if g.entry.place.id == place.id]
    return Column(
        place,
        tuple(g for g in held if g.target.value is not None),
        tuple(g for g in held if g.target.value is None),
    )


def families(all_goals: Sequence[Goal]) -> tuple[Indicator | None, ...]:
    """The families of indicators that occur, None for what belongs to none."""
    return tuple(dict.fromkeys(g.family for g in all_goals))


def targets(index: Index, site: Site) -> Page:
    found, bounds = goals(index, site.today), limits(index)
    places = index.speaking_places
    groups = by_year(found, places, site.today)
    limit_group = of_limits(bounds, places)
    meta = {
        "title": _WORDS.title,
        "description": _WORDS("description", n=len(found)),
        "kind": "targets",
    }
    return page(
        "targets.md.j2",
        addresses.TARGETS,
        meta,
        goals=found,
        groups=(*groups, limit_group) if limit_group else groups,
        places=[p for p in places if any(c.place == p for g in groups for c in g.columns) or _bounds(p, bounds)],
        families=families(found),
        passed=sum(g.passed for g in found),
        calendars=_calendars(found, places, site) if any(g.last_day for g in found) else (),
        limits=bounds,
        today=site.today,
    )


@dataclass(frozen=True)
class Deadlines:
    """A calendar of deadlines: of whom (empty: of all), where it stands, where a program subscribes to it, how many are to
    come."""

    name: str
    address: str
    subscribed: str | None
    count: int


def _calendars(found: Sequence[Goal], places: Sequence[Place], site: Site) -> tuple[Deadlines, ...]:
    coming = [g for g in found if g.last_day and not g.passed]

    def of(name: str, address: str, held: Sequence[Goal]) -> Deadlines:
        return Deadlines(name, address, site.subscribed(address), len(held))

    each = (of(p.short, addresses.calendar(p.id), [g for g in coming if g.entry.place.id == p.id]) for p in places)
    return (of("", addresses.TARGETS_CALENDAR, coming), *each)


def _bounds(place: Place, bounds: Sequence[EntryLimit]) -> bool:
    return any(b.entry.place == place for b in bounds)
