"""The guesses of a body's kind: each row takes its examples first and leaves the others."""

from __future__ import annotations

import re

import pytest

from build_scripts.reading.duties.guess_kind_of_body import COMMON, OTHER, CommonBody, common_body


@pytest.mark.parametrize(("row", "name"), [(row, name) for row in COMMON for name in row.takes])
def test_a_row_takes_its_examples_before_any_other(row: CommonBody, name: str) -> None:
    assert next(other for other in COMMON if re.fullmatch(other.pattern, name)) is row


@pytest.mark.parametrize(("row", "name"), [(row, name) for row in COMMON for name in row.leaves])
def test_a_row_leaves_the_others(row: CommonBody, name: str) -> None:
    assert not re.fullmatch(row.pattern, name)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("市畜牧兽医站", "institution"),
        ("市农技推广中心", "institution"),
        ("省农业科学院", "institution"),
        ("市文旅集团", "enterprise"),
        ("国网张掖供电公司", "enterprise"),
        ("兰州海关", "customs"),
        ("张掖海关", "customs"),
        ("人民银行张掖市分行", "institution"),
        ("市政务服务中心", "government"),
        ("市气象局", "government"),
        ("市委组织部", "party"),
    ],
)
def test_a_printed_name_is_of_a_kind(name: str, kind: str) -> None:
    assert common_body(name).kind == kind


@pytest.mark.parametrize("name", OTHER.takes)
def test_what_no_row_takes_is_other(name: str) -> None:
    assert common_body(name) is OTHER
