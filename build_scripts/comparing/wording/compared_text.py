"""What of a measure is compared as text: its heading and its body, folded, without the clause of the bodies.

The clause (责任单位：…) is left out of all comparing of wording: who answers for a measure is compared as
bodies, by functional line, and a list of the same offices would otherwise pass for shared policy.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from ...reading.duties.clauses import clauses
from ...sources.fold import fold

SIZES = (2, 3)  # characters in an n-gram: a Chinese word is mostly two characters, a term three or more

_RUNS = re.compile(r"[0-9A-Za-z\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002ebef]+")


@lru_cache(maxsize=65_536)  # of a thousand documents: each is asked for with every counterpart
def duty_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the clauses of the bodies stand in a measure's text: (start, end), relative to it."""
    folded = fold(text)
    return tuple((c.start, c.end) for c in clauses(folded, 0, len(folded)))


def body_of(text: str) -> str:
    """A measure's text folded, each clause of the bodies blanked by a space a character, so offsets hold."""
    body = fold(text)
    for start, end in duty_spans(text):
        body = body[:start] + " " * (end - start) + body[end:]
    return body


def grams(text: str) -> Counter[str]:
    """The character n-grams of a folded text with their counts; none runs across punctuation or a space.

    >>> sorted(grams("招商,引资"))
    ['引资', '招商']
    """
    found: Counter[str] = Counter()
    for run in _RUNS.findall(text):
        for size in SIZES:
            found.update(run[i : i + size] for i in range(len(run) - size + 1))
    return found
