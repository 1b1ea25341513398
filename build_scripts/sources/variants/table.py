"""Which characters are another shape of a common one, each with that one; what ``fold`` adds to OpenCC's table.

``drawn.txt`` is written by ``draw_variants.py`` from the Unicode Character Database; ``by_hand.txt`` holds what that leaves
open or undecided. Both are pairs of characters, ``variant`` and ``common``, between white space; # begins a comment.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
# Characters that Unicode holds twice for the sake of older character sets; each has one canonical equivalent.
_COMPATIBILITY = ((0x2F00, 0x2FDF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))


def pairs_in(text: str) -> dict[str, str]:
    """The pairs that a file of variants holds.

    >>> pairs_in("# water\\n汚污 衞卫")
    {'汚': '污', '衞': '卫'}
    """
    lines = (line.partition("#")[0] for line in text.splitlines())
    return {pair[0]: pair[1] for line in lines for pair in line.split()}


def compatibility() -> dict[str, str]:
    """Kangxi radicals and compatibility ideographs with the ideograph that each is.

    >>> compatibility()["⼈"]
    '人'
    """
    chars = [chr(c) for low, high in _COMPATIBILITY for c in range(low, high + 1)]
    equal = {c: unicodedata.normalize("NFKC", c) for c in chars}
    return {c: one for c, one in equal.items() if one != c and len(one) == 1}


@cache
def variant_table() -> Mapping[str, str]:
    """Every variant with its common shape, in no script in particular: the fold's own table is applied to the result."""
    drawn, by_hand = (pairs_in((HERE / name).read_text("utf-8")) for name in ("drawn.txt", "by_hand.txt"))
    return {**compatibility(), **drawn, **by_hand}
