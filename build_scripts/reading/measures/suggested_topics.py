"""Topics suggested by rule: how often a topic's patterns occur in a heading and a text."""

from __future__ import annotations

import re
from functools import lru_cache

from ...model import Topic
from ..safe_patterns import NEVER, begins_with, compiled


@lru_cache(maxsize=4096)
def _pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """A topic's patterns as one; those that are not taken match nothing here, and the checks report them.

    Where it is known with which characters a match begins, the others of a text are passed over without trying each pattern.
    """
    taken = [compiled(p).pattern for p in patterns]
    one = "|".join(f"(?:{p})" for p in taken) or NEVER.pattern
    firsts = [begins_with(p) for p in taken]
    known = sorted(set().union(*(f for f in firsts if f is not None)))
    return re.compile(one if not known or None in firsts else f"(?=[{re.escape(''.join(known))}])(?:{one})")


def suggest(heading: str, text: str, topics: tuple[Topic, ...], most: int = 3) -> tuple[str, ...]:
    """Topic ids by falling score; a hit in the heading counts four times. Both texts folded."""
    scores = []
    for i, topic in enumerate(topics):
        pattern = _pattern(topic.patterns)
        hits = 4 * len(pattern.findall(heading)) + len(pattern.findall(text))
        if hits:
            scores.append((-hits, i, topic.id))
    return tuple(topic for _, _, topic in sorted(scores)[:most])
