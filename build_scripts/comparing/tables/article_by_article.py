"""Two documents article by article (条文对照表): rows of counterparts, and what the other lacks, in both directions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from ...model import Corpus, Document, Measure, measure_id
from ..counterparts.pairs import Pair

EVERY_TWO = 12
"""Up to so many documents every two of them have a table; beyond it those that an editor joined, or whose table was published.

Tables of every two would grow with the square of the documents: 1,560 pages and 193 MB at 40 documents, measured. Any other
two are set side by side in the browser, when somebody asks for them.
"""
NEAREST = 12
"""How many other documents, the nearest first, are named beside a document where no editor joined them."""
_ORDER = {"strong": 0, "partial": 1, None: 2}


@dataclass(frozen=True)
class Match:
    """A measure of the other document and the pair that joins it."""

    measure: Measure
    pair: Pair


@dataclass(frozen=True)
class DocRow:
    """A measure and its counterparts in the other document: strong, then partial, then suggested, then by score."""

    measure: Measure
    matches: tuple[Match, ...]

    @property
    def confirmed(self) -> bool:
        """Whether an editor confirmed one of them."""
        return any(m.pair.status == "confirmed" for m in self.matches)


@dataclass(frozen=True)
class DocPair:
    """``forward``: every measure of ``a`` with its counterparts in ``b``; ``backward`` the other way."""

    a: Document
    b: Document
    forward: tuple[DocRow, ...]
    backward: tuple[DocRow, ...]


@dataclass(frozen=True)
class Partner:
    """A document to be read beside another, by id: how many pairs an editor found close, and partial; ``tabled``, whether
    there is a table of the two."""

    document: str
    strong: int
    partial: int
    tabled: bool = True


def partners(
    corpus: Corpus, pairs: Sequence[Pair], tables: Sequence[DocPair], nearest: int = NEAREST
) -> dict[str, tuple[Partner, ...]]:
    """By document id: those it has a table with, in the order of the tables, then the ``nearest`` others (those with the
    most counterparts, then the highest scores)."""
    found: dict[str, list[Partner]] = defaultdict(list)
    for table in tables:
        strengths = [m.pair.strength for row in table.forward for m in row.matches]
        counted = strengths.count("strong"), strengths.count("partial")
        found[table.a.id].append(Partner(table.b.id, *counted))
        found[table.b.id].append(Partner(table.a.id, *counted))
    for own, others in _ranked(corpus, pairs).items():
        there = {p.document for p in found[own]}
        found[own] += [Partner(other, 0, 0, tabled=False) for other in others[:nearest] if other not in there]
    return {name: tuple(held) for name, held in found.items() if held}


def _ranked(corpus: Corpus, pairs: Sequence[Pair]) -> dict[str, list[str]]:
    """By document id, the others that have counterparts in it, the nearest first."""
    number = {d.id: n for n, d in enumerate(corpus.documents)}
    beside: dict[str, list[tuple[int, float, int, str]]] = {own: [] for own in number}
    for ends, found in _by_documents(pairs).items():
        if len(ends & number.keys()) == 2:
            for own, other in permutations(ends):
                beside[own].append((-len(found), -sum(p.score for p in found), number[other], other))
    return {own: [other for *_, other in sorted(weighed)] for own, weighed in beside.items()}


def doc_pairs(
    corpus: Corpus, pairs: Sequence[Pair], kept: Collection[frozenset[str]] = (), every_two: int = EVERY_TWO
) -> tuple[DocPair, ...]:
    """The tables of a corpus, in its order: of every two documents while there are at most ``every_two``; else of those
    with a confirmed counterpart, and of those ``kept``, by id."""
    grouped = _by_documents(pairs)
    number = {d.id: n for n, d in enumerate(corpus.documents)}
    if len(number) <= every_two:
        wanted = {frozenset(two) for two in combinations(number, 2)}
    else:
        wanted = {ends for ends, found in grouped.items() if any(p.status == "confirmed" for p in found)} | set(kept)
    chosen = sorted(sorted(number[end] for end in ends) for ends in wanted if len(number.keys() & ends) == 2)
    documents = ((corpus.documents[n], corpus.documents[m]) for n, m in chosen)
    return tuple(_tabled(a, b, grouped.get(frozenset((a.id, b.id)), [])) for a, b in documents)


def _by_documents(pairs: Sequence[Pair]) -> dict[frozenset[str], list[Pair]]:
    grouped: dict[frozenset[str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        if pair.status != "rejected":
            grouped[frozenset(end.partition("/")[0] for end in (pair.a, pair.b))].append(pair)
    return grouped


def _tabled(a: Document, b: Document, pairs: Sequence[Pair]) -> DocPair:
    return DocPair(a, b, _rows(a, b, pairs), _rows(b, a, pairs))


def _rows(own: Document, other: Document, pairs: Sequence[Pair]) -> tuple[DocRow, ...]:
    theirs = {measure_id(other.id, m.ref): (n, m) for n, m in enumerate(other.measures)}
    found: dict[str, list[tuple[tuple[int, float, int], Match]]] = defaultdict(list)
    for pair in pairs:
        for end in (pair.a, pair.b):
            if pair.other(end) in theirs and end not in theirs:
                place, measure = theirs[pair.other(end)]
                found[end].append(((_ORDER[pair.strength], -pair.score, place), Match(measure, pair)))
    ids = ((measure_id(own.id, m.ref), m) for m in own.measures)
    return tuple(DocRow(m, tuple(x for _, x in sorted(found[i], key=lambda item: item[0]))) for i, m in ids)
