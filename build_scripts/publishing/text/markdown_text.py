"""Text as CommonMark shows it: nothing in it is markup."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"[\\`*_{}\[\]#|~$&<>]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}  # CommonMark §2.5, and in every dialect
_OPENING = re.compile(r"[-+=]|\d+(?=[.)])")  # what makes a list, or a heading of the line above, where a line begins


def escape(text: str) -> str:
    """``text`` so that CommonMark shows it as it is, on one line.

    >>> escape("*粗*"), escape("1. 一")
    ('\\\\*粗\\\\*', '1\\\\. 一')
    """
    return beginning(within(" ".join(text.split("\n")).strip()))


def within(text: str) -> str:
    """A stretch inside a line. (§2.4: any ASCII punctuation may be escaped.)"""
    return _SPECIAL.sub(lambda mark: _ENTITIES.get(mark[0], f"\\{mark[0]}"), text)


def beginning(line: str) -> str:
    """A line whose stretches are escaped, so that its beginning opens neither a list nor a heading."""
    opening = _OPENING.match(line)
    if not opening:
        return line
    at = opening.end() if opening[0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"
