"""What was found, what was wanted, and what of it is both: counted, and as rates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from ..model import Span
from ..sources.folded_view import Stretch


@dataclass(frozen=True)
class Score:
    """``hits`` of the ``wanted`` are among the ``found``."""

    hits: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.hits + other.hits, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float | None:
        return self.hits / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        return self.hits / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        return 2 * self.hits / (self.found + self.wanted) if self.found + self.wanted else None


def of_bags(found: Iterable[Hashable], wanted: Iterable[Hashable]) -> Score:
    """Equal things are hits, each as often as both have it."""
    a, b = Counter(found), Counter(wanted)
    return Score((a & b).total(), a.total(), b.total())


def pairs(found: Sequence[Span | Stretch], wanted: Sequence[Span | Stretch | None]) -> list[tuple[int, int]]:
    """Each wanted span with the free found span that overlaps it most, as (found, wanted) indexes."""
    free, paired = set(range(len(found))), []
    for j, span in enumerate(wanted):
        if span is None:
            continue
        best = max(free, key=lambda i: _overlap(found[i], span), default=None)
        if best is not None and _overlap(found[best], span) > 0:
            free.discard(best)
            paired.append((best, j))
    return paired


def _overlap(a: Span | Stretch, b: Span | Stretch) -> int:
    return min(a.end, b.end) - max(a.start, b.start)
