"""A table of patterns with examples: the form in which rules about language are written down.

Patterns run over folded text (Simplified, half-width). A test holds that each pattern matches one of its
examples, each example a pattern, and no counterexample any.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class WordTable:
    """Patterns tried against a whole line (``whole``) or its start."""

    patterns: tuple[str, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...] = ()
    whole: bool = False

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{p})" for p in self.patterns))

    def matches(self, text: str) -> bool:
        return bool(self.regex.fullmatch(text) if self.whole else self.regex.match(text))
