"""Duties in running text: text and expectation side by side in tests/cases/duties.yml, tables held to their examples."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.locating.record_in_source import locate
from build_scripts.model import Document
from build_scripts.own_yaml import values
from build_scripts.reading.duties import in_text_words
from build_scripts.reading.duties.clauses import clauses
from build_scripts.reading.duties.in_text import duties
from build_scripts.reading.reader import read
from build_scripts.sources.fold import fold

CASES = values((Path(__file__).parents[2] / "cases" / "duties.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:18])
def test_duties_of_a_text(case):
    text = fold(case["text"])
    tails = tuple((c.start, c.end) for c in clauses(text, 0, len(text)))
    found = [
        {"name": text[d.start : d.end], "role": d.role} | ({"collective": True} if d.collective else {})
        for d in duties(text, 0, len(text), tails)
    ]
    assert found == case["duties"]


@pytest.mark.parametrize("name", ["BODY", "PLAIN_BODY", "COLLECTIVE"])
def test_tables_match_their_examples(name):
    table = getattr(in_text_words, name)
    assert [e for e in table.examples if not table.matches(e)] == []
    assert [c for c in table.counterexamples if table.matches(c)] == []
    assert [p for p in table.patterns if not any(re.fullmatch(p, e) for e in table.examples)] == []


def test_the_trailing_parenthesis_stays_stated_and_running_text_is_in_text():
    source = "一、措施\n(一)甲。省科技厅要制定办法。(责任单位:省财政厅)\n(二)乙。(省财政厅负责,省税务局配合)\n"
    first, second = read(source).measures
    assert [(r.name, r.basis) for r in first.responsibilities] == [("省财政厅", "stated"), ("省科技厅", "in-text")]
    assert {r.basis for r in second.responsibilities} == {"stated"}


def test_spans_are_those_of_the_names():
    source = "一、措施\n(一)甲。支持各地发展。各地要落實責任,省財政廳會同省稅務局負責。\n"
    (measure,) = read(source).measures
    assert all(r.at.of(source) == r.name for r in measure.responsibilities)
    assert [r.name for r in measure.responsibilities] == ["各地", "省財政廳", "省稅務局"]
    assert source[measure.responsibilities[0].at.end] == "要"


def test_time_is_linear():
    def seconds(n: int) -> float:
        text = "省财政厅要会同省税务局负责," * n + "(省财政厅负责)" * n
        skip = tuple((c.start, c.end) for c in clauses(text[:100], 0, 100))
        began = time.process_time()
        duties(text, 0, len(text), skip)
        return time.process_time() - began

    seconds(50)
    assert seconds(4000) < 40 * max(seconds(400), 0.005)


def test_a_record_is_located_where_the_reader_found_the_duty():
    """各地 stands twice before the sentence in which it must act."""
    source = "一、措施\n(一)甲。支持各地发展,推动各地合作。各地要落实责任。(责任单位:省财政厅)\n"
    measure = read(source).measures[0]
    bare = replace(measure, at=None, responsibilities=tuple(replace(r, at=None) for r in measure.responsibilities))
    document = Document("a", "a", "gansu", "zh-Hans", "a.txt", "", measures=(bare,))
    located, problems = locate(document, source, "a.yml")
    assert problems == []
    assert [r.at for r in located.measures[0].responsibilities] == [r.at for r in measure.responsibilities]
