"""Traditional into Simplified characters for reading: OpenCC's conversion of the whole text, its errors mended."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from build_scripts.own_yaml import values
from build_scripts.sources.fold import script_table, to_simplified

_TABLE = Path(__file__).with_name("words.yml")


@dataclass(frozen=True)
class Mend:
    """``converted`` is what OpenCC makes of ``example``, or would of a word like it; ``right`` is what it should be.

    After a character of ``not_after``, or before one of ``not_before``, it is another word and stays.
    """

    converted: str
    right: str
    example: str
    why: str
    not_after: str = ""
    not_before: str = ""

    @property
    def pattern(self) -> str:
        after = f"(?<![{self.not_after}])" if self.not_after else ""
        before = f"(?![{self.not_before}])" if self.not_before else ""
        return f"{after}{self.converted}{before}"


@cache
def mends() -> tuple[Mend, ...]:
    """The table of words.yml; a right word is as long as the wrong one."""
    return tuple(Mend(**row) for row in values(_TABLE.read_text("utf-8")))


@cache
def _mending() -> tuple[re.Pattern[str], dict[str, str]]:
    """All mends in one pattern, and what is right for each."""
    return re.compile("|".join(m.pattern for m in mends())), {m.converted: m.right for m in mends()}


def simplified(text: str) -> str:
    """A Traditional text in Simplified characters, of the same length; white space and line ends as they were.

    By OpenCC's tw2s with its words (顯著 → 显著); a line that they would make longer or shorter goes by single
    characters. What has no Simplified counterpart stays.

    >>> simplified("效果顯著,著力推進產業集聚區")
    '效果显著,着力推进产业集聚区'
    """
    return "\n".join(_line(line) for line in text.split("\n"))


def outgrown(text: str) -> tuple[int, ...]:
    """The lines, counted from 1, that OpenCC's words would make longer or shorter."""
    return tuple(n for n, line in enumerate(text.split("\n"), 1) if len(to_simplified(line)) != len(line))


def _line(line: str) -> str:
    converted = to_simplified(line)
    if len(converted) != len(line):
        table = script_table()
        converted = "".join(table.get(c, c) for c in line)
    pattern, right = _mending()
    return pattern.sub(lambda found: right[found[0]], converted)
