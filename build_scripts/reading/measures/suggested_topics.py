"""Topics suggested by rule: how often a topic's patterns occur in a heading and a text."""

from __future__ import annotations

import re
from functools import lru_cache

from ...model import Topic


@lru_cache(maxsize=4096)
def _pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """A topic's patterns as one; if one of them does not compile nothing matches here, and the checks report it."""
    try:
        return re.compile("|".join(f"(?:{p})" for p in patterns) or "(?!)")
    except re.error:
        return re.compile("(?!)")


def suggest(heading: str, text: str, topics: tuple[Topic, ...], most: int = 3) -> tuple[str, ...]:
    """Topic ids by falling score; a hit in the heading counts four times. Both texts folded."""
    scores = []
    for i, topic in enumerate(topics):
        pattern = _pattern(topic.patterns)
        hits = 4 * len(pattern.findall(heading)) + len(pattern.findall(text))
        if hits:
            scores.append((-hits, i, topic.id))
    return tuple(topic for _, _, topic in sorted(scores)[:most])
