"""Where an editor should look: sentences that may answer, sentences that no question asks for, silences to look at again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Answer, Corpus, Point, State
from .scoring import Scored, Scorer
from .sentences import Said, evidence_in, points_of, serving

BEST = 5
_FACTS = frozenset({"title", "number", "addressees", "annex", "signature", "date"})  # passages that ask for no question


@dataclass(frozen=True)
class Suggestion:
    """A question, what a document is to it so far, and the document's sentences that may answer it, best first."""

    topic: str
    point: Point
    state: State
    best: tuple[Scored, ...]


@dataclass(frozen=True)
class Unasked:
    """A sentence that is no evidence yet, and the question nearest to it (None where there is no question at all)."""

    said: Said
    topic: str | None
    point: Point | None
    score: float


@dataclass(frozen=True)
class PassedOver:
    """A silence, and the best-scoring sentence that was not taken for an answer."""

    topic: str
    point: Point
    document: str
    best: Scored


def suggestions(corpus: Corpus, document: str, scorer: Scorer | None = None, best: int = BEST) -> list[Suggestion]:
    """For every question the ``best`` sentences of a document, in the order of the topics."""
    scorer = scorer or Scorer(corpus)
    return [
        Suggestion(t.topic, p, p.state(document), tuple(scorer.ranked(t.topic, p, document)[:best]))
        for t in corpus.points
        for p in t.points
    ]


def unasked(corpus: Corpus, document: str, scorer: Scorer | None = None) -> list[Unasked]:
    """Each sentence of a document that is no evidence, in the order of its text, with the nearest question."""
    scorer = scorer or Scorer(corpus)
    held = scorer.sentences.get(document, ())
    served = serving(held, evidence_in(points_of(corpus.points), document))
    nearest: dict[Said, Unasked] = {}
    for t in corpus.points:
        for p in t.points:
            for found in scorer.ranked(t.topic, p, document):
                if found.said not in nearest or found.score > nearest[found.said].score:
                    nearest[found.said] = Unasked(found.said, t.topic, p, found.score)
    left = (s for s in held if s.passage not in _FACTS and not (s.is_heading or s.is_clause or s in served))
    return [nearest.get(s, Unasked(s, None, None, 0.0)) for s in left]


def passed_over(corpus: Corpus, topic: str | None = None, scorer: Scorer | None = None) -> list[PassedOver]:
    """Each silence (of one topic) with the sentence most like an answer, the likeliest first."""
    scorer = scorer or Scorer(corpus)
    found = list(_silences(corpus, topic, scorer))
    return sorted(found, key=lambda p: -p.best.score)


def _silences(corpus: Corpus, topic: str | None, scorer: Scorer) -> Iterator[PassedOver]:
    for t in corpus.points:
        for p in t.points if topic in (None, t.topic) else ():
            for document in p.silent:
                if ranked := scorer.ranked(t.topic, p, document):
                    yield PassedOver(t.topic, p, document, ranked[0])


def as_answer(document: str, said: Said) -> Answer:
    """What an editor may begin with: the whole sentence as evidence, nothing said yet."""
    return Answer(document, "", (said.as_evidence(said.text),))
