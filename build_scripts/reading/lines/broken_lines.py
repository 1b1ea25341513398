"""Line breaks that a copied page left inside a sentence: around a page number, between a figure and its unit, or inside a clause in brackets."""

from __future__ import annotations

import re

from ...sources.folded_view import View

_PAGE = re.compile(r"(?:\n+ *|(?<=[、,]) *)[-—–]+ ?\d{1,4} ?[-—–]+ *\n+ *(?=[\u4e00-\u9fff(])")
_UNIT = re.compile(r"\n+ *(?=(?:平方|立方|公里|公顷|万亿|亿|万[亩元人户家吨]|个百分点|亩|吨|元|%))")

_INSIDE = re.compile(r"(?<=[\u4e00-\u9fff、,;:])\n+ *(?=[\u4e00-\u9fff](?:[^\n()]{0,80}\n){0,2}[^\n()]{0,160}\))")
_LISTED = re.compile(r"(?<=、) *\n+ *(?=[\u4e00-\u9fff]{3})")
_LABEL = re.compile(r" *[(\[]?(?:责任|牵头|配合|主办|协办|承办|协同)(?:单位|部门)? ?:")
_OPEN = re.compile(r"\([^()]{0,120}$")
_REACH = 130
_CLAUSE = re.compile(r"责任|牵头|配合|主办|协办|[厅局委]、")


def mended(view: View) -> View:
    """The view without page numbers that part a sentence (市科技局、 / — 5 — / 市财政局), and with figures beside their
    units (约8 / 平方公里).

    A page number between sentences stays: it is web furniture.
    """
    found = [m.span() for m in _PAGE.finditer(view.text) if _goes_on(view.text, m.start())]
    found += [m.span() for m in _UNIT.finditer(view.text) if view.text[m.start() - 1 : m.start()].isdecimal()]
    return view.without({i for span in found for i in range(*span)})


def joined(view: View) -> View:
    """The view with every clause of duty in one piece: (牵头部 / 门:市交通委)."""
    found = [m.span() for m in _INSIDE.finditer(view.text) if _in_clause(view.text, m)]
    found += [m.span() for m in _LISTED.finditer(view.text) if _in_list(view.text, m.start())]
    return view.without({i for span in found for i in range(*span)}) if found else view


def _in_clause(text: str, broken: re.Match[str]) -> bool:
    """Whether a break stands inside a bracket that says who answers."""
    opened = _OPEN.search(text, max(0, broken.start() - _REACH), broken.start())
    close = text.find(")", broken.end())
    return opened is not None and _CLAUSE.search(opened[0] + text[broken.end() : close]) is not None


def _in_list(text: str, end: int) -> bool:
    """Whether the line that ends here in 、 is a list of those who answer, which goes on below."""
    line = text[max(text.rfind("\n", 0, end) + 1, end - _REACH) : end]
    return _LABEL.match(line) is not None


def _goes_on(text: str, end: int) -> bool:
    """Whether the line that ends here breaks off: behind 、 or a comma, or inside a bracket."""
    line = text[text.rfind("\n", 0, end) + 1 : end].rstrip(" ")
    return line.endswith(("、", ",")) or line.rfind("(") > line.rfind(")")
