"""Bodies across places: functional lines side by side, and who works with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from ...model import ROLES, Agency, Corpus, Line
from .measures_with_document import DocumentMeasure, document_measures, places


@dataclass(frozen=True)
class AgencyDuties:
    """A body and the entries it answers for, by role in the order of ROLES (a role with none is left out).

    An entry counts once in each role, however often it names the body. ``inherited`` duties count as well.
    """

    agency: Agency
    by_role: tuple[tuple[str, tuple[DocumentMeasure, ...]], ...]

    @property
    def entries(self) -> tuple[DocumentMeasure, ...]:
        """All entries it answers for, each once."""
        return tuple({e.id: e for _, held in self.by_role for e in held}.values())

    def count(self, role: str) -> int:
        return next((len(held) for name, held in self.by_role if name == role), 0)


@dataclass(frozen=True)
class LineRow:
    """One functional line: by place, in the order of places, the bodies of that line that answer for something."""

    line: Line
    cells: tuple[tuple[AgencyDuties, ...], ...]

    @property
    def places(self) -> int:
        """In how many places the line answers for something."""
        return sum(1 for cell in self.cells if cell)


def duties(corpus: Corpus, of: Iterable[DocumentMeasure] | None = None) -> dict[str, AgencyDuties]:
    """By agency id, in the vocabulary's order, what it answers for (among ``of``, or all entries)."""
    held: dict[str, dict[str, dict[str, DocumentMeasure]]] = defaultdict(lambda: defaultdict(dict))
    for entry in document_measures(corpus) if of is None else of:
        for duty in entry.measure.responsibilities:
            if duty.agency:
                held[duty.agency][duty.role][entry.id] = entry
    return {
        a.id: AgencyDuties(a, tuple((role, tuple(held[a.id][role].values())) for role in ROLES if role in held[a.id]))
        for a in corpus.vocabulary.agencies
        if a.id in held
    }


def line_table(corpus: Corpus, of: Iterable[DocumentMeasure] | None = None) -> tuple[LineRow, ...]:
    """Lines by places: who is whose counterpart. Lines that speak in most places first, then in the vocabulary's order.

    A body stands under its own jurisdiction, also where a text of another place names it.
    """
    here = places(corpus)
    found: dict[tuple[str, str], list[AgencyDuties]] = defaultdict(list)
    for body in duties(corpus, of).values():
        found[body.agency.line, body.agency.jurisdiction].append(body)
    rows = [
        LineRow(line, tuple(_ranked(found.get((line.id, place), ())) for place in here))
        for line in corpus.vocabulary.lines
    ]
    return tuple(sorted((r for r in rows if r.places), key=lambda r: -r.places))


def _ranked(bodies: Iterable[AgencyDuties]) -> tuple[AgencyDuties, ...]:
    return tuple(sorted(bodies, key=lambda b: (-len(b.entries), b.agency.id)))


@dataclass(frozen=True)
class Edge:
    """Two bodies that answer for the same entries; ``a`` stands before ``b`` in the vocabulary."""

    a: str
    b: str
    entries: tuple[DocumentMeasure, ...]

    @property
    def count(self) -> int:
        return len(self.entries)


def edges(corpus: Corpus, place: str | None = None, least: int = 1) -> tuple[Edge, ...]:
    """Who works with whom: bodies named for the same entry, in the documents of a place or all; most often first."""
    order = {a.id: n for n, a in enumerate(corpus.vocabulary.agencies)}
    found: dict[tuple[str, str], list[DocumentMeasure]] = defaultdict(list)
    for entry in document_measures(corpus):
        if place is None or entry.jurisdiction == place:
            named = {r.agency for r in entry.measure.responsibilities if r.agency in order}
            for pair in combinations(sorted(named, key=order.__getitem__), 2):
                found[pair].append(entry)
    kept = (Edge(a, b, tuple(held)) for (a, b), held in found.items() if len(held) >= least)
    return tuple(sorted(kept, key=lambda e: (-e.count, order[e.a], order[e.b])))
