"""Made-up texts of the genre, text and expectation side by side in tests/cases/."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from build_scripts.model import Measure
from build_scripts.own_yaml import values
from build_scripts.reading.reader import read

CASES = Path(__file__).resolve().parents[2] / "cases"
OUTLINES = [
    case for name in ("outlines", "kinds") for case in values((CASES / f"{name}.yml").read_text(encoding="utf-8"))
]
CLAUSES = values((CASES / "clauses.yml").read_text(encoding="utf-8"))


def stated(measure: Measure) -> dict[str, list[str]]:
    """Stated bodies by role; collectives apart."""
    found: dict[str, list[str]] = defaultdict(list)
    for duty in measure.responsibilities:
        if duty.basis == "stated":
            found["collective" if duty.collective else duty.role].append(duty.name)
    return dict(found)


@pytest.mark.parametrize("case", OUTLINES, ids=lambda c: c["case"])
def test_outline(case: dict) -> None:
    reading = read(case["text"])
    assert (reading.title, reading.number, reading.date) == (case["title"], case["number"], case["date"])
    assert [(m.ref, m.heading, stated(m)) for m in reading.measures] == [
        (str(m["ref"]), m["heading"], m["bodies"]) for m in case["measures"]
    ]
    assert [p.code for p in reading.problems] == case.get("problems", [])
    assert "".join(n.at.of(case["text"]) for n in reading.nodes) == case["text"]


@pytest.mark.parametrize("case", CLAUSES, ids=lambda c: c["text"])
def test_clause(case: dict) -> None:
    text = f"关于加强工作的意见\n一、总体\n（一）加强建设。推进建设工作。{case['text']}\n（二）优化服务。支持发展。\n"
    first, second = read(text).measures
    assert (first.heading, stated(first)) == ("加强建设", case["bodies"])
    assert stated(second) == {}


def test_a_clause_that_cannot_be_read_is_reported() -> None:
    reading = read(
        "关于加强工作的意见\n一、总体\n（一）加强建设。推进。（责任单位：市科技局；挂钩板块：甲）\n（二）优化服务。支持。\n"
    )
    assert [(p.code, p.severity, p.line, p.record) for p in reading.problems] == [
        ("clause-unread", "warning", 3, "1.1")
    ]


def test_no_numbering_is_said() -> None:
    assert [p.code for p in read("首页\n政务公开\n联系我们\n").problems] == ["source-no-numbering"]


def test_unbalanced_brackets_lose_nothing() -> None:
    source = "一、总体\n（一）加强建设。推进（建设。（责任单位：市科技局、市财政局\n（二）优化服务。支持）发展。\n"
    reading = read(source)
    assert [m.ref for m in reading.measures] == ["1.1", "1.2"]
    assert stated(reading.measures[0]) == {"responsible": ["市科技局", "市财政局"]}
