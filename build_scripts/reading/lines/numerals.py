"""Chinese and Arabic numerals, as printed in markers and targets, to numbers."""

from __future__ import annotations

import re

_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3}
_DIGIT |= {"参": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9}
_UNIT = {"十": 10, "拾": 10, "百": 100, "千": 1000}
_BIG = {"万": 10_000, "亿": 100_000_000}

CHINESE = "一二三四五六七八九十百千零〇两"


def chinese(text: str) -> int | None:
    """The value of a Chinese numeral, or None where it is none.

    >>> [chinese(t) for t in ("十", "二十一", "一百零三", "二〇二三", "三千五百")]
    [10, 21, 103, 2023, 3500]
    """
    if not text or any(c not in _DIGIT and c not in _UNIT and c not in _BIG for c in text):
        return None
    if all(c in _DIGIT for c in text):
        return int("".join(str(_DIGIT[c]) for c in text))
    total, section, digit = 0, 0, 0
    for c in text:
        if c in _DIGIT:
            digit = _DIGIT[c]
        elif c in _UNIT:
            section += (digit or 1) * _UNIT[c]
            digit = 0
        else:
            total = (total + section + digit) * _BIG[c]
            section = digit = 0
    return total + section + digit


def number(text: str) -> int | None:
    """The value of a marker's numeral in either writing."""
    return int(text) if text.isdecimal() and text.isascii() else chinese(text)


# Digits with their decimals and thousands marks, or a Chinese numeral, with 万 or 亿 where it is not part of a unit.
_PRINTED = re.compile(r"(?P<digits>\d[\d,]*(?:\.\d+)?)|(?P<chinese>[零〇一二三四五六七八九十百千两]+)")


def numbers_in(text: str) -> set[float]:
    """Every number that a text prints, in digits or Chinese numerals; 千 and 百 before 亿 or 万 count with their noun.

    >>> sorted(numbers_in("突破1,800亿元，两成以上，第三批5.5%"))
    [2.0, 3.0, 5.5, 1800.0]
    >>> sorted(numbers_in("千亿级集群10个"))
    [10.0, 1000.0]
    """
    found: set[float] = set()
    for read in _PRINTED.finditer(text):
        if read["digits"]:
            found.add(float(read["digits"].replace(",", "")))
        elif (value := chinese(read["chinese"])) is not None:
            found.add(float(value))
    return found
