"""Rules of structured/records/: each names file, line, record, cause and mend."""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Iterator

from ..model import Document, Measure
from ..problems import Problem
from ..reading.bodies import Bodies, entry_to_paste
from ..sources.fold import fold
from ..store.files import Loaded, valid_id, valid_ref
from ..store.load import Loading

_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_DEADLINE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
MOST_TOPICS = 4


def _documents(loading: Loading) -> Iterator[tuple[str, Document, Loaded]]:
    for name, loaded in loading.records.items():
        if loaded.value is not None:
            yield name, loaded.value, loaded


def _measures(loading: Loading) -> Iterator[tuple[Document, Loaded, int, Measure]]:
    for _, document, loaded in _documents(loading):
        for i, measure in enumerate(document.measures):
            yield document, loaded, i, measure


def _problem(
    loaded: Loaded, at: tuple, code: str, message: str, tip: str, record: str = "", severity: str = "error"
) -> Problem:
    return Problem(loaded.path, *loaded.tree.place(at), code, message, tip, record, severity)


def _near(word: str, known: set[str]) -> str:
    near = difflib.get_close_matches(word, known, n=3, cutoff=0.4)
    return "最接近的：" + "、".join(near) if near else ""


def facts(loading: Loading) -> list[Problem]:
    """Id, jurisdiction, dates and editor's additions of a document."""
    places = {j.id for j in loading.vocabulary.jurisdictions}
    names = {f.name for f in dataclasses.fields(Document)}
    found = []
    for name, document, loaded in _documents(loading):
        if document.id != name or not valid_id(document.id):
            found.append(
                _problem(
                    loaded,
                    ("id",),
                    "id-form",
                    f"id {document.id!r} 与文件名 {name}.yml 不符，或不合规",
                    "id 只用小写字母、数字和连字符，与文件名相同，发布后不再改",
                )
            )
        if document.jurisdiction not in places:
            found.append(
                _problem(
                    loaded,
                    ("jurisdiction",),
                    "jurisdiction-unknown",
                    f"没有 {document.jurisdiction} 这个地区",
                    _near(document.jurisdiction, places) or "先加入 vocabulary/jurisdictions.yml",
                )
            )
        for key in ("date", "published"):
            value = getattr(document, key)
            if value is not None and not _DATE.fullmatch(value):
                found.append(
                    _problem(
                        loaded, (key,), "date-form", f"日期 {value!r} 不合规", "写 YYYY-MM-DD；原文未载就删去这一行"
                    )
                )
        for i, supplied in enumerate(document.supplied):
            if supplied.field not in names or not supplied.reason.strip():
                found.append(
                    _problem(
                        loaded,
                        ("supplied", i),
                        "supplied-form",
                        f"编者补充 {supplied.field!r} 没有这个字段，或没有写理由",
                        "field 写字段名，reason 写根据什么补充",
                    )
                )
    return found


def stated_facts(loading: Loading) -> list[Problem]:
    """Title, number and issuers stand in the source, or are marked as an editor's."""
    found = []
    for name, document, loaded in _documents(loading):
        source = loading.sources.get(name)
        if source is None:
            continue
        bare = "".join(source.split())
        supplied = {s.field for s in document.supplied}
        for key, values in (
            ("title", (document.title,)),
            ("number", (document.number,)),
            ("issuers", document.issuers),
        ):
            for value in values:
                if value and key not in supplied and "".join(value.split()) not in bare:
                    found.append(
                        _problem(
                            loaded,
                            (key,),
                            "fact-not-in-source",
                            f"{key}「{value}」不在原文里，也没有标为编者补充",
                            "照原文填写；若是编者所加，在 supplied 里写明 field 与 reason",
                        )
                    )
    return found


def refs(loading: Loading) -> list[Problem]:
    """Refs are well formed, stand once and are printed in the source."""
    found = []
    for name, document, loaded in _documents(loading):
        reading = loading.readings.get(name)
        printed = {m.ref for m in reading.measures} if reading else None
        seen: set[str] = set()
        for i, measure in enumerate(document.measures):
            at = ("measures", i, "ref")
            if not valid_ref(measure.ref):
                found.append(
                    _problem(
                        loaded,
                        at,
                        "ref-form",
                        f"编号 {measure.ref!r} 不合规",
                        '写印出来的编号，如 "3.4"、"1"、"art.5"，并加引号',
                        measure.ref,
                    )
                )
            elif printed is not None and measure.ref not in printed:
                found.append(
                    _problem(
                        loaded,
                        at,
                        "ref-not-in-source",
                        f"原文里没有编号 {measure.ref}",
                        _near(measure.ref, printed) or "核对原文的编号",
                        measure.ref,
                    )
                )
            if measure.ref in seen:
                found.append(
                    _problem(
                        loaded, at, "ref-duplicate", f"编号 {measure.ref} 出现了两次", "每条措施只记一次", measure.ref
                    )
                )
            seen.add(measure.ref)
        for ref in sorted((printed or set()) - seen):
            found.append(
                _problem(
                    loaded,
                    ("measures",),
                    "ref-missing",
                    f"原文的 {ref} 没有记录",
                    "从 structured/extracted/ 的同名文件补回这一条",
                    ref,
                )
            )
    return found


def headings(loading: Loading) -> list[Problem]:
    """A heading is printed right before its measure's text."""
    found = []
    for document, loaded, i, measure in _measures(loading):
        source = loading.sources.get(document.id)
        if source and measure.heading and "".join(measure.heading.split()) not in "".join(source.split()):
            found.append(
                _problem(
                    loaded,
                    ("measures", i, "heading"),
                    "heading-not-verbatim",
                    f"标题「{measure.heading}」不在原文里",
                    "照原文填写",
                    measure.ref,
                )
            )
    return found


def topics(loading: Loading) -> list[Problem]:
    """Topics exist; one to four, none twice."""
    known = {t.id for t in loading.vocabulary.topics}
    found = []
    for _, loaded, i, measure in _measures(loading):
        for n, topic in enumerate(measure.topics):
            if topic not in known:
                found.append(
                    _problem(
                        loaded,
                        ("measures", i, "topics", n),
                        "topic-unknown",
                        f"没有 {topic} 这个专题",
                        _near(topic, known) or "可用的专题见 vocabulary/topics.yml",
                        measure.ref,
                    )
                )
        if len(set(measure.topics)) != len(measure.topics) or len(measure.topics) > MOST_TOPICS:
            found.append(
                _problem(
                    loaded,
                    ("measures", i, "topics"),
                    "topics-number",
                    f"专题有重复，或多于 {MOST_TOPICS} 个",
                    "第一个是主专题，其余至多三个",
                    measure.ref,
                )
            )
        if not measure.topics:
            found.append(
                _problem(
                    loaded, ("measures", i), "topic-missing", "没有专题", "至少写一个主专题", measure.ref, "warning"
                )
            )
    return found


def bodies(loading: Loading) -> list[Problem]:
    """Agencies exist; a name is a printed form of its agency; collectives are no agencies."""
    known = {a.id: a for a in loading.vocabulary.agencies}
    indexes: dict[str, Bodies] = {}
    found = []
    for document, loaded, i, measure in _measures(loading):
        index = indexes.setdefault(document.jurisdiction, Bodies(loading.vocabulary, document.jurisdiction))
        for n, duty in enumerate(measure.responsibilities):
            at = ("measures", i, "responsibilities", n)
            if duty.collective and duty.agency:
                found.append(
                    _problem(
                        loaded,
                        at,
                        "collective-agency",
                        f"「{duty.name}」是统称，不能指向单位 {duty.agency}",
                        "删去 agency，或删去 collective",
                        measure.ref,
                    )
                )
            elif duty.agency is not None and duty.agency not in known:
                found.append(
                    _problem(
                        loaded,
                        at,
                        "agency-unknown",
                        f"没有 {duty.agency} 这个单位",
                        _near(duty.agency, set(known)) or "先加入 vocabulary/agencies.yml",
                        measure.ref,
                    )
                )
            elif duty.agency is not None and _form(duty.name) not in {
                _form(f) for f in (known[duty.agency].name, *known[duty.agency].names)
            }:
                other = index.find(duty.name)
                if other is None or other.id != duty.agency:
                    found.append(
                        _problem(
                            loaded,
                            at,
                            "agency-name",
                            f"「{duty.name}」不是 {duty.agency} 的已知名称",
                            f"词表里它是 {other.id}"
                            if other
                            else f"把这个写法加进 agencies.yml 里 {duty.agency} 的 names",
                            measure.ref,
                        )
                    )
            elif duty.agency is None and not duty.collective:
                near = index.nearest(duty.name)
                tip = (
                    "最接近的已知名称：" + "、".join(near) + "；" if near else ""
                ) + f"或加入 agencies.yml：{entry_to_paste(duty.name, document.jurisdiction, loading.vocabulary)}"
                found.append(_problem(loaded, at, "agency-missing", f"「{duty.name}」不在单位词表里", tip, measure.ref))
            if duty.basis == "inherited" and duty.origin not in {m.ref for m in document.measures}:
                found.append(
                    _problem(
                        loaded,
                        at,
                        "origin-missing",
                        f"承前规定的「{duty.name}」没有写明出自哪一条",
                        "origin 写那一条的编号",
                        measure.ref,
                    )
                )
    return found


def _form(name: str) -> str:
    return "".join(fold(name).split())


def targets(loading: Loading) -> list[Problem]:
    """Deadlines are ISO 8601, as precise as the text."""
    found = []
    for _, loaded, i, measure in _measures(loading):
        for n, target in enumerate(measure.targets):
            if target.deadline is not None and not _DEADLINE.fullmatch(target.deadline):
                found.append(
                    _problem(
                        loaded,
                        ("measures", i, "targets", n),
                        "date-form",
                        f"期限 {target.deadline!r} 不合规",
                        "写 2026、2026-06 或 2026-06-30",
                        measure.ref,
                    )
                )
    return found


def citations(loading: Loading) -> list[Problem]:
    """A citation points at a document of ours that exists."""
    found = []
    for _, loaded, i, measure in _measures(loading):
        for n, cite in enumerate(measure.citations):
            if cite.document is not None and cite.document not in loading.records:
                found.append(
                    _problem(
                        loaded,
                        ("measures", i, "citations", n),
                        "document-unknown",
                        f"没有 {cite.document} 这份文件",
                        _near(cite.document, set(loading.records)),
                        measure.ref,
                    )
                )
    return found


CHECKS = (facts, stated_facts, refs, headings, topics, bodies, targets, citations)
