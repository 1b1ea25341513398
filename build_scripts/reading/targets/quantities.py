"""Numbers with their unit and comparator, as printed: 突破1亿人次 → >= 1 亿人次."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from ...model import Comparator
from ...sources.folded_view import Stretch
from ..lines.numerals import chinese
from . import target_words as w

_NUMBER = re.compile(
    r"(?:百分之(?P<percent>[一二三四五六七八九十百零点]+)"
    rf"|(?:(?P<low>\d+(?:\.\d+)?) ?(?:{w.MAGNITUDE}?(?:[%元家个名户项所条亩人]|公里)?) ?[-—―~至到]{{1,2}} ?(?=\d))?"
    rf"(?P<arabic>\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+(?:\.\d+)?) ?(?P<more>[多余])?(?P<size>{w.MAGNITUDE})?"
    r"|(?:(?P<hanlow>[一二两三四五六七八九十]{1,3})[至到-](?=[二两三四五六七八九十]))?"
    r"(?P<han>[一二两三四五六七八九十百千]+)(?P<hansize>万亿|万|亿)?) ?"
)
_RUN = re.compile(
    r"(?:(?<![\d.A-Za-z第前+])|(?<=[A-Z]{3})(?=\d{2}))(?:\d|百分之[一二三四五六七八九十百]|[一二两三四五六七八九十百千])"
)
_UNIT = re.compile("|".join(f"(?:{p})" for p in w.UNITS.patterns))
_BEFORE = re.compile("(?:" + "|".join(f"(?P<b{i}>{p})" for i, (p, _) in enumerate(w.BEFORE)) + f"){w.FILLER}$")
_AFTER = re.compile("|".join(f"(?P<a{i}>{p})" for i, (p, _) in enumerate(w.AFTER)))
_DOUBLED = re.compile(r"翻(?:(?P<times>[一两二三四]|\d)番|一?倍|番)")
Word = TypeVar("Word", bound=str)
_DIGITS = 15
"""Longer runs of digits are numbers of files or accounts."""
_PRINTED = re.compile("[\u4e00-\u9fffA-Za-z]")


@dataclass(frozen=True)
class Quantity:
    """One figure. ``start`` includes the word of comparison before it, ``end`` the one after it.

    ``at`` is where the figure itself begins; ``unit`` is None where none is printed; ``unknown`` says that
    something is printed in the unit's place that the table does not know. A change downwards has a negative
    value; of a range (3—5家) the value is its lower end and ``to`` the upper one. ``counted`` marks a Chinese numeral
    without any word of comparison (十个产业园).
    """

    start: int
    at: int
    end: int
    value: int | float
    unit: str | None
    comparator: Comparator | None
    unit_at: Stretch | None = None
    unknown: bool = False
    counted: bool = False
    to: int | float | None = None


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


@dataclass(frozen=True)
class _Printed:
    """A number as printed with what stands around it up to ``end``: its unit, and the words of comparison before and after."""

    text: str
    end: int
    number: re.Match[str]
    unit: re.Match[str] | None
    before: re.Match[str] | None
    after: re.Match[str] | None

    @property
    def size(self) -> str:
        """万, 亿 …, or nothing."""
        return self.number["size"] or self.number["hansize"] or ""

    @property
    def until(self) -> int:
        return self.unit.end() if self.unit else self.number.end()

    @property
    def ahead(self) -> Comparator | None:
        word = self._word_ahead
        return "change" if word == "-" else word

    @property
    def falls(self) -> bool:
        """Whether what stands before says a change downwards."""
        return self._word_ahead == "-"

    @property
    def _word_ahead(self) -> w.Comparison | None:
        return _which(self.before, "b", w.BEFORE)

    @property
    def behind(self) -> Comparator | None:
        return _which(self.after, "a", w.AFTER)

    @property
    def unit_at(self) -> Stretch:
        """Where magnitude and unit stand."""
        begin = self.number.start("size" if self.number["size"] else "hansize") if self.size else self.until
        return Stretch(min(begin, self.unit.start() if self.unit else begin), self.until)


def _printed(text: str, start: int, end: int, number: re.Match[str]) -> _Printed:
    unit = _UNIT.match(text, number.end(), end)
    after = _AFTER.match(text, unit.end() if unit else number.end(), end)
    before = _BEFORE.search(text, max(start, number.start() - 12), number.start())
    return _Printed(text, end, number, unit, before, after)


def _quantity(text: str, start: int, end: int, number: re.Match[str]) -> Quantity | None:
    said = _printed(text, start, end, number)
    value = _value(number)
    if value is None or any(refuses(said, value) for refuses in REFUSALS):
        return None
    percent, unit_at = number["percent"] is not None, said.unit_at
    comparator = next((c for rule in COMPARISONS if (c := rule(said)) is not None), None)
    return Quantity(
        said.before.start() if said.before else number.start(),
        number.start(),
        said.after.end() if said.after else said.until,
        -value if said.falls else value,
        "%" if percent else said.size + (said.unit[0] if said.unit else "") or None,
        comparator,
        None if percent or unit_at.start == unit_at.end else unit_at,
        not percent and _unknown_unit(said),
        _only_counts(said),
        _upper_end(number) if comparator in ("range", "change") else None,
    )


def _level(said: _Printed, value: float) -> bool:
    """3级: a grade."""
    return said.text.startswith("级", said.until, said.end)


def _only_counts(said: _Printed) -> bool:
    """十个产业园: a Chinese numeral without a word of comparison or magnitude."""
    return bool(said.number["han"]) and not (said.unit and (said.ahead or said.behind or said.size))


def _no_count(said: _Printed, value: float) -> bool:
    """一个, 百家: words rather than numbers, where nothing else says that something is counted."""
    return _only_counts(said) and (said.unit is None or value < 2 or said.number["han"][0] in "百千")


REFUSALS: tuple[Callable[[_Printed, float], bool], ...] = (_level, _no_count)
"""What makes of a number no quantity."""


def _change(said: _Printed) -> Comparator | None:
    """增长5%, 下降10%."""
    return "change" if said.ahead == "change" else None


def _said_behind(said: _Printed) -> Comparator | None:
    """500家以上; it outweighs what stands before."""
    return said.behind


def _said_ahead(said: _Printed) -> Comparator | None:
    """突破800亿元."""
    return said.ahead


def _range(said: _Printed) -> Comparator | None:
    """1—2家, 达到3至5个, 5%—8%左右; 3—5家以上 is bounded below only."""
    ranged = said.number["low"] or said.number["hanlow"]
    return "range" if ranged and said.behind in (None, "~") else None


def _open_end(said: _Printed) -> Comparator | None:
    """100多家: at least so many."""
    return ">=" if said.number["more"] else None


COMPARISONS: tuple[Callable[[_Printed], Comparator | None], ...] = (
    *(_change, _range, _said_behind, _said_ahead, _open_end),
)


def _unknown_unit(said: _Printed) -> bool:
    """Whether something is printed in the unit's place that the table does not know."""
    printed = _PRINTED.match(said.text, said.number.end(), said.end)
    return said.unit is None and not said.size and said.behind is None and printed is not None


def _value(number: re.Match[str]) -> int | float | None:
    if number["percent"]:
        whole, _, part = number["percent"].partition("点")
        return _decimal(chinese(whole), part)
    if number["han"]:
        return chinese(number["hanlow"] or number["han"])
    return _digits(number["low"] or number["arabic"])


def _upper_end(number: re.Match[str]) -> int | float | None:
    """The second number of a range."""
    if number["hanlow"]:
        return chinese(number["han"])
    return _digits(number["arabic"]) if number["low"] else None


def _digits(printed: str) -> int | float | None:
    digits = printed.replace(",", "")
    if len(digits) > _DIGITS:
        return None
    return float(digits) if "." in digits else int(digits)


def _decimal(whole: int | None, part: str) -> int | float | None:
    digits = [chinese(c) for c in part]
    return whole if whole is None or not part or None in digits else float(f"{whole}." + "".join(map(str, digits)))


def _which(match: re.Match[str] | None, name: str, table: tuple[tuple[str, Word], ...]) -> Word | None:
    return None if match is None else next(c for i, (_, c) in enumerate(table) if match[f"{name}{i}"] is not None)
