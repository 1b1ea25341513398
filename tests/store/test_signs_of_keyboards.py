"""What a Chinese keyboard leaves in YAML is named, with its mend, on the line where it stands."""

from __future__ import annotations

import pytest

from build_scripts.model import Line
from build_scripts.store.yaml_reading.signs_of_keyboards import LONGEST, SIGNS, sign_near
from build_scripts.store.yaml_to_types import Reader
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


def test_a_line_that_nobody_typed_is_not_looked_through() -> None:
    line = "{a: b " * LONGEST
    assert sign_near(f"id: a\n{line}\n", 2) is None


def test_a_key_with_a_full_width_colon_in_it_says_so() -> None:
    tree, _ = parse("- {id：x, zh: 商务, en: Commerce}\n", "a.yml")
    assert tree is not None
    reader = Reader(tree, "a.yml")
    reader.read(Line, (0,))
    assert "半角" in next(p.tip for p in reader.problems if p.code == "record-unknown-key")
