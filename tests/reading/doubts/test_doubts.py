"""The reader knows when it does not know: signs of a poor reading on small texts, and none on sound ones."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from build_scripts.problems import grave
from build_scripts.reading.reader import read

CASES = Path(__file__).parents[2] / "cases"
FILLER = "各部门要认真研究，加强协调，明确责任，强化保障，确保各项任务落到实处。"
SOUND = (
    "关于加强工作的意见\n一、总体要求\n"
    + FILLER
    + "\n二、重点任务\n（一）建设园区。"
    + FILLER
    + "\n（二）培育企业。"
    + FILLER
)


def signs(text: str) -> dict[str, str]:
    return {p.code.removeprefix("doubt-"): p.severity for p in read(text).doubts}


def test_a_sound_text_raises_no_doubt():
    assert signs(SOUND) == {}


@pytest.mark.parametrize("name", ["outlines", "kinds"])
def test_texts_that_are_read_rightly_raise_no_grave_doubt(name):
    for case in yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8")):
        assert not grave(read(case["text"]).doubts), case["case"]


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        ("no-measures", "关于情况的报告\n" + (FILLER + "\n") * 15),
        (
            "little-text",
            "关于情况的通报\n" + (FILLER + "\n") * 20 + "一、提高认识。加强学习。\n二、抓好落实。明确分工。\n",
        ),
        (
            "articles-unused",
            "关于规定的通知\n一、总则第一条适用于园区、第二条适用于企业、第三条适用于人才、第四条适用于资金\n二、其他。"
            + FILLER,
        ),
        (
            "points-unused",
            "关于加强工作的意见\n一、重点任务\n" + "".join(f"{n}）建设平台{n}。{FILLER}\n" for n in range(1, 9)),
        ),
        (
            "swollen",
            "关于加强工作的意见\n一、重点任务\n"
            + "".join(f"推进工作{c}类。{FILLER * n}\n" for n, c in enumerate("甲乙丙丁戊己庚辛", 1))
            + "二、保障措施\n加强领导。\n",
        ),
        (
            "chapters-only",
            "某市管理办法\n第一章 总则\n" + FILLER + "\n第二章 申报\n" + FILLER + "\n第三章 附则\n" + FILLER,
        ),
        (
            "late-beginning",
            "关于加强工作的意见\n四、重点任务\n" + FILLER + "\n五、保障措施\n" + FILLER + "\n六、附则\n" + FILLER,
        ),
        ("tiny-measures", "成员名单\n" + "".join(f"{c}、张某某\n" for c in "一二三四五六七")),
        (
            "numbering",
            "关于加强工作的意见\n"
            + "".join(f"一、建设{c}。{FILLER}\n二、培育{c}。{FILLER}\n二、服务{c}。{FILLER}\n" for c in "甲乙丙丁"),
        ),
    ],
)
def test_what_was_not_understood_is_doubted_gravely(sign, text):
    assert signs(text).get(sign) == "grave"


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        ("name", SOUND + "（责任单位：市科技局、加强部门协调联动机制）"),
        (
            "date",
            "关于加强工作的意见\n某政发〔2023〕5号\n一、建设园区。完善设施。\n二、培育企业。加大扶持。\n某市人民政府\n2021年5月6日\n",
        ),
        ("clause-unread", "关于加强工作的意见\n责任单位：市科技局\n" + SOUND),
    ],
)
def test_what_looks_odd_is_told_and_stops_nothing(sign, text):
    assert signs(text).get(sign) == "warning"


def test_a_doubt_names_line_cause_and_mend():
    (doubt,) = [
        p
        for p in read(SOUND + "（责任单位：市科技局、加强部门协调联动机制）", "x.txt").doubts
        if p.code == "doubt-name"
    ]
    assert (doubt.path, doubt.line, doubt.record) == ("x.txt", 6, "2.2")
    assert "加强部门协调联动机制" in doubt.message
    assert doubt.tip
