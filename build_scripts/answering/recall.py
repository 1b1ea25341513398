"""How far suggestions can be trusted: of the answers that a document gives, how many are among the sentences suggested.

Each document is taken for a new one in turn: what it answers itself is not used to score its sentences. Questions and
scopes were written by people who had read all of the documents, so for a text that nobody has seen it will be less.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Corpus
from .scoring import Scorer
from .sentences import serving
from .suggestions import BEST


@dataclass(frozen=True)
class Recall:
    """``answers`` of which a sentence of the evidence is among the best ``at``; ``sentences`` of their evidence."""

    at: int
    answers: int = 0
    answers_hit: int = 0
    sentences: int = 0
    sentences_hit: int = 0

    def __add__(self, other: Recall) -> Recall:
        return Recall(
            self.at,
            self.answers + other.answers,
            self.answers_hit + other.answers_hit,
            self.sentences + other.sentences,
            self.sentences_hit + other.sentences_hit,
        )

    @property
    def rate(self) -> float | None:
        return self.answers_hit / self.answers if self.answers else None


def recall(corpus: Corpus, scorer: Scorer | None = None, at: int = BEST) -> dict[str, Recall]:
    """By document that answers anything."""
    scorer = scorer or Scorer(corpus)
    found = {}
    for document in corpus.documents:
        total = Recall(at)
        for t in corpus.points:
            for point in t.points:
                answer = point.answer(document.id)
                wanted = serving(scorer.sentences[document.id], [e.at for e in answer.evidence]) if answer else None
                if wanted:
                    best = {s.said for s in scorer.ranked(t.topic, point, document.id)[:at]}
                    total += Recall(at, 1, bool(wanted & best), len(wanted), len(wanted & best))
        if total.answers:
            found[document.id] = total
    return found
