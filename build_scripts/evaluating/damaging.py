"""Ways in which a copied text loses its outline: what a doubtful reading is measured on.

Each takes a text as a person would paste it and gives it back as a scanner, a web page or a careless hand leaves it.
Nothing in them is by chance: the same text is always damaged in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count

_LEAD = r"(?m)^([ \t\u3000]*(?:\*\*|#+ ?)?)"
_CN = "[一二三四五六七八九十百零]{1,5}"
_SECTION = re.compile(rf"{_LEAD}({_CN})、")
_GROUP = re.compile(rf"{_LEAD}[(（]({_CN})[)）]")
_ITEM = re.compile(rf"{_LEAD}(\d{{1,3}})[.．、](?!\d)")
_ARTICLE = re.compile(rf"{_LEAD}第({_CN})条")
_DECIMAL = re.compile(rf"{_LEAD}(\d{{1,2}}(?:\.\d{{1,2}}){{1,2}})")
_MARKERS = (_SECTION, _GROUP, _ITEM, _ARTICLE, _DECIMAL)

Damage = Callable[[str], str]


def _each(patterns: tuple[re.Pattern[str], ...], put: str) -> Damage:
    def damaged(text: str) -> str:
        for pattern in patterns:
            text = pattern.sub(put, text)
        return text

    return damaged


def _every_third(text: str) -> str:
    """Every third marker is lost, as where a font had no sign for it."""
    for pattern in _MARKERS:
        text = pattern.sub(_third_lost(), text)
    return text


def _third_lost() -> Callable[[re.Match[str]], str]:
    number = count(1)
    return lambda m: m[1] if next(number) % 3 == 0 else m[0]


def _one_line(text: str) -> str:
    return " ".join(text.split())


DAMAGES: tuple[tuple[str, Damage], ...] = (
    ("编号全失", _each(_MARKERS, r"\1")),
    ("（一）全失", _each((_GROUP, _ARTICLE), r"\1")),
    ("一、全失", _each((_SECTION,), r"\1")),
    ("1. 全失", _each((_ITEM, _DECIMAL), r"\1")),
    ("编号三失其一", _every_third),
    ("（一）成了圆点", _each((_GROUP, _ARTICLE), r"\1●")),
    ("（一）成了 A.", _each((_GROUP, _ARTICLE), r"\1A.")),
    ("顿号、括号丢失", _each((_SECTION, _GROUP, _ARTICLE), r"\1\2 ")),
    ("分行丢失", _one_line),
)
"""By the name under which a figure is told."""
