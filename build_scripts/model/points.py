"""Questions that people ask, and what each document answers (structured/points/): the answers, their evidence, the
silences, and the readings that they were settled from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .spans import Span

PassageName = Literal["title", "number", "addressees", "preamble", "lead-in", "closing", "annex", "signature", "date"]
"""How a stretch outside the measures is named as evidence; of lead-ins a document has many, told apart by their ref."""

State = Literal["answered", "silent", "not_applicable", "unread"]
STATES: Mapping[str, str] = {"answered": "答了", "silent": "未写", "not_applicable": "不适用", "unread": "尚未读"}

Difference = Literal["status", "evidence", "clause"]
Settlement = Literal["first", "second", "both", "new"]


@dataclass(frozen=True)
class Evidence:
    """Words that prove an answer, verbatim: out of ``measure`` (an id), its heading included, or out of the
    ``passage`` of ``document`` with its ``ref``."""

    measure: str | None = None
    document: str | None = None
    passage: PassageName | None = None
    ref: str | None = None
    quote: str = field(kw_only=True)
    at: Span | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Answer:
    """What a document answers: ``says`` is one clause in Simplified that holds nothing its evidence does not."""

    document: str
    says: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class NotApplicable:
    """A document in which the question has no object, and why."""

    document: str
    why: str


class Cells:
    """One cell for each document: it answers, is silent, cannot be asked, or nobody has read it yet."""

    answers: tuple[Answer, ...]
    silent: tuple[str, ...]
    not_applicable: tuple[NotApplicable, ...]

    def answer(self, document: str) -> Answer | None:
        return next((a for a in self.answers if a.document == document), None)

    def state(self, document: str) -> State:
        if self.answer(document):
            return "answered"
        if document in self.silent:
            return "silent"
        return "not_applicable" if any(n.document == document for n in self.not_applicable) else "unread"

    @property
    def accounted(self) -> tuple[str, ...]:
        """The documents that were read for the question, as often as they are named."""
        return (*(a.document for a in self.answers), *self.silent, *(n.document for n in self.not_applicable))


@dataclass(frozen=True)
class Point(Cells):
    """A question and what each document answers. ``id`` is minted once; ``scope`` says what counts as an answer.

    A document that none of ``answers``, ``silent`` and ``not_applicable`` names has not been read for it yet.
    ``difference`` says in a sentence how the answers differ, ``caution`` what keeps them from being compared.
    """

    id: str
    question: str
    scope: str
    answers: tuple[Answer, ...] = ()
    silent: tuple[str, ...] = ()
    not_applicable: tuple[NotApplicable, ...] = ()
    caution: str | None = None
    difference: str | None = None


@dataclass(frozen=True)
class TopicPoints:
    """A file of structured/points/: the questions of a topic, in the order in which they are shown."""

    topic: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class ReadPoint(Cells):
    """What one reader found for a question."""

    id: str
    answers: tuple[Answer, ...] = ()
    silent: tuple[str, ...] = ()
    not_applicable: tuple[NotApplicable, ...] = ()
    caution: str | None = None
    difference: str | None = None


@dataclass(frozen=True)
class PointReading:
    """One of the two independent readings of a topic, kept as it was before they were compared."""

    reading: Literal["first", "second"]
    topic: str
    points: tuple[ReadPoint, ...]


@dataclass(frozen=True)
class SettledCell:
    """A cell in which the readings differ: how, which of them holds, and on what grounds."""

    point: str
    document: str
    kind: Difference
    settled: Settlement
    reason: str


@dataclass(frozen=True)
class SettledPoints:
    """The cells of a topic in which its readings differ."""

    topic: str
    cells: tuple[SettledCell, ...]


@dataclass(frozen=True)
class TopicReadings:
    """Both readings of a topic and how their differences were settled."""

    first: PointReading
    second: PointReading
    settled: SettledPoints

    @property
    def topic(self) -> str:
        return self.first.topic


def point_id(topic: str, point: str) -> str:
    """How a point is named outside its topic: ``enclave-parks/forms``."""
    return f"{topic}/{point}"
