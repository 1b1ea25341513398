"""Pictures as SVG, drawn with svg.py, which escapes nothing: so every word and address goes through here, encoded.

Colours come from the stylesheet by class; the texts are text, to be selected and searched.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import svg
from markupsafe import Markup

from build_scripts.publishing.text.escaping import encode


def words(x: float, y: float, text: str, kind: str, anchor: Literal["middle", "end"] | None = None) -> svg.Text:
    """A line of text at a place, from there on; around it or up to it as ``anchor`` says."""
    return svg.Text(x=_n(x), y=_n(y), text=str(encode(text)), class_=[kind], text_anchor=anchor)


def link(href: str, *inside: svg.Element) -> svg.A:
    return svg.A(href=str(encode(href)), elements=list(inside))


def dot(x: float, y: float, r: float, kind: str) -> svg.Circle:
    return svg.Circle(cx=_n(x), cy=_n(y), r=_n(r), class_=[kind])


def group(kinds: Sequence[str], *inside: svg.Element) -> svg.G:
    return svg.G(class_=list(kinds), elements=list(inside))


def picture(width: float, height: float, title: str, *inside: svg.Element) -> Markup:
    """A whole picture, named for those who do not see it."""
    drawn = svg.SVG(viewBox=svg.ViewBoxSpec(0, 0, _n(width), _n(height)), elements=list(inside))
    drawn.extra = {"role": "group", "aria-label": str(encode(title))}
    return Markup(drawn.as_str())


def _n(value: float) -> float | int:
    """A coordinate with one decimal at most: the same bytes on every machine."""
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded
