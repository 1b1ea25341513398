"""Dates and deadlines of a record against what its source and its quotations print, in every way to print one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from build_scripts.checks.rules import dates
from build_scripts.locating.loading import Loading
from build_scripts.model import Document, Measure, Passage, Supplied, Target
from build_scripts.store.paths import Layout
from build_scripts.store.yaml_files_to_model import Loaded

PRINTED = [
    ("2022年3月1日", True),
    ("2022 年 3 月 1 日", True),
    ("二〇二二年三月一日", True),
    ("二○二二年三\n月一日印發", True),
    ("中華民國一百十一年三月一日", True),
    ("民國111.03.01", True),
    ("发布时间:2022-03-01 10:20 来源:张掖日报", True),
    ("2022.3.1", True),
    ("2022年3月11日", False),
    ("2022年3月", False),
    ("二〇二一年三月一日", False),
    ("", False),
]
"""What a source prints, and whether that is 2022-03-01."""

DEADLINES = [
    ("2026", "到2026年,产值突破800亿元", None, True),
    ("2027", "到2026年,产值突破800亿元", None, False),
    ("2026", "产值突破800亿元", "力争到2026年", True),
    ("2026", "产值突破800亿元", None, False),
    ("2026-12", "2026年年底前完成", None, True),
    ("2026-12", "到2026年完成", None, False),
    ("2026", "2026年6月底前完成", None, True),
    ("2026-06", "2026年上半年完成", None, True),
    ("2026-06", "2026年5月底前完成", None, False),
    ("2026-06-30", "2026年6月30日前完成", None, True),
    ("2025", "“十四五”期間建成10個", None, True),
    ("2030", "“十四五”期间建成10个", None, False),
    ("2050", "到本世纪中叶建成", None, True),
    ("2035", "到二〇三五年建成", None, True),
    ("2027", "2026-2027年新增10户", None, True),
    ("2027", "到2025年、2027年分别达到5户、10户", None, True),
    ("2026", "三年内建成", None, False),
]
"""A deadline, its target's quotation, the quotation of the date, and whether the one follows from the others."""


def _loading(document: Document, source: str) -> Loading:
    return Loading(
        Layout(Path()), records={"d": Loaded("d.yml", document, None)}, sources={"d": source}, documents={"d": document}
    )


def _document(**fields: Any) -> Document:
    basic = {"id": "d", "title": "t", "jurisdiction": "zhangye", "lang": "zh-Hans", "source": "d.txt", "sha256": ""}
    return Document(**{**basic, **fields})


@pytest.mark.parametrize("key", ["date", "published"])
@pytest.mark.parametrize(("source", "there"), PRINTED)
def test_a_date_is_printed_in_the_source(source: str, there: bool, key: str) -> None:
    found = list(dates.days(_loading(_document(**{key: "2022-03-01"}), source)))
    assert [p.code for p in found] == ([] if there else ["fact-not-in-source"])
    assert all(f"{key}「2022-03-01」" in p.message for p in found)


def test_an_editor_may_supply_a_date() -> None:
    document = _document(date="2022-03-01", supplied=(Supplied("date", "据市政府公报"),))
    assert list(dates.days(_loading(document, "原文没有日期"))) == []


def test_the_dates_that_the_source_has_are_named() -> None:
    (said,) = dates.days(_loading(_document(date="2022-03-11"), "2022年3月1日印发,二〇二一年五月六日通过"))
    assert "2021-05-06、2022-03-01" in said.message


@pytest.mark.parametrize(("deadline", "quote", "dated", "follows"), DEADLINES)
def test_a_deadline_follows_from_its_quotation(deadline: str, quote: str, dated: str | None, follows: bool) -> None:
    target = Target(quote, deadline=deadline, deadline_quote=dated)
    measure = Measure("3.1", "h", "x", targets=(target,))
    passage = Passage("preamble", "x", targets=(target,))
    found = list(dates.deadlines(_loading(_document(measures=(measure,), passages=(passage,)), "")))
    assert [(p.code, p.record) for p in found] == (
        [] if follows else [("deadline-not-in-quote", "3.1"), ("deadline-not-in-quote", "preamble")]
    )
