"""What a measure is known by when its counterparts are looked for: four bags of counted features.

===========  ====================================================================  ======
part         features                                                              weight
===========  ====================================================================  ======
``body``     character n-grams of the folded text, clause of the bodies left out   0.70
``heading``  character n-grams of the heading, or of the section the entry is      0.15
``topics``   topic ids; the first counts 1, each other 0.6                         0.10
``lines``    functional lines of the bodies that answer for it, by role            0.05
===========  ====================================================================  ======

A feature's weight in a bag is (1 + ln count) · ln(1 + N / df): what stands in many measures, the set phrases of
the genre among them, weighs little. Each bag is brought to length 1, so the cosine of a part lies in 0…1 and the
score of two measures is the weighted sum of the four. The weights are round numbers from the middle of a plateau,
chosen on the editor's pairs of the five texts, the same that ``evaluation`` measures with: halving or doubling any of
the three small ones moves the mean reciprocal rank of strong pairs by 0.013 at most (leaving topics out, by 0.046).
Weighing down all n-grams of context sections was tried and made it worse: they hold the subject as well as formulas.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.typing import NDArray

from ...model import Corpus, Document, Measure, measure_id
from ...sources.fold import fold
from ..wording.compared_text import body_of, grams

WEIGHTS: Mapping[str, float] = {"body": 0.70, "heading": 0.15, "topics": 0.10, "lines": 0.05}
OTHER_TOPIC = 0.6
ROLE_WEIGHTS: Mapping[str, float] = {"lead": 1.0, "responsible": 0.7, "support": 0.4, "implementer": 0.4}

COUNTED = ("body", "heading")  # parts whose counts are damped; the others' are weights already

Bag = Mapping[str, float]
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Described:
    """A measure's id and place, and its bags by part (counts, before any weighting)."""

    id: str
    place: str
    bags: Mapping[str, Bag]


def described(corpus: Corpus) -> Iterator[Described]:
    """Every measure of a corpus, in its order."""
    lines = {a.id: a.line for a in corpus.vocabulary.agencies}
    for d in corpus.documents:
        for m in d.measures:
            yield Described(measure_id(d.id, m.ref), d.jurisdiction, bags_of(d, m, lines))


def bags_of(document: Document, measure: Measure, lines: Mapping[str, str]) -> dict[str, Bag]:
    """The four bags of one measure; ``lines`` maps agency ids to functional lines."""
    return {
        "body": grams(body_of(measure)),
        "heading": grams(fold(heading_of(document, measure))),
        "topics": {t: 1.0 if i == 0 else OTHER_TOPIC for i, t in enumerate(measure.topics)},
        "lines": _lines(measure, lines),
    }


def heading_of(document: Document, measure: Measure) -> str:
    """The heading; where the entry is a whole section, the section's."""
    return measure.heading or next((s.heading for s in document.sections if s.ref == measure.ref), "")


def _lines(measure: Measure, lines: Mapping[str, str]) -> dict[str, float]:
    """Lines of the bodies named in the measure itself (a document-wide sentence tells measures nothing apart)."""
    found: dict[str, float] = {}
    for duty in measure.responsibilities:
        line = lines.get(duty.agency or "")
        if line and duty.basis != "inherited":
            found[line] = max(found.get(line, 0.0), ROLE_WEIGHTS[duty.role])
    return found


def sums(groups: Ints, values: Floats, number: int) -> Floats:
    """The values added up by group: one sum for each of ``number`` groups."""
    return np.bincount(groups, weights=values, minlength=number).astype(np.float64, copy=False)


@dataclass(frozen=True)
class Vectors:
    """Weighted vectors of all measures, entry by entry: ``owner`` (measure), ``column`` (feature), ``value``.

    The dot product of two measures' entries is their score. ``part`` tells of each column to which part it belongs,
    as a place in ``WEIGHTS``; ``frequency`` in how many measures it stands.
    """

    owner: Ints
    column: Ints
    value: Floats
    part: Ints
    frequency: Ints


def vectors(all_bags: Iterable[Mapping[str, Bag]]) -> Vectors:
    """The vectors of measures given by their bags, in order. Bags are read one by one and not kept."""
    number = count().__next__
    known: list[defaultdict[str, int]] = [defaultdict(number) for _ in WEIGHTS]
    lengths, column, times = array("q"), array("q"), array("d")
    for bags in all_bags:
        for ids, name in zip(known, WEIGHTS):
            column.extend(map(ids.__getitem__, bags[name]))
            times.extend(bags[name].values())
            lengths.append(len(bags[name]))
    total = len(lengths) // len(WEIGHTS)
    bag, columns = np.repeat(np.arange(len(lengths)), lengths), np.array(column, dtype=np.int64)
    counts = np.array(times, dtype=np.float64)
    part = np.empty(sum(map(len, known)), dtype=np.int64)
    for place, ids in enumerate(known):
        part[np.fromiter(ids.values(), np.int64, len(ids))] = place
    frequency = np.bincount(columns, minlength=len(part))
    counted = np.isin(part, [list(WEIGHTS).index(p) for p in COUNTED])[columns]
    values = np.where(counted, 1 + np.log(np.maximum(counts, 1)), counts) * np.log1p(total / frequency[columns])
    norms = np.sqrt(sums(bag, values**2, len(lengths)))
    shares = np.sqrt(np.array(list(WEIGHTS.values())))[part[columns]]
    return Vectors(bag // len(WEIGHTS), columns, shares * values / norms[bag], part, frequency)
