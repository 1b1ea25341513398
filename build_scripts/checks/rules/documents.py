"""Rules of structured/records/: each names file, line, record, cause and mend."""

from __future__ import annotations

import dataclasses
import re

from ...locating.loading import Loading
from ...model import Document
from ...problems import Problem
from ...store.files import valid_ref
from .. import shape
from ..walking import documents, measures, near, problem

_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


def facts(loading: Loading) -> list[Problem]:
    """Id, jurisdiction, dates and editor's additions of a document."""
    places = {j.id for j in loading.vocabulary.jurisdictions}
    names = {f.name for f in dataclasses.fields(Document)}
    found = []
    for name, document, loaded in documents(loading):
        found += shape.names(loaded, name)
        if document.jurisdiction not in places:
            found.append(
                problem(
                    loaded,
                    ("jurisdiction",),
                    "jurisdiction-unknown",
                    f"没有 {document.jurisdiction} 这个地区",
                    near(document.jurisdiction, places) or "先加入 vocabulary/jurisdictions.yml",
                )
            )
        for key in ("date", "published"):
            value = getattr(document, key)
            if value is not None and not _DATE.fullmatch(value):
                found.append(
                    problem(
                        loaded, (key,), "date-form", f"日期 {value!r} 不合规", "写 YYYY-MM-DD；原文未载就删去这一行"
                    )
                )
        for i, supplied in enumerate(document.supplied):
            if supplied.field not in names or not supplied.reason.strip():
                found.append(
                    problem(
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
    for name, document, loaded in documents(loading):
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
                        problem(
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
    for name, document, loaded in documents(loading):
        found += shape.refs(loaded)
        reading = loading.readings.get(name)
        if reading is None:
            continue
        printed = {m.ref for m in reading.measures}
        written = {m.ref for m in document.measures}
        for i, measure in enumerate(document.measures):
            if valid_ref(measure.ref) and measure.ref not in printed:
                message, tip = f"原文里没有编号 {measure.ref}", near(measure.ref, printed) or "核对原文的编号"
                at = ("measures", i, "ref")
                found.append(problem(loaded, at, "ref-not-in-source", message, tip, measure.ref))
        for ref in sorted(printed - written):
            message, tip = f"原文的 {ref} 没有记录", "从 structured/extracted/ 的同名文件补回这一条"
            found.append(problem(loaded, ("measures",), "ref-missing", message, tip, ref))
    return found


def headings(loading: Loading) -> list[Problem]:
    """A heading is printed right before its measure's text."""
    found = []
    for document, loaded, i, measure in measures(loading):
        source = loading.sources.get(document.id)
        if source and measure.heading and "".join(measure.heading.split()) not in "".join(source.split()):
            found.append(
                problem(
                    loaded,
                    ("measures", i, "heading"),
                    "heading-not-verbatim",
                    f"标题「{measure.heading}」不在原文里",
                    "照原文填写",
                    measure.ref,
                )
            )
    return found


CHECKS = (facts, stated_facts, refs, headings)
