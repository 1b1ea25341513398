"""Targets on a time axis that runs down the page, a column a place; what has passed stands above the day of the build."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from markupsafe import Markup

from build_scripts.publishing.index.lookups import Place
from build_scripts.publishing.index.targets import Goal
from build_scripts.publishing.pages.pictures.drawing import Shape, dot, group, line, link, picture, words, wrapped
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("targets")

WIDTH, AXIS, TOP = 736, 96, 44  # what a tablet has to show it in: its words are never drawn smaller than they are set
ROW, GAP, EMPTY_YEAR = 18, 7, 9
EM = 13

Href = Callable[[str], str]


def time_axis(goals: Sequence[Goal], places: Sequence[Place], today: str, href: Href) -> Markup:
    """The picture; the height of a year follows what is due in it, an empty one is short."""
    dated = sorted((g for g in goals if g.last_day), key=lambda g: (g.last_day or "", g.number))
    column = (WIDTH - AXIS - 16) / max(1, len(places))
    left = {p.id: AXIS + 24 + n * column for n, p in enumerate(places)}
    drawn: list[Shape] = [group([f"pp-c{p.colour}"], words(left[p.id], 20, p.short, "pp-svg-place")) for p in places]
    y, before, now = float(TOP), None, None
    for day, group_of in groupby(dated, key=lambda g: g.last_day or ""):
        due = list(group_of)
        year = int(day[:4])
        if now is None and day >= today:
            y = _empty(drawn, y, before, min(year, int(today[:4])))
            before = min(year, int(today[:4])) - 1 if before is not None else None
            now = y + 20
            y += 36
        y = _empty(drawn, y, before, year)
        y = _due(drawn, y, due, left, column, href)
        before = year
    now = now or y
    height = y + 12
    axis = line(AXIS, TOP - 8, AXIS, height - 8, "pp-svg-axis")
    told = words(WIDTH - 4, now - 6, _WORDS("axis_today", today=labels.date(today)), "pp-svg-nowtext", "end")
    mark: list[Shape] = [line(AXIS - 8, now, WIDTH, now, "pp-svg-now"), told]
    title = _WORDS("axis_title", n=len(dated), today=labels.date(today))
    return picture(WIDTH, height, title, axis, *drawn, *mark)


def _empty(drawn: list[Shape], y: float, before: int | None, year: int) -> float:
    """Ticks for the years in which nothing is due."""
    for empty in range((before if before is not None else year) + 1, year):
        drawn.append(line(AXIS - 4, y, AXIS + 4, y, "pp-svg-axis"))
        if empty % 5 == 0:
            drawn.append(words(AXIS - 12, y + 4, str(empty), "pp-svg-soft", "end"))
        y += EMPTY_YEAR
    return y


def _due(drawn: list[Shape], y: float, due: Sequence[Goal], left: dict[str, float], column: float, href: Href) -> float:
    """What is due on one day, a column a place; the height reached."""
    drawn.append(line(AXIS - 8, y + 8, AXIS, y + 8, "pp-svg-axis"))
    drawn.append(words(AXIS - 12, y + 13, labels.date(due[0].target.deadline or ""), "pp-svg-year", "end"))
    reached = y
    for place, x in left.items():
        at = y
        for goal in (g for g in due if g.entry.place.id == place):
            at = _goal(drawn, x, at, goal, column, href)
        reached = max(reached, at)
    drawn.append(line(AXIS + 8, reached + 4, WIDTH, reached + 4, "pp-svg-rule"))
    return max(reached, y + ROW) + 14


def _goal(drawn: list[Shape], x: float, y: float, goal: Goal, column: float, href: Href) -> float:
    target = goal.target
    figure = labels.goal(target)
    lang = goal.entry.document.lang if goal.entry.document.lang == "zh-Hant" else None
    lines = wrapped(goal.about if figure else target.quote, (column - 34) / EM, figure or "")
    inside = [words(x, y + 13 + n * ROW, part, "pp-svg-text", lang=lang) for n, part in enumerate(lines)]
    kinds = [f"pp-c{goal.entry.place.colour}", *(["pp-svg-past"] if goal.passed else [])]
    drawn.append(group(kinds, dot(x - 10, y + 8.5, 3.5, "pp-svg-dot"), link(href(goal.address), *inside)))
    return y + len(lines) * ROW + GAP
