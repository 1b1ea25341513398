"""Rules of structured/vocabulary/."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...locating.loading import Loading
from ...problems import Problem
from ...sources.fold import fold
from ...store.files import valid_id

KINDS = (
    "party",
    "government",
    "office",
    "customs",
    "tax",
    "zone",
    "people-organisation",
    "coordinating",
    "institution",
    "enterprise",
)
LEVELS = ("nation", "province", "prefecture", "county")
EVENT_TYPES = ("rename", "merge", "split", "transfer", "abolition", "established")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def _items(loading: Loading, name: str) -> Iterator[tuple[int, object]]:
    loaded = loading.vocabulary_files.get(name)
    yield from enumerate(loaded.value or ()) if loaded else ()


def _problem(loading: Loading, name: str, at: tuple, code: str, message: str, tip: str, record: str) -> Problem:
    loaded = loading.vocabulary_files[name]
    return Problem(loaded.path, *loaded.tree.place(at), code, message, tip, record)


def ids(loading: Loading) -> list[Problem]:
    """Ids are well formed and stand once."""
    found = []
    for name in loading.vocabulary_files.keys() - {"synonyms"}:
        seen: set[str] = set()
        for i, item in _items(loading, name):
            if not valid_id(item.id):
                found.append(
                    _problem(
                        loading,
                        name,
                        (i, "id"),
                        "id-form",
                        f"id {item.id!r} 不合规",
                        "只用小写字母、数字和连字符，且不是系统保留名",
                        item.id,
                    )
                )
            if item.id in seen:
                found.append(
                    _problem(
                        loading,
                        name,
                        (i, "id"),
                        "id-duplicate",
                        f"id {item.id} 出现了两次",
                        "合并两条，或换一个 id",
                        item.id,
                    )
                )
            seen.add(item.id)
    return found


def jurisdictions(loading: Loading) -> list[Problem]:
    """Codes are GB/T 2260 strings; the place above exists."""
    known = {j.id for j in loading.vocabulary.jurisdictions}
    found = []
    for i, item in _items(loading, "jurisdictions"):
        if not re.fullmatch(r"\d{6}", item.code):
            found.append(
                _problem(
                    loading,
                    "jurisdictions",
                    (i, "code"),
                    "jurisdiction-code",
                    f"{item.code!r} 不是六位行政区划代码",
                    "按 GB/T 2260 填写，如 620000",
                    item.id,
                )
            )
        if item.within is not None and item.within not in known:
            found.append(
                _problem(
                    loading,
                    "jurisdictions",
                    (i, "within"),
                    "jurisdiction-unknown",
                    f"没有 {item.within} 这个地区",
                    "先加入 jurisdictions.yml",
                    item.id,
                )
            )
        if item.level not in LEVELS:
            found.append(
                _problem(
                    loading,
                    "jurisdictions",
                    (i, "level"),
                    "value-unknown",
                    f"不认识的层级 {item.level}",
                    "可用：" + "、".join(LEVELS),
                    item.id,
                )
            )
    return found


def agencies(loading: Loading) -> list[Problem]:
    """Jurisdiction, kind, line and events of a body exist; a printed form means one body of a place."""
    places = {j.id for j in loading.vocabulary.jurisdictions}
    lines = {line.id for line in loading.vocabulary.lines}
    known = {a.id for a in loading.vocabulary.agencies}
    forms: dict[tuple[str, str], str] = {}
    found = []

    def add(at: tuple, code: str, message: str, tip: str, record: str) -> None:
        found.append(_problem(loading, "agencies", at, code, message, tip, record))

    for i, item in _items(loading, "agencies"):
        if item.jurisdiction not in places:
            add(
                (i, "jurisdiction"),
                "jurisdiction-unknown",
                f"没有 {item.jurisdiction} 这个地区",
                "可用：" + "、".join(sorted(places)),
                item.id,
            )
        if item.kind not in KINDS:
            add((i, "kind"), "value-unknown", f"不认识的单位类别 {item.kind}", "可用：" + "、".join(KINDS), item.id)
        if item.line not in lines:
            add((i, "line"), "line-unknown", f"没有 {item.line} 这条条线", "可用的条线见 lines.yml", item.id)
        for n, form in enumerate(item.names):
            key = (item.jurisdiction, "".join(fold(form).split()))
            if forms.setdefault(key, item.id) != item.id:
                add(
                    (i, "names", n),
                    "agency-name-twice",
                    f"名称「{form}」同时属于 {forms[key]} 和 {item.id}",
                    "同一地区的一个名称只能指一个单位",
                    item.id,
                )
        for n, event in enumerate(item.events):
            if event.type not in EVENT_TYPES:
                add(
                    (i, "events", n, "type"),
                    "value-unknown",
                    f"不认识的沿革类别 {event.type}",
                    "可用：" + "、".join(EVENT_TYPES),
                    item.id,
                )
            if event.date is not None and not _DATE.fullmatch(event.date):
                add(
                    (i, "events", n, "date"),
                    "date-form",
                    f"日期 {event.date!r} 不合规",
                    "写 YYYY、YYYY-MM 或 YYYY-MM-DD",
                    item.id,
                )
            for other in (*event.to, *event.origin):
                if other not in known:
                    add(
                        (i, "events", n),
                        "agency-unknown",
                        f"沿革里的 {other} 不在词表中",
                        "先加入 agencies.yml",
                        item.id,
                    )
    return found


def patterns(loading: Loading) -> list[Problem]:
    """Every pattern of a topic or a family of indicators matches one of its examples, every example a pattern."""
    return [p for name in ("topics", "indicators") for p in _patterns(loading, name)]


def _patterns(loading: Loading, name: str) -> list[Problem]:
    found = []
    for i, item in _items(loading, name):
        compiled = []
        for n, pattern in enumerate(item.patterns):
            try:
                compiled.append((n, re.compile(pattern)))
            except re.error as error:
                found.append(
                    _problem(
                        loading,
                        name,
                        (i, "patterns", n),
                        "pattern-syntax",
                        f"正则式有误：{error}",
                        "检查括号与反斜杠",
                        item.id,
                    )
                )
        for n, pattern in compiled:
            if not any(pattern.search(fold(e)) for e in item.examples):
                found.append(
                    _problem(
                        loading,
                        name,
                        (i, "patterns", n),
                        "pattern-without-example",
                        f"没有一个例子能被 {pattern.pattern} 匹配",
                        "补一个例子，或改正则式",
                        item.id,
                    )
                )
        for n, example in enumerate(item.examples):
            if not any(p.search(fold(example)) for _, p in compiled):
                found.append(
                    _problem(
                        loading,
                        name,
                        (i, "examples", n),
                        "example-without-pattern",
                        f"例子「{example}」没有被任何正则式匹配",
                        "补一条正则式，或删去例子",
                        item.id,
                    )
                )
    return found


def synonyms(loading: Loading) -> list[Problem]:
    """A group has two terms or more and says how close they are; a term is in Simplified and stands in one group only."""
    found = []
    seen: dict[str, str] = {}

    def add(at: tuple, code: str, message: str, tip: str, record: str) -> None:
        found.append(_problem(loading, "synonyms", at, code, message, tip, record))

    for i, group in _items(loading, "synonyms"):
        record = "–".join(group.terms[:2])
        if len(group.terms) < 2:
            add((i, "terms"), "synonym-few", "一组近义说法至少要有两个词", "再补一个词，或删去这一组", record)
        if not group.note.strip():
            add((i, "note"), "synonym-note", "没有说明这些词远近如何", "在 note 里用一句话写明", record)
        for n, term in enumerate(group.terms):
            if fold(term) != term:
                add(
                    (i, "terms", n),
                    "synonym-traditional",
                    f"「{term}」不是简体",
                    f"写成 {fold(term)}；检索时繁简通查",
                    record,
                )
            if term in seen:
                tip = f"一个词只放在一组里：留在「{seen[term]}」那一组，或并为一组"
                add((i, "terms", n), "synonym-twice", f"「{term}」出现了两次", tip, record)
            seen.setdefault(term, record)
    return found


CHECKS = (ids, jurisdictions, agencies, patterns, synonyms)
