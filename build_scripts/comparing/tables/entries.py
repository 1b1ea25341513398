"""Measures with their document and place: what every table below is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Corpus, Document, Measure, Topic, measure_id


@dataclass(frozen=True)
class Entry:
    """A measure in its document. ``place`` is the document's jurisdiction."""

    document: Document
    measure: Measure

    @property
    def id(self) -> str:
        return measure_id(self.document.id, self.measure.ref)

    @property
    def place(self) -> str:
        return self.document.jurisdiction


def entries(corpus: Corpus) -> Iterator[Entry]:
    """Every measure, in the corpus's order."""
    for document in corpus.documents:
        for measure in document.measures:
            yield Entry(document, measure)


def places(corpus: Corpus) -> tuple[str, ...]:
    """Jurisdictions that have a document, in the vocabulary's order."""
    speaking = {d.jurisdiction for d in corpus.documents}
    return tuple(j.id for j in corpus.vocabulary.jurisdictions if j.id in speaking)


def is_primary(entry: Entry, topic: Topic) -> bool:
    """Whether a topic is the entry's first: what the entry is about, not only touches on."""
    return entry.measure.topics[:1] == (topic.id,)
