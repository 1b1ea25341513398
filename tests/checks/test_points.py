"""The rules of points in small: which names a difference may hold, and what an answer adds to its evidence."""

from __future__ import annotations

import doctest

import pytest

from build_scripts.checks.points import answers, differences
from build_scripts.checks.points.differences import Names, unread
from build_scripts.checks.unproven_words import added_words
from build_scripts.model import Answer, Evidence, NotApplicable, Point
from build_scripts.sources.words_in_text import SoughtWords

ONE, TWO, NORTH = "gansu-one", "gansu-two", "north"
NAMES = Names(
    {
        "甘肃2023": frozenset({ONE, TWO}),
        "甘肃2023·15号": frozenset({ONE}),
        "甘肃2023·16号": frozenset({TWO}),
        "河南2017": frozenset({NORTH}),
    },
    ("甘肃2023·15号", "甘肃2023·16号", "河南2017"),
    {"甘肃": frozenset({ONE, TWO}), "河南": frozenset({NORTH}), "陕西": frozenset()},
)


def asked(difference: str) -> Point:
    """A question that one document answers, that cannot be asked of the second and was not asked of the third."""
    answer = Answer(ONE, "有", (Evidence(f"{ONE}/1", quote="有"),))
    return Point("p", "有吗？", "有没有", (answer,), (), (NotApplicable(TWO, "无从问起"),), None, difference)


@pytest.mark.parametrize(
    ("difference", "found"),
    [
        ("只有甘肃2023·15号写了", []),
        ("甘肃2023写了", []),
        ("甘肃2023·15号写了，甘肃2023·16号未写", ["甘肃2023·16号"]),
        ("甘肃2023·15号写了；河南2017未写", ["河南2017"]),
        ("甘肃2023·15号写了；河南未写", ["河南"]),
        ("甘肃2023·15号写与河南、陕西协作", []),
        ("甘肃2023·15号写了，陕西也未写", ["陕西"]),
        ("甘肃2015写了", ["甘肃2015"]),
        ("陕西2020写了", ["陕西2020"]),
        ("甘肃·区域协调未写", ["甘肃·区域协调"]),
        ("甘肃省委、河南省委都写了", []),
    ],
)
def test_a_difference_names_only_what_was_read(difference: str, found: list[str]) -> None:
    assert list(unread(asked(difference), NAMES)) == found


def test_a_longer_name_is_not_taken_for_the_shorter_in_it() -> None:
    assert list(NAMES.in_text("甘肃2023·15号写了，甘肃2023未写")) == ["甘肃2023·15号", "甘肃2023"]
    assert list(NAMES.in_text("甘肃2023·15号写了")) == ["甘肃2023·15号"]


@pytest.mark.parametrize(
    ("says", "proof", "added"),
    [
        ("每年安排2000万元", "每年安排２０００萬元", []),
        ("不少于3块", "一般不超過三塊", []),
        ("到2025年建成", "建成", ["“2025”"]),
        ("省商务厅负责", "由省商務廳牽頭", []),
        ("省商务厅负责", "由商務部門牽頭", ["“省商务厅”"]),
        ("落实《办法（试行）》", "落實《辦法(試行)》", []),
        ("落实《办法》", "落實《辦法(試行)》", ["“《办法》”"]),
    ],
)
def test_an_answer_adds_no_number_no_body_and_no_title(says: str, proof: str, added: list[str]) -> None:
    assert added_words(says, proof, SoughtWords(["省商务厅"])) == added


def test_examples_in_docstrings_hold() -> None:
    for module in (answers, differences):
        assert not doctest.testmod(module).failed
