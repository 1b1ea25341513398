"""Rules of the measures in structured/records/: topics, bodies, targets, citations."""

from __future__ import annotations

from collections.abc import Iterator

from ...locating.loading import Loading
from ...model import Document, Measure, Responsibility
from ...problems import Problem
from ...reading.duties.agency_of_name import entry_to_paste, known
from ...reading.duties.in_text_words import in_full
from ...sources.fold import fold
from ...store.yaml_files_to_model import Loaded
from ...store.yaml_tree import Path
from ..walking import Check, called, measures, near, problem

MOST_TOPICS = 4


def topics(loading: Loading) -> Iterator[Problem]:
    """Topics exist; one to four, none twice."""
    there = {t.id for t in loading.vocabulary.topics}
    for _, loaded, i, measure in measures(loading):
        at: Path = ("measures", i, "topics")
        for n, topic in enumerate(measure.topics):
            if topic not in there:
                message, tip = (
                    f"没有 {topic} 这个专题",
                    called(topic, loading.vocabulary.topics) or "可用的专题见 vocabulary/topics.yml",
                )
                yield problem(loaded, (*at, n), "topic-unknown", message, tip, measure.ref)
        if len(set(measure.topics)) != len(measure.topics) or len(measure.topics) > MOST_TOPICS:
            message, tip = f"专题有重复，或多于 {MOST_TOPICS} 个", "第一个是主专题，其余至多三个"
            yield problem(loaded, at, "topics-number", message, tip, measure.ref)
        if not measure.topics:
            at = ("measures", i)
            yield problem(loaded, at, "topic-missing", "没有专题", "至少写一个主专题", measure.ref, "warning")


def _duties(loading: Loading) -> Iterator[tuple[Document, Loaded[Document], Path, Measure, Responsibility]]:
    for document, loaded, i, measure in measures(loading):
        for n, duty in enumerate(measure.responsibilities):
            yield document, loaded, ("measures", i, "responsibilities", n), measure, duty


def collectives(loading: Loading) -> Iterator[Problem]:
    """A collective is no agency."""
    for _, loaded, at, measure, duty in _duties(loading):
        if duty.collective and duty.agency:
            message, tip = f"「{duty.name}」是统称，不能指向单位 {duty.agency}", "删去 agency，或删去 collective"
            yield problem(loaded, at, "collective-agency", message, tip, measure.ref)


def agencies(loading: Loading) -> Iterator[Problem]:
    """The agency exists, and the name is one of its printed forms."""
    vocabulary = known(loading.vocabulary)
    for document, loaded, at, measure, duty in _duties(loading):
        if duty.agency is None or duty.collective:
            continue
        if duty.agency not in vocabulary.of_id:
            message = f"没有 {duty.agency} 这个单位"
            tip = called(duty.agency, loading.vocabulary.agencies) or "先加入 vocabulary/agencies.yml"
            yield problem(loaded, at, "agency-unknown", message, tip, measure.ref)
        elif not vocabulary.is_form(duty.name, duty.agency) and not _by_its_field(duty, measure):
            other = vocabulary.bodies(document.jurisdiction).find(duty.name)
            if other is None or other.id != duty.agency:
                message = f"「{duty.name}」不是 {duty.agency} 的已知名称"
                tip = f"词表里它是 {other.id}" if other else f"把这个写法加进 agencies.yml 里 {duty.agency} 的 names"
                yield problem(loaded, at, "agency-name", message, tip, measure.ref)


def named(loading: Loading) -> Iterator[Problem]:
    """Every body that is no collective is in the vocabulary."""
    vocabulary = known(loading.vocabulary)
    for document, loaded, at, measure, duty in _duties(loading):
        if duty.agency is not None or duty.collective:
            continue
        bodies = vocabulary.bodies(document.jurisdiction)
        if meant := bodies.find(duty.name):
            message = f"「{duty.name}」在词表里是 {meant.id}，记录里没有写 agency"
            tip = f"补上 agency: {meant.id}，或运行 make extract，由程序补"
            yield problem(loaded, at, "agency-unset", message, tip, measure.ref)
            continue
        near_by = bodies.nearest(duty.name)
        tip = "最接近的已知名称：" + "、".join(near_by) + "；" if near_by else ""
        entry = entry_to_paste(duty.name, document.jurisdiction, loading.vocabulary)
        message = f"「{duty.name}」不在单位词表里"
        tip = f"{tip}或在 vocabulary/agencies.yml 末尾加一行（核对后再运行 make extract）：- {entry}"
        yield problem(loaded, at, "agency-missing", message, tip, measure.ref)


def origins(loading: Loading) -> Iterator[Problem]:
    """An inherited duty names the measure whose sentence says so."""
    for document, loaded, at, measure, duty in _duties(loading):
        if duty.basis == "inherited" and duty.origin not in {m.ref for m in document.measures}:
            message, tip = f"承前规定的「{duty.name}」没有写明出自哪一条", "origin 写那一条的编号"
            yield problem(loaded, at, "origin-missing", message, tip, measure.ref)


def _by_its_field(duty: Responsibility, measure: Measure) -> bool:
    """Whether a body is called by its field alone (工商) that the measure names in full too (省工商局)."""
    full = in_full(_form(duty.name))
    others = (r for r in measure.responsibilities if r.agency == duty.agency)
    return duty.basis == "in-text" and any(full.fullmatch(_form(r.name)) for r in others)


def _form(name: str) -> str:
    return "".join(fold(name).split())


def citations(loading: Loading) -> Iterator[Problem]:
    """A citation points at a document of ours that exists."""
    for _, loaded, i, measure in measures(loading):
        for n, cite in enumerate(measure.citations):
            if cite.document is not None and cite.document not in loading.records:
                at, message = ("measures", i, "citations", n), f"没有 {cite.document} 这份文件"
                yield problem(
                    loaded, at, "document-unknown", message, near(cite.document, loading.records), measure.ref
                )


OF_ONE: tuple[Check, ...] = (topics, collectives, agencies, named, origins)
CHECKS: tuple[Check, ...] = (citations,)
