"""A problem is a value: checks return problems, they never print or raise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

Severity = Literal["error", "warning", "grave"]


@dataclass(frozen=True, order=True)
class Problem:
    """Something wrong in a file.

    ``message`` says what and why, ``tip`` how to mend it; both in Chinese, for contributors of data.
    ``line`` and ``column`` count from 1; 0 means the whole file. ``record`` names the measure or entry.
    ``severity`` ``warning`` is shown but does not stop a build; ``grave`` neither, yet a document in grave doubt is not
    added, and its addresses are not registered, unless somebody says so.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    tip: str = ""
    record: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        place = f"{PurePath(self.path).as_posix()}:{self.line}:{self.column}"
        record = f" {self.record}" if self.record else ""
        tip = f"\n    → {self.tip}" if self.tip else ""
        return f"{place}: [{self.code}]{record} {self.message}{tip}"

    def annotation(self, page: str = "") -> str:
        """The problem as a command of GitHub's runner, which shows it beside its line; ``page`` is where it is explained.

        >>> Problem("a,b.yml", 3, 1, "x", "100%\\n坏", "改").annotation()
        '::error file=a%2Cb.yml,line=3,col=1,title=x::100%25%0A坏%0A→ 改'
        """
        level = "error" if self.severity == "error" else "warning"
        place = f"file={_escaped(self.path, ',:')},line={max(self.line, 1)},col={max(self.column, 1)}"
        text = " ".join(filter(None, (self.record, self.message))) + (f"\n→ {self.tip}" if self.tip else "")
        text += f"\n{page}" if page else ""
        return f"::{level} {place},title={self.code}::{_escaped(text)}"


def _escaped(text: str, more: str = "") -> str:
    for sign in ("%", "\r", "\n", *more):
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def errors(problems: list[Problem]) -> list[Problem]:
    return [p for p in problems if p.severity == "error"]


def grave(problems: Iterable[Problem]) -> list[Problem]:
    return [p for p in problems if p.severity == "grave"]
