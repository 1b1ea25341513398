"""Rules of structured/records/: each names file, line, record, cause and mend."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from ...locating.loading import Loading
from ...model import Document
from ...problems import Problem
from ...store.yaml_files_to_model import valid_ref
from .. import record_shape_for_merging
from ..walking import Check, called, documents, measures, near, problem


def ids(loading: Loading) -> Iterator[Problem]:
    """The id is the file's name and fit for an address."""
    for name, _, loaded in documents(loading):
        yield from record_shape_for_merging.names(loaded, name)


def jurisdictions(loading: Loading) -> Iterator[Problem]:
    """The place exists."""
    places = {j.id for j in loading.vocabulary.jurisdictions}
    for _, document, loaded in documents(loading):
        if document.jurisdiction not in places:
            message = f"没有 {document.jurisdiction} 这个地区"
            tip = (
                called(document.jurisdiction, loading.vocabulary.jurisdictions) or "先加入 vocabulary/jurisdictions.yml"
            )
            yield problem(loaded, ("jurisdiction",), "jurisdiction-unknown", message, tip)


def supplied(loading: Loading) -> Iterator[Problem]:
    """What an editor added names a field and its reason."""
    names = {f.name for f in dataclasses.fields(Document)}
    for _, document, loaded in documents(loading):
        for i, fact in enumerate(document.supplied):
            if fact.field not in names or not fact.reason.strip():
                message = f"编者补充 {fact.field!r} 没有这个字段，或没有写理由"
                tip = "field 写字段名，reason 写根据什么补充"
                yield problem(loaded, ("supplied", i), "supplied-form", message, tip)


def stated_facts(loading: Loading) -> Iterator[Problem]:
    """Title, number and issuers stand in the source, or are marked as an editor's."""
    for name, document, loaded in documents(loading):
        if name not in loading.sources:
            continue
        bare = "".join(loading.sources[name].split())
        by_editor = {s.field for s in document.supplied}
        facts = [("title", document.title), ("number", document.number), *(("issuers", i) for i in document.issuers)]
        for key, value in facts:
            if value and key not in by_editor and "".join(value.split()) not in bare:
                message = f"{key}「{value}」不在原文里，也没有标为编者补充"
                tip = "照原文填写；若是编者所加，在 supplied 里写明 field 与 reason"
                yield problem(loaded, (key,), "fact-not-in-source", message, tip)


def refs(loading: Loading) -> Iterator[Problem]:
    """Refs are well formed, stand once and are printed in the source."""
    for name, document, loaded in documents(loading):
        yield from record_shape_for_merging.refs(loaded)
        reading = loading.readings.get(name)
        if reading is None:
            continue
        printed = {m.ref for m in reading.measures}
        written = {m.ref for m in document.measures}
        for i, measure in enumerate(document.measures):
            if valid_ref(measure.ref) and measure.ref not in printed:
                message, tip = f"原文里没有编号 {measure.ref}", near(measure.ref, printed) or "核对原文的编号"
                at = ("measures", i, "ref")
                yield problem(loaded, at, "ref-not-in-source", message, tip, measure.ref)
        for ref in sorted(printed - written):
            message, tip = f"原文的 {ref} 没有记录", "从 structured/extracted/ 的同名文件补回这一条"
            yield problem(loaded, ("measures",), "ref-missing", message, tip, ref)


def headings(loading: Loading) -> Iterator[Problem]:
    """A heading is printed right before its measure's text."""
    for document, loaded, i, measure in measures(loading):
        source = loading.sources.get(document.id)
        if source and measure.heading and "".join(measure.heading.split()) not in "".join(source.split()):
            message, at = f"标题「{measure.heading}」不在原文里", ("measures", i, "heading")
            yield problem(loaded, at, "heading-not-verbatim", message, "照原文填写", measure.ref)


OF_ONE: tuple[Check, ...] = (ids, jurisdictions, supplied, stated_facts, refs, headings)
