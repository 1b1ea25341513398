"""Counterparts: for every measure the nearest in each other place (a method's finding), and the editor's pairs beside.

A computed score is a method's and never an editor's word; an editor's pair carries a computed score too, so that the
two can be held against each other. A computed pair is *suggested* where its score reaches ``THRESHOLD``, it is among
the ``SUGGESTED`` nearest of that place for both of its measures, and no editor has judged it. With the five texts the
editor has read every measure against each other place, so the few suggestions left there are a second opinion; for a
text that no editor has read yet they are the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ...model import Alignment, Corpus
from ...working.processes import each
from .similarity_space import Space, space_of

THRESHOLD = 0.15
SUGGESTED = 2
MANY = 1_000
"""From so many measures on they are compared in several processes: to start these takes as long as some hundreds."""
METHOD = "折叠为简体的字符二、三元组 TF-IDF 余弦（正文 0.70、标题 0.15），专题 0.10，单位职能 0.05"

Near = Sequence[tuple[int, float]]
"""Of a measure: the measures near to it, by their numbers in the corpus, with their scores."""


@dataclass(frozen=True)
class Pair:
    """Two measures and what is known of them as counterparts.

    ``score`` is computed, 0…1, for both bases. ``strength`` and ``why`` are an editor's, for basis ``editor`` only.
    ``status``: ``confirmed`` or ``rejected`` by an editor, or ``suggested`` by the method.
    """

    a: str
    b: str
    score: float
    basis: Literal["editor", "computed"]
    status: Literal["confirmed", "rejected", "suggested"]
    strength: Literal["strong", "partial"] | None = None
    why: str | None = None

    def other(self, measure: str) -> str:
        """The other measure of the pair."""
        return self.b if measure == self.a else self.a


@lru_cache(maxsize=1)
def suggestions(space: Space) -> tuple[Pair, ...]:
    """All pairs that the method finds, had an editor judged none; best first, ties in the corpus's order."""
    return suggested(each(_near, space, space.ids, str, MANY), space.ids)


def _near(space: Space, name: str) -> Near:
    return space.near(name, SUGGESTED, THRESHOLD)


def pairs(corpus: Corpus, space: Space | None = None) -> tuple[Pair, ...]:
    """The editor's pairs in the editor's order, rejected ones among them; then the suggested, best first."""
    return _pairs(space or space_of(corpus), corpus.alignments)


@lru_cache(maxsize=1)
def _pairs(space: Space, alignments: tuple[Alignment, ...]) -> tuple[Pair, ...]:
    """After an edit of what is not compared they are the same again."""
    there = [a for a in alignments if a.a in space.number and a.b in space.number]
    known = judged(there, {(a.a, a.b): space.score(a.a, a.b) for a in there})
    return known + unjudged(suggestions(space), known)


def judged(alignments: Iterable[Alignment], scores: Mapping[tuple[str, str], float]) -> tuple[Pair, ...]:
    """The pairs that an editor judged, in the editor's order, as far as both measures have a score."""
    return tuple(
        Pair(a.a, a.b, round(scores[a.a, a.b], 4), "editor", a.status, a.strength, a.why)
        for a in alignments
        if (a.a, a.b) in scores
    )


def unjudged(found: Iterable[Pair], by_editor: Iterable[Pair]) -> tuple[Pair, ...]:
    """Of the pairs that the method finds those that no editor judged."""
    known = {frozenset((p.a, p.b)) for p in by_editor}
    return tuple(p for p in found if frozenset((p.a, p.b)) not in known)


def suggested(near_to_each: Iterable[Near], ids: Sequence[str]) -> tuple[Pair, ...]:
    """The pairs of which each measure is near to the other, best first, ties in the corpus's order; ``ids`` are all
    measures in that order. Of what is near no more is held than what a later measure may answer."""
    waiting: dict[int, dict[int, float]] = defaultdict(dict)
    found: list[tuple[float, int, int]] = []
    for here, near in enumerate(near_to_each):
        asked = waiting.pop(here, {})
        for other, score in near:
            if other in asked:
                found.append((-round(asked[other], 4), other, here))
            elif other > here and score >= THRESHOLD:
                waiting[other][here] = score
    found.sort()
    return tuple(Pair(ids[a], ids[b], -score, "computed", "suggested") for score, a, b in found)


def shown(all_pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """What a page may show: everything but what an editor rejected."""
    return tuple(p for p in all_pairs if p.status != "rejected")


@lru_cache(maxsize=1)
def by_measure(held: tuple[Pair, ...]) -> Mapping[str, tuple[Pair, ...]]:
    """By measure id, the pairs that it stands in, in their order."""
    found: dict[str, list[Pair]] = defaultdict(list)
    for pair in held:
        found[pair.a].append(pair)
        found[pair.b].append(pair)
    return {name: tuple(pairs_of) for name, pairs_of in found.items()}
