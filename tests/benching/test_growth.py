"""The bench: what it asks of a tree, and how it tells it. No test looks at how long anything took."""

from __future__ import annotations

import json

import pytest

from build_scripts.benching.growth import Size, as_json, exponent, growth, table
from build_scripts.model import Corpus
from tests.places import ROOT

pytestmark = pytest.mark.builds

ROWS = [
    Size(5, {"fold": 0.5, "read": 1.0, "pages": 200}, {"reading": 80}),
    Size(20, {"fold": 2.0, "read": 8.0, "pages": 900}, {"reading": 90}, {"site": "没有生成"}),
]


def test_a_row_tells_seconds_multiples_and_how_they_grow() -> None:
    lines = list(table(ROWS))
    (read,) = (line for line in lines if line.startswith("read "))
    assert read.split() == ["read", "1.00（2.0）", "8.00（4.0）", "1.50"]
    (pages,) = (line for line in lines if line.startswith("pages"))
    assert pages.split() == ["pages", "200", "900"]
    assert lines[-1] == "20 × site：没有生成"


def test_a_time_of_one_size_has_no_exponent() -> None:
    assert exponent(ROWS[:1], "read") is None
    assert exponent(ROWS, "nothing") is None


def test_programs_are_told_the_same() -> None:
    told = json.loads(as_json(ROWS))
    assert told["sizes"][1]["ratios"]["read"] == 4.0
    assert round(told["exponents"]["read"], 2) == 1.5
    assert "pages" not in told["exponents"]


def test_stages_are_measured_on_made_up_documents(five_texts: Corpus) -> None:
    (row,) = growth(ROOT, five_texts, [2], ["reading", "check"])
    assert not row.failed
    assert {"fold", "read", "check", "check and keep", "check again", "check again, wall"} <= set(row.told)
    assert row.megabytes["check"] > 1


def test_a_stage_that_fails_is_told(five_texts: Corpus) -> None:
    (row,) = growth(ROOT, five_texts, [1], ["nowhere"])
    assert "nowhere" in row.failed["nowhere"]
