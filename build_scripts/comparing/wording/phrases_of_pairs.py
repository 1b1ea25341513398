"""The wording that the two texts of each of many pairs share: in several processes where the texts are many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ...working.processes import each
from .compared_text import duty_spans
from .shared_phrases import SharedPhrase, shared_wording

MANY = 400
"""From so many measures on that are first of a pair: to start processes takes as long as some hundreds."""

Printed = Mapping[str, Mapping[str, tuple[str, ...]]]
_Asked = tuple[Mapping[str, str], Sequence[str], Mapping[str, Sequence[str]]]


def shared_by(texts: Sequence[str], genre: Sequence[str]) -> tuple[SharedPhrase, ...]:
    """The wording that measures' texts share, clauses of the bodies left out; spans within each text."""
    return shared_wording(texts, genre, [duty_spans(text) for text in texts])


def phrases_of_pairs(pairs: Iterable[tuple[str, str]], texts: Mapping[str, str], genre: Sequence[str]) -> Printed:
    """By both ids of a pair, the phrases that both texts have and the genre at large has not, as the first prints them.

    What is found of a text by itself serves all the pairs in which it is first.
    """
    others: dict[str, list[str]] = defaultdict(list)
    for a, b in pairs:
        others[a].append(b)
    found = each(_with_others, (texts, genre, others), list(others), str, MANY)
    return {a: dict(zip(others[a], phrases, strict=True)) for a, phrases in zip(others, found)}


def _with_others(asked: _Asked, name: str) -> list[tuple[str, ...]]:
    texts, genre, others = asked
    shared = (shared_by([texts[name], texts[other]], genre) for other in others[name])
    return [tuple(phrase.printed for phrase in phrases if not phrase.genre) for phrases in shared]
