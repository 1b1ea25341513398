"""Measures with the document they stand in: what every table here is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Corpus, Document, Measure, Topic, measure_id


@dataclass(frozen=True)
class DocumentMeasure:
    """A measure with the document it stands in."""

    document: Document
    measure: Measure

    @property
    def id(self) -> str:
        return measure_id(self.document.id, self.measure.ref)

    @property
    def jurisdiction(self) -> str:
        return self.document.jurisdiction


def document_measures(corpus: Corpus) -> Iterator[DocumentMeasure]:
    """Every measure, in the corpus's order."""
    for document in corpus.documents:
        for measure in document.measures:
            yield DocumentMeasure(document, measure)


def places(corpus: Corpus) -> tuple[str, ...]:
    """Jurisdictions that have a document, in the vocabulary's order."""
    speaking = {d.jurisdiction for d in corpus.documents}
    return tuple(j.id for j in corpus.vocabulary.jurisdictions if j.id in speaking)


def is_primary(found: DocumentMeasure, topic: Topic) -> bool:
    """Whether a topic is the measure's first: what it is about, not only touches on."""
    return found.measure.topics[:1] == (topic.id,)
