"""The list of topics, and one page per topic: the places compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts import addresses
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.comparing.tables.topic_glance import Glance
from build_scripts.model import Topic
from build_scripts.publishing.citing.citations import cite_topic
from build_scripts.publishing.index.essays import Essay
from build_scripts.publishing.index.lookups import Entry, Index, Place
from build_scripts.publishing.index.targets import EntryLimit
from build_scripts.publishing.pages import metadata
from build_scripts.publishing.pages.parts.point_rows import point_rows
from build_scripts.publishing.pages.parts.topic_rows import bands
from build_scripts.publishing.pages.rendering import Page, later, page
from build_scripts.publishing.pages.views.home import matrix
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("topics")


@dataclass(frozen=True)
class Column:
    """What one place has on a topic: entries about it, entries that touch on it, entries no other place answers."""

    place: Place
    entries: tuple[Entry, ...]
    also: tuple[Entry, ...]
    only_here: tuple[Entry, ...]
    wording: tuple[tuple[str, int], ...]
    characters: int

    @property
    def silent(self) -> bool:
        return not self.entries


def columns(index: Index, glance: Glance) -> tuple[Column, ...]:
    """In the order of places, which is the order of the glance's cells."""
    return tuple(
        Column(
            index.places[cell.place],
            tuple(index.entries[e.id] for e in cell.primary),
            tuple(index.entries[e.id] for e in cell.other),
            tuple(index.entries[e.id] for e in only),
            tuple((labels.MODALITY[k], getattr(wording, k)) for k in labels.MODALITY),
            wording.characters,
        )
        for cell, only, wording in zip(glance.row.cells, glance.only_here, glance.wordings)
    )


Rows = tuple[tuple[str | None, tuple[tuple[Any, ...], ...]], ...]


@dataclass(frozen=True)
class SpeakingTable:
    """A table by place: the columns of the places that have something in it, the rows cut to these, and the names of the
    places that have nothing."""

    speaking: tuple[Column, ...]
    rows: Rows
    silent: str

    @property
    def by_place(self) -> Rows:
        """Each row as the places that have something in it, with what they have."""
        return tuple(
            (label, tuple((c.place, cell) for c, cell in zip(self.speaking, cells) if cell))
            for label, cells in self.rows
        )


def speaking_table(
    told: tuple[Column, ...], rows: Sequence[tuple[str | None, tuple[tuple[Any, ...], ...]]]
) -> SpeakingTable:
    """Rows with a cell for each column, without the columns in which every cell is empty."""
    here = [n for n in range(len(told)) if any(cells[n] for _, cells in rows)]
    return SpeakingTable(
        tuple(told[n] for n in here),
        tuple((label, tuple(cells[n] for n in here)) for label, cells in rows),
        labels.listed(c.place.short for n, c in enumerate(told) if n not in here),
    )


def _in_unit(unit: str | None) -> str | None:
    """What a row of figures is called: they are of one unit, not of one thing."""
    return _WORDS("in_unit", unit=unit) if unit else None


def _limits(told: tuple[Column, ...]) -> list[tuple[str, tuple[tuple[EntryLimit, ...], ...]]]:
    """The limits and thresholds in the entries about a topic, as a row by place; no row where there are none."""
    cells = tuple(
        tuple(EntryLimit(n, e, x) for e in c.entries for n, x in enumerate(e.measure.limits, 1)) for c in told
    )
    return [(_WORDS.limits, cells)] if any(cells) else []


def neighbours(index: Index, topic: Topic) -> tuple[Topic | None, Topic | None]:
    """The topic before and the one after, in the vocabulary's order."""
    order = list(index.topics.values())
    at = order.index(topic)
    return (order[at - 1] if at else None, order[at + 1] if at + 1 < len(order) else None)


def topics(index: Index, found: Comparison, site: Site, essays: Sequence[Essay] = ()) -> Iterator[Page]:
    yield later(addresses.TOPICS, _list, index)
    for topic in index.topics.values():
        about = [e for e in essays if topic in e.about]
        yield later(addresses.topic(topic.id), _topic, index, found, topic, site, about)


def _list(index: Index) -> Page:
    meta = {"title": _WORDS.title, "description": _WORDS.description, "kind": "topics"}
    return page("topics.md.j2", addresses.TOPICS, meta, rows=matrix(index), places=index.speaking_places)


def _topic(index: Index, found: Comparison, topic: Topic, site: Site, essays: Sequence[Essay]) -> Page:
    glance = found.glances[topic.id]
    told = columns(index, glance)
    spoken = labels.listed(
        _WORDS("place_entries" if c.entries else "place_silent", place=c.place.short, n=len(c.entries)) for c in told
    )
    meta = {
        "title": topic.zh,
        "description": _WORDS("described", topic=topic.zh, places=spoken, definition=topic.definition),
        "kind": "topic",
        **metadata.of_topic(topic, site),
    }
    return page(
        "topic.md.j2",
        addresses.topic(topic.id),
        meta,
        topic=topic,
        columns=told,
        places=index.speaking_places,
        rows=point_rows(index, index.questions_of_topic.get(topic.id, ())),
        coverage=index.coverage[topic.id],
        agreement=index.agreements.get(topic.id),
        departed=index.departed_questions.get(topic.id, ()),
        who=speaking_table(told, [(r.line.zh, r.cells) for r in glance.leads]),
        figures=speaking_table(told, [*((_in_unit(r.unit), r.cells) for r in glance.goals), *_limits(told)]),
        alone_here=speaking_table(told, [(_WORDS.only_here, tuple(c.only_here for c in told))]),
        essays=essays,
        bands=bands(index, found, topic),
        cite=cite_topic(topic, site),
        turn=neighbours(index, topic),
    )
