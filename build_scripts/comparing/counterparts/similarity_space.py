"""All measures as sparse vectors with an inverted index: near ones are found without comparing every two.

For one measure the index is read from its rarest feature on, at most ``BUDGET`` entries, which gives every other
measure a partial score; the best ``CANDIDATES`` of each place are then scored exactly. The work per measure has
a ceiling, however many measures there are; a corpus of some hundred measures stays below it and is exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import numpy as np

from ...model import Corpus
from .features import WEIGHTS, Bag, Described, Floats, Ints, described, sums, vectors

BUDGET = 120_000  # entries of the inverted index read for one measure
CANDIDATES = 80  # measures of one place scored exactly for one measure


def _ranges(starts: Ints, lengths: Ints) -> Ints:
    """The indices start … start + length - 1 of every range, one after the other."""
    ends = np.cumsum(lengths)
    return np.repeat(starts - (ends - lengths), lengths) + np.arange(ends[-1] if len(ends) else 0)


class Space:
    """Rows are measures. ``columns``/``values`` hold the rows one after the other (``first`` says where each begins),
    rarest feature first; ``rows``/``weights`` hold the same by feature (``posted`` says where each begins)."""

    def __init__(self, measures: Iterable[Described]) -> None:
        self.ids: list[str] = []
        homes: list[str] = []
        found = vectors(self._noted(measures, homes))
        self.number = {name: i for i, name in enumerate(self.ids)}
        self.places = list(dict.fromkeys(homes))
        self.place = np.array([self.places.index(p) for p in homes], dtype=np.int64)
        self.part, self.frequency = found.part, found.frequency
        order = np.lexsort((found.column, found.frequency[found.column], found.owner))
        self.columns, self.values = found.column[order], found.value[order]
        self.first = np.concatenate(([0], np.cumsum(np.bincount(found.owner, minlength=len(self.ids)))))
        order = np.lexsort((found.owner, found.column))
        self.rows, self.weights = found.owner[order], found.value[order]
        self.posted = np.concatenate(([0], np.cumsum(self.frequency)))

    def _noted(self, measures: Iterable[Described], homes: list[str]) -> Iterator[Mapping[str, Bag]]:
        for measure in measures:
            self.ids.append(measure.id)
            homes.append(measure.place)
            yield measure.bags

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def _members(self) -> list[Ints]:
        return [np.flatnonzero(self.place == p) for p in range(len(self.places))]

    def _row(self, i: int) -> tuple[Ints, Floats]:
        at = slice(self.first[i], self.first[i + 1])
        return self.columns[at], self.values[at]

    def score(self, a: str, b: str) -> float:
        """The exact score of two measures, 0…1."""
        return float(self._exact(self.number[a], np.array([self.number[b]]))[0])

    def parts(self, a: str, b: str) -> dict[str, float]:
        """What each part adds to the score of two measures; the sum is the score."""
        ours, theirs = self._row(self.number[a]), self._row(self.number[b])
        shared, x, y = np.intersect1d(ours[0], theirs[0], assume_unique=True, return_indices=True)
        added = sums(self.part[shared], ours[1][x] * theirs[1][y], len(WEIGHTS))
        return {part: float(value) for part, value in zip(WEIGHTS, added)}

    def everyone(self, name: str) -> Floats:
        """What each part adds to one measure's score with every measure: parts by measures (for evaluation)."""
        columns, values = self._row(self.number[name])
        dense = np.zeros(len(self.frequency))
        dense[columns] = values
        owners = np.repeat(np.arange(len(self)), np.diff(self.first))
        cells = self.part[self.columns] * len(self) + owners
        added = sums(cells, dense[self.columns] * self.values, len(WEIGHTS) * len(self))
        return added.reshape(len(WEIGHTS), len(self))

    def _exact(self, i: int, others: Ints) -> Floats:
        """The scores of one measure with others."""
        dense = np.zeros(len(self.frequency))
        columns, values = self._row(i)
        dense[columns] = values
        lengths = self.first[others + 1] - self.first[others]
        at = _ranges(self.first[others], lengths)
        return sums(np.repeat(np.arange(len(others)), lengths), dense[self.columns[at]] * self.values[at], len(others))

    def _partial(self, i: int) -> Floats:
        """Every measure's score with one, as far as its rarest features tell."""
        columns, values = self._row(i)
        lengths = self.frequency[columns]
        read = max(1, int(np.searchsorted(np.cumsum(lengths), BUDGET, side="right")))
        columns, values, lengths = columns[:read], values[:read], lengths[:read]
        at = _ranges(self.posted[columns], lengths)
        return sums(self.rows[at], np.repeat(values, lengths) * self.weights[at], len(self))

    def nearest(self, name: str, top: int, exact: bool = False) -> Mapping[str, tuple[tuple[str, float], ...]]:
        """By each other place: (measure id, score) of the nearest ``top`` measures, best first; none with score 0.

        ``exact`` scores every measure instead of the candidates: what the index is measured against.
        """
        i = self.number[name]
        partial = None if exact else self._partial(i)
        found: dict[str, tuple[tuple[str, float], ...]] = {}
        for p, place in enumerate(self.places):
            if p == self.place[i]:
                continue
            members = self._members[p]
            keep = max(top, CANDIDATES)
            if partial is not None and len(members) > keep:
                members = members[np.sort(np.argpartition(-partial[members], keep - 1)[:keep])]
            scores = self._exact(i, members)
            best = np.argsort(-scores, kind="stable")[:top]
            found[place] = tuple((self.ids[members[n]], float(scores[n])) for n in best if scores[n] > 0)
        return found


def space_of(corpus: Corpus) -> Space:
    return Space(described(corpus))
