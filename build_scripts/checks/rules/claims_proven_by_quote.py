"""Rules of what a record claims: numbers, units and words stand in the quotation that proves them, and nothing is empty."""

from __future__ import annotations

import re

from ...locating.loading import Loading
from ...model import Document, Measure, Target
from ...problems import Problem
from ...reading.lines.numerals import numbers_in
from ...sources.fold import fold
from ...store.yaml_files_to_model import Loaded
from ...store.yaml_tree import Path
from ..walking import Check, documents, measures, problem

_DOUBLED = re.compile("翻番|翻倍|翻一倍")
"""翻番 is said of 1 番 without a numeral."""


def quantities(loading: Loading) -> list[Problem]:
    """A target's value and unit are those that its quotation prints."""
    found = []
    for _, loaded, i, measure in measures(loading):
        for n, target in enumerate(measure.targets):
            at = ("measures", i, "targets", n)
            if not target.quote.strip():
                message, tip = "目标没有引文", "quote 照抄原文里写这个目标的话"
                found.append(problem(loaded, at, "quote-empty", message, tip, measure.ref))
            elif target.value is not None:
                found += _quantity(loaded, at, measure, target)
    return found


def _quantity(loaded: Loaded[Document], at: Path, measure: Measure, target: Target) -> list[Problem]:
    found = []
    printed = numbers_in(fold(target.quote)) | ({1.0} if _DOUBLED.search(target.quote) else set())
    missing = next((v for v in (target.value, target.value_to) if v is not None and abs(v) not in printed), None)
    if missing is not None:
        message = f"数值 {missing:g} 不见于引文「{target.quote[:30]}」"
        tip = "照引文写：800亿元写 value: 800, unit: 亿元；引文里没有这个数，把引文摘全"
        found.append(problem(loaded, at, "value-not-in-quote", message, tip, measure.ref))
    if target.unit and _bare(target.unit) not in _bare(target.quote):
        message = f"单位 {target.unit} 不见于引文「{target.quote[:30]}」"
        found.append(problem(loaded, at, "unit-not-in-quote", message, "照引文写，如 亿元、户、%", measure.ref))
    return found


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", fold(text))


def sections(loading: Loading) -> list[Problem]:
    """A section stands in the source; a measure points at a section of its document."""
    found = []
    for name, document, loaded in documents(loading):
        source = "".join(loading.sources.get(name, "").split())
        known = {s.ref for s in document.sections}
        for i, section in enumerate(document.sections):
            if source and "".join(section.heading.split()) not in source:
                message, tip = f"大标题「{section.heading}」不在原文里", "照原文填写"
                found.append(problem(loaded, ("sections", i), "section-not-in-source", message, tip, section.ref))
        found += _pointing(document, loaded, known)
    return found


def _pointing(document: Document, loaded: Loaded[Document], known: set[str]) -> list[Problem]:
    return [
        problem(
            loaded,
            ("measures", i, key),
            "section-unknown",
            f"{key} 指向 {ref}，sections 里没有它",
            "写 sections 里的编号，或补上那个大标题",
            measure.ref,
        )
        for i, measure in enumerate(document.measures)
        for key, ref in (("section", measure.section), ("group", measure.group))
        if ref is not None and ref not in known
    ]


def empty_words(loading: Loading) -> list[Problem]:
    """A field that names something is not empty: title, names of bodies, titles of works cited."""
    found = []

    def empty(loaded: Loaded[Document], at: Path, record: str = "") -> None:
        found.append(problem(loaded, at, "field-empty", "这里空着", "照原文填写；原文没有就删去这一项", record))

    for _, document, loaded in documents(loading):
        for key in ("title", "number", "date", "published", "note"):
            value = getattr(document, key)
            if value is not None and not value.strip():
                empty(loaded, (key,))
        for i, name in enumerate(document.issuers):
            if not name.strip():
                empty(loaded, ("issuers", i))
    for _, loaded, i, measure in measures(loading):
        rows = [(("responsibilities", n, "name"), d.name) for n, d in enumerate(measure.responsibilities)]
        rows += [(("citations", n, "title"), c.title) for n, c in enumerate(measure.citations)]
        for at, value in rows:
            if not value.strip():
                empty(loaded, ("measures", i, *at), measure.ref)
    return found


OF_ONE: tuple[Check, ...] = (quantities, sections, empty_words)
