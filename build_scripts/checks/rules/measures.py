"""Rules of the measures in structured/records/: topics, bodies, targets, citations."""

from __future__ import annotations

import re

from ...locating.loading import Loading
from ...problems import Problem
from ...reading.duties.agency_of_name import Bodies, entry_to_paste
from ...sources.fold import fold
from ..walking import documents, measures, near, problem

_DEADLINE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
MOST_TOPICS = 4


def topics(loading: Loading) -> list[Problem]:
    """Topics exist; one to four, none twice."""
    known = {t.id for t in loading.vocabulary.topics}
    found = []
    for _, loaded, i, measure in measures(loading):
        for n, topic in enumerate(measure.topics):
            if topic not in known:
                found.append(
                    problem(
                        loaded,
                        ("measures", i, "topics", n),
                        "topic-unknown",
                        f"没有 {topic} 这个专题",
                        near(topic, known) or "可用的专题见 vocabulary/topics.yml",
                        measure.ref,
                    )
                )
        if len(set(measure.topics)) != len(measure.topics) or len(measure.topics) > MOST_TOPICS:
            found.append(
                problem(
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
                problem(
                    loaded, ("measures", i), "topic-missing", "没有专题", "至少写一个主专题", measure.ref, "warning"
                )
            )
    return found


def bodies(loading: Loading) -> list[Problem]:
    """Agencies exist; a name is a printed form of its agency; collectives are no agencies."""
    known = {a.id: a for a in loading.vocabulary.agencies}
    places = {d.jurisdiction for _, d, _ in documents(loading)}
    indexes = {place: Bodies(loading.vocabulary, place) for place in places}
    found = []
    for document, loaded, i, measure in measures(loading):
        index = indexes[document.jurisdiction]
        for n, duty in enumerate(measure.responsibilities):
            at = ("measures", i, "responsibilities", n)
            if duty.collective and duty.agency:
                found.append(
                    problem(
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
                    problem(
                        loaded,
                        at,
                        "agency-unknown",
                        f"没有 {duty.agency} 这个单位",
                        near(duty.agency, set(known)) or "先加入 vocabulary/agencies.yml",
                        measure.ref,
                    )
                )
            elif duty.agency is not None and _form(duty.name) not in {
                _form(f) for f in (known[duty.agency].name, *known[duty.agency].names)
            }:
                other = index.find(duty.name)
                if other is None or other.id != duty.agency:
                    found.append(
                        problem(
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
                known_forms = index.nearest(duty.name)
                tip = (
                    "最接近的已知名称：" + "、".join(known_forms) + "；" if known_forms else ""
                ) + f"或加入 agencies.yml：{entry_to_paste(duty.name, document.jurisdiction, loading.vocabulary)}"
                found.append(problem(loaded, at, "agency-missing", f"「{duty.name}」不在单位词表里", tip, measure.ref))
            if duty.basis == "inherited" and duty.origin not in {m.ref for m in document.measures}:
                found.append(
                    problem(
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
    for _, loaded, i, measure in measures(loading):
        for n, target in enumerate(measure.targets):
            if target.deadline is not None and not _DEADLINE.fullmatch(target.deadline):
                found.append(
                    problem(
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
    for _, loaded, i, measure in measures(loading):
        for n, cite in enumerate(measure.citations):
            if cite.document is not None and cite.document not in loading.records:
                found.append(
                    problem(
                        loaded,
                        ("measures", i, "citations", n),
                        "document-unknown",
                        f"没有 {cite.document} 这份文件",
                        near(cite.document, set(loading.records)),
                        measure.ref,
                    )
                )
    return found


CHECKS = (topics, bodies, targets, citations)
