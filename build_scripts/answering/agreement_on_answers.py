"""How far two readers of the same questions agree, topic by topic.

A cell is a question and a document. Two readings of it differ, by the first of these that holds: in *status* (one answers
and the other does not, or one is silent where the question does not apply), in *evidence* (both answer and no sentence is
shared), or in *clause* (a third reader found that one clause would mislead about the other: so it stands among the cells
settled).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from ..locating.evidence import Grounds, grounds, placed
from ..model import Answer, Corpus, Difference, ReadPoint, State, TopicReadings
from ..sources.fold import fold
from .sentences import Said, of_corpus, serving


@dataclass(frozen=True)
class Agreement:
    """The cells of a topic that both readers read: ``differing`` by kind, ``states`` each pair of states and how often,
    ``clauses`` how many pairs of clauses a third reader judged: both answer, a sentence is shared, the words differ.

    ``divergence`` is the share of cells that differ in any way, ``agreed`` that of cells given the same state, ``kappa``
    Cohen's, of the states (None where chance alone would have them agree).
    """

    topic: str
    cells: int
    differing: Mapping[Difference, int]
    states: Mapping[tuple[State, State], int]
    clauses: int = 0

    @property
    def divergence(self) -> float:
        return sum(self.differing.values()) / self.cells if self.cells else 0.0

    @property
    def agreed(self) -> float:
        return sum(n for (a, b), n in self.states.items() if a == b) / self.cells if self.cells else 1.0

    @property
    def kappa(self) -> float | None:
        return cohen(self.states)


def cohen(pairs: Mapping[tuple[Any, Any], int]) -> float | None:
    """Cohen's kappa of what two readers said, by how often they said it; None where chance alone would have them agree."""
    cells = sum(pairs.values())
    first, second = Counter[Any](), Counter[Any]()
    for (a, b), n in pairs.items():
        first[a] += n
        second[b] += n
    chance = sum(first[s] * second[s] for s in first) / cells**2 if cells else 1.0
    agreed = sum(n for (a, b), n in pairs.items() if a == b) / cells if cells else 1.0
    return None if chance >= 1 else (agreed - chance) / (1 - chance)


def agreements(corpus: Corpus, sentences: Mapping[str, tuple[Said, ...]] | None = None) -> list[Agreement]:
    """Of each topic that was read twice, in the order of the topics; ``sentences`` are those of each document, where they
    are known already."""
    where = grounds(corpus.documents, corpus.nodes, corpus.sources)
    held = of_corpus(corpus) if sentences is None else sentences
    return [agreement(r, where, held) for r in corpus.readings]


def agreement(readings: TopicReadings, where: Grounds, held: Mapping[str, tuple[Said, ...]]) -> Agreement:
    """Of one topic; ``held`` are the sentences of each document."""
    settled = {(c.point, c.document): c.kind for c in readings.settled.cells}
    seconds = {p.id: p for p in readings.second.points}
    states: Counter[tuple[State, State]] = Counter()
    differing: Counter[Difference] = Counter()
    clauses = 0
    for first in readings.first.points:
        second = seconds.get(first.id)
        for document in _both(first, second):
            assert second is not None
            states[first.state(document), second.state(document)] += 1
            one, other = first.answer(document), second.answer(document)
            kind = differs(one, other, where, held.get(document, ()))
            clauses += bool(kind is None and one and other and one.says != other.says)
            if kind is None and first.state(document) != second.state(document):
                kind = "status"
            if kind is None and settled.get((first.id, document)) == "clause":
                kind = "clause"
            if kind is not None:
                differing[kind] += 1
    return Agreement(readings.topic, states.total(), dict(differing), dict(states), clauses)


def _both(first: ReadPoint, second: ReadPoint | None) -> list[str]:
    """The documents that both readers read for a question."""
    return [d for d in first.accounted if second is not None and second.state(d) != "unread"]


def differs(a: Answer | None, b: Answer | None, where: Grounds, held: Collection[Said]) -> Difference | None:
    """How two answers differ as far as a program can tell: in that one is none, or in that they share no sentence."""
    if a is None or b is None:
        return None if a is b else "status"
    return None if _proof(a, where, held) & _proof(b, where, held) else "evidence"


def _proof(answer: Answer, where: Grounds, held: Collection[Said]) -> set[Said | str]:
    """The sentences of an answer's evidence; words that stand nowhere any more count as themselves."""
    there = placed(answer, where).evidence
    return {*serving(held, (e.at for e in there)), *(fold(e.quote) for e in there if e.at is None)}
