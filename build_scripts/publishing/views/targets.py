"""Targets compared: by family of indicators across places, on a time axis, and all in one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.model import Indicator
from build_scripts.publishing import addresses
from build_scripts.publishing.goals import Goal, goals
from build_scripts.publishing.index import Index, Place
from build_scripts.publishing.pictures.time_axis import time_axis
from build_scripts.publishing.rendering import Page, page
from build_scripts.publishing.settings import Site


@dataclass(frozen=True)
class FamilyRow:
    """A family of indicators with the figures of each place, targets without a figure only counted."""

    family: Indicator | None
    cells: tuple[tuple[Goal, ...], ...]
    without: tuple[int, ...]

    @property
    def places(self) -> int:
        return sum(1 for cell, n in zip(self.cells, self.without) if cell or n)


def families(all_goals: Sequence[Goal], places: Sequence[Place]) -> tuple[FamilyRow, ...]:
    """Families that most places have targets for first; within a cell units beside each other."""
    known = dict.fromkeys(g.family for g in all_goals)
    rows = []
    for family in known:
        held = [[g for g in all_goals if g.family == family and g.entry.place.id == p.id] for p in places]
        figures = (sorted((g for g in cell if g.target.value is not None), key=lambda g: g.unit or "") for cell in held)
        without = tuple(sum(g.target.value is None for g in cell) for cell in held)
        rows.append(FamilyRow(family, tuple(map(tuple, figures)), without))
    return tuple(sorted(rows, key=lambda r: -r.places))


def targets(index: Index, site: Site) -> Page:
    found = goals(index, site.today)
    places = index.speaking_places
    meta = {
        "title": "指标",
        "description": f"各地文件写下的 {len(found)} 个数字与期限，逐个可回到原句。",
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
        picture=time_axis(found, places, site.today, href) if any(g.last_day for g in found) else "",
        dated=sum(g.last_day is not None for g in found),
        passed=sum(g.passed for g in found),
        today=site.today,
    )
