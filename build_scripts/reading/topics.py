"""Topics suggested by rule: how often a topic's patterns occur in a heading and a text."""

from __future__ import annotations

import re
from functools import lru_cache

from ..model import Topic


@lru_cache(maxsize=4096)
def _pattern(pattern: str) -> re.Pattern[str]:
    """A compiled pattern; one that does not compile matches nothing here and is reported by the checks."""
    try:
        return re.compile(pattern)
    except re.error:
        return re.compile(r"(?!)")


def suggest(heading: str, text: str, topics: tuple[Topic, ...], most: int = 3) -> tuple[str, ...]:
    """Topic ids by falling score; a hit in the heading counts four times. Both texts folded."""
    scores = []
    for i, topic in enumerate(topics):
        hits = sum(4 * len(_pattern(p).findall(heading)) + len(_pattern(p).findall(text)) for p in topic.patterns)
        if hits:
            scores.append((-hits, i, topic.id))
    return tuple(topic for _, _, topic in sorted(scores)[:most])
