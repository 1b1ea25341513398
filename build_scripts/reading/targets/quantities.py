"""Numbers with their unit and comparator, as printed: 突破1亿人次 → >= 1 亿人次."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..lines.numerals import chinese
from . import words as w

_NUMBER = re.compile(
    r"(?:百分之(?P<percent>[一二三四五六七八九十百零点]+)"
    r"|(?:(?P<low>\d+(?:\.\d+)?)[%万亿家个]? ?[-—~至到] ?(?=\d))?"
    rf"(?P<arabic>\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+(?:\.\d+)?) ?(?P<more>[多余])?(?P<size>{w.MAGNITUDE})?"
    r"|(?P<han>[一二两三四五六七八九十百千]+)(?P<hansize>万亿|万|亿)?) ?"
)
_RUN = re.compile(r"(?<![\d.A-Za-z第前+])(?:\d|百分之[一二三四五六七八九十百]|[一二两三四五六七八九十百千])")
_UNIT = re.compile("|".join(f"(?:{p})" for p in w.UNITS.patterns))
_BEFORE = re.compile("(?:" + "|".join(f"(?P<b{i}>{p})" for i, (p, _) in enumerate(w.BEFORE)) + f"){w.FILLER}$")
_AFTER = re.compile("|".join(f"(?P<a{i}>{p})" for i, (p, _) in enumerate(w.AFTER)))
_DOUBLED = re.compile(r"翻(?:(?P<times>[一两二三四]|\d)番|一?倍|番)")
_DIGITS = 15
"""Longer runs of digits are numbers of files or accounts."""
_PRINTED = re.compile("[\u4e00-\u9fffA-Za-z]")


@dataclass(frozen=True)
class Quantity:
    """One figure. ``start`` includes the word of comparison before it, ``end`` the one after it.

    ``at`` is where the figure itself begins; ``unit`` is None where none is printed; ``unknown`` says that
    something is printed in the unit's place that the table does not know. A change downwards has a negative
    value; of a range (3—5家) the value is its lower end, with ``>=``. ``counted`` marks a Chinese numeral
    without any word of comparison (十个产业园).
    """

    start: int
    at: int
    end: int
    value: int | float
    unit: str | None
    comparator: str | None
    unit_at: tuple[int, int] | None = None
    unknown: bool = False
    counted: bool = False


def quantities(text: str, start: int, end: int) -> list[Quantity]:
    """The figures that count or measure something in the clause ``text[start:end]``; years and names are left out."""
    found = [_doubled(m) for m in _DOUBLED.finditer(text, start, end)]
    taken = [(q.start, q.end) for q in found]
    at = start
    while (run := _RUN.search(text, at, end)) is not None:
        number = _NUMBER.match(text, run.start(), end)
        named = w.NOT_NUMBERS.match(text, run.start(), end)
        if number is None or named or any(a <= run.start() < b for a, b in taken):
            at = max(named.end() if named else 0, run.end())
            continue
        quantity = _quantity(text, start, end, number)
        if quantity:
            found.append(quantity)
        at = max(quantity.end if quantity else 0, number.end(), run.end())
    return sorted(found, key=lambda q: q.at)


def _doubled(match: re.Match[str]) -> Quantity:
    times = match["times"]
    value = (chinese(times) if not times.isdecimal() else int(times)) if times else 1
    return Quantity(match.start(), match.start(), match.end(), value or 1, "番" if "番" in match[0] else "倍", "change")


def _quantity(text: str, start: int, end: int, number: re.Match[str]) -> Quantity | None:
    value, size = _value(number), number["size"] or number["hansize"] or ""
    unit = _UNIT.match(text, number.end(), end)
    until = unit.end() if unit else number.end()
    if value is None or text[until : until + 1] == "级":
        return None
    after = _AFTER.match(text, until, end)
    before = _BEFORE.search(text, max(start, number.start() - 12), number.start())
    ahead, behind = _which(before, "b", w.BEFORE), _which(after, "a", w.AFTER)
    counted = False
    if number["han"] and not (unit and (ahead or behind or size)):
        if unit is None or value < 2 or number["han"][0] in "百千":
            return None
        counted = True
    comparator = (
        "change" if ahead in ("change", "-") else behind or ahead or (">=" if number["more"] or number["low"] else None)
    )
    unknown = unit is None and not size and behind is None and _PRINTED.match(text, number.end(), end) is not None
    percent = number["percent"] is not None
    begin = number.start("size") if number["size"] else number.start("hansize") if number["hansize"] else until
    printed = (min(begin, unit.start() if unit else begin), until)
    return Quantity(
        before.start() if before else number.start(),
        number.start(),
        after.end() if after else until,
        -value if ahead == "-" else value,
        "%" if percent else size + (unit[0] if unit else "") or None,
        comparator,
        None if percent or printed[0] == printed[1] else printed,
        unknown and not percent,
        counted,
    )


def _value(number: re.Match[str]) -> int | float | None:
    if number["percent"]:
        whole, _, part = number["percent"].partition("点")
        return _decimal(chinese(whole), part)
    if number["han"]:
        return chinese(number["han"])
    digits = (number["low"] or number["arabic"]).replace(",", "")
    if len(digits) > _DIGITS:
        return None
    return float(digits) if "." in digits else int(digits)


def _decimal(whole: int | None, part: str) -> int | float | None:
    digits = [chinese(c) for c in part]
    return whole if whole is None or not part or None in digits else float(f"{whole}." + "".join(map(str, digits)))


def _which(match: re.Match[str] | None, name: str, table: tuple[tuple[str, str], ...]) -> str | None:
    return None if match is None else next(c for i, (_, c) in enumerate(table) if match[f"{name}{i}"] is not None)
