"""The essays of docs/analysis/: the head of each file comes in, what pages, citations and lists say of it goes out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from build_scripts.model import Topic
from build_scripts.model.dates import is_day
from build_scripts.problems import Problem
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.store.paths import Layout
from build_scripts.store.yaml_files_to_model import read_text
from build_scripts.store.yaml_to_types import Reader
from build_scripts.store.yaml_tree import parse

FOLDER = "docs/analysis"
_WORDS = wording("problems")
_HEAD = re.compile(r"---\n(.*?)^---$", re.S | re.M)


@dataclass(frozen=True)
class Essay:
    """The head of an essay as it stands in its file; ``slug`` is the file's name, ``about`` the topics it names.

    ``date`` is the day it was written, ``revised`` that of its last revision, both ISO 8601.
    """

    title: str
    description: str
    date: str
    topics: tuple[str, ...]
    render_macros: bool
    revised: str | None = None
    slug: str = field(default="", compare=False)
    about: tuple[Topic, ...] = field(default=(), compare=False)

    @property
    def dated(self) -> str:
        """The day of the text as it stands now."""
        return self.revised or self.date


def read_essays(root: Path, topics: Mapping[str, Topic]) -> tuple[tuple[Essay, ...], list[Problem]]:
    """The essays of the tree at ``root``, the latest first, and what is wrong with their heads."""
    found, problems = [], []
    for path in sorted((root / FOLDER).glob("*.md")):
        if path.stem == "index":
            continue
        essay, wrong = _read(path, Layout(root).shown(path), topics)
        problems += wrong
        found += [essay] if essay else []
    return tuple(sorted(found, key=lambda e: e.date, reverse=True)), problems


def _read(path: Path, shown: str, topics: Mapping[str, Topic]) -> tuple[Essay | None, list[Problem]]:
    text, problems = read_text(path, shown)
    if text is None:
        return None, problems
    head = _HEAD.match(text)
    if head is None:
        return None, [Problem(shown, 1, 1, "essay-head", _WORDS.essay_head, _WORDS.essay_head_tip)]
    tree, problems = parse("\n" + head[1], shown)  # the lines as they are counted in the file
    if tree is None:
        return None, problems
    reader = Reader(tree, shown)
    essay: Essay | None = reader.read(Essay)
    if essay is None:
        return None, reader.problems
    _check(reader, essay, topics)
    if reader.problems:
        return None, reader.problems
    return replace(essay, slug=path.stem, about=tuple(topics[t] for t in essay.topics)), []


def _check(reader: Reader, essay: Essay, topics: Mapping[str, Topic]) -> None:
    """Leave with the reader what is wrong with the days and topics of an essay."""
    for name, day in (("date", essay.date), ("revised", essay.revised)):
        if day is not None and not is_day(day):
            reader.problem((name,), "essay-date", _WORDS("essay_date", day=day), _WORDS.essay_date_tip)
    if essay.dated < essay.date:
        reader.problem(("revised",), "essay-date", _WORDS.essay_revised, _WORDS.essay_revised_tip)
    for n, name in enumerate(essay.topics):
        if name not in topics:
            message = _WORDS("essay_topic", topic=name)
            reader.problem(("topics", n), "essay-topic", message, _WORDS.essay_topic_tip)
    if not essay.topics:
        reader.problem(("topics",), "essay-topic", _WORDS.essay_no_topic, _WORDS.essay_topic_tip)
