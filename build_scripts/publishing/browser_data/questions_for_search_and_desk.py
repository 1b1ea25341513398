"""The questions with each document's answer, for the search and the draft desk: ``assets/search/points.json``.

A cell is ``[document, state, says]``: the number of the document in the list beside, of the state in STATES, and the
clause where there is one (else why the question does not apply, or nothing). A document that nobody has read for a question has
no cell there: of a thousand documents most have not been. All of it is our own wording, in Simplified: it has one form only.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from build_scripts.model import STATES, Document
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.index.points import Question
from build_scripts.publishing.text.json_text import for_scripts
from build_scripts.store.paths import write_atomically

FILE = "assets/search/points.json"
_NUMBERS = {state: n for n, state in enumerate(STATES)}


def all_questions(index: Index) -> dict[str, Any]:
    """Every question in the order of the topics; documents are in the order of their places, then of their ids."""
    documents = ordered(index)
    return {
        "states": list(STATES),
        "documents": [
            {"id": d.id, "short": index.short_names[d.id], "colour": index.places[d.jurisdiction].colour}
            for d in documents
        ],
        "topics": {q.topic.id: q.topic.zh for q in index.questions.values()},
        "points": [_point(q, documents) for q in index.questions.values()],
    }


def ordered(index: Index) -> tuple[Document, ...]:
    """The documents as the cells of a question stand: place by place."""
    places = list(index.places)
    return tuple(sorted(index.documents.values(), key=lambda d: (places.index(d.jurisdiction), d.id)))


def _point(question: Question, documents: tuple[Document, ...]) -> dict[str, Any]:
    point = question.point
    return {
        "id": question.id,
        "question": point.question,
        "url": question.address,
        "difference": point.difference,
        "cells": [
            [n, _NUMBERS[state], *_said(question, d)]
            for n, d in enumerate(documents)
            if (state := question.state(d.id)) != "unread"
        ],
    }


def _said(question: Question, document: Document) -> list[str]:
    answer = question.answer(document.id)
    if answer:
        return [answer.says]
    return [n.why for n in question.point.not_applicable if n.document == document.id]


def write_points(index: Index, site_dir: Path) -> int:
    """Write the file below the built site, and return how many questions there are."""
    write_atomically(site_dir / FILE, for_scripts(all_questions(index)))
    return len(index.questions)
