"""Pictures as SVG: shapes here, their markup in picture.svg.j2, which encodes every word and address.

Colours come from the stylesheet by class; the texts are text, to be selected and searched.
"""

from __future__ import annotations

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


def words(x: float, y: float, text: str, kind: str, anchor: Literal["middle", "end"] | None = None) -> Shape:
    """A line of text at a place, from there on; around it or up to it as ``anchor`` says."""
    return Shape("text", {"text-anchor": anchor, "class": kind, "x": _n(x), "y": _n(y)}, text)


def link(href: str, *inside: Shape) -> Shape:
    return Shape("a", {"href": encode(href)}, inside=inside)


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


def _n(value: float) -> float | int:
    """A coordinate with one decimal at most: the same bytes on every machine."""
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded
