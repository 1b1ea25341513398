"""The list of bodies, and one page per body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from build_scripts import addresses
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import ROLES, Agency, Document, Event, Line
from build_scripts.publishing.index.lookups import Entry, Index, Place
from build_scripts.publishing.pages.rendering import Page, later, page
from build_scripts.publishing.pages.views.functional_lines import coworkers, lines, same_line
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("agencies")


@dataclass(frozen=True)
class Group:
    """Bodies of one functional line in one place."""

    line: Line
    agencies: tuple[tuple[Agency, int], ...]


@dataclass(frozen=True)
class Part:
    """The entries in which a body has one role, by document."""

    role: str
    label: str
    documents: tuple[tuple[Document, tuple[Entry, ...]], ...]
    count: int


@dataclass(frozen=True)
class Happening:
    """An event with the bodies it leads to and comes from."""

    event: Event
    label: str
    to: tuple[Agency, ...]
    origin: tuple[Agency, ...]


def groups(index: Index, place: Place) -> tuple[Group, ...]:
    """A place's bodies by line, each with the number of entries that name it."""
    found = []
    for line in index.lines.values():
        here = [a for a in index.agencies.values() if a.jurisdiction == place.id and a.line == line.id]
        if here:
            counted = tuple((a, len({e.id for e, _ in index.duties.get(a.id, ())})) for a in here)
            found.append(Group(line, tuple(sorted(counted, key=lambda c: -c[1]))))
    return tuple(found)


def happenings(index: Index, agency: Agency) -> tuple[Happening, ...]:
    def known(ids: tuple[str, ...]) -> tuple[Agency, ...]:
        return tuple(index.agencies[i] for i in ids if i in index.agencies)

    return tuple(Happening(e, labels.event(e), known(e.to), known(e.origin)) for e in agency.events)


def by_role(index: Index, agency: Agency) -> tuple[Part, ...]:
    """What a body does, by role and document; roles that do not occur are left out."""
    duties = index.duties.get(agency.id, ())
    parts = []
    for role, label in ROLES.items():
        entries = {e.id: e for e, d in duties if d.role == role}
        groups = groupby(entries.values(), lambda e: e.document.id)  # they stand in the corpus's order
        documents = tuple((index.documents[name], tuple(group)) for name, group in groups)
        if entries:
            parts.append(Part(role, label, documents, len(entries)))
    return tuple(parts)


def before(index: Index, agency: Agency) -> tuple[tuple[Agency, tuple[Part, ...]], ...]:
    """The bodies this one has come out of, with what the documents gave them to do."""
    found = ((old, by_role(index, old)) for old in index.succession.predecessors(agency.id))
    return tuple((old, parts) for old, parts in found if parts)


def printed_names(index: Index, agency: Agency) -> list[tuple[str, int]]:
    """Names as printed in the documents, with counts; the vocabulary's other forms follow with none."""
    counts: dict[str, int] = {}
    for _, duty in index.duties.get(agency.id, ()):
        counts[duty.name] = counts.get(duty.name, 0) + 1
    return sorted(counts.items(), key=lambda c: -c[1]) + [(n, 0) for n in agency.names if n not in counts]


def agencies(index: Index, found: Comparison) -> Iterator[Page]:
    yield later(addresses.AGENCIES, _list, index)
    yield later(addresses.LINES, lines, index, found)
    for agency in index.agencies.values():
        yield later(addresses.agency(agency.id), _agency, index, found, agency)


def _list(index: Index) -> Page:
    places = [p for p in index.places.values() if groups(index, p)]
    meta = {"title": _WORDS.title, "description": _WORDS.description, "kind": "agencies"}
    held, speaking = [(p, groups(index, p)) for p in places], len(index.speaking_places)
    count = sum(len(g.agencies) for _, of_place in held for g in of_place)
    return page("agencies.md.j2", addresses.AGENCIES, meta, places=held, speaking=speaking, count=count)


def _agency(index: Index, found: Comparison, agency: Agency) -> Page:
    roles = by_role(index, agency)
    count = len({e.id for e, _ in index.duties.get(agency.id, ())})
    meta = {
        "title": agency.name,
        "description": _WORDS("described", agency=agency.name, n=count),
        "kind": "agency",
    }
    return page(
        "agency.md.j2",
        addresses.agency(agency.id),
        meta,
        agency=agency,
        place=index.places[agency.jurisdiction],
        line=index.lines.get(agency.line),
        names=printed_names(index, agency),
        happenings=happenings(index, agency),
        short_names=index.short_names,
        now=index.succession.today(agency.id),
        before=before(index, agency),
        roles=roles,
        count=count,
        coworkers=coworkers(index, found, agency.id),
        same_line=same_line(index, found, agency),
        speaks=any(r.line.id == agency.line for r in found.lines),
    )
