"""All questions by topic, each with the answers of the places folded to a line."""

from __future__ import annotations

from build_scripts import addresses
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.parts.point_rows import point_rows
from build_scripts.publishing.pages.rendering import Page, page
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("points")


def questions(index: Index) -> Page:
    groups = [(index.topics[t], point_rows(index, asked)) for t, asked in index.questions_of_topic.items()]
    meta = {"title": _WORDS.title, "description": _WORDS.description, "kind": "questions"}
    return page("questions.md.j2", addresses.QUESTIONS, meta, groups=groups, asked=len(index.questions))
