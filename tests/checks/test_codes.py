"""The list of codes and the source hold the same codes; every one is provoked by a test; each entry helps a person."""

from __future__ import annotations

import ast
import re
from collections import Counter

import pytest
import yaml

from build_scripts.checks import problems_to_show
from build_scripts.checks.codes import Code, groups

from . import codes_in_source
from .test_bad_input import BAD
from .test_other_codes import PROVOKED

LISTED = [code for group in groups() for code in group.codes]
NAMES = frozenset(c.code for c in LISTED)


def test_every_code_of_the_source_stands_in_the_list() -> None:
    assert sorted(codes_in_source.codes() - NAMES) == []


def test_every_code_of_the_list_is_told_by_the_source() -> None:
    assert sorted(NAMES - codes_in_source.codes()) == []


def test_no_call_keeps_its_code_from_being_seen() -> None:
    assert codes_in_source.unseen() == []


def test_a_code_stands_in_the_list_once() -> None:
    assert [c for c, n in Counter(c.code for c in LISTED).items() if n > 1] == []


def test_what_is_kept_back_for_its_cause_are_codes() -> None:
    kept_back = frozenset().union(
        *problems_to_show.CONSEQUENCES.values(), problems_to_show.OF_RECORDS, problems_to_show.ONCE_FOR_ALL
    )
    assert sorted(kept_back - NAMES) == []


def test_every_code_is_provoked_by_a_case_or_a_row() -> None:
    """tests/bad/ has those that one broken file provokes; tests/checks/test_other_codes.py those that take more."""
    assert sorted(NAMES - {p.stem for p in BAD} - PROVOKED) == []


def test_no_case_is_of_a_code_that_is_no_more() -> None:
    assert sorted(({p.stem for p in BAD} | PROVOKED) - NAMES) == []


@pytest.mark.parametrize("code", LISTED, ids=lambda c: c.code)
def test_an_entry_says_what_is_wrong_and_what_to_do(code: Code) -> None:
    for sentence in (code.means, code.mend):
        assert re.fullmatch(r"[^。]{4,}。", sentence), "one sentence, with its full stop"
    assert bool(code.wrong) == bool(code.right), "an example has both sides"
    assert not code.wrong or code.wrong != code.right
    if code.right:
        yaml.safe_load(code.right)


SOURCE = """
TABLE_CODES = {"a": "from-table"}

def tell(at, code, message): ...
def other(name): ...

class Fault:
    code: str
    message: str

def faults(kind, code):
    tell(1, "in-call", "m")
    self.tell(1, code="by-keyword", message="m")
    Fault("in-class", "m")
    tell(1, code, "m")
    tell(1, TABLE_CODES[kind], "m")
    other("no-code")
    yield 1, "in-yield", "m", "t"
    return "in-return", "m", "t"
"""


def test_codes_are_found_where_they_are_told() -> None:
    tree = ast.parse(SOURCE)
    found = {f.code for f in codes_in_source.in_tree(tree, codes_in_source.takers([tree]), "x.py")}
    assert found == {"from-table", "in-call", "by-keyword", "in-class", "in-yield", "in-return"}


@pytest.mark.parametrize("call", ['tell(1, f"{kind}-unknown", "m")', 'tell(1, a + b, "m")'])
def test_a_code_put_together_is_not_let_pass(call: str) -> None:
    tree = ast.parse(SOURCE + f"\n{call}\n")
    assert "" in {f.code for f in codes_in_source.in_tree(tree, codes_in_source.takers([tree]), "x.py")}
