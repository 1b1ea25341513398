"""The questions as the pages need them: by topic, by document, by the measure that they quote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_scripts import addresses
from build_scripts.locating.evidence import document_of
from build_scripts.model import Answer, Evidence, Permalink, Point, State, Topic, TopicPoints, point_id


@dataclass(frozen=True)
class Question:
    """A point with its topic."""

    topic: Topic
    point: Point

    @property
    def id(self) -> str:
        """``<topic>/<point>``, as the dataset names it."""
        return point_id(self.topic.id, self.point.id)

    @property
    def anchor(self) -> str:
        return addresses.point_anchor(self.point.id)

    @property
    def address(self) -> str:
        return addresses.point(self.topic.id, self.point.id)

    def answer(self, document: str) -> Answer | None:
        return self.point.answer(document)

    def state(self, document: str) -> State:
        """Whether the document answers, is silent, cannot be asked, or has not been read for it yet."""
        return self.point.state(document)


@dataclass(frozen=True)
class Quoting:
    """A piece of evidence, with the answer that it proves and the question answered."""

    question: Question
    answer: Answer
    evidence: Evidence


@dataclass(frozen=True)
class Tally:
    """Of ``asked`` questions: how many at least one of some documents answers; how many none answers and not all are read
    for yet."""

    asked: int
    answered: int
    unread: int


def tally(asked: Sequence[Question], documents: Iterable[str]) -> Tally:
    own = list(documents)
    states = [{q.state(d) for d in own} for q in asked]
    unread = sum("unread" in s and "answered" not in s for s in states)
    return Tally(len(asked), sum("answered" in s for s in states), unread)


def questions(points: Iterable[TopicPoints], topics: Iterable[Topic]) -> dict[str, Question]:
    """By id: every question, in the order of the topics and of their files."""
    known = {t.id: t for t in topics}
    found = (Question(known[t.topic], p) for t in points if t.topic in known for p in t.points)
    return {q.id: q for q in found}


def by_topic(held: Iterable[Question]) -> dict[str, tuple[Question, ...]]:
    found: dict[str, list[Question]] = defaultdict(list)
    for question in held:
        found[question.topic.id].append(question)
    return {topic: tuple(group) for topic, group in found.items()}


def by_document(held: Iterable[Question]) -> dict[str, tuple[Question, ...]]:
    """By document: the questions that it answers."""
    found: dict[str, list[Question]] = defaultdict(list)
    for question in held:
        for answer in question.point.answers:
            found[answer.document].append(question)
    return {document: tuple(group) for document, group in found.items()}


def by_measure(held: Iterable[Question]) -> dict[str, tuple[Quoting, ...]]:
    """By measure id: what is quoted of it, in the order of its words."""
    quoted = ((q, e) for q in quotings(held) if (e := q.evidence).measure is not None)
    return _grouped((e.measure or "", q) for q, e in quoted)


def outside_measures(held: Iterable[Question]) -> dict[str, tuple[Quoting, ...]]:
    """By document: what is quoted of its passages, in the order of its words."""
    quoted = ((q, e) for q in quotings(held) if (e := q.evidence).measure is None)
    return _grouped((document_of(e) or "", q) for q, e in quoted)


def quotings(held: Iterable[Question]) -> Iterable[Quoting]:
    return (Quoting(q, a, e) for q in held for a in q.point.answers for e in a.evidence)


def _grouped(pairs: Iterable[tuple[str, Quoting]]) -> dict[str, tuple[Quoting, ...]]:
    found: dict[str, list[Quoting]] = defaultdict(list)
    for key, quoting in pairs:
        found[key].append(quoting)
    return {key: tuple(sorted(group, key=_place)) for key, group in found.items()}


def _place(quoting: Quoting) -> tuple[int, int]:
    at = quoting.evidence.at
    return (at.start, at.end) if at else (0, 0)


def departed(permalinks: Iterable[Permalink]) -> dict[str, tuple[tuple[str, Permalink], ...]]:
    """By topic: the anchors of questions that moved or went and must stay as elements on the topic's page, each with its
    entry in the register."""
    found: dict[str, list[tuple[str, Permalink]]] = defaultdict(list)
    for entry in permalinks:
        if entry.kind == "point" and (entry.successor is not None or entry.gone is not None):
            page, _, anchor = entry.address.partition("#")
            found[page.strip("/").rpartition("/")[2]].append((anchor, entry))
    return {topic: tuple(group) for topic, group in found.items()}
