"""What a Chinese keyboard leaves in YAML is named, with its mend, on the line where it stands."""

from __future__ import annotations

import pytest

from build_scripts.store.yaml_reading.signs_of_keyboards import SIGNS
from build_scripts.store.yaml_tree import parse

TAKES = [(sign.mend, line) for sign in SIGNS for line in sign.takes]
LEAVES = [(sign.mend, line) for sign in SIGNS for line in sign.leaves]


@pytest.mark.parametrize(("mend", "line"), TAKES)
def test_a_sign_takes_its_examples(mend: str, line: str) -> None:
    assert next(sign.mend for sign in SIGNS if sign.pattern.search(line)) == mend


@pytest.mark.parametrize(("mend", "line"), LEAVES)
def test_a_sign_leaves_what_is_right(mend: str, line: str) -> None:
    assert [sign.mend for sign in SIGNS if sign.mend == mend and sign.pattern.search(line)] == []


@pytest.mark.parametrize(
    ("wrong", "line", "says"),
    [
        ("role：lead", 3, "全角冒号"),
        ("bodies: {name: 省商务厅，role: lead}", 3, "全角逗号"),
        ("topics: [enclave-parks］", 3, "全角的"),
        ("bodies: {name: 省商务厅 role: lead}", 3, "少了逗号"),
        ("note: 依据: 原件第 4 页", 3, "加半角引号"),
    ],
)
def test_the_problem_names_the_line_and_the_sign(wrong: str, line: int, says: str) -> None:
    tree, (problem,) = parse(f"id: a\ntitle: b\n{wrong}\nsource: c\n", "a.yml")
    assert tree is None
    assert (problem.code, problem.line) == ("yaml-syntax", line)
    assert says in problem.tip
