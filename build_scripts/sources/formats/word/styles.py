"""What paragraph styles say about lists, each taking over from the style it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from ..xml_parts import attribute, child, name

_NUMBER = re.compile(r"-?\d{1,5}")


def integer(element: etree._Element | None, local: str = "val") -> int | None:
    """An attribute as a whole number of at most five figures; None for anything else."""
    value = attribute(element, local)
    return int(value) if value is not None and _NUMBER.fullmatch(value) else None


@dataclass(frozen=True)
class _Style:
    based_on: str | None
    number: str | None
    level: int | None


@dataclass(frozen=True)
class Styles:
    """By id; ``usual`` is the style of paragraphs that name none."""

    by_id: dict[str, _Style] = field(default_factory=dict)
    usual: str | None = None

    def chain(self, style: str | None) -> tuple[str, ...]:
        """A style and those it is based on, nearest first; a circle is followed once."""
        found: list[str] = []
        at = style or self.usual
        while at is not None and at in self.by_id and at not in found:
            found.append(at)
            at = self.by_id[at].based_on
        return tuple(found)

    def list_of(self, style: str | None) -> tuple[str | None, int | None]:
        """The list instance and level that a style gives its paragraphs."""
        number, level = None, None
        for each in self.chain(style):
            number = self.by_id[each].number if number is None else number
            level = self.by_id[each].level if level is None else level
        return number, level


def read_styles(root: etree._Element | None) -> Styles:
    found: dict[str, _Style] = {}
    usual = None
    for element in root if root is not None else ():
        if name(element) != "w:style":
            continue
        id_ = attribute(element, "styleId") or ""
        listed = child(child(element, "w:pPr"), "w:numPr")
        number = attribute(child(listed, "w:numId"), "val")
        found[id_] = _Style(attribute(child(element, "w:basedOn"), "val"), number, integer(child(listed, "w:ilvl")))
        if attribute(element, "type") == "paragraph" and attribute(element, "default") in ("1", "true", "on"):
            usual = id_
    return Styles(found, usual)
