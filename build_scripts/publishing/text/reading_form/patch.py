"""From one form of a text to the other, code point for code point, as a short string.

A patch is a row of steps, each a gap and the code point to put there. Gaps of 0 to 61 are one of ``0-9a-zA-Z``; a dot
before it adds 62. docs/assets/js/shared/patch.js reads the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count
from operator import ne

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_VALUE = {digit: n for n, digit in enumerate(DIGITS)}


def patch(shown: str, wanted: str) -> str:
    """What makes ``wanted`` of ``shown``, a text of as many code points; empty where they are the same.

    >>> patch("积极推进，河南", "積極推進,河南")
    '0積0極1進0,'
    """
    steps: list[str] = []
    last = -1
    for at in differing(shown, wanted):
        far, near = divmod(at - last - 1, len(DIGITS))
        steps.append("." * far + DIGITS[near] + wanted[at])
        last = at
    return "".join(steps)


def differing(one: str, other: str) -> Iterator[int]:
    """The places where two texts of as many code points differ."""
    if len(one) != len(other):
        raise ValueError(f"texts of {len(one)} and {len(other)} code points")
    return compress(count(), map(ne, one, other))


def patched(shown: str, steps: str) -> str:
    """The text that ``steps`` makes of ``shown``.

    >>> patched("积极推进，河南", "0積0極1進0,")
    '積極推進,河南'
    """
    out = list(shown)
    at, where = 0, -1
    while at < len(steps):
        while steps[at] == ".":
            where += len(DIGITS)
            at += 1
        where += _VALUE[steps[at]] + 1
        out[where] = steps[at + 1]
        at += 2
    return "".join(out)
