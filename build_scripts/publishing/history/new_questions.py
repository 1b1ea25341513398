"""Which questions are new on which day, by topic: the day on which the register promised their addresses."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from build_scripts import addresses
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.index.points import Question


@dataclass(frozen=True)
class QuestionDay:
    """Questions of one topic that were first published on one day (ISO 8601)."""

    day: str
    topic: str
    questions: tuple[Question, ...]

    @property
    def updated(self) -> str:
        """RFC 3339, UTC: the register knows the day alone."""
        return f"{self.day}T00:00:00Z"


def new_questions(index: Index) -> tuple[QuestionDay, ...]:
    """The latest day first, topics in their order; a question that is not registered yet is not published."""
    firsts = {e.address: e.first for e in index.corpus.permalinks if e.kind == "point"}
    found: dict[tuple[str, str], list[Question]] = defaultdict(list)
    for question in index.questions.values():
        if day := firsts.get(addresses.rooted(question.address)):
            found[day, question.topic.id].append(question)
    days = [QuestionDay(day, topic, tuple(held)) for (day, topic), held in found.items()]
    return tuple(sorted(days, key=lambda d: d.day, reverse=True))
