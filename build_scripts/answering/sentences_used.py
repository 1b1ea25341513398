"""Of each topic's sentences, how many serve as evidence, and which do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from ..model import Corpus, TopicPoints, measure_id
from .sentences import Said, evidence_in, of_corpus, points_of, serving


@dataclass(frozen=True)
class Coverage:
    """The sentences of the measures under a topic, headings and clauses of bodies left out.

    ``own`` serve as evidence of the topic's own questions, ``served`` of any topic's; ``unused`` of none. Evidence of the
    topic's questions also comes from measures of other topics and from passages: ``elsewhere`` are those sentences.
    """

    topic: str
    sentences: tuple[Said, ...]
    own: tuple[Said, ...]
    served: tuple[Said, ...]
    elsewhere: tuple[Said, ...]

    @cached_property
    def unused(self) -> tuple[Said, ...]:
        served = set(self.served)
        return tuple(s for s in self.sentences if s not in served)

    @property
    def rate(self) -> float | None:
        """Which share of the sentences serves a question; None where there is no sentence."""
        return len(self.served) / len(self.sentences) if self.sentences else None


def coverage(corpus: Corpus, sentences: Mapping[str, tuple[Said, ...]] | None = None) -> dict[str, Coverage]:
    """By topic, in the order of the topics; ``sentences`` are those of each document, where they are known already."""
    held = of_corpus(corpus) if sentences is None else sentences
    under = _under_topics(corpus, held)
    by_topic = {t.topic: t for t in corpus.points}
    served = _serving(held, corpus.points)
    found = {}
    for topic in corpus.vocabulary.topics:
        own = _serving(held, (by_topic[topic.id],)) if topic.id in by_topic else frozenset()
        here = tuple(under[topic.id])
        elsewhere = own.difference(here)
        found[topic.id] = Coverage(
            topic.id,
            here,
            tuple(s for s in here if s in own),
            tuple(s for s in here if s in served),
            tuple(s for said in held.values() for s in said if elsewhere and s in elsewhere),
        )
    return found


def _under_topics(corpus: Corpus, held: Mapping[str, tuple[Said, ...]]) -> Mapping[str, list[Said]]:
    """By topic, the sentences of its measures, headings and clauses of bodies left out."""
    topics = {measure_id(d.id, m.ref): frozenset(m.topics) for d in corpus.documents for m in d.measures}
    found: dict[str, list[Said]] = defaultdict(list)
    for s in chain.from_iterable(held.values()):
        if s.measure is not None and not s.is_heading and not s.is_clause:
            for topic in topics[s.measure]:
                found[topic].append(s)
    return found


def _serving(held: Mapping[str, tuple[Said, ...]], topics: tuple[TopicPoints, ...]) -> frozenset[Said]:
    points = points_of(topics)
    return frozenset(s for d, said in held.items() for s in serving(said, evidence_in(points, d)))
