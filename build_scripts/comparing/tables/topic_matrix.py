"""The topic × place matrix: how many entries each place has on each question, and who says nothing."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Corpus, Topic
from .measures_with_document import DocumentMeasure, document_measures, is_primary, places


@dataclass(frozen=True)
class TopicCell:
    """``primary``: entries about the topic; ``other``: entries about something else that touch on it."""

    place: str
    primary: tuple[DocumentMeasure, ...]
    other: tuple[DocumentMeasure, ...]

    @property
    def silent(self) -> bool:
        """No entry about it: 没有专门写. The place may still touch on it."""
        return not self.primary

    @property
    def absent(self) -> bool:
        """No entry about it and none that touches on it."""
        return not self.primary and not self.other


@dataclass(frozen=True)
class TopicRow:
    topic: Topic
    cells: tuple[TopicCell, ...]

    @property
    def silent(self) -> tuple[str, ...]:
        """The places without an entry about the topic."""
        return tuple(c.place for c in self.cells if c.silent)


def matrix(corpus: Corpus) -> tuple[TopicRow, ...]:
    """Every topic in the vocabulary's order, every place that has a document."""
    found: dict[tuple[str, str], list[DocumentMeasure]] = {}
    for entry in document_measures(corpus):
        for topic in entry.measure.topics:
            found.setdefault((topic, entry.jurisdiction), []).append(entry)
    here = places(corpus)
    return tuple(
        TopicRow(t, tuple(_cell(t, p, found.get((t.id, p), [])) for p in here)) for t in corpus.vocabulary.topics
    )


def _cell(topic: Topic, place: str, under: list[DocumentMeasure]) -> TopicCell:
    primary = tuple(e for e in under if is_primary(e, topic))
    return TopicCell(place, primary, tuple(e for e in under if not is_primary(e, topic)))
