"""A block of measures as sparse vectors with an inverted index: those near to a measure are found without comparing every two.

For one measure the index is read from its rarest feature on, until ``BUDGET`` entries of the whole corpus are read, which gives
every measure of the block a partial score; the best ``CANDIDATES`` of each place are candidates. What was not read can add
no more to a score than the rest of the measure's vector is long: candidates that cannot be among the best of their place by that
are left out, all others are scored exactly. What is read is settled by the census of the whole corpus, and ties go to the
measure that stands first: so the blocks of a corpus find together what one block of it all finds (``nearest``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .weighing import Census, Floats, Ints, Numbers, Vectors, sums

BUDGET = 2_000_000  # entries of the inverted index of the whole corpus read for one measure: all of them up to some 40,000 measures
CANDIDATES = 80  # measures of one place scored exactly for one measure, at most
_ROUNDING = 1e-9  # more than two sums of the same products, in another order, differ by


@dataclass(frozen=True)
class MeasureVector:
    """One measure: its features by their numbers among all, rarest first, with their weights; how many of them are looked
    up in an index; and its place by number."""

    columns: Numbers
    values: Floats
    read: int
    place: int

    @property
    def unread(self) -> float:
        """What the features that are not looked up can add to a score at most: no vector is longer than 1."""
        return float(np.sqrt(np.sum(self.values[self.read :] ** 2)))


@dataclass(frozen=True)
class Near:
    """Measures near to one, in the corpus's order: their numbers in the corpus, their places by number, what their rarest
    features told, and their exact scores."""

    row: Ints
    place: Ints
    partial: Floats
    score: Floats


class Block:
    """Measures ``offset``, ``offset + 1``, … of a corpus. ``here``/``values`` hold them one after the other (``first`` says
    where each begins), rarest feature first, each feature by its place among ``features``, which have the numbers among all;
    ``rows``/``weights`` hold the same by feature (``posted`` says where each begins)."""

    def __init__(self, vectors: Vectors, places: Ints, census: Census, offset: int = 0) -> None:
        self.offset = offset
        self.place = places
        order = np.lexsort((vectors.column, census.frequency[vectors.column], vectors.owner))
        self.values = vectors.value[order]
        self.first = np.concatenate(([0], np.cumsum(np.bincount(vectors.owner, minlength=len(self.place)))))
        self.features = np.unique(vectors.column)
        self.here = np.searchsorted(self.features, vectors.column).astype(np.int32)[order]
        self._frequency = census.frequency[self.features]
        order = np.argsort(self.here, kind="stable")
        self.rows = np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.first))[order]
        self.weights = self.values[order]
        self.posted = np.concatenate(([0], np.cumsum(np.bincount(self.here, minlength=len(self.features)))))

    def __len__(self) -> int:
        return len(self.place)

    def __iter__(self) -> Iterator[MeasureVector]:
        return (self.row(i) for i in range(len(self)))

    def row(self, i: int) -> MeasureVector:
        at = slice(self.first[i], self.first[i + 1])
        here = self.here[at]
        read = max(1, int(np.searchsorted(np.cumsum(self._frequency[here]), BUDGET, side="right")))
        return MeasureVector(self.features[here], self.values[at], read, int(self.place[i]))

    @cached_property
    def _by_place(self) -> Ints:
        """The measures, place by place, each place's in their order."""
        return np.argsort(self.place, kind="stable")

    @cached_property
    def _sizes(self) -> Ints:
        """How many measures each place of this block has, in the order of ``_by_place``."""
        return np.unique(self.place, return_counts=True)[1]

    @cached_property
    def _dense(self) -> Floats:
        return np.zeros(len(self.features))

    def _known(self, columns: Numbers, values: Floats) -> tuple[Ints, Floats]:
        """Of a measure's features those that stand in this block, by their places in ``features``."""
        if not len(self.features):
            return np.zeros(0, dtype=np.int64), values[:0]
        at = np.minimum(np.searchsorted(self.features, columns), len(self.features) - 1)
        stands = self.features[at] == columns
        return at[stands], values[stands]

    def partial(self, row: MeasureVector) -> Floats:
        """Every measure's score with one, as far as its rarest features tell."""
        features, values = self._known(row.columns[: row.read], row.values[: row.read])
        lengths = self.posted[features + 1] - self.posted[features]
        at = _ranges(self.posted[features], lengths)
        return sums(self.rows[at], np.repeat(values, lengths) * self.weights[at], len(self))

    def exact(self, row: MeasureVector, others: Ints) -> Floats:
        """The scores of one measure with others of this block."""
        owners, _, added = self._added(row, others)
        return sums(owners, added, len(others))

    def exact_by_part(self, row: MeasureVector, others: Ints, census: Census, parts: int) -> Floats:
        """The same as each part adds to it: ``parts`` by others."""
        owners, at, added = self._added(row, others)
        cells = census.part[self.features[self.here[at]]] * len(others) + owners
        return sums(cells, added, parts * len(others)).reshape(parts, len(others))

    def _added(self, row: MeasureVector, others: Ints) -> tuple[Ints, Ints, Floats]:
        """Of every entry of the others: whose it is, where it stands, and what it adds to the score with one measure."""
        features, values = self._known(row.columns, row.values)
        self._dense[features] = values
        lengths = self.first[others + 1] - self.first[others]
        at = _ranges(self.first[others], lengths)
        added = self._dense[self.here[at]] * self.values[at]
        self._dense[features] = 0.0
        return np.repeat(np.arange(len(others)), lengths), at, added

    def near(self, row: MeasureVector, top: int, keep: int, least: float = 0.0) -> Near:
        """What may be among the nearest ``top`` of each place but the measure's own with a score of ``least`` or more, of the
        ``keep`` best by their partial scores."""
        if not len(self):
            return self.scored(row, self.place)
        partial = self.partial(row)
        told, starts = partial[self._by_place], np.cumsum(self._sizes) - self._sizes
        bar = np.maximum(_nth(told, starts, self._sizes, top), least) - row.unread - _ROUNDING
        may = (told >= np.repeat(bar, self._sizes)) & (self.place[self._by_place] != row.place)
        counts = np.add.reduceat(may, starts, dtype=np.int64)
        for n in np.flatnonzero(counts > keep):
            at = np.arange(starts[n], starts[n] + self._sizes[n])[may[starts[n] : starts[n] + self._sizes[n]]]
            may[at] = False
            may[at[best(told[at], keep)]] = True
        return self.scored(row, np.sort(self._by_place[may]), partial)

    def scored(self, row: MeasureVector, others: Ints, partial: Floats | None = None) -> Near:
        """Measures of this block with their exact scores; without partial ones, these serve for both."""
        score = self.exact(row, others)
        return Near(others + self.offset, self.place[others], score if partial is None else partial[others], score)


def _nth(scores: Floats, starts: Ints, sizes: Ints, n: int) -> Floats:
    """Of each run of scores the ``n``-th highest; less than any score where a run is shorter."""
    left = scores.copy()
    for _ in range(n - 1):
        at = np.flatnonzero(left == np.repeat(np.maximum.reduceat(left, starts), sizes))
        run = np.searchsorted(starts, at, side="right")
        left[at[np.flatnonzero(np.diff(run, prepend=-1))]] = -1.0
    return np.maximum.reduceat(left, starts)


def best(scores: Floats, keep: int) -> Ints:
    """Where the ``keep`` best scores stand, in order of their places; of equal ones the first are kept."""
    if len(scores) <= keep:
        return np.arange(len(scores))
    least = np.partition(scores, len(scores) - keep)[len(scores) - keep]
    above, equal = np.flatnonzero(scores > least), np.flatnonzero(scores == least)
    return np.sort(np.concatenate((above, equal[: keep - len(above)])))


def nearest(found: Iterable[Near], top: int, keep: int) -> tuple[Ints, Ints, Floats]:
    """The places, numbers and scores of the nearest ``top`` measures of each place, place by place, best first, none with score 0;
    of what the blocks of a corpus found near to one measure, in their order, the ``keep`` best by their partial scores of
    each place."""
    parts = list(found)
    row, place, partial, score = (
        np.concatenate([getattr(part, name) for part in parts]) for name in ("row", "place", "partial", "score")
    )
    left = np.ones(len(row), dtype=bool)
    for number in np.flatnonzero(np.bincount(place) > keep):
        members = np.flatnonzero(place == number)
        left[members] = False
        left[members[best(partial[members], keep)]] = True
    there = np.flatnonzero(left & (score > 0))
    there = there[np.lexsort((-score[there], place[there]))]
    sizes = np.unique(place[there], return_counts=True)[1]
    rank = _ranges(np.zeros(len(sizes), dtype=np.int64), sizes)
    there = there[rank < top]
    return place[there], row[there], score[there]


def numbered(near: tuple[Ints, Ints, Floats]) -> list[tuple[int, float]]:
    """The numbers and scores of measures that ``nearest`` found."""
    _, row, score = near
    return list(zip(row.tolist(), score.tolist(), strict=True))


def _ranges(starts: Ints, lengths: Ints) -> Ints:
    """The indices start … start + length - 1 of every range, one after the other."""
    ends = np.cumsum(lengths)
    return np.repeat(starts - (ends - lengths), lengths) + np.arange(ends[-1] if len(ends) else 0)
