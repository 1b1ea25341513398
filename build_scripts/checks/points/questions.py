"""Rules of structured/points/: each topic has its file, each question its id, each document one answer or silence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from ...locating.loading import Loading
from ...model import Cells, Point, TopicPoints
from ...problems import Problem
from ...store.yaml_files_to_model import Loaded, valid_id
from ...store.yaml_tree import Path
from ..walking import Check, near, points, problem

LONGEST: Mapping[str, int] = {"question": 24, "says": 45, "difference": 80, "caution": 80, "why": 30}
"""How many characters each field may have, punctuation counted."""

# Nothing of these is wanted in a sentence; on the page they would stand as they are, in a table of Markdown not.
_MARKUP = re.compile(r"[<>{}|*`\\\n\[\]#]")


def topics(loading: Loading) -> Iterator[Problem]:
    """Each topic has a file, each file is of a topic and says so."""
    known = {t.id for t in loading.vocabulary.topics}
    vocabulary = loading.vocabulary_files["topics"]
    for i, topic in enumerate(loading.vocabulary.topics):
        if topic.id not in loading.points:
            message = f"专题 {topic.id} 没有 structured/points/{topic.id}.yml"
            tip = f"新建它，写 topic: {topic.id} 和 points: []，再照编码手册出题"
            yield problem(vocabulary, (i, "id"), "points-missing", message, tip, topic.id)
    for name, loaded in loading.points.items():
        if name not in known:
            message, tip = (
                f"没有 {name} 这个专题，这个文件没有人读",
                near(name, known) or "先加入 vocabulary/topics.yml",
            )
            yield problem(loaded, ("topic",), "topic-unknown", message, tip, name)
        if loaded.value is not None and loaded.value.topic != name:
            message, tip = f"topic 写的是 {loaded.value.topic}，文件名是 {name}.yml", "topic 与文件名写同一个专题 id"
            yield problem(loaded, ("topic",), "points-topic", message, tip, name)


def ids(loading: Loading) -> Iterator[Problem]:
    """A question's id is fit for an address and stands once in its topic."""
    for loaded, file in _files(loading):
        counts = Counter(p.id for p in file.points)
        for n, point in enumerate(file.points):
            at: Path = ("points", n, "id")
            if not valid_id(point.id):
                message, tip = f"id {point.id!r} 不合规", "只用小写字母、数字和连字符；登记之后不再改"
                yield problem(loaded, at, "id-form", message, tip, point.id)
            if counts[point.id] > 1:
                message, tip = f"有 {counts[point.id]} 个问题的 id 都是 {point.id}", "每个问题一个 id；新题换一个"
                yield problem(loaded, at, "point-duplicate", message, tip, point.id)


def documents(loading: Loading) -> Iterator[Problem]:
    """Each document that a question names is ours, and is named once."""
    for loaded, n, point in points(loading):
        seen: dict[str, str] = {}
        for at, document, state in named(point):
            place: Path = ("points", n, *at)
            if document not in loading.records:
                message, tip = f"没有 {document} 这份文件", near(document, loading.records) or "写文件 id"
                yield problem(loaded, place, "document-unknown", message, tip, point.id)
            if document in seen:
                message = f"{document} 写了两次：{seen[document]} 和 {state}"
                tip = "一份文件在一个问题里只有一种情形：answers、silent、not_applicable 之一；证据放进同一个回答"
                yield problem(loaded, place, "point-twice", message, tip, point.id)
            seen.setdefault(document, state)


def named(point: Cells) -> Iterator[tuple[Path, str, str]]:
    """Each document that a question names, with its place below the question and under which key."""
    for i, answer in enumerate(point.answers):
        yield ("answers", i, "document"), answer.document, "answers"
    for i, silent in enumerate(point.silent):
        yield ("silent", i), silent, "silent"
    for i, other in enumerate(point.not_applicable):
        yield ("not_applicable", i, "document"), other.document, "not_applicable"


def sentences(loading: Loading) -> Iterator[Problem]:
    """What an editor says is there, is short, and is plain text."""
    for loaded, n, point in points(loading):
        for at, text in said(point):
            key, place = str(at[-1]), ("points", n, *at)
            if not text.strip():
                message, tip = f"{key} 空着", "写一句；没有可写的就删去这一项"
                yield problem(loaded, place, "field-empty", message, tip, point.id)
            if len(text) > LONGEST.get(key, len(text)):
                message = f"{key} 有 {len(text)} 个字，多于 {LONGEST[key]} 个（连标点）：{text[:20]}…"
                yield problem(loaded, place, "point-long", message, "删到只剩回答问题的话；写不下就少举例", point.id)
            if mark := _MARKUP.search(text):
                message = f"{key} 第 {mark.start() + 1} 个字是 {mark[0]!r}：这里只写字，不写标记，也不换行"
                yield problem(loaded, place, "point-markup", message, "删去它，或换成全角标点", point.id)


def said(point: Point) -> Iterator[tuple[Path, str]]:
    """Each sentence of an editor's in a question, with its place below it."""
    yield ("question",), point.question
    yield ("scope",), point.scope
    for i, answer in enumerate(point.answers):
        yield ("answers", i, "says"), answer.says
    for i, other in enumerate(point.not_applicable):
        yield ("not_applicable", i, "why"), other.why
    for key, text in (("caution", point.caution), ("difference", point.difference)):
        if text is not None:
            yield (key,), text


def _files(loading: Loading) -> Iterator[tuple[Loaded[TopicPoints], TopicPoints]]:
    for loaded in loading.points.values():
        if loaded.value is not None:
            yield loaded, loaded.value


CHECKS: tuple[Check, ...] = (topics, ids, documents, sentences)
