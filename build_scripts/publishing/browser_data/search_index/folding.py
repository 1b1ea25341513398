"""Texts and queries in the form in which they meet. docs/assets/js/shared/folding.js does the same in the browser.

Every character counts, punctuation too, so that a phrase is found exactly where a plain substring search would find it;
only white space is passed over.
"""

from __future__ import annotations

import re
from functools import cache

from build_scripts.sources.fold import script_table, width_table

_SPACE = re.compile("[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]+")


def fold_table() -> dict[str, list[int] | str]:
    """The table shipped to the browser: the code point ``steps[0] + … + steps[n]`` becomes character n of ``to``.

    Steps instead of the characters themselves take a third off the compressed file.
    """
    table = {**script_table(), **width_table()}
    codes = sorted(map(ord, table))
    steps = [b - a for a, b in zip([0, *codes], codes, strict=False)]
    return {"steps": steps, "to": "".join(table[chr(c)] for c in codes)}


@cache
def _translation() -> dict[int, str]:
    lower = {chr(c): chr(c + 32) for c in range(ord("A"), ord("Z") + 1)}
    folded = {a: lower.get(b, b) for a, b in {**script_table(), **width_table()}.items()}
    return str.maketrans(lower | folded)


def normal(text: str) -> str:
    """``text`` folded by the shipped table, ASCII in lower case, without white space.

    >>> normal("產業 集聚區（ＡＩ）")
    '产业集聚区(ai)'
    """
    return _SPACE.sub("", text.translate(_translation()))
