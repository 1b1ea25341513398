"""All measures of a corpus held in one process, each with its vector: scores, and what is near to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import numpy as np

from ...model import Corpus
from .block_of_measures import CANDIDATES, Block, nearest, numbered
from .features import WEIGHTS, Bag, Described, described
from .weighing import Floats, Ints, alone, counted, sums, weighed


class Space:
    """Measures by their ids, in the corpus's order; ``places`` in the order in which they are met."""

    def __init__(self, measures: Iterable[Described]) -> None:
        self.ids: list[str] = []
        homes: list[str] = []
        block = counted(self._noted(measures, homes))
        self.number = {name: i for i, name in enumerate(self.ids)}
        self.places = list(dict.fromkeys(homes))
        self._census = alone(block)
        numbers = {place: n for n, place in enumerate(self.places)}
        self.place = np.array([numbers[p] for p in homes], dtype=np.int64)
        self._block = Block(weighed(block, self._census), self.place, self._census)

    def _noted(self, measures: Iterable[Described], homes: list[str]) -> Iterator[Mapping[str, Bag]]:
        for measure in measures:
            self.ids.append(measure.id)
            homes.append(measure.place)
            yield measure.bags()

    def __len__(self) -> int:
        return len(self.ids)

    def score(self, a: str, b: str) -> float:
        """The exact score of two measures, 0…1."""
        return float(self._block.exact(self._block.row(self.number[a]), np.array([self.number[b]]))[0])

    def parts(self, a: str, b: str) -> dict[str, float]:
        """What each part adds to the score of two measures; the sum is the score."""
        ours, theirs = self._block.row(self.number[a]), self._block.row(self.number[b])
        shared, x, y = np.intersect1d(ours.columns, theirs.columns, assume_unique=True, return_indices=True)
        added = sums(self._census.part[shared], ours.values[x] * theirs.values[y], len(WEIGHTS))
        return {part: float(value) for part, value in zip(WEIGHTS, added, strict=True)}

    def of_place(self, place: int) -> Ints:
        """The measures of a place, by their numbers."""
        return np.flatnonzero(self.place == place)

    def by_part(self, name: str, others: Ints) -> Floats:
        """What each part adds to one measure's scores with others: parts by others (for evaluation)."""
        row = self._block.row(self.number[name])
        return self._block.exact_by_part(row, others, self._census, len(WEIGHTS))

    def nearest(
        self, name: str, top: int, exact: bool = False, least: float = 0.0
    ) -> Mapping[str, tuple[tuple[str, float], ...]]:
        """By each other place: (measure id, score) of the nearest ``top`` measures, best first; none with score 0, and
        of those below ``least`` not all.

        ``exact`` scores every measure instead of the candidates: what the index is measured against.
        """
        own = self.place[self.number[name]]
        found: dict[str, list[tuple[str, float]]] = {p: [] for n, p in enumerate(self.places) if n != own}
        for place, row, score in zip(*map(np.ndarray.tolist, self._nearest(name, top, exact, least)), strict=True):
            found[self.places[place]].append((self.ids[row], score))
        return {place: tuple(near) for place, near in found.items()}

    def near(self, name: str, top: int, least: float) -> list[tuple[int, float]]:
        """The nearest ``top`` measures of each other place, by their numbers, with their scores."""
        return numbered(self._nearest(name, top, False, least))

    def _nearest(self, name: str, top: int, exact: bool, least: float) -> tuple[Ints, Ints, Floats]:
        keep = len(self) if exact else max(top, CANDIDATES)
        row = self._block.row(self.number[name])
        if exact:
            near = self._block.scored(row, np.flatnonzero(self.place != row.place))
        else:
            near = self._block.near(row, top, keep, least)
        return nearest([near], top, keep)


def space_of(corpus: Corpus) -> Space:
    return _space_of(tuple(described(corpus)))


@lru_cache(maxsize=1)
def _space_of(measures: tuple[Described, ...]) -> Space:
    """After an edit of what is not compared it is the same again."""
    return Space(measures)
