"""A topic at a glance: before anyone reads the columns, what differs between the places.

All figures are sums over the entries whose *first* topic it is; entries that only touch on it are in the matrix.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...model import Corpus, Target, Topic
from ...sources.fold import fold
from ..counterparts.pairs import Pair
from .functional_lines import AgencyDuties, LineRow, line_table
from .measures_with_document import DocumentMeasure
from .topic_matrix import TopicRow, matrix

WORDINGS = ("mandatory", "encouraging", "exploratory")


@dataclass(frozen=True)
class EntryTarget:
    """A target with the entry it stands in."""

    entry: DocumentMeasure
    target: Target


@dataclass(frozen=True)
class TargetRow:
    """Targets of one unit beside each other, 個 as 个: ``unit`` as first printed, or None where there is only a deadline."""

    unit: str | None
    cells: tuple[tuple[EntryTarget, ...], ...]


@dataclass(frozen=True)
class ModalityCounts:
    """How a place puts it: counts of 必须/应, 鼓励/支持, 探索/试点, and the length of text they stand in, in characters.

    Texts differ in length, so counts compare only beside ``characters``; there is no score of strength.
    """

    mandatory: int
    encouraging: int
    exploratory: int
    characters: int


@dataclass(frozen=True)
class Glance:
    """Everything is in the order of the topic's places (``row.cells``).

    ``leads``: line by place, only bodies that lead, or answer where the entry names no leader. ``only_here``: entries
    that an editor confirmed no counterpart for in any other place. ``silent``: places without an entry about the topic.
    """

    row: TopicRow
    leads: tuple[LineRow, ...]
    goals: tuple[TargetRow, ...]
    wordings: tuple[ModalityCounts, ...]
    only_here: tuple[tuple[DocumentMeasure, ...], ...]

    @property
    def topic(self) -> Topic:
        return self.row.topic

    @property
    def silent(self) -> tuple[str, ...]:
        return self.row.silent


def glances(corpus: Corpus, pairs: Sequence[Pair]) -> dict[str, Glance]:
    """By topic id. ``pairs`` as counterparts.pairs gives them."""
    answered = matched(corpus, pairs)
    return {row.topic.id: _glance(corpus, row, answered) for row in matrix(corpus)}


def matched(corpus: Corpus, pairs: Iterable[Pair]) -> frozenset[str]:
    """Ids of measures that have a confirmed counterpart in another place."""
    place = {d.id: d.jurisdiction for d in corpus.documents}
    found: set[str] = set()
    for pair in pairs:
        ends = (pair.a, pair.b)
        if pair.status == "confirmed" and len({place[end.partition("/")[0]] for end in ends}) == 2:
            found.update(ends)
    return frozenset(found)


def _glance(corpus: Corpus, row: TopicRow, answered: frozenset[str]) -> Glance:
    under = [e for cell in row.cells for e in cell.primary]
    return Glance(
        row,
        _leads(corpus, under),
        _goals(row),
        tuple(_wording(cell.primary) for cell in row.cells),
        tuple(tuple(e for e in cell.primary if e.id not in answered) for cell in row.cells),
    )


def _leads(corpus: Corpus, under: Sequence[DocumentMeasure]) -> tuple[LineRow, ...]:
    """The line table of those who lead; where an entry names no leader, of those who answer for it."""
    rows = line_table(corpus, under)
    kept = [LineRow(r.line, tuple(tuple(filter(None, map(_leading, cell))) for cell in r.cells)) for r in rows]
    return tuple(sorted((r for r in kept if r.places), key=lambda r: -r.places))


def _leading(body: AgencyDuties) -> AgencyDuties | None:
    """Bodies named once for a whole document (承前统一规定) say nothing of the topic and are left out."""
    held: list[tuple[str, tuple[DocumentMeasure, ...]]] = []
    for role, named in body.by_role:
        of = tuple(e for e in named if _itself(e, body.agency.id, role))
        if not of:
            continue
        if role == "lead":
            held.append((role, of))
        elif role == "responsible":
            alone = tuple(e for e in of if all(r.role != "lead" for r in e.measure.responsibilities))
            held += [(role, alone)] if alone else []
    return AgencyDuties(body.agency, tuple(held)) if held else None


def _itself(entry: DocumentMeasure, agency: str, role: str) -> bool:
    """Whether the entry itself names the body in that role."""
    duties = entry.measure.responsibilities
    return any(r.agency == agency and r.role == role and r.basis != "inherited" for r in duties)


def _goals(row: TopicRow) -> tuple[TargetRow, ...]:
    """Units that most places use first; within a cell the earliest deadline first, undated last."""
    by_unit: dict[str | None, list[list[EntryTarget]]] = {}
    printed: dict[str | None, str | None] = {}
    for n, cell in enumerate(row.cells):
        for entry in cell.primary:
            for target in entry.measure.targets:
                unit = target.unit if target.value is not None else None
                printed.setdefault(key := fold(unit) if unit else None, unit)
                by_unit.setdefault(key, [[] for _ in row.cells])[n].append(EntryTarget(entry, target))
    rows = [
        TargetRow(
            printed[unit], tuple(tuple(sorted(cell, key=lambda g: g.target.deadline or "9999")) for cell in cells)
        )
        for unit, cells in by_unit.items()
    ]
    return tuple(sorted(rows, key=lambda r: (r.unit is None, -sum(1 for cell in r.cells if cell))))


def _wording(under: Sequence[DocumentMeasure]) -> ModalityCounts:
    counts = {kind: sum(len(getattr(e.measure.modality, kind)) for e in under) for kind in WORDINGS}
    return ModalityCounts(**counts, characters=sum(len(e.measure.text) for e in under))
