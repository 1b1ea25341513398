"""Rules of structured/vocabulary/studies.yml and starters.yml."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...locating.loading import Loading
from ...model import Starter, Study
from ...problems import Problem
from ...store.files import valid_id


def _problem(loading: Loading, name: str, at: tuple, code: str, message: str, tip: str, record: str) -> Problem:
    loaded = loading.vocabulary_files[name]
    return Problem(loaded.path, *loaded.tree.place(at), code, message, tip, record)


def slugs(loading: Loading) -> Iterator[Problem]:
    """A study has an address of its own: its slug is well formed and no other study's."""
    held: Counter[str] = Counter()
    for i, study in enumerate(loading.vocabulary.studies):
        held[study.slug] += 1
        if not valid_id(study.slug):
            message, tip = f"地址 {study.slug!r} 不合规", "只用小写字母、数字和连字符；公布之后不再改"
            yield _problem(loading, "studies", (i, "slug"), "study-slug", message, tip, study.id)
        elif held[study.slug] > 1:
            message, tip = f"地址 {study.slug} 已经属于另一种对读", "换一个 slug"
            yield _problem(loading, "studies", (i, "slug"), "study-slug", message, tip, study.id)


def sorts(loading: Loading) -> Iterator[Problem]:
    """A study has sorts of relations, each with its meaning; a sort's id means the same name in every study."""
    names: dict[str, str] = {}
    for i, study in enumerate(loading.vocabulary.studies):
        if not study.relations:
            message, tip = "没有列出任何关系", "relations 至少写一种：id、zh、meaning"
            yield _problem(loading, "studies", (i,), "study-empty", message, tip, study.id)
        yield from _sorts(loading, i, study, names)


def _sorts(loading: Loading, i: int, study: Study, names: dict[str, str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for n, sort in enumerate(study.relations):
        at = (i, "relations", n)
        if not valid_id(sort.id) or sort.id in seen:
            message, tip = f"关系 id {sort.id!r} 不合规或重复", "只用小写字母、数字和连字符，一种对读里只出现一次"
            yield _problem(loading, "studies", at, "study-sort", message, tip, study.id)
        elif names.setdefault(sort.id, sort.zh) != sort.zh:
            message, tip = (
                f"{sort.id} 在别处叫“{names[sort.id]}”，这里叫“{sort.zh}”",
                "同一个 id 用同一个名称，或换一个 id",
            )
            yield _problem(loading, "studies", at, "study-sort", message, tip, study.id)
        if not sort.meaning.strip():
            message, tip = f"没有写“{sort.zh}”是什么意思", "meaning 用一句话写明它断言什么、不断言什么"
            yield _problem(loading, "studies", at, "study-meaning", message, tip, study.id)
        seen.add(sort.id)


def starters(loading: Loading) -> Iterator[Problem]:
    """A question to start from leads to a topic that exists."""
    topics = {t.id for t in loading.vocabulary.topics}
    for i, starter in enumerate(loading.vocabulary.starters):
        yield from _starter(loading, i, starter, topics)


def _starter(loading: Loading, i: int, starter: Starter, topics: set[str]) -> Iterator[Problem]:
    if starter.topic not in topics:
        message, tip = f"没有 {starter.topic} 这个专题", "可用的专题见 topics.yml"
        yield _problem(loading, "starters", (i, "topic"), "topic-unknown", message, tip, starter.id)
    if not starter.question.strip():
        message, tip = "没有写问题", "question 写读者会问的一句话"
        yield _problem(loading, "starters", (i,), "starter-question", message, tip, starter.id)


CHECKS = (slugs, sorts, starters)
