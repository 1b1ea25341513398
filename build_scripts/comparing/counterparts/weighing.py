"""Bags of features to weighted vectors, in two steps: each block of measures is counted by itself, then the counts of all
blocks are joined and each block is weighed by them.

A corpus held in one process is one block. Features are numbered as they are first met, measure by measure, and joining
keeps to the order of the blocks: numbers, weights and every sum come out the same however a corpus is cut into blocks.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.typing import NDArray

from .features import WEIGHTS, Bag

DAMPED = ("body", "heading")  # parts whose counts are damped; the others' are weights already

Ints = NDArray[np.int64]
Numbers = NDArray[np.int32]
"""Of measures and of features, where an entry of a vector has one: of these there are many millions."""
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Counted:
    """The bags of a block of measures, entry by entry: ``lengths`` of the bags (four a measure, in the order of ``WEIGHTS``),
    of each entry its feature by the block's own number and how often it stands there. ``numbers`` has those numbers, by part."""

    lengths: Ints
    feature: Numbers
    times: Floats
    numbers: tuple[Mapping[str, int], ...]

    @property
    def measures(self) -> int:
        return len(self.lengths) // len(WEIGHTS)


@dataclass(frozen=True)
class Census:
    """Of every feature, by its number: to which part it belongs, as a place in ``WEIGHTS``, and in how many of all
    ``measures`` it stands."""

    part: Ints
    frequency: Ints
    measures: int


@dataclass(frozen=True)
class Named:
    """A census whose features still have their names, so that it can be joined with another."""

    numbers: Mapping[tuple[int, str], int]
    frequency: Ints
    measures: int

    @property
    def census(self) -> Census:
        part = np.fromiter((part for part, _ in self.numbers), np.int64, len(self.numbers))
        return Census(part, self.frequency, self.measures)


@dataclass(frozen=True)
class Vectors:
    """Weighted vectors of a block of measures, entry by entry: ``owner`` (which measure of the block), ``column`` (the
    feature's number among all), ``value``. The dot product of two measures' entries is their score."""

    owner: Numbers
    column: Numbers
    value: Floats


def counted(all_bags: Iterable[Mapping[str, Bag]]) -> Counted:
    """The bags of measures in order; they are read one by one and not kept."""
    number = count().__next__
    known: tuple[defaultdict[str, int], ...] = tuple(defaultdict(number) for _ in WEIGHTS)
    lengths, feature, times = array("q"), array("i"), array("d")
    for bags in all_bags:
        for ids, name in zip(known, WEIGHTS, strict=True):
            feature.extend(map(ids.__getitem__, bags[name]))
            times.extend(bags[name].values())
            lengths.append(len(bags[name]))
    numbers = tuple(dict(ids) for ids in known)
    return Counted(np.array(lengths, dtype=np.int64), np.array(feature, dtype=np.int32), np.array(times), numbers)


def alone(block: Counted) -> Census:
    """The census of a corpus that is one block."""
    part = np.empty(sum(map(len, block.numbers)), dtype=np.int64)
    for place, ids in enumerate(block.numbers):
        part[np.fromiter(ids.values(), np.int64, len(ids))] = place
    return Census(part, np.bincount(block.feature, minlength=len(part)), block.measures)


def named(block: Counted) -> Named:
    """The census of one block of several."""
    names = sorted(((n, (place, f)) for place, ids in enumerate(block.numbers) for f, n in ids.items()))
    return Named({name: n for n, name in names}, alone(block).frequency, block.measures)


def joined(first: Named, second: Named) -> Named:
    """The census of two neighbouring blocks, or runs of blocks, the earlier first."""
    numbers = dict(first.numbers)
    at = np.fromiter((numbers.setdefault(name, len(numbers)) for name in second.numbers), np.int64)
    frequency = np.zeros(len(numbers), dtype=np.int64)
    frequency[: len(first.frequency)] = first.frequency
    frequency[at] += second.frequency
    return Named(numbers, frequency, first.measures + second.measures)


def renumbered(block: Counted, of_all: Named) -> Counted:
    """A block whose features have the numbers they have among all."""
    at = np.empty(sum(map(len, block.numbers)), dtype=np.int32)
    for place, ids in enumerate(block.numbers):
        for name, number in ids.items():
            at[number] = of_all.numbers[place, name]
    return Counted(block.lengths, at[block.feature], block.times, ())


def weighed(block: Counted, census: Census) -> Vectors:
    """The vectors of a block whose features have the numbers of the census."""
    bag = np.repeat(np.arange(len(block.lengths), dtype=np.int32), block.lengths)
    damped = np.isin(census.part, [list(WEIGHTS).index(p) for p in DAMPED])[block.feature]
    counts = np.where(damped, 1 + np.log(np.maximum(block.times, 1)), block.times)
    values = counts * np.log1p(census.measures / census.frequency[block.feature])
    norms = np.sqrt(sums(bag, values**2, len(block.lengths)))
    shares = np.sqrt(np.array(list(WEIGHTS.values())))[census.part[block.feature]]
    return Vectors(bag // len(WEIGHTS), block.feature, shares * values / norms[bag])


def sums(groups: Ints | Numbers, values: Floats, number: int) -> Floats:
    """The values added up by group, each in its order: one sum for each of ``number`` groups."""
    return np.bincount(groups, weights=values, minlength=number).astype(np.float64, copy=False)
