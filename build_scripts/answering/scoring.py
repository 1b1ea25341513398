"""How well a sentence may answer a question: a score that suggests where to look, and judges nothing.

============  ===========================================================================  ======
part          likeness of the sentence to                                                   weight
============  ===========================================================================  ======
``question``  the question with its scope                                                   0.60
``evidence``  the nearest piece of evidence of the other documents' answers                 0.30
``heading``   its measure's heading, to the question and the headings of that evidence      0.06
``topic``     the question's topic: 1 where its measure's first topic is it, 0.6 if another  0.04
============  ===========================================================================  ======

Likeness is the cosine of the character n-grams by which measures are compared, each weighted (1 + ln count) ·
ln(1 + N / df) over all sentences. What a document itself answers plays no part in the scores of its own sentences, so that
a document that answers already is scored as a new one would be. The weights are round numbers from a plateau.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ..comparing.counterparts.features import OTHER_TOPIC, heading_of
from ..comparing.wording.compared_text import grams
from ..model import Corpus, Measure, Point, measure_id
from ..sources.fold import fold
from .sentences import Said, of_corpus

WEIGHTS: Mapping[str, float] = {"question": 0.60, "evidence": 0.30, "heading": 0.06, "topic": 0.04}

Vector = Mapping[str, float]


@dataclass(frozen=True)
class Scored:
    """A sentence and how well it may answer, 0…1."""

    score: float
    said: Said


class Scorer:
    """Scores every sentence of a document for every question; ``sentences`` are those of each document."""

    def __init__(self, corpus: Corpus) -> None:
        self.sentences = of_corpus(corpus)
        self._measures = {measure_id(d.id, m.ref): m for d in corpus.documents for m in d.measures}
        headings = {measure_id(d.id, m.ref): heading_of(d, m) or "" for d in corpus.documents for m in d.measures}
        counted = {s: grams(fold(s.text)) for held in self.sentences.values() for s in held}
        self._frequency = Counter(gram for found in counted.values() for gram in found)
        self._total = max(1, len(counted))
        self._said = {s: self._weighted(found) for s, found in counted.items()}
        self._headings = {name: self._vector(text) for name, text in headings.items()}
        self._vector_of = cache(self._vector)

    def ranked(self, topic: str, point: Point, document: str) -> list[Scored]:
        """The sentences of a document for a question, best first; headings and clauses of bodies are left out."""
        asked, scope = self._vector_of(point.question), self._vector_of(point.question + point.scope)
        proofs = [e for a in point.answers if a.document != document for e in a.evidence]
        near = [self._vector_of(e.quote) for e in proofs]
        heads = [asked, *(self._headings[e.measure] for e in proofs if e.measure in self._headings)]
        found = [
            Scored(self._score(s, scope, near, heads, topic), s)
            for s in self.sentences.get(document, ())
            if not s.is_heading and not s.is_clause
        ]
        return sorted(found, key=lambda f: (-f.score, f.said.at))

    def _score(self, said: Said, scope: Vector, near: Iterable[Vector], heads: Iterable[Vector], topic: str) -> float:
        own = self._said[said]
        parts = {
            "question": cosine(own, scope),
            "evidence": max((cosine(own, v) for v in near), default=0.0),
            "heading": 0.0,
            "topic": 0.0,
        }
        if said.measure is not None:
            heading = self._headings[said.measure]
            parts["heading"] = max(cosine(heading, v) for v in heads)
            parts["topic"] = _topical(self._measures[said.measure], topic)
        return sum(WEIGHTS[name] * value for name, value in parts.items())

    def _vector(self, text: str) -> Vector:
        return self._weighted(grams(fold(text)))

    def _weighted(self, counted: Mapping[str, float]) -> Vector:
        weights = {
            gram: (1 + math.log(n)) * math.log1p(self._total / (self._frequency[gram] + 1))
            for gram, n in counted.items()
        }
        length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        return {gram: w / length for gram, w in weights.items()}


def _topical(measure: Measure, topic: str) -> float:
    if topic not in measure.topics:
        return 0.0
    return 1.0 if measure.topics[0] == topic else OTHER_TOPIC


def cosine(a: Vector, b: Vector) -> float:
    """Of two vectors of length 1."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return sum(value * long[gram] for gram, value in short.items() if gram in long)
