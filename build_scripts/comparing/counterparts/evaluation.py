"""How well the computed scores agree with the editor's pairs: the figures the method page publishes.

Only pairs across places count, since only those are looked for. Ranks are pessimistic: of equal scores the one
asked for comes last. A *query* is one measure asked for one other place in which it has a confirmed pair.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ...model import Alignment, Corpus
from .features import WEIGHTS
from .pairs import METHOD, SUGGESTED, THRESHOLD, suggestions
from .similarity_space import Space, space_of
from .weighing import Floats

CUTS = (1, 3, 5, 10)
_EQUAL = 1e-12  # scores that differ by less are equal


@dataclass(frozen=True)
class Asked:
    """One measure asked for another that an editor judged with it, among all measures of the other's place.

    ``rank`` is how many of them score as much as the other, itself among them, and ``ranks`` the same by each part alone;
    ``unlisted`` how many of them the editor did not list with the measure, ``below`` how many of those score less.
    """

    name: str
    place: int
    score: float
    rank: int
    ranks: tuple[int, ...]
    unlisted: int
    below: int


Both = tuple[Asked, Asked]
"""A judged pair asked both ways, from its first measure first."""


def evaluation(corpus: Corpus, space: Space | None = None) -> dict[str, Any]:
    """Figures of the score and of each part alone; plain values, rounded, ready for JSON."""
    space = space or space_of(corpus)
    across = [
        a
        for a in corpus.alignments
        if a.a in space.number and a.b in space.number and _place(space, a.a) != _place(space, a.b)
    ]
    asked = asked_both_ways(space, across)
    by_kind: dict[str, list[Both]] = {
        kind: [both for a, both in zip(across, asked, strict=True) if (a.strength or a.status) == kind]
        for kind in ("strong", "partial", "rejected")
    }
    confirmed = by_kind["strong"] + by_kind["partial"]
    return {
        "method": METHOD,
        "weights": dict(WEIGHTS),
        "pairs": {kind: len(found) for kind, found in by_kind.items()},
        "strong": ranking(by_kind["strong"], lambda a: a.rank),
        "confirmed": ranking(confirmed, lambda a: a.rank),
        "parts": {
            part: ranking(by_kind["strong"], lambda a, n=n: a.ranks[n])  # type: ignore[misc]
            for n, part in enumerate(WEIGHTS)
        },
        "mean_score": {kind: _mean(_scores(found)) for kind, found in by_kind.items()},
        "strong_above_rejected": _above(_scores(by_kind["strong"]), _scores(by_kind["rejected"])),
        "confirmed_above_unlisted": _share(
            sum(a.below for both in confirmed for a in both), sum(a.unlisted for both in confirmed for a in both)
        ),
        "threshold": THRESHOLD,
        "nearest": SUGGESTED,
        "at_threshold": at_threshold(space, across),
    }


def asked_both_ways(space: Space, pairs: Sequence[Alignment]) -> list[Both]:
    """Every pair asked both ways; what is asked of one measure and place is scored once."""
    wanted: dict[tuple[str, int], list[str]] = defaultdict(list)
    for pair in pairs:
        for name, other in ((pair.a, pair.b), (pair.b, pair.a)):
            wanted[name, _place(space, other)].append(other)
    found = {
        (asked.name, other): asked
        for (name, place), others in wanted.items()
        for other, asked in zip(others, _asked(space, name, place, others), strict=True)
    }
    return [(found[p.a, p.b], found[p.b, p.a]) for p in pairs]


def _asked(space: Space, name: str, place: int, others: Sequence[str]) -> Iterator[Asked]:
    there = space.of_place(place)
    by_part = space.by_part(name, there)
    scores = by_part.sum(axis=0)
    at = [int(np.searchsorted(there, space.number[other])) for other in others]
    unlisted = np.ones(len(there), dtype=bool)
    unlisted[at] = False
    for n in at:
        ranks = tuple(_rank(part, n) for part in by_part)
        below = int(np.count_nonzero(scores[unlisted] < scores[n]))
        yield Asked(name, place, float(scores[n]), _rank(scores, n), ranks, int(unlisted.sum()), below)


def _rank(scores: Floats, n: int) -> int:
    return int(np.count_nonzero(scores >= scores[n] - _EQUAL))


def ranking(pairs: Iterable[Both], rank: Callable[[Asked], int]) -> dict[str, float]:
    """Recall among the nearest 1, 3, 5, 10 of the other place, each pair asked both ways, and the mean reciprocal
    rank of a query's first hit."""
    ranks: list[int] = []
    queries: dict[tuple[str, int], list[int]] = defaultdict(list)
    for asked in (a for both in pairs for a in both):
        ranks.append(rank(asked))
        queries[asked.name, asked.place].append(rank(asked))
    found = {f"recall_at_{k}": _mean([float(rank <= k) for rank in ranks]) for k in CUTS}
    return {"queries": len(queries), **found, "mrr": _mean([1 / min(r) for r in queries.values()])}


def at_threshold(space: Space, across: Sequence[Alignment]) -> dict[str, float]:
    """Had the editor judged nothing: which of the pairs the method would suggest did the editor confirm?

    ``precision`` counts a pair the editor did not list as wrong, which is severe.
    """
    proposed = {frozenset((p.a, p.b)) for p in suggestions(space)}
    status = {frozenset((a.a, a.b)): a.strength or a.status for a in across}
    count = {kind: sum(1 for p in proposed if status.get(p) == kind) for kind in ("strong", "partial", "rejected")}
    total = {kind: sum(1 for s in status.values() if s == kind) for kind in ("strong", "partial")}
    right = count["strong"] + count["partial"]
    return {
        "suggested": len(proposed),
        **count,
        "unlisted": len(proposed) - sum(count.values()),
        "precision": round(right / len(proposed), 4) if proposed else 0.0,
        "recall_strong": round(count["strong"] / total["strong"], 4) if total["strong"] else 0.0,
        "recall_confirmed": round(right / sum(total.values()), 4) if sum(total.values()) else 0.0,
    }


def _place(space: Space, name: str) -> int:
    return int(space.place[space.number[name]])


def _scores(pairs: Iterable[Both]) -> list[float]:
    return [first.score for first, _ in pairs]


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 4) if values else 0.0


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _above(high: Sequence[float], low: Sequence[float]) -> float:
    """How often a score of the one kind is above one of the other (the area under the ROC curve)."""
    if not (high and low):
        return 0.0
    x, y = np.array(high)[:, None], np.array(low)
    return round(float((x > y).sum() + 0.5 * (x == y).sum()) / (len(high) * len(low)), 4)
