"""Decimal numbering (1　总则, 1.1　编制目的, 1.2.1), as in every 应急预案: its markers, where a text is numbered so.

A figure with a stop may be a quantity, so that a text counts as numbered by decimals only where enough lines open with
one, each the next in its sequence; then the other styles number points inside its items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..lines.numbering import DECIMAL, LEAD, SECTION_RANK, Marker, Style
from ..lines.numerals import CHINESE, number
from ..lines.unwrap import SourceLine

_ENOUGH = 4
"""Lines that open with a decimal of two parts or more; fewer may be chance."""
_FEW = 2
"""As many suffice below a line that opens with 1 alone."""
_LONGEST_TOP = 40
_LONG = 60
_INSIDE = re.compile(
    r"(?<=[。;!?)\u4e00-\u9fff] )\d{1,2}(?:\.\d{1,2}){1,3} ?(?=[\u4e00-\u9fff“])"
    r"|(?<=[。;])\d{1,2}(?:\.\d{1,2}){1,3} ?(?=[\u4e00-\u9fff“])"
    r"|(?<=[。\u4e00-\u9fff] )\d{1,2} ?(?=[\u4e00-\u9fff]{2,12} ?\d{1,2}\.1 ?[\u4e00-\u9fff])"
    r"|(?<=。)\d{1,2} ?(?=[\u4e00-\u9fff]{2,12} ?\d{1,2}\.1 ?[\u4e00-\u9fff])"
    r"|(?<=。 )\d{1,2} (?=[\u4e00-\u9fff]{2,8} )"
)
"""Where a decimal, a chapter above one, or a last chapter without any may open inside a line."""
_SENTENCE = re.compile("[《》]|[。;:,]$")
"""What shows that a line with one figure in front is an item of a list and no chapter."""
_PATH = re.compile(r"(?P<path>\d{1,2}(?: ?\. ?\d{1,2}){1,3})(?:[.、](?!\d))? ?(?=[\u4e00-\u9fffA-Za-z“《(])")
_SECTION = re.compile(rf"(?P<cn>[{CHINESE}]{{1,3}})、(?=[\u4e00-\u9fff“])")
_TOP = re.compile(r"(?P<path>\d{1,2})(?: |[.、] ?|(?=[\u4e00-\u9fff]))(?=[\u4e00-\u9fffA-Za-z“])")

STYLES: tuple[Style, ...] = tuple(
    Style(f"decimal_{depth}", SECTION_RANK + depth - 1, _PATH if depth > 1 else _TOP, (example,))
    for depth, example in enumerate(("1 总则", "1.1 编制目的", "1.2.1 指挥机构", "2.1.1.1 综合组"), 1)
)
"""By depth; a fourth part numbers points inside a measure."""


def decimal_markers(text: str, rows: Sequence[SourceLine]) -> list[Marker]:
    """The markers of a text that is numbered by decimals; none where it is not."""
    found: list[Marker] = []
    last: tuple[int, ...] = ()
    for row in [part for whole in rows for part in _parts(text, whole)]:
        path, end = _read(text, row)
        if path and _follows(path, last):
            found.append(Marker(STYLES[len(path) - 1], path[-1], row.start, row.start, end, ".".join(map(str, path))))
            last = path
    below = sum("." in m.printed for m in found)
    return found if below >= (_FEW if _opens(text, found) else _ENOUGH) else []


def _parts(text: str, row: SourceLine) -> list[SourceLine]:
    """A line cut where a decimal or the chapter above one may open, where line breaks were lost; other lines as they are."""
    cuts = [m.start() for m in _INSIDE.finditer(text, row.start, row.end)] if row.end - row.start >= _LONG else []
    if len(cuts) < _ENOUGH:
        return [row]
    edges = [row.start, *cuts, row.end]
    return [SourceLine(row.first if a == row.start else a, a, b) for a, b in pairwise(edges) if text[a:b].strip()]


def _opens(text: str, found: Sequence[Marker]) -> bool:
    """Whether 1 stands right above 1.1, as a chapter does; 一、 alone shows less."""
    return any(
        (a.printed, b.printed) == ("1", "1.1") and text[a.end - 2 : a.end].strip("、 ") != "一"
        for a, b in pairwise(found)
    )


def _read(text: str, row: SourceLine) -> tuple[tuple[int, ...], int]:
    lead = LEAD.match(text, row.start, row.end)
    start = lead.end() if lead else row.start
    match = _PATH.match(text, start, row.end)
    if match and not DECIMAL.match(text, text.find(".", start) + 1):
        return tuple(int(n) for n in match["path"].split(".")), match.end()
    top = _TOP.match(text, start, row.end)
    section = _SECTION.match(text, start, row.end)
    opens = top or section
    titled = opens and row.end - row.start <= _LONGEST_TOP and not _SENTENCE.search(text, opens.end(), row.end)
    if not opens or not titled:
        return (), start
    return (number(top["path"] if top else opens["cn"]) or 0,), opens.end()


def _follows(path: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Whether a number may come next: one deeper from 1 on, the next of its own or of a level above; or all begins anew.

    >>> [_follows((2, 1), last) for last in ((1, 3), (2,), (1, 3, 2), (2, 1))]
    [True, True, True, False]
    >>> _follows((1,), (7, 2)), _follows((3,), (7, 2)), _follows((1, 1), ())
    (True, False, True)
    """
    if path in ((1,), (1, 1)):
        return True
    same = next((i for i, (a, b) in enumerate(zip(path, last)) if a != b), min(len(path), len(last)))
    if same == len(path):
        return False
    step = path[same] - (last[same] if same < len(last) else 0)
    return 1 <= step <= 2 and all(n == 1 for n in path[same + 1 :])
