"""The home page: what this is, what one can ask it, the topic × place matrix, the documents in time."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from build_scripts import addresses
from build_scripts.comparing.comparison import Comparison
from build_scripts.model import Document, Topic
from build_scripts.publishing.index.document_dates import Day, day_of
from build_scripts.publishing.index.lookups import Index, Place
from build_scripts.publishing.pages.rendering import Page, page
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("home")

ASKED = 3  # questions at most


@dataclass(frozen=True)
class Cell:
    """One place under one topic: entries whose first topic it is, and entries that touch on it as well."""

    place: Place
    primary: int
    also: int

    @property
    def shade(self) -> int:
        """0 (silent) to 4, for the stylesheet."""
        return bisect_right((1, 2, 4, 6), self.primary)


@dataclass(frozen=True)
class Row:
    topic: Topic
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Dated:
    """A document in time."""

    document: Document
    place: Place
    day: Day


def matrix(index: Index, found: Comparison) -> tuple[Row, ...]:
    """What comparing counts, with the places' colours."""
    return tuple(
        Row(row.topic, tuple(Cell(index.places[c.place], len(c.primary), len(c.other)) for c in row.cells))
        for row in found.matrix
    )


def timeline(index: Index) -> tuple[Dated, ...]:
    """Documents by date (成文, else 发布, else the year of the 发文字号), those without one last."""
    dated = [Dated(d, index.places[d.jurisdiction], day_of(d)) for d in index.documents.values()]
    return tuple(sorted(dated, key=lambda d: (d.day.date is None, d.day.date or "", d.document.id)))


def questions(index: Index) -> list[tuple[Topic, str]]:
    """The first ones a reader may start from, of topics that have entries."""
    starters = index.corpus.vocabulary.starters
    return [(index.topics[s.topic], s.question) for s in starters if index.under_topic.get(s.topic)][:ASKED]


def home(index: Index, found: Comparison, site: Site) -> Page:
    meta = {
        "title": _WORDS.title,
        "description": _WORDS("description", places=index.place_names),
        "kind": "home",
    }
    return page(
        "home.md.j2",
        addresses.HOME,
        meta,
        line=_WORDS("line", places=index.place_names),
        places=index.speaking_places,
        rows=matrix(index, found),
        timeline=timeline(index),
        questions=questions(index),
        measures=len(index.entries),
        documents=len(index.documents),
        edition=site,
    )
