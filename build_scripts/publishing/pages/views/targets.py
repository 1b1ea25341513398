"""Targets compared: by family of indicators across places, on a time axis, and all in one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from build_scripts import addresses
from build_scripts.model import LIMIT_KINDS, Indicator
from build_scripts.publishing.index.lookups import Index, Place
from build_scripts.publishing.index.targets import Goal, goals, limits
from build_scripts.publishing.pages.pictures.time_axis import time_axis
from build_scripts.publishing.pages.rendering import Page, page
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("targets")


@dataclass(frozen=True)
class Cell:
    """What a place says of a family of indicators: its figures; targets without one are only counted."""

    place: Place
    figures: tuple[Goal, ...]
    only_due: int
    neither: int

    @property
    def empty(self) -> bool:
        return not (self.figures or self.only_due or self.neither)


@dataclass(frozen=True)
class FamilyRow:
    family: Indicator | None
    cells: tuple[Cell, ...]

    @property
    def places(self) -> int:
        return sum(not cell.empty for cell in self.cells)


def families(all_goals: Sequence[Goal], places: Sequence[Place]) -> tuple[FamilyRow, ...]:
    """Families that most places have targets for first; within a cell units beside each other."""
    known = dict.fromkeys(g.family for g in all_goals)
    rows = [FamilyRow(f, tuple(_cell(p, [g for g in all_goals if g.family == f]) for p in places)) for f in known]
    return tuple(sorted(rows, key=lambda r: -r.places))


def _cell(place: Place, of_family: Sequence[Goal]) -> Cell:
    held = [g for g in of_family if g.entry.place.id == place.id]
    figures = sorted((g for g in held if g.target.value is not None), key=lambda g: g.unit or "")
    without = [g for g in held if g.target.value is None]
    only_due = sum(g.last_day is not None for g in without)
    return Cell(place, tuple(figures), only_due, len(without) - only_due)


def by_year(all_goals: Sequence[Goal]) -> tuple[tuple[str, tuple[Goal, ...]], ...]:
    """Targets that have a deadline, year by year: what the time axis shows, for screens too narrow for it."""
    dated = sorted((g for g in all_goals if g.last_day), key=lambda g: (g.last_day or "", g.number))
    return tuple((year, tuple(due)) for year, due in groupby(dated, key=lambda g: (g.last_day or "")[:4]))


def targets(index: Index, site: Site) -> Page:
    found = goals(index, site.today)
    bounds = limits(index)
    places = index.speaking_places
    meta = {
        "title": _WORDS.title,
        "description": _WORDS("description", n=len(found)),
        "kind": "targets",
    }

    def href(to: str) -> str:
        return addresses.relative(to, addresses.TARGETS)

    return page(
        "targets.md.j2",
        addresses.TARGETS,
        meta,
        goals=found,
        places=places,
        families=families(found, places),
        years=by_year(found),
        picture=time_axis(found, places, site.today, href) if any(g.last_day for g in found) else "",
        dated=sum(g.last_day is not None for g in found),
        limits=bounds,
        limit_kinds=[(k, zh) for k, zh in LIMIT_KINDS.items() if any(b.limit.kind == k for b in bounds)],
        passed=sum(g.passed for g in found),
        today=site.today,
    )
