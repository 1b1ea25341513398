"""What the signs of a poor reading look at, and how one is told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from ...model import Measure
from ...problems import Problem
from ...sources.folded_view import Stretch
from ..document_facts import Facts
from ..lines.source_map import Printed
from ..outline.read_outline import Structure

Grade = Literal["warning", "grave"]
AROUND = ("furniture", "annex", "note", "number", "title", "addressees", "issuer", "signature", "date")
"""Pieces that are no running text."""
_LINE = re.compile(r"[^\n]+")
TIP = "对照原文看条目分得对不对；读法不支持的体例，请把这份文件附在议题里"


@dataclass(frozen=True)
class Looked:
    """A source, its outline, what it says of itself, and its measures, one for each draft of the outline."""

    printed: Printed
    found: Structure
    facts: Facts
    measures: tuple[Measure, ...]
    path: str

    @property
    def text(self) -> str:
        return self.printed.seen.text

    def of(self, *kinds: str) -> list[Stretch]:
        """Where the pieces of these kinds stand, in printed order."""
        return sorted(p.at for p in self.found.pieces if p.kind in kinds)

    def paragraphs(self, at: Stretch) -> list[tuple[int, str]]:
        """The lines with print on them in a stretch: where each begins, and what it says without marks around it."""
        found = []
        for match in _LINE.finditer(self.text, *at):
            said = match[0].strip(" *#>")
            if said:
                found.append((match.start() + match[0].find(said), said))
        return found

    def size(self, *kinds: str) -> int:
        """Characters printed in the pieces of these kinds."""
        return sum(len("".join(at.of(self.text).split())) for at in self.of(*kinds))

    @cached_property
    def running(self) -> int:
        """Characters of running text: all but titles, signatures, annexes and the web page."""
        kinds = {p.kind for p in self.found.pieces} - set(AROUND)
        return self.size(*kinds)

    def doubt(self, grade: Grade, code: str, at: int, message: str, tip: str, ref: str = "") -> Problem:
        line, column = self.printed.place(min(at, max(len(self.text) - 1, 0)))
        return Problem(self.path, line, column, code, message, tip, ref, grade)
