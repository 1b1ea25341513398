"""Which way a first reading errs: what settling did to its verdicts."""

from __future__ import annotations

import doctest

import pytest

from build_scripts.answering import errors_of_first_reading
from build_scripts.answering.errors_of_first_reading import Moved, moved
from build_scripts.model import JudgedReading, JudgedTwice, Judgement, SettledJudgement, SettledJudgements


def pair(b: str, verdict: str) -> Judgement:
    return Judgement(a="north/1", b=b, verdict=(verdict,))


def settled(b: str, which: str, *verdict: str) -> SettledJudgement:
    return SettledJudgement(a="north/1", b=b, settled=which, verdict=verdict, reason="条文")


FIRST = [pair("south/1", "strong"), pair("south/2", "partial"), pair("south/3", "unlisted"), pair("south/4", "strong")]
SECOND = [pair("south/1", "partial"), pair("south/2", "none"), pair("south/3", "partial"), pair("south/4", "none")]


@pytest.mark.parametrize(
    ("done", "found"),
    [
        ([], Moved("alignments", 4)),
        ([settled("south/1", "first")], Moved("alignments", 4)),
        ([settled("south/1", "second"), settled("south/2", "second")], Moved("alignments", 4, less=2)),
        ([settled("south/3", "second")], Moved("alignments", 4, more=1)),
        ([settled("south/4", "new", "partial")], Moved("alignments", 4, less=1)),
        ([settled("south/9", "second")], Moved("alignments", 4)),
    ],
)
def test_settling_moves_a_first_verdict_to_less_or_to_more(done: list[SettledJudgement], found: Moved) -> None:
    both = JudgedTwice(
        JudgedReading("alignments", "first", tuple(FIRST)),
        JudgedReading("alignments", "second", tuple(SECOND)),
        SettledJudgements("alignments", tuple(done)),
    )
    assert moved([both]) == [found]


def test_examples_in_docstrings_hold() -> None:
    assert not doctest.testmod(errors_of_first_reading).failed
