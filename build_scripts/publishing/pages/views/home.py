"""The home page: what this is, what one can ask it, the topic × place matrix, the documents in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from build_scripts import addresses
from build_scripts.model import Document, Topic
from build_scripts.publishing.index.day_of_document import Day, day_of
from build_scripts.publishing.index.lookups import Index, Place
from build_scripts.publishing.index.points import Question, tally
from build_scripts.publishing.pages.parts.point_rows import PointRow, point_rows
from build_scripts.publishing.pages.rendering import Page, page
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("home")

ASKED = 3  # questions of a day
LATEST = 24
"""So many documents stand on the home page at most; the list of documents has all."""


@dataclass(frozen=True)
class Cell:
    """One place under one topic: how many of its questions the place's documents answer, and how many nobody has read all
    of them for yet."""

    place: Place
    answered: int
    unread: int
    asked: int

    @property
    def shade(self) -> int:
        """0 (nothing answered) to 4 (everything), for the stylesheet."""
        return -(-4 * self.answered // self.asked) if self.asked else 0


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


def matrix(index: Index) -> tuple[Row, ...]:
    """Every topic, every place that has a document."""
    return tuple(
        Row(
            topic,
            tuple(_cell(index, place, index.questions_of_topic.get(topic.id, ())) for place in index.speaking_places),
        )
        for topic in index.topics.values()
    )


def _cell(index: Index, place: Place, asked: Sequence[Question]) -> Cell:
    own = [d.id for d in index.documents.values() if d.jurisdiction == place.id]
    held = tally(asked, own)
    return Cell(place, held.answered, held.unread, held.asked)


def timeline(index: Index) -> tuple[Dated, ...]:
    """Documents by date (成文, else 发布, else the year of the 发文字号), those without one last."""
    dated = [Dated(d, index.places[d.jurisdiction], day_of(d)) for d in index.documents.values()]
    return tuple(sorted(dated, key=lambda d: (d.day.date is None, d.day.date or "", d.document.id)))


def latest(dated: Sequence[Dated]) -> tuple[Dated, ...]:
    """All of a time line where it is short, else its last ones that have a day."""
    return tuple(dated) if len(dated) <= LATEST else tuple(d for d in dated if d.day.date)[-LATEST:]


def questions(index: Index, day: str) -> tuple[PointRow, ...]:
    """The questions of a day (ISO): of those that a reader may start from each in its turn, several at a time."""
    starters = [index.questions[s.point] for s in index.corpus.vocabulary.starters if s.point in index.questions]
    first = date.fromisoformat(day).toordinal() * ASKED
    turn = [starters[(first + n) % len(starters)] for n in range(min(ASKED, len(starters)))]
    return point_rows(index, turn)


def home(index: Index, site: Site) -> Page:
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
        rows=matrix(index),
        timeline=latest(timeline(index)),
        questions=questions(index, site.today),
        asked=len(index.questions),
        measures=len(index.entries),
        documents=len(index.documents),
        edition=site,
    )
