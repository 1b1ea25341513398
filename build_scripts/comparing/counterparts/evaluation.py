"""How well the computed scores agree with the editor's pairs: the figures the method page publishes.

Only pairs across places count, since only those are looked for. Ranks are pessimistic: of equal scores the one
asked for comes last. A *query* is one measure asked for one other place in which it has a confirmed pair.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ...model import Alignment, Corpus
from .features import WEIGHTS
from .pairs import METHOD, SUGGESTED, THRESHOLD, suggestions
from .similarity_space import Space, space_of
from .weighing import Floats

CUTS = (1, 3, 5, 10)

Score = Callable[[str, str], float]


def evaluation(corpus: Corpus, space: Space | None = None) -> dict[str, Any]:
    """Figures of the score and of each part alone; plain values, rounded, ready for JSON."""
    space = space or space_of(corpus)
    across = [
        a
        for a in corpus.alignments
        if a.a in space.number and a.b in space.number and _place(space, a.a) != _place(space, a.b)
    ]
    by_kind = {
        "strong": [a for a in across if a.strength == "strong"],
        "partial": [a for a in across if a.strength == "partial"],
        "rejected": [a for a in across if a.status == "rejected"],
    }
    table = {name: space.everyone(name) for name in {x for a in across for x in (a.a, a.b)}}

    def score(a: str, b: str) -> float:
        return float(table[a][:, space.number[b]].sum())

    def of_part(i: int) -> Score:
        return lambda a, b: float(table[a][i, space.number[b]])

    confirmed = by_kind["strong"] + by_kind["partial"]
    return {
        "method": METHOD,
        "weights": dict(WEIGHTS),
        "pairs": {kind: len(found) for kind, found in by_kind.items()},
        "strong": ranking(space, by_kind["strong"], score),
        "confirmed": ranking(space, confirmed, score),
        "parts": {part: ranking(space, by_kind["strong"], of_part(i)) for i, part in enumerate(WEIGHTS)},
        "mean_score": {kind: _mean([score(a.a, a.b) for a in found]) for kind, found in by_kind.items()},
        "strong_above_rejected": _above(by_kind["strong"], by_kind["rejected"], score),
        "confirmed_above_unlisted": _against_unlisted(space, across, confirmed, table),
        "threshold": THRESHOLD,
        "nearest": SUGGESTED,
        "at_threshold": at_threshold(space, across),
    }


def ranking(space: Space, wanted: Sequence[Alignment], score: Score) -> dict[str, float]:
    """Recall among the nearest 1, 3, 5, 10 of the other place, each pair asked both ways, and the mean reciprocal
    rank of a query's first hit."""
    ranks: list[int] = []
    queries: dict[tuple[str, int], list[int]] = defaultdict(list)
    for pair in wanted:
        for name, other in ((pair.a, pair.b), (pair.b, pair.a)):
            place = _place(space, other)
            least = score(name, other) - 1e-12
            rank = sum(1 for x in space.ids if _place(space, x) == place and score(name, x) >= least)
            ranks.append(rank)
            queries[name, place].append(rank)
    found = {f"recall_at_{k}": _mean([float(rank <= k) for rank in ranks]) for k in CUTS}
    return {"queries": len(queries), **found, "mrr": _mean([1 / min(r) for r in queries.values()])}


def at_threshold(space: Space, across: Sequence[Alignment]) -> dict[str, float]:
    """Had the editor judged nothing: which of the pairs the method would suggest did the editor confirm?

    ``precision`` counts a pair the editor did not list as wrong, which is severe.
    """
    proposed = {frozenset((p.a, p.b)) for p in suggestions(space, set())}
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


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 4) if values else 0.0


def _above(high: Sequence[Alignment], low: Sequence[Alignment], score: Score) -> float:
    """How often a pair of the one kind scores above a pair of the other (the area under the ROC curve)."""
    lows = [score(a.a, a.b) for a in low]
    return _mean([float(x > y) + 0.5 * float(x == y) for x in (score(a.a, a.b) for a in high) for y in lows])


def _against_unlisted(
    space: Space, across: Sequence[Alignment], confirmed: Sequence[Alignment], table: Mapping[str, Floats]
) -> float:
    """How often a confirmed pair scores above a pair of the same measure and place that the editor did not list."""
    listed = {frozenset((a.a, a.b)) for a in across}
    wins: list[float] = []
    for pair in confirmed:
        for name, other in ((pair.a, pair.b), (pair.b, pair.a)):
            scores = table[name].sum(axis=0)
            own, place = scores[space.number[other]], _place(space, other)
            wins += [
                float(own > scores[i])
                for i, x in enumerate(space.ids)
                if space.place[i] == place and frozenset((name, x)) not in listed
            ]
    return _mean(wins)
