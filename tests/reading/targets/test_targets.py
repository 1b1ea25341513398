"""Goals: text and expectation side by side in tests/cases/targets.yml, tables held to their examples."""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

import pytest

from build_scripts.own_yaml import values
from build_scripts.reading.reader import read
from build_scripts.reading.targets import target_words
from build_scripts.reading.targets.deadlines import FORMS, deadlines, row_deadline
from build_scripts.reading.targets.quantities import quantities
from build_scripts.reading.targets.targets_in_text import limits_in, targets_in, thresholds
from build_scripts.sources.fold import fold

CASES = values((Path(__file__).parents[2] / "cases" / "targets.yml").read_text(encoding="utf-8"))


def _goals(text: str) -> list[dict]:
    folded = fold(text)
    return [
        {
            "indicator": g.indicator.of(folded) if g.indicator else None,
            "value": g.value,
            "value_to": g.to,
            "unit": g.unit,
            "comparator": g.comparator,
            "deadline": g.deadline,
            "scope": folded[slice(*g.scope)] if g.scope else None,
            "unknown": g.unknown,
            "aspirational": g.aspirational,
            "per": g.per,
            "deadline_quote": g.date.of(folded) if g.date else None,
        }
        for g in targets_in(folded, 0, len(folded))
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:18])
def test_goals_of_a_text(case):
    found = _goals(case["text"])
    assert [{k: f[k] for k in wanted} for f, wanted in zip(found, case["targets"])] == case["targets"]
    assert len(found) == len(case["targets"])


@pytest.mark.parametrize("case", [c for c in CASES if c.get("thresholds")], ids=lambda c: c["text"][:18])
def test_thresholds_are_kept_apart(case):
    text = fold(case["text"])
    spans = [text[a:b] for a, b in thresholds(text, 0, len(text))]
    assert len(spans) == len(case["thresholds"])
    assert all(wanted in span for wanted, span in zip(case["thresholds"], spans))


@pytest.mark.parametrize("case", [c for c in CASES if "limits" in c], ids=lambda c: c["text"][:18])
def test_limits_are_bounds_and_no_goals(case):
    text = fold(case["text"])
    assert [[b.kind, b.comparator, b.value] for b in limits_in(text, 0, len(text))] == case["limits"]


def test_what_has_been_is_no_goal():
    source = "某市规划\n2023年5月6日\n一、发展基础\n2020年，全市森林覆盖率达到40%。\n二、重点任务\n到2020年，建成园区5个。到2027年，建成园区10个。\n"
    past, tasks = read(source).measures
    assert (past.targets, [t.value for t in tasks.targets]) == ((), [10])


@pytest.mark.parametrize(
    ("printed", "value", "unit", "comparator"),
    [
        ("人均生产总值达到18万元", 18, "万元", ">="),
        ("年接待游客突破1亿人次", 1, "亿人次", ">="),
        ("普及率超70%", 70, "%", ">"),
        ("不少于两万平方米", 2, "万平方米", ">="),
        ("主营业务收入超千亿元", 1000, "亿元", ">"),
        ("100多家", 100, "家", ">="),
        ("控制在1,500吨以内", 1500, "吨", "<="),
        ("提高2.3个百分点", 2.3, "个百分点", "change"),
        ("下降百分之十五", -15, "%", "change"),
    ],
)
def test_figures_are_numbers_in_the_unit_printed(printed, value, unit, comparator):
    (found,) = quantities(printed, 0, len(printed))
    assert (found.value, found.unit, found.comparator) == (value, unit, comparator)


@pytest.mark.parametrize(
    "printed", ["“1+3+10”", "世界500强", "5A级景区", "5G基站", "S18", "一批", "前50名", "百亿级集群"]
)
def test_names_are_no_figures(printed):
    assert [q for q in quantities(printed, 0, len(printed)) if q.comparator or not q.counted] == []


@pytest.mark.parametrize("form", FORMS, ids=lambda f: f.examples[0][0])
def test_each_form_of_deadline_reads_its_examples(form):
    for printed, iso in form.examples:
        match = re.compile(form.pattern.split("(?=")[0] if form is FORMS[-1] else form.pattern).match(printed)
        assert match and form.iso(match) == iso


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        ("2026年12月", "2026-12"),
        ("2026 年 3 月", "2026-03"),
        ("2026年底前", "2026-12"),
        ("2026年末", "2026-12"),
        ("2026.6", "2026-06"),
        ("2026年", "2026"),
        ("2025年3月至2026年6月", "2026-06"),
        ("2025年3月至2026年", "2026"),
        ("长期坚持", None),
        ("", None),
    ],
)
def test_the_last_date_of_a_cell_is_its_deadline(cell, iso):
    assert row_deadline(cell) == iso


def test_a_beginning_is_no_deadline():
    for text in ("自2016年开始", "有效期至2028年12月31日", "截至2023年底", "2022年以来"):
        assert deadlines(text, 0, len(text)) == []


@pytest.mark.parametrize(
    ("name", "text", "other"),
    [
        ("VERBS", "引进团队", "主要农产品"),
        ("AIMS", "每年创建", "县级以上"),
        ("GIVEN", "给予最高100万元", "突破100万元"),
        ("DUES", "注册资本1亿元", "生产总值1亿元"),
        ("CONDITION", "对投资额10亿元以上", "经济总量突破"),
        ("LOWERED", "办理时限压缩至", "突破"),
        ("INDICATORS", "加工转化率", "领军人才"),
        ("PAST", "已建成", "建成"),
        ("NORMS", "一般不超过3块", "一般公共预算收入"),
        ("DURATION", "个工作日", "个"),
        ("TIME_GOALS", "压缩至3个工作日", "实施五年以上"),
        ("QUALITIES", "大幅提升", "依托省会"),
        ("PROCEDURES", "自发布之日起施行", "建成"),
    ],
)
def test_words_tell_apart(name, text, other):
    pattern = getattr(target_words, name)
    assert pattern.search(text) and not pattern.search(other)


@pytest.mark.parametrize(
    ("table", "examples"),
    [
        (
            target_words.BEFORE,
            [
                "突破",
                "不少于",
                "提高到",
                "不少于道路长度的",
                "不超过实际投入的",
                "不超过项目总投资",
                "超",
                "控制在",
                "下降",
                "增长",
                "约",
            ],
        ),
        (target_words.AFTER, ["以上", "左右", "以内"]),
    ],
    ids=["before", "after"],
)
def test_each_word_of_comparison_has_an_example(table, examples):
    assert all(re.fullmatch(pattern, example) for (pattern, _), example in zip(table, examples, strict=True))


def test_units_and_coverage_match_their_examples():
    for table in (target_words.UNITS, target_words.COVERAGE):
        assert all(table.matches(e) for e in table.examples)
        assert not any(table.regex.fullmatch(c) for c in table.counterexamples)
        assert all(any(re.match(p, e) for e in table.examples) for p in table.patterns)


def test_an_unknown_unit_is_a_problem_and_never_a_default():
    reading = read("一、目标\n(一)绿地。到2027年,新增绿地达到90垧以上。\n(二)水。建设水库。\n")
    (problem,) = [p for p in reading.problems if p.code == "unit-unknown"]
    assert problem.severity == "warning" and problem.record == "1.1" and (problem.line, problem.column) == (2, 14)


def test_quotes_are_verbatim_in_the_script_of_the_source():
    source = "一、總體要求\n(一)目標。到2020年,全省國家級開發區達到30個以上。\n"
    (target,) = read(source).measures[0].targets
    assert target.quote == target.at.of(source) == "全省國家級開發區達到30個以上"
    assert (target.indicator, target.scope) == ("國家級開發區", "全省")


def test_time_is_linear():
    def seconds(n: int) -> float:
        text = "到2025年,全市产值突破800亿元、企业达到500家" * n + "1、2、3、" * n + "(" * n
        began = time.process_time()
        targets_in(text, 0, len(text))
        return time.process_time() - began

    seconds(50)
    assert seconds(4000) < 40 * max(seconds(400), 0.005)


def test_any_text_is_read():
    pieces = [
        "到2025年",
        "突破",
        "%",
        "以上",
        "(",
        "。",
        ",",
        "万",
        "第",
        "“",
        "1",
        "99999999999999999",
        "一",
        "番",
        "百分之",
    ]
    chance = random.Random(7)
    for _ in range(300):
        text = "".join(chance.choices(pieces, k=30))
        for g in targets_in(text, 0, len(text)):
            assert 0 <= g.quote[0] < g.quote[1] <= len(text)
