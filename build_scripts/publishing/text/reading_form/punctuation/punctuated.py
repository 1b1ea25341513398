"""The punctuation of a Chinese text in its proper width, mark for mark (GB/T 15834—2011; numbers as GB/T 15835—2011).

A mark is judged by its neighbours, so that what belongs to a number, an address or a word in Latin letters stays:
1,000; 10:30; http://; P2P(B). Brackets and quotation marks go in pairs, within a line.
"""

from __future__ import annotations

import re

from .brackets import BRACKETS
from .quotation_marks import QUOTES
from .single_marks import RULES

LOOSE = re.compile(r"[,:;()!?.\[\]<>\"'「」『』\-０-９Ａ-Ｚａ-ｚ％．﹐-﹚｡-､＂［］“”‘’]")
"""All that could change: a text without any of it stays as it is."""


def punctuated(text: str) -> str:
    """``text`` with the marks it should have; of the same length, letters and words as they were.

    >>> punctuated("(一)夯实基础,到2025年达到1,000亿元;来源:甘肃日报")
    '（一）夯实基础，到2025年达到1,000亿元；来源：甘肃日报'
    """
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    if not LOOSE.search(line):
        return line
    for quotes in QUOTES:
        line = quotes.applied(line)
    for rule in RULES:
        line = rule.applied(line)
    for brackets in BRACKETS:
        line = brackets.applied(line)
    return line
