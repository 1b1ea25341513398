"""The pairs of a corpus that no process holds whole: documents are read, counted and compared in blocks, on any engine.

What goes between pieces of work: of each document what is compared of it; of each block its census, joined two by two; of each block of
measures against each other what is near. This process holds the ids of the measures, what editors judged, and the pairs that
come out: those that ``pairs`` finds in the whole corpus, in the same order with the same scores.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ...locating.citations_to_works import Shelf
from ...locating.read_records import one_record
from ...model import Alignment, Vocabulary, Work
from ...problems import Problem, errors
from ...store.paths import Layout
from ...working.engines import Engine
from .block_of_measures import CANDIDATES, Block, Near, nearest, numbered
from .features import Described, described_in
from .pairs import SUGGESTED, THRESHOLD, Pair, judged, suggested, unjudged
from .weighing import Counted, Ints, Named, counted, joined, named, renumbered, weighed

DOCUMENTS = 100
"""How many documents make a block, at most: some 2,500 measures."""

Nearest = list[tuple[int, float]]
"""Of one measure: those nearest to it, by their numbers, with their scores."""


@dataclass(frozen=True)
class Told:
    """What this process needs to know of a document: where it stands among the others, and its measures' ids."""

    id: str
    date: str | None
    place: str
    measures: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class ReadDocument:
    told: Told
    described: tuple[Described, ...]


def compared(
    engine: Engine, layout: Layout, vocabulary: Vocabulary, works: Sequence[Work], alignments: Sequence[Alignment]
) -> tuple[tuple[Pair, ...] | None, list[Problem]]:
    """The pairs of all records of a folder; or None, and what is wrong with records and their sources."""
    paths = sorted(layout.records.glob("*.yml"))
    read = [engine.submit(read_document, layout, vocabulary, tuple(works), path) for path in paths]
    told: list[Told] = engine.answers([engine.submit(tell, document) for document in read])
    problems = [p for t in told for p in t.problems]
    if errors(problems):
        return None, problems
    order = sorted(range(len(told)), key=lambda n: (told[n].date or "9999", told[n].id))
    return _pairs(engine, [told[n] for n in order], [read[n] for n in order], alignments), problems


def _pairs(
    engine: Engine, told: Sequence[Told], read: Sequence[Any], alignments: Sequence[Alignment]
) -> tuple[Pair, ...]:
    ids = [name for t in told for name in t.measures]
    number = {name: n for n, name in enumerate(ids)}
    if not ids:
        return ()
    blocks, firsts = _blocks(engine, told, read)
    keep = max(SUGGESTED, CANDIDATES)
    found = [
        engine.submit(
            nearest_of, [engine.submit(near, block, other, SUGGESTED, keep) for other in blocks], SUGGESTED, keep
        )
        for block in blocks
    ]
    near_to_each = (row for block in engine.answers(found) for row in block)
    known = judged(alignments, _scores(engine, blocks, firsts, alignments, number))
    return known + unjudged(suggested(near_to_each, ids), known)


def _blocks(engine: Engine, told: Sequence[Told], read: Sequence[Any]) -> tuple[list[Any], list[int]]:
    """The blocks, and each block's first measure by its number."""
    places = list(dict.fromkeys(t.place for t in told if t.measures))
    parts = [range(i, min(i + DOCUMENTS, len(told))) for i in range(0, len(told), DOCUMENTS)]
    counts = [engine.submit(count, [read[n] for n in part]) for part in parts]
    of_all = _joined(engine, [engine.submit(named, c) for c in counts])
    blocks, firsts, first = [], [], 0
    for part, c in zip(parts, counts, strict=True):
        homes = np.array([places.index(told[n].place) for n in part for _ in told[n].measures], dtype=np.int64)
        blocks.append(engine.submit(block_of, c, of_all, homes, first))
        firsts.append(first)
        first += len(homes)
    return blocks, firsts


def _joined(engine: Engine, censuses: list[Any]) -> Any:
    """The census of all, neighbours joined two by two."""
    while len(censuses) > 1:
        pairs_of = zip(censuses[::2], censuses[1::2], strict=False)
        censuses = [engine.submit(joined, a, b) for a, b in pairs_of] + censuses[len(censuses) // 2 * 2 :]
    return censuses[0]


def _scores(
    engine: Engine,
    blocks: Sequence[Any],
    firsts: Sequence[int],
    alignments: Sequence[Alignment],
    number: dict[str, int],
) -> dict[tuple[str, str], float]:
    """The exact scores of the pairs that an editor judged."""
    wanted: dict[tuple[int, int], list[Alignment]] = defaultdict(list)
    for a in alignments:
        if a.a in number and a.b in number:
            at = [int(np.searchsorted(firsts, number[name], side="right")) - 1 for name in (a.a, a.b)]
            wanted[at[0], at[1]].append(a)
    promised = [
        engine.submit(score, blocks[x], blocks[y], [(number[a.a], number[a.b]) for a in held])
        for (x, y), held in wanted.items()
    ]
    scores = (s for answered in engine.answers(promised) for s in answered)
    return {(a.a, a.b): s for a, s in zip((a for held in wanted.values() for a in held), scores, strict=True)}


def read_document(layout: Layout, vocabulary: Vocabulary, works: tuple[Work, ...], path: Path) -> ReadDocument:
    """A record with its source, read and placed; where one of them is wrong, the problems and no measures."""
    record = one_record(layout, vocabulary, Shelf(works), path)
    placed = record.placed
    if placed is None or errors(list(record.problems)):
        return ReadDocument(Told(path.stem, None, "", (), record.problems), ())
    d = placed.document
    measures = tuple(described_in(d, {a.id: a.line for a in vocabulary.agencies}))
    return ReadDocument(Told(d.id, d.date, d.jurisdiction, tuple(m.id for m in measures), record.problems), measures)


def tell(document: ReadDocument) -> Told:
    return document.told


def count(documents: Sequence[ReadDocument]) -> Counted:
    return counted(m.bags() for d in documents for m in d.described)


def block_of(block: Counted, of_all: Named, places: Ints, first: int) -> Block:
    census = of_all.census
    return Block(weighed(renumbered(block, of_all), census), places, census, first)


def near(block: Block, other: Block, top: int, keep: int) -> list[Near]:
    """For each measure of a block what is near to it in another, or in the same."""
    return [other.near(row, top, keep, THRESHOLD) for row in block]


def nearest_of(found: Sequence[Sequence[Near]], top: int, keep: int) -> list[Nearest]:
    """For each measure of a block what is nearest to it among all, of what every block has near to it."""
    return [numbered(nearest(of_one, top, keep)) for of_one in zip(*found, strict=True)]


def score(block: Block, other: Block, asked: Sequence[tuple[int, int]]) -> list[float]:
    """The exact scores of measures of one block with measures of another, by their numbers in the corpus."""
    return [
        float(other.exact(block.row(a - block.offset), np.array([b - other.offset], dtype=np.int64))[0])
        for a, b in asked
    ]
