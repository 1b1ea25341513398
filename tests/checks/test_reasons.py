"""Reasons of pairs and relations: nothing that neither text has, nothing left out that says for whom a clause holds."""

from __future__ import annotations

import doctest

import pytest

from build_scripts.checks import unproven_words
from build_scripts.checks.judgements import limiters_left_out
from build_scripts.checks.judgements.limiters_left_out import LIMITERS, Limiter, left_out
from build_scripts.checks.unproven_words import unproven
from build_scripts.sources.words_in_text import NamedBodies, SoughtWords

BODIES = NamedBodies([("省工信厅", "省工业和信息化厅"), ("市住建局",)])
DOCUMENTS = SoughtWords(["甘肃2015"])


@pytest.mark.parametrize(
    ("why", "proof", "found"),
    [
        ("甘三年，豫到2020年", "三年,到2020年", []),
        ("甘3块，豫三块", "不超過三塊", []),
        ("都定集群；豫定千亿级10个左右", "10個左右千億級產業集群", []),
        ("都定集群；豫定25个", "定160個左右", ["“25”"]),
        ("甘二十个，豫没有写数", "20個", []),
        ("甘三十个", "20個", ["“30”"]),
        ("一为园区，一为县城；两处三样都不同", "園區", []),
        ("甘肃2015写园区，2023写飞地", "园区", []),
        ("2019写园区", "园区", ["“2019”"]),
        ("甘肃2019写园区", "园区", ["“2019”"]),
        ("都写“飞地经济”", "發展飛地經濟", []),
        ("都写“一区，多园”", "“一區多園”模式", []),
        ("都限“三高”项目", "高污染、高耗能、高排放", ["“三高”"]),
        ("省工信厅牵头", "省工业和信息化厅牵头", []),
        ("省工信厅牵头", "省商务厅牵头", ["“省工信厅”"]),
        ("都据《办法》", "依《管理办法》", ["“《办法》”"]),
    ],
)
def test_a_reason_adds_nothing(why: str, proof: str, found: list[str]) -> None:
    assert unproven(why, [proof], BODIES, DOCUMENTS, ["2015", "2023"]) == found


@pytest.mark.parametrize("limiter", LIMITERS, ids=lambda limiter: limiter.printed.pattern)
def test_a_limiter_takes_its_example_and_leaves_the_other(limiter: Limiter) -> None:
    assert limiter.printed.search(limiter.takes)
    assert not limiter.printed.search(limiter.leaves)


@pytest.mark.parametrize(
    ("why", "text", "found"),
    [
        ("甘让飞地项目分担能耗总量", "对投资额10亿元以上的重大飞地项目,按比例分担能耗总量。", ["投资额10亿元以上"]),
        ("甘让10亿元以上的分担能耗总量", "对投资额10亿元以上的重大飞地项目,按比例分担能耗总量。", []),
        ("甘给园区财力", "对投资额10亿元以上的重大飞地项目,按比例分担能耗总量。", []),
        ("都分担能耗总量", "分担能耗总量。对投资额10亿元以上的项目分担能耗总量。", []),
        ("豫改善设施", "以二星級及以上的產業集聚區為重點,推動向城市經濟轉型。", []),
        ("豫推動向城市轉型", "以二星級及以上的產業集聚區為重點,推動向城市經濟轉型。", ["二星级及以上"]),
    ],
)
def test_a_reason_names_whom_a_clause_is_for(why: str, text: str, found: list[str]) -> None:
    assert list(left_out(why, text)) == found


def test_examples_in_docstrings_hold() -> None:
    for module in (unproven_words, limiters_left_out):
        assert not doctest.testmod(module).failed
