"""Dates, hashes, ids and verdicts: what each takes and what it leaves."""

from __future__ import annotations

import hashlib

import pytest

from build_scripts.model import JudgedCell, Span, differ, is_text_hash, measure_id, point_id, text_hash
from build_scripts.model.dates import is_date, is_day, year_of


@pytest.mark.parametrize("text", ["2025", "2025-12", "2025-01-01", "2024-02-29", "0001-01", "9999-12-31"])
def test_a_date_is_as_precise_as_known(text: str) -> None:
    assert is_date(text) and is_day(text) == (len(text) == 10)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "25",
        "0000",
        "2025-00",
        "2025-13",
        "2025-02-30",
        "2025-06-31",
        "2023-2-9",
        "20250209",
        "２０２５",
        "2025-01-00",
    ],
)
def test_what_the_calendar_has_not_is_no_date(text: str) -> None:
    assert not is_date(text) and not is_day(text)


@pytest.mark.parametrize(
    ("number", "year"),
    [
        ("甘办发〔2023〕15号", "2023"),
        ("张政办[1998]3号", "1998"),
        ("（2015）2号", "2015"),
        ("〔1815〕1号", None),
        ("第5号", None),
    ],
)
def test_a_number_states_its_year_in_brackets(number: str, year: str | None) -> None:
    assert year_of(number) == year


def test_a_text_s_hash_is_the_first_half_of_a_half_of_its_sum() -> None:
    whole = hashlib.sha256("措施".encode()).hexdigest()
    assert text_hash("措施") == whole[:16] and is_text_hash(text_hash("措施"))
    assert [is_text_hash(t) for t in (whole, whole[:15], whole[:15] + "G", whole[:16].upper() + "A")] == [False] * 4


def test_ids_name_what_stands_in_what() -> None:
    assert (measure_id("gansu-x", "3.4"), point_id("talent", "housing")) == ("gansu-x/3.4", "talent/housing")


def test_a_span_is_half_open() -> None:
    assert Span(1, 3).of("甲乙丙丁") == "乙丙"


def test_a_pair_has_no_order_and_a_relation_has() -> None:
    assert JudgedCell(a="x/1", b="y/1").key == JudgedCell(a="y/1", b="x/1").key == ("x/1", "y/1")
    there, back = JudgedCell(study="s", origin="x/1", to="y/1"), JudgedCell(study="s", origin="y/1", to="x/1")
    assert there.key == ("", "s", "x/1", "y/1", "", "") != back.key
    assert JudgedCell(a="x/1").key == ("",) * 6


def test_a_cell_is_called_by_what_names_it() -> None:
    assert JudgedCell(document="x", name="省商务厅").named_by == ("document", "name")
    assert JudgedCell(document="x", name="省商务厅").called == "x 省商务厅"


@pytest.mark.parametrize(
    ("of", "first", "second", "apart"),
    [
        ("topics", ("a", "b", "c"), ("a", "c", "b"), False),
        ("topics", ("a", "b"), ("b", "a"), True),
        ("topics", ("a", "b"), ("a", "c"), True),
        ("topics", ("a", "b"), ("a",), True),
        ("alignments", ("none",), ("unlisted",), False),
        ("alignments", ("strong",), ("unlisted",), True),
        ("alignments", ("strong",), ("partial",), True),
        ("agencies", ("甲",), ("甲",), False),
        ("relations", ("a", "b"), ("b", "a"), True),
    ],
)
def test_two_verdicts_differ_in_what_matters(of: str, first: tuple, second: tuple, apart: bool) -> None:
    assert differ(of, first, second) == differ(of, second, first) == apart
