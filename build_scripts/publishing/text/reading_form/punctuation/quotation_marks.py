"""Quotation marks, which go in pairs: those without a direction, or with a wrong one, get theirs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from .chinese_text import HAN_CHARACTER


@dataclass(frozen=True)
class Quotes:
    """Quotation marks of one rank. ``marks`` are what may stand for them, in either direction or in none."""

    name: str
    opening: str
    closing: str
    marks: str
    fixed: tuple[tuple[str, str], ...]
    takes: tuple[tuple[str, str], ...]
    leaves: tuple[str, ...]

    def applied(self, text: str) -> str:
        for mark, right in self.fixed:
            text = text.replace(mark, right)
        found = [m.start() for m in re.finditer(f"[{self.marks}]", text) if not _within_a_word(text, m.start())]
        said = "".join(text[n] for n in found)
        two = (self.opening + self.closing) * (len(found) // 2)
        if len(found) % 2 or said == two or not _needs_direction(said) or not HAN_CHARACTER.search(text):
            return text
        out = list(text)
        for n, mark in zip(found, two, strict=True):
            out[n] = mark
        return "".join(out)


def _within_a_word(text: str, at: int) -> bool:
    """An apostrophe: it's; or the sign of an inch or a second after a number."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (
        text[at] in "'’\""
        and before.isascii()
        and before.isalnum()
        and (text[at] != '"' or not after or not HAN_CHARACTER.match(after))
    )


def _needs_direction(said: str) -> bool:
    """Whether marks have none, or two that follow each other have the same, and no nesting explains it. A cut piece may
    begin with a closing one."""
    return not _nested(said) and any(a == b or a in "\"'＂" or b in "\"'＂" for a, b in pairwise(said))


def _nested(said: str) -> bool:
    """Whether every mark that opens is closed by a later one of its own."""
    depth = 0
    for mark in said:
        depth += 1 if mark in "“‘" else -1 if mark in "”’" else -len(said)
        if depth < 0:
            return False
    return depth == 0


QUOTES = (
    Quotes(
        "double",
        "“",
        "”",
        '“”"＂',
        (("「", "“"), ("」", "”"), ("｢", "“"), ("｣", "”")),
        (
            ('推进"一带一路"建设', "推进“一带一路”建设"),
            ("推进”一带一路”建设", "推进“一带一路”建设"),
            ("推进“一带一路“建设", "推进“一带一路”建设"),
            ("推進「一帶一路」建設", "推進“一帶一路”建設"),
            ('"三区"、"三园"', "“三区”、“三园”"),
        ),
        ("推进“一带一路”建设", "经济”发展和“飞地", "他说：“建设“双创”基地”", '他说"', 'say "yes"', '屏幕6"'),
    ),
    Quotes(
        "single",
        "‘",
        "’",
        "‘’'",
        (("『", "‘"), ("』", "’")),
        (("他说：'好'，", "他说：‘好’，"), ("「推進『雙創』」", "「推進‘雙創’」")),
        ("it's", "经济’发展", "‘好’", "O'Neil说"),
    ),
)
