"""Numbers as Word and browsers print them before a paragraph, by the name of the style."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = ("零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟"))
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def _counted(n: int, digits: str, units: tuple[str, ...], one_ten: bool) -> str:
    if not 0 < n < 10_000:
        return str(n)
    found, gap = "", False
    for power, digit in zip(range(len(str(n)) - 1, -1, -1), map(int, str(n))):
        if digit:
            found += (digits[0] if gap else "") + digits[digit] + units[power]
        gap = bool(found) and not digit
    return found if one_ten or not 10 <= n < 20 else found[1:]


def chinese(n: int) -> str:
    """The counting numeral; between 一百 and 一百一十 Word prints 〇.

    >>> [chinese(n) for n in (1, 10, 12, 20, 101, 110, 111)]
    ['一', '十', '十二', '二十', '一百〇一', '一百一十', '一百一十一']
    """
    return _counted(n, _DIGITS, ("", "十", "百", "千"), one_ten=False)


def _legal(n: int) -> str:
    return _counted(n, *_LEGAL, one_ten=True)


def _digital(n: int) -> str:
    return "".join(_DIGITS[int(d)] for d in str(n)) if n >= 0 else str(n)


def _up_to_99(n: int) -> str:
    return chinese(n) if n < 100 else _digital(n).replace("〇", "○")


def _japanese(n: int) -> str:
    return chinese(n).replace("〇", "").removeprefix("一") if 100 <= n < 200 else chinese(n).replace("〇", "")


def roman(n: int) -> str:
    """
    >>> [roman(n) for n in (4, 9, 14, 40)]
    ['IV', 'IX', 'XIV', 'XL']
    """
    if not 0 < n < 4000:
        return str(n)
    found = ""
    for value, letters in _ROMAN:
        found += letters * (n // value)
        n %= value
    return found


def _letters(n: int) -> str:
    """Word's way: after Z comes AA, then BB."""
    return chr(ord("A") + (n - 1) % 26) * ((n - 1) // 26 + 1) if 0 < n <= 780 else str(n)


def _columns(n: int) -> str:
    """The browsers' way: after Z comes AA, then AB."""
    found, rest = "", n
    while rest > 0:
        rest, last = divmod(rest - 1, 26)
        found = chr(ord("A") + last) + found
    return found or str(n)


def _from(first: str, most: int) -> Callable[[int], str]:
    return lambda n: chr(ord(first) + n - 1) if 0 < n <= most else str(n)


def _cycle(characters: str) -> Callable[[int], str]:
    return lambda n: characters[(n - 1) % len(characters)] if n > 0 else str(n)


def _wide(n: int) -> str:
    return "".join(chr(ord(c) + 0xFEE0) for c in str(n))


WORD: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "chineseCounting": _up_to_99,
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": _up_to_99,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": _japanese,
    "ideographDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "taiwaneseDigital": _digital,
    "chineseLegalSimplified": _legal,
    "ideographEnclosedCircle": _from("㊀", 10),
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "upperRoman": roman,
    "lowerRoman": lambda n: roman(n).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda n: _letters(n).lower(),
    "none": lambda n: "",
}
"""By Word's name of a number format (ECMA-376 part 1, 17.18.59)."""

CSS: dict[str, tuple[Callable[[int], str], str]] = {
    "decimal": (str, "."),
    "decimal-leading-zero": (lambda n: f"{n:02}", "."),
    "lower-alpha": (lambda n: _columns(n).lower(), "."),
    "lower-latin": (lambda n: _columns(n).lower(), "."),
    "upper-alpha": (_columns, "."),
    "upper-latin": (_columns, "."),
    "lower-roman": (lambda n: roman(n).lower(), "."),
    "upper-roman": (roman, "."),
    "cjk-decimal": (_digital, "、"),
    "cjk-ideographic": (lambda n: chinese(n).replace("〇", "零"), "、"),
    "trad-chinese-informal": (lambda n: chinese(n).replace("〇", "零"), "、"),
    "simp-chinese-informal": (lambda n: chinese(n).replace("〇", "零"), "、"),
    "simp-chinese-formal": (_legal, "、"),
    "cjk-heavenly-stem": (_cycle("甲乙丙丁戊己庚辛壬癸"), "、"),
    "cjk-earthly-branch": (_cycle("子丑寅卯辰巳午未申酉戌亥"), "、"),
}
"""By the name of a list style in CSS: the numeral, and what browsers print after it (CSS Counter Styles Level 3)."""

HTML_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
"""The ``type`` attribute of ordered lists, as names of list styles."""
