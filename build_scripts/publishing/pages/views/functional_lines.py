"""Bodies compared: functional lines across places, and who works with whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from build_scripts import addresses
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.comparing.tables.functional_lines import AgencyDuties, Edge, LineRow, edges
from build_scripts.model import ROLES, Agency, Line
from build_scripts.publishing.index.lookups import Entry, Index, Place
from build_scripts.publishing.pages.pictures.bodies_working_together import partners
from build_scripts.publishing.pages.rendering import COLUMNS, Page, page
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("lines")

LEAST = 2  # entries in common from which two bodies are shown as working together


@dataclass(frozen=True)
class Body:
    """A body with the number of entries it answers for by role, and those it leads."""

    agency: Agency
    roles: tuple[tuple[str, int], ...]
    leads: tuple[Entry, ...]


@dataclass(frozen=True)
class Row:
    """A functional line: ``cells`` by place, ``named`` the places whose documents name somebody, with whom."""

    line: Line
    cells: tuple[tuple[Body, ...], ...]
    named: tuple[tuple[Place, tuple[Body, ...]], ...]


@dataclass(frozen=True)
class Bond:
    """Two bodies and the entries that name both."""

    a: Agency
    b: Agency
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Circle:
    """Who works with whom in the documents of one place."""

    place: Place
    picture: Markup | None
    bonds: tuple[Bond, ...]


def coworkers(index: Index, found: Comparison, agency_id: str) -> list[tuple[Agency, int]]:
    """Bodies that answer for the same entries, the most frequent first."""
    ends = (({e.a, e.b} - {agency_id}, e) for e in found.edges if agency_id in (e.a, e.b))
    return [(index.agencies[other.pop()], edge.count) for other, edge in ends]


def same_line(index: Index, found: Comparison, agency: Agency) -> list[tuple[Place, list[Agency]]]:
    """By place, in the order of places, the bodies of the same functional line there that answer for something.

    A place whose documents name none is there with an empty list: that is an answer too.
    """
    rows = [r for r in found.lines if r.line.id == agency.line]
    others = [(n, p) for n, p in enumerate(index.speaking_places) if p.id != agency.jurisdiction]
    return [(place, [d.agency for row in rows for d in row.cells[n]]) for n, place in others]


def lines(index: Index, found: Comparison) -> Page:
    meta = {
        "title": _WORDS.title,
        "description": _WORDS.description,
        "kind": "agencies",
    }
    rows = [_row(index, r) for r in found.lines]
    places = index.speaking_places
    each = _WORDS("each_of", n=len(places)) if len(places) > COLUMNS else _each(places)
    return page(
        "lines.md.j2",
        addresses.LINES,
        meta,
        lede=_WORDS("lede", each=each),
        rows=rows,
        places=index.speaking_places,
        silent=[p for n, p in enumerate(index.speaking_places) if sum(bool(r.cells[n]) for r in rows) <= 1],
        circles=[_circle(index, p) for p in index.speaking_places],
        succession=index.succession,
    )


def _each(places: Sequence[Place]) -> str:
    return labels.listed(_WORDS("each", place=p.short) for p in places)


def _row(index: Index, row: LineRow) -> Row:
    cells = tuple(tuple(_body(index, d) for d in cell) for cell in row.cells)
    return Row(row.line, cells, tuple((p, bodies) for p, bodies in zip(index.speaking_places, cells) if bodies))


def _body(index: Index, duties: AgencyDuties) -> Body:
    leads = next((held for role, held in duties.by_role if role == "lead"), ())
    counted = tuple((ROLES[role], len(held)) for role, held in duties.by_role)
    return Body(duties.agency, counted, tuple(index.entries[e.id] for e in leads))


def _circle(index: Index, place: Place) -> Circle:
    found = edges(index.corpus, place.id, LEAST)

    def href(agency: str) -> str:
        return addresses.relative(addresses.agency(agency), addresses.LINES)

    drawn = partners(found, index.agencies, place, href) if found else None
    return Circle(place, drawn, tuple(_bond(index, e) for e in found))


def _bond(index: Index, edge: Edge) -> Bond:
    return Bond(index.agencies[edge.a], index.agencies[edge.b], tuple(index.entries[e.id] for e in edge.entries))
