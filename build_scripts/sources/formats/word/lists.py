"""Automatic numbering: what Word prints before a paragraph, from numbering.xml and the styles."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from ..numerals import WORD
from ..xml_parts import attribute, child, name
from .styles import Styles, integer

_PLACE = re.compile("%([1-9])")
_CLOSED = "、）)。．，：；〕】》　"
"""After these a number needs no gap before its text."""


@dataclass(frozen=True)
class Level:
    """One level of a list: ``%1`` … ``%9`` in ``text`` stand for the numbers of the levels."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    gap: str = "tab"
    restart: int | None = None
    legal: bool = False
    paragraph_style: str | None = None


@dataclass(frozen=True)
class _Instance:
    """A ``w:num``: the list it belongs to, and the levels that it starts anew or words otherwise."""

    of: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


@dataclass
class Lists:
    """All lists of a document and how far each has counted; ask in the order of the text."""

    levels: dict[str, dict[int, Level]]
    instances: dict[str, _Instance]
    styles: Styles
    counted: dict[str, dict[int, int]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)
    bullets: int = 0

    def before(self, paragraph: etree._Element) -> str:
        """The number that Word prints before a paragraph and the gap after it; empty where there is none."""
        found = self._place(paragraph)
        if found is None:
            return ""
        number, at = found
        instance = self.instances[number]
        level = self._level(instance, at)
        if level is None:
            return ""
        counted = self.counted.setdefault(instance.of, {})
        if at in instance.starts and (number, at) not in self.started:
            counted[at] = instance.starts[at]
        else:
            counted[at] = counted[at] + 1 if at in counted else level.start
        self.started.add((number, at))
        for deeper in [d for d in counted if d > at]:
            lower = self._level(instance, deeper)
            if lower is None or lower.restart is None or (lower.restart > 0 and at < lower.restart):
                del counted[deeper]
        if level.style == "bullet":
            self.bullets += 1
            return ""
        printed = _PLACE.sub(lambda m: self._numeral(instance, counted, int(m[1]) - 1, level.legal), level.text)
        return printed + _gap(level.gap, printed)

    def _place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """The list instance and level of a paragraph: its own, else its style's."""
        properties = child(paragraph, "w:pPr")
        own = child(properties, "w:numPr")
        style = attribute(child(properties, "w:pStyle"), "val")
        number = attribute(child(own, "w:numId"), "val")
        at = integer(child(own, "w:ilvl"))
        if number is None:
            number, styled = self.styles.list_of(style)
            if number is not None and at is None:
                at = self._level_of_style(number, style)
                at = styled if at is None else at
        if number is None or number not in self.instances:
            return None
        return number, max(0, min(at or 0, 8))

    def _level_of_style(self, number: str, style: str | None) -> int | None:
        of = self.instances[number].of if number in self.instances else ""
        wanted = self.styles.chain(style)
        return next((at for at, v in self.levels.get(of, {}).items() if v.paragraph_style in wanted), None)

    def _level(self, instance: _Instance, at: int) -> Level | None:
        return instance.levels.get(at) or self.levels.get(instance.of, {}).get(at)

    def _numeral(self, instance: _Instance, counted: dict[int, int], at: int, legal: bool) -> str:
        level = self._level(instance, at)
        if level is None or level.style == "bullet":
            return ""
        numeral: Callable[[int], str] | None = str if legal else WORD.get(level.style)
        if numeral is None:
            self.unknown.add(level.style)
            numeral = str
        return numeral(counted.get(at, level.start))


def _gap(kind: str, printed: str) -> str:
    """One space where Word leaves a gap, unless the number ends in a mark that is wide itself.

    >>> _gap("tab", "1."), _gap("tab", "一、"), _gap("nothing", "1.")
    (' ', '', '')
    """
    return " " if printed and kind != "nothing" and not printed.endswith(tuple(_CLOSED)) and printed[-1] != " " else ""


def read_lists(numbering: etree._Element | None, styles: Styles) -> Lists:
    """The lists of numbering.xml; a list that only names a style takes the levels of the list that style names."""
    levels: dict[str, dict[int, Level]] = {}
    linked: dict[str, str] = {}
    instances: dict[str, _Instance] = {}
    for element in numbering if numbering is not None else ():
        if name(element) == "w:abstractNum":
            id_ = attribute(element, "abstractNumId") or ""
            levels[id_] = _levels(element)
            if link := attribute(child(element, "w:numStyleLink"), "val"):
                linked[id_] = link
        elif name(element) == "w:num":
            instances[attribute(element, "numId") or ""] = _instance(element)
    instances.pop("0", None)
    for id_, style in linked.items():
        target, _ = styles.list_of(style)
        if target in instances and instances[target].of != id_:
            levels[id_] = levels.get(instances[target].of, {})
    return Lists(levels, instances, styles)


def _instance(element: etree._Element) -> _Instance:
    overrides = [(integer(o, "ilvl") or 0, o) for o in element if name(o) == "w:lvlOverride"]
    starts = {at: start for at, o in overrides if (start := integer(child(o, "w:startOverride"))) is not None}
    levels = {at: _level(own) for at, o in overrides if (own := child(o, "w:lvl")) is not None}
    return _Instance(attribute(child(element, "w:abstractNumId"), "val") or "", starts, levels)


def _levels(element: etree._Element) -> dict[int, Level]:
    return {integer(e, "ilvl") or 0: _level(e) for e in element if name(e) == "w:lvl"}


def _level(element: etree._Element) -> Level:
    start = integer(child(element, "w:start"))
    formats = [attribute(e, "val") or "decimal" for e in element.iter() if name(e) == "w:numFmt"]
    return Level(
        start if start is not None else 0,
        next((f for f in formats if f != "custom"), "decimal"),
        attribute(child(element, "w:lvlText"), "val") or "",
        attribute(child(element, "w:suff"), "val") or "tab",
        integer(child(element, "w:lvlRestart")),
        child(element, "w:isLgl") is not None,
        attribute(child(element, "w:pStyle"), "val"),
    )
