"""The reader knows when it does not know: signs of a poor reading on small texts, and none on sound ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.own_yaml import values
from build_scripts.problems import grave
from build_scripts.reading.reader import read
from tests.reading.doubts.poorly_read import POORLY_READ, SOUND

CASES = Path(__file__).parents[2] / "cases"


def signs(text: str) -> dict[str, str]:
    return {p.code: p.severity for p in read(text).doubts}


def test_a_sound_text_raises_no_doubt():
    assert signs(SOUND) == {}


@pytest.mark.parametrize("name", ["outlines", "kinds"])
def test_texts_that_are_read_rightly_raise_no_grave_doubt(name):
    for case in values((CASES / f"{name}.yml").read_text(encoding="utf-8")):
        assert not grave(read(case["text"]).doubts), case["case"]


TOLD_ONLY = {"doubt-table-unused", "doubt-unequal-depth", "doubt-heading-sentence", "doubt-name", "doubt-clause-unread"}
TOLD_ONLY |= {"doubt-date", "doubt-indicator", "doubt-title"}


@pytest.mark.parametrize(("sign", "text"), POORLY_READ.items(), ids=POORLY_READ)
def test_each_sign_is_told_and_graded(sign, text):
    assert signs(text).get(sign) == ("warning" if sign in TOLD_ONLY else "grave")


def test_a_doubt_names_line_cause_and_mend():
    (doubt,) = [
        p
        for p in read(SOUND + "（责任单位：市科技局、加强部门协调联动机制）", "x.txt").doubts
        if p.code == "doubt-name"
    ]
    assert (doubt.path, doubt.line, doubt.record) == ("x.txt", 6, "2.2")
    assert "加强部门协调联动机制" in doubt.message
    assert doubt.tip
