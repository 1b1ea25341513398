"""The table of punctuation: every rule takes and leaves what it says, alone and among the others; and in a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.publishing.text.reading_form.punctuation.brackets import BRACKETS
from build_scripts.publishing.text.reading_form.punctuation.punctuated import punctuated
from build_scripts.publishing.text.reading_form.punctuation.quotation_marks import QUOTES
from build_scripts.publishing.text.reading_form.punctuation.single_marks import RULES
from tests.publishing.text.reading_form.made_up import chinese

TABLE = (*RULES, *BRACKETS, *QUOTES)
TAKEN = [pytest.param(rule, *pair, id=f"{rule.name}: {pair[0]}") for rule in TABLE for pair in rule.takes]
LEFT = [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in TABLE for text in rule.leaves]


@pytest.mark.parametrize(("rule", "given_", "taken"), TAKEN)
def test_a_rule_takes_what_it_says(rule, given_: str, taken: str) -> None:
    assert rule.applied(given_) == taken


@pytest.mark.parametrize(("rule", "given_", "taken"), TAKEN)
def test_and_among_the_others(rule, given_: str, taken: str) -> None:
    """Others may find more in it: what it takes alone it takes in the whole too, and nothing undoes it."""
    assert punctuated(given_) == punctuated(taken)
    assert all(
        whole == right for was, right, whole in zip(given_, taken, punctuated(given_), strict=True) if was != right
    )


@pytest.mark.parametrize(("rule", "text"), LEFT)
def test_a_rule_leaves_what_it_says_and_so_do_the_others(rule, text: str) -> None:
    assert rule.applied(text) == text
    assert punctuated(text) == text


@pytest.mark.parametrize("rule", TABLE, ids=lambda r: r.name)
def test_every_rule_has_examples_on_both_sides(rule) -> None:
    assert rule.takes and rule.leaves
    assert all(was != right and len(was) == len(right) for was, right in rule.takes)


@pytest.mark.parametrize(
    ("received", "read"),
    [
        ("投资1,000亿元,增长10.5%;其中", "投资1,000亿元，增长10.5%；其中"),
        ("上午10:30开会:地点不变", "上午10:30开会：地点不变"),
        ("发展5G,P2P,B2B等", "发展5G,P2P,B2B等"),
        ("网址:http://www.gansu.gov.cn,欢迎", "网址：http://www.gansu.gov.cn，欢迎"),
        ("“一带一路”", "“一带一路”"),
        ("建设”一带一路”,发展“双创“", "建设“一带一路”，发展“双创”"),
        ('建设"一带一路",发展"双创"', "建设“一带一路”，发展“双创”"),
        ("(一)总体要求.", "（一）总体要求。"),
        ("(国发[2014]54号)", "（国发〔2014〕54号）"),
        ("比例为3:1,其中:", "比例为3:1，其中："),
        ("--建成小康社会", "--建成小康社会"),
        ("it's 5'10\" tall, isn't it?", "it's 5'10\" tall, isn't it?"),
        ("《关于<意见>的通知》(甘政发[2015]5号)", "《关于〈意见〉的通知》（甘政发〔2015〕5号）"),
        ("", ""),
        ("\n\n", "\n\n"),
    ],
)
def test_in_a_text(received: str, read: str) -> None:
    assert punctuated(received) == read


def test_pairs_go_within_a_line_only() -> None:
    assert punctuated("甲(乙\n丙)丁") == "甲(乙\n丙)丁"
    assert punctuated('甲"乙\n丙"丁') == '甲"乙\n丙"丁'


@settings(deadline=None)
@given(chinese())
def test_any_text_keeps_its_length_its_lines_and_its_words(text: str) -> None:
    done = punctuated(text)
    assert len(done) == len(text) and [len(x) for x in done.split("\n")] == [len(x) for x in text.split("\n")]
    assert all(a == b for a, b in zip(text, done) if a.isalpha() and not "\uff21" <= a <= "\uff5a")


@settings(deadline=None)
@given(st.text())
def test_text_without_chinese_and_full_width_forms_stays(text: str) -> None:
    latin = "".join(c for c in text if c.isascii())
    assert punctuated(latin) == latin
