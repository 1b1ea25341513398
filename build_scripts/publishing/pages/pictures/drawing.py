"""Pictures as SVG, drawn with svg.py, which escapes nothing: so every word and address goes through here, encoded.

Colours come from the stylesheet by class; the texts are text, to be selected and searched.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Literal

import svg
from markupsafe import Markup

from build_scripts.publishing.text.escaping import encode


def words(
    x: float, y: float, text: str, kind: str, anchor: Literal["middle", "end"] | None = None, lang: str | None = None
) -> svg.Text:
    """A line of text at a place, from there on; around it or up to it as ``anchor`` says."""
    return svg.Text(x=_n(x), y=_n(y), text=str(encode(text)), class_=[kind], text_anchor=anchor, lang=lang)


def link(href: str, *inside: svg.Element) -> svg.A:
    return svg.A(href=str(encode(href)), elements=list(inside))


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> svg.Line:
    return svg.Line(x1=_n(x1), y1=_n(y1), x2=_n(x2), y2=_n(y2), class_=[kind])


def dot(x: float, y: float, r: float, kind: str) -> svg.Circle:
    return svg.Circle(cx=_n(x), cy=_n(y), r=_n(r), class_=[kind])


def group(kinds: Sequence[str], *inside: svg.Element) -> svg.G:
    return svg.G(class_=list(kinds), elements=list(inside))


def picture(width: float, height: float, title: str, *inside: svg.Element) -> Markup:
    """A whole picture, named for those who do not see it."""
    drawn = svg.SVG(viewBox=svg.ViewBoxSpec(0, 0, _n(width), _n(height)), elements=list(inside))
    drawn.extra = {"role": "group", "aria-label": str(encode(title))}
    return Markup(drawn.as_str())


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
