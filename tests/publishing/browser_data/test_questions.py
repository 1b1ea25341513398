"""The questions with each document's answer, as the search and the draft desk fetch them."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.model import Corpus
from build_scripts.publishing.browser_data.questions_for_search_and_desk import all_questions
from build_scripts.publishing.index.lookups import Index


def cells(corpus: Corpus) -> dict[str, dict[str, str]]:
    """By question, the state of each document that has a cell."""
    held = all_questions(Index(corpus))
    names = [d["id"] for d in held["documents"]]
    return {p["id"]: {names[n]: held["states"][state] for n, state, *_ in p["cells"]} for p in held["points"]}


def test_a_document_that_nobody_has_read_for_a_question_has_no_cell(five_texts: Corpus) -> None:
    topic = next(t for t in five_texts.points if t.points[0].silent)
    point = topic.points[0]
    gone = point.silent[0]
    unread = replace(topic, points=(replace(point, silent=point.silent[1:]), *topic.points[1:]))
    changed = replace(five_texts, points=tuple(unread if t is topic else t for t in five_texts.points))
    before, after = cells(five_texts), cells(changed)
    question = f"{topic.topic}/{point.id}"
    assert before[question][gone] == "silent"
    assert gone not in after[question]
    assert {q: held for q, held in after.items() if q != question} == {q: h for q, h in before.items() if q != question}
