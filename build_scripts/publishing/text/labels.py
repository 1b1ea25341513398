"""How things are said to a Chinese reader: printed numbering, dates, figures, roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from build_scripts.model import BASES, COMPARATORS, LIMIT_KINDS, ROLES, Event, Limit, Target
from build_scripts.publishing.text.wording.loading import wording

_DIGITS = "零一二三四五六七八九"

_CODES = wording("codes")
EVENTS: Mapping[str, str] = _CODES.events
KINDS: Mapping[str, str] = _CODES.agency_kinds
MODALITY: Mapping[str, str] = _CODES.modality
_SOURCE_KINDS: Mapping[str, str] = _CODES.source_kinds
_STRENGTHS: Mapping[str, str] = _CODES.strengths
_BEFORE_HEADING = re.compile(
    r"[\s#>*]*(?P<number>第\s?[一二三四五六七八九十百零\d]{1,5}\s?(?:章|节|篇|编|部分)|\d{1,2}(?:[.．]\d{1,2})*)[.．、]?[\s：:]*"
)
_AFTER = {"~"}  # comparators that follow the figure


def numeral(n: int) -> str:
    """``n`` in Chinese numerals, below one hundred.

    >>> numeral(4), numeral(10), numeral(13), numeral(20), numeral(28)
    ('四', '十', '十三', '二十', '二十八')
    """
    if n > 99:
        return str(n)
    tens, ones = divmod(n, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones or not tens else "")


@lru_cache(maxsize=4096)
def printed(ref: str) -> str:
    """A ref as the numbering stands in print.

    >>> printed("4.13"), printed("1"), printed("art.5"), printed("4.2.6")
    ('四、（十三）', '一、', '第五条', '四、（二）6.')
    """
    head, *rest = ref.split(".")
    if head == "art":
        return (
            "第"
            + "之".join(_safe_numeral(r) for r in rest[:1])
            + "条"
            + "".join(f"（{_safe_numeral(r)}）" for r in rest[1:])
        )
    shapes = [f"{_safe_numeral(head)}、"]
    shapes += [f"（{_safe_numeral(r)}）" if i == 0 else f"{r}." for i, r in enumerate(rest)]
    return "".join(shapes)


def printed_section(ref: str, source: str, start: int | None) -> str:
    """The number of a section as it is printed before its heading, which begins at ``start``; where that cannot be told, by
    its ref.

    >>> printed_section("1", "# 第一章  总则", 7), printed_section("2", "2　职责", 2), printed_section("1", "一、总则", 2)
    ('第一章', '2', '一、')
    """
    line = source[source.rfind("\n", 0, start) + 1 : start] if start is not None else ""
    before = _BEFORE_HEADING.fullmatch(line)
    return before["number"] if before else printed(ref)


def printed_last(ref: str) -> str:
    """The last part of a ref as printed: what stands before a heading inside its section.

    >>> printed_last("4.13"), printed_last("4.2.6"), printed_last("art.5")
    ('（十三）', '6.', '第五条')
    """
    head, *rest = ref.split(".")
    if head == "art" or not rest:
        return printed(ref)
    return f"（{_safe_numeral(rest[0])}）" if len(rest) == 1 else f"{rest[-1]}."


def _safe_numeral(part: str) -> str:
    return numeral(int(part)) if part.isascii() and part.isdigit() else part


def date(iso: str) -> str:
    """``2015-01-27`` as 2015年1月27日; as precise as given.

    >>> date("2015-01-27"), date("2026")
    ('2015年1月27日', '2026年')
    """
    parts = iso.split("-")
    if len(parts) > 3 or not all(p.isdigit() for p in parts):
        return iso
    return "".join(f"{int(p)}{unit}" for p, unit in zip(parts, "年月日"))


def figure(value: int | float | None) -> str:
    """A number without a trailing ``.0``."""
    if value is None:
        return ""
    return str(int(value)) if float(value).is_integer() else str(value)


def goal_parts(target: Target | Limit) -> tuple[str, str]:
    """The comparison that stands before a target's figure, and the figure with its unit and what follows it.

    >>> goal_parts(Target("", value=800.0, unit="亿元", comparator=">="))
    ('不低于', '800亿元')
    >>> goal_parts(Target("", value=150, unit="個", comparator="~"))
    ('', '150個左右')
    >>> goal_parts(Target("", value=3, value_to=5, unit="家", comparator="range"))
    ('', '3—5家')
    """
    figures = figure(target.value) + (f"—{figure(target.value_to)}" if target.value_to is not None else "")
    said = f"{figures}{target.unit or ''}"
    if target.comparator in (None, "=", "range"):
        return "", said
    words = COMPARATORS[target.comparator]
    return ("", said + words) if target.comparator in _AFTER else (words, said)


def hedge(target: Target) -> str:
    """What stands before a goal that is only striven for, or that holds every year.

    >>> hedge(Target("", aspirational=True, per="year")), hedge(Target(""))
    ('力争每年', '')
    """
    return (_CODES.aspirational if target.aspirational else "") + (_CODES.per[target.per] if target.per else "")


def limit_kind(kind: str) -> str:
    return LIMIT_KINDS.get(kind, kind)


def goal(target: Target) -> str | None:
    """A target's figure with its comparison and unit, and how it is put; None where it has none.

    >>> goal(Target("", value=800.0, unit="亿元", comparator=">="))
    '不低于800亿元'
    """
    return None if target.value is None else hedge(target) + "".join(goal_parts(target))


def listed(values: Iterable[str]) -> str:
    """One after the other, as a Chinese sentence lists them; plain text, whatever the values are.

    >>> listed(["甲", "乙"])
    '甲、乙'
    """
    return "、".join(str(v) for v in values)


def role(role_id: str) -> str:
    return ROLES[role_id]


def basis(basis_id: str) -> str:
    return BASES[basis_id]


def strength(level: str) -> str:
    return _STRENGTHS.get(level, level)


def source_kind(kind: str) -> str:
    """Whether a fact is told by whoever decided it, or by another."""
    return _SOURCE_KINDS[kind]


def event(happening: Event) -> str:
    return EVENTS.get(happening.type, happening.type)


def agency_kind(kind: str) -> str:
    return KINDS.get(kind, kind)
