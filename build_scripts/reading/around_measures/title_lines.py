"""Over how many lines a title stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import document_words as dw
from .line_kinds import is_signature, title_goes_on

_LINES = 4
_SHORTEST, _LONGEST = 5, 140
_BRIEF = re.compile(
    "(?!实施|工作|管理|有关|行动|政策|暂行|相关|若干)[\u4e00-\u9fff]{2}(?:条例|办法|规定|方案|细则|规划)"
)
"""A title as brief as can be: 戒毒条例."""
_GOES_ON = re.compile("(?:转发|批转|印发)[^。]{0,30}$|(?:等.{0,4}部门|[、和及与])$")
"""How a line ends that opens a title and cannot be the whole of it: 国务院办公厅转发交通运输部等部门."""


def title_rows(rows: Sequence[str], kinds: Sequence[str | None], i: int) -> int:
    """How many lines from ``i`` on make a title, 0 for none; lines of a kind already told make none."""
    for n in range(1, _LINES + 1):
        block = rows[i : i + n]
        if not _open(block, kinds[i : i + n], n) or (n > 1 and _another_begins(block)):
            return 0
        if _whole("".join(block).replace(" ", "")):
            return n + _more(rows, kinds, i, n)
    return 0


def _open(block: Sequence[str], kinds: Sequence[str | None], n: int) -> bool:
    """Whether there are ``n`` lines whose kind is not told and none of which ends a sentence."""
    return len(block) == n and not any(kinds) and not any(r[-1] in "。:;," for r in block)


def _another_begins(block: Sequence[str]) -> bool:
    """Whether the lines after the first are a title of their own, or the first is too short to be the opening of one."""
    first, rest = block[0], "".join(block[1:])
    if _GOES_ON.search(first):
        return False
    if "关于" in first or is_signature(first):
        return False
    return len(first) < 8 or bool("关于" in rest and dw.TITLE_END.search(rest))


def _whole(joined: str) -> bool:
    """关于促进“飞地经济”发展的指导意见."""
    long_enough = len(joined) >= _SHORTEST or _BRIEF.fullmatch(joined) is not None
    return long_enough and len(joined) <= _LONGEST and dw.TITLE_END.search(joined) is not None and "。" not in joined


def _more(rows: Sequence[str], kinds: Sequence[str | None], i: int, n: int) -> int:
    """How many more lines a title has that could end with its ``n``-th: the next says so, or a 《 is still open."""
    for more in (1, 2):
        after = rows[i + n : i + n + more]
        if not _open(after, kinds[i + n : i + n + more], more):
            return 0
        if not title_goes_on("".join(rows[i : i + n]), after[0]):
            return 0
        if dw.TITLE_END.search("".join(after).replace(" ", "")):
            return more
    return 0
