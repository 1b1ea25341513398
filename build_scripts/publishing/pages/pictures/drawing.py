"""Pictures as SVG: shapes here, their markup in picture.svg.j2, which encodes every word and address.

Colours come from the stylesheet by class; the texts are text, to be selected and searched.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from build_scripts.publishing.pages.rendering import environment
from build_scripts.publishing.text.escaping import encode


@dataclass(frozen=True)
class Shape:
    """An element of a picture: its attributes in the order in which they are written (None is not), its text, or what
    stands in it."""

    name: str
    attributes: Mapping[str, str | float | None]
    text: str = ""
    inside: tuple[Shape, ...] = ()


def words(
    x: float, y: float, text: str, kind: str, anchor: Literal["middle", "end"] | None = None, lang: str | None = None
) -> Shape:
    """A line of text at a place, from there on; around it or up to it as ``anchor`` says."""
    return Shape("text", {"text-anchor": anchor, "class": kind, "lang": lang, "x": _n(x), "y": _n(y)}, text)


def link(href: str, *inside: Shape) -> Shape:
    return Shape("a", {"href": encode(href)}, inside=inside)


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Shape:
    return Shape("line", {"class": kind, "x1": _n(x1), "y1": _n(y1), "x2": _n(x2), "y2": _n(y2)})


def dot(x: float, y: float, r: float, kind: str) -> Shape:
    return Shape("circle", {"class": kind, "cx": _n(x), "cy": _n(y), "r": _n(r)})


def arc(x: float, top: float, bottom: float, wide: float, tall: float, stroke: float, kind: str) -> Shape:
    """Half an ellipse to the right, from one height of a vertical line down to another; ``wide`` and ``tall`` are its radii."""
    path = f"M {x} {top} A {wide} {tall} 0 0 1 {x} {bottom}"
    return Shape("path", {"stroke-width": stroke, "class": kind, "d": path})


def group(kinds: Sequence[str], *inside: Shape) -> Shape:
    return Shape("g", {"class": " ".join(kinds)}, inside=inside)


def picture(width: float, height: float, title: str, *inside: Shape) -> Markup:
    """A whole picture, named for those who do not see it."""
    whole = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {_n(width)} {_n(height)}",
        "role": "group",
        "aria-label": encode(title),
    }
    return Markup(environment().get_template("picture.svg.j2").render(picture=Shape("svg", whole, inside=inside)))


# What a line never breaks: a run of letters or digits with the year's 年, a mark with the character before it.
_PIECE = re.compile(r"[0-9A-Za-z.%]+年?[，、。；,]?|.[，、。；,）]?")


def wrapped(text: str, width: float, figure: str = "") -> list[str]:
    """``text`` in lines of at most ``width`` ems, ``figure`` unbroken at its end.

    >>> wrapped("全市地区生产总值", 5)
    ['全市地区生', '产总值']
    >>> wrapped("旅游综合收入", 9, "不低于1000亿元")
    ['旅游综合收入', '不低于1000亿元']
    """
    lines = [""]
    for piece in (*_PIECE.findall(" ".join(text.split())), *([f" {figure}"] if figure else [])):
        if lines[-1] and _wide(lines[-1] + piece) > width:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return lines


def _wide(text: str) -> float:
    """About how wide in ems: a wide character is one, another about half."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.58 for c in text)


def _n(value: float) -> float | int:
    """A coordinate with one decimal at most: the same bytes on every machine."""
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded
