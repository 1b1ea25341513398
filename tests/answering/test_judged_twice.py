"""Two readings of topics, pairs, relations and bodies held against each other: over made-up readings."""

from __future__ import annotations

import pytest

from build_scripts.answering.agreement_on_judgements import Agreed, agreed, as_figures
from build_scripts.answering.printed_by_commands import twice
from build_scripts.model import (
    JudgedKind,
    JudgedReading,
    JudgedTwice,
    Judgement,
    SettledJudgement,
    SettledJudgements,
)


def read(
    of: JudgedKind, first: list[Judgement], second: list[Judgement], settled: tuple[SettledJudgement, ...] = ()
) -> Agreed:
    readings = (JudgedReading(of, "first", tuple(first)), JudgedReading(of, "second", tuple(second)))
    return agreed([JudgedTwice(*readings, SettledJudgements(of, settled))])[0]


def topics(ref: str, *verdict: str) -> Judgement:
    return Judgement(measure=f"a/{ref}", verdict=verdict)


def pair(verdict: str, a: str = "a/1", b: str = "b/1") -> Judgement:
    return Judgement(a=a, b=b, verdict=(verdict,))


@pytest.mark.parametrize(
    ("first", "second", "main", "detail"),
    [
        (("x",), ("x",), 0, 0),
        (("x", "y", "z"), ("x", "z", "y"), 0, 0),
        (("x", "y"), ("x",), 0, 1),
        (("x", "y"), ("y", "x"), 1, 0),
    ],
)
def test_topics_differ_in_the_primary_one_or_in_the_others_whose_order_means_nothing(
    first: tuple[str, ...], second: tuple[str, ...], main: int, detail: int
) -> None:
    found = read("topics", [topics("1", *first)], [topics("1", *second)])
    assert (found.cells, found.main, found.detail) == (1, main, detail)


@pytest.mark.parametrize(
    ("first", "second", "main", "detail"),
    [("strong", "partial", 0, 1), ("partial", "none", 1, 0), ("none", "none", 0, 0)],
)
def test_a_pair_differs_in_being_one_or_in_strength_and_has_no_order(
    first: str, second: str, main: int, detail: int
) -> None:
    found = read("alignments", [pair(first)], [pair(second, "b/1", "a/1")])
    assert (found.cells, found.main, found.detail) == (1, main, detail)


def test_pairs_that_the_first_passed_over_are_no_cells_but_count_what_was_found_among_them() -> None:
    first = [pair("strong"), pair("unlisted", b="b/2"), pair("unlisted", b="b/3")]
    second = [pair("strong"), pair("partial", b="b/2"), pair("none", b="b/3")]
    found = read("alignments", first, second)
    assert (found.cells, found.passed, found.found, found.divergence, found.open) == (1, 2, 1, 0.0, 1)


def test_relations_and_bodies_have_a_main_thing_and_a_detail() -> None:
    ends = {"study": "s", "origin": "a/1"}
    none, one, other = (Judgement(**ends, verdict=(v,)) for v in ("none", "drops", "continues"))
    assert (read("relations", [one], [none]).main, read("relations", [one], [other]).detail) == (1, 1)
    bodies = [Judgement(document="a", name="局", verdict=(v,)) for v in ("甲局", "乙局", "collective")]
    assert read("agencies", bodies[:1], bodies[1:2]).detail == read("agencies", bodies[:1], bodies[2:]).main == 1


def test_what_is_settled_is_told_apart_from_what_is_open() -> None:
    settled = SettledJudgement(measure="a/1", settled="second", reason="照定义")
    found = read(
        "topics", [topics("1", "x"), topics("2", "x")], [topics("1", "y"), topics("2", "y")], settled=(settled,)
    )
    assert (dict(found.settled), found.open, found.agreement, found.kappa) == ({"second": 1}, 1, 0.0, 0.0)


def test_only_what_both_have_read_is_a_cell() -> None:
    found = read("topics", [topics("1", "x")], [topics("2", "x")])
    assert (found.cells, found.divergence, found.kappa) == (0, 0.0, None)


def test_the_figures_say_what_they_are_of() -> None:
    found = read("topics", [topics("1", "x")], [topics("1", "x")])
    kept = as_figures([found])
    assert kept["caveat"] and kept["topics"]["n"] == 1 and kept["topics"]["kappa"] is None
    assert "专题" in twice([found])
