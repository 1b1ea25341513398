"""Numbers that Word counts are written as Word prints them, and said."""

from __future__ import annotations

import pytest

from .made_docx import level, listed, numbering, p
from .test_word_files import lines, messages


@pytest.mark.parametrize(
    ("style", "text", "printed"),
    [
        ("chineseCounting", "%1、", ["一、甲", "二、乙"]),
        ("chineseCountingThousand", "（%1）", ["（一）甲", "（二）乙"]),
        ("japaneseCounting", "第%1条", ["第一条 甲", "第二条 乙"]),
        ("decimal", "%1.", ["1. 甲", "2. 乙"]),
        ("decimalEnclosedCircleChinese", "%1", ["① 甲", "② 乙"]),
        ("upperLetter", "%1）", ["A）甲", "B）乙"]),
        ("lowerRoman", "%1.", ["i. 甲", "ii. 乙"]),
        ("ideographTraditional", "%1、", ["甲、甲", "乙、乙"]),
        ("none", "附：", ["附：甲", "附：乙"]),
    ],
)
def test_numbers_of_many_styles(style: str, text: str, printed: list[str]) -> None:
    assert lines(listed("甲"), listed("乙"), numbering=numbering(level(0, style, text))) == printed


def test_numbers_beyond_a_hundred() -> None:
    high = numbering(level(0, "chineseCountingThousand", "第%1条", start=99))
    assert lines(listed("甲"), listed("乙"), listed("丙"), numbering=high) == [
        "第九十九条 甲",
        "第一百条 乙",
        "第一百〇一条 丙",
    ]


def test_numbers_of_levels_begin_anew_under_the_next_number_above() -> None:
    two = numbering(level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"))
    assert lines(listed("总"), listed("甲", 1), listed("乙", 1), listed("分"), listed("丙", 1), numbering=two) == [
        "一、总", "（一）甲", "（二）乙", "二、分", "（一）丙",
    ]  # fmt: skip


def test_numbers_run_on_where_the_level_says_so() -> None:
    on = level(1, "decimal", "第%2条", more='<w:lvlRestart w:val="0"/>')
    two = numbering(level(0, "chineseCounting", "第%1章"), on)
    assert lines(listed("总"), listed("甲", 1), listed("分"), listed("乙", 1), numbering=two)[1::2] == [
        "第1条 甲",
        "第2条 乙",
    ]


def test_numbers_of_several_levels_in_one() -> None:
    legal = level(1, "decimal", "%1.%2", more="<w:isLgl/>")
    two = numbering(level(0, "chineseCounting", "%1、"), legal)
    assert lines(listed("总"), listed("甲", 1), listed("乙", 1), numbering=two) == ["一、总", "1.1 甲", "1.2 乙"]


def test_numbers_begin_anew_where_an_instance_says_so_and_else_go_on() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    one = numbering(level(0, "decimal", "%1、"), nums=nums)
    assert lines(listed("甲"), listed("乙", number=2), listed("丙", number=3), listed("丁", number=3), numbering=one) == [
        "1、甲", "2、乙", "1、丙", "2、丁",
    ]  # fmt: skip


def test_numbers_come_from_the_style_of_a_paragraph_and_the_style_it_is_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H"/></w:style>'
    )
    two = numbering(level(0, "chineseCounting", "%1、"), level(1, "decimal", "%2.", more='<w:pStyle w:val="H2"/>'))
    heading, below = '<w:pStyle w:val="H"/>', '<w:pStyle w:val="H2"/>'
    blocks = (p("总体要求", properties=heading), p("完善设施", properties=below))
    assert lines(*blocks, styles=styles, numbering=two) == ["一、总体要求", "1. 完善设施"]
    off = p("附件", properties=heading + '<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert lines(off, styles=styles, numbering=two) == ["附件"]


def test_numbers_are_said() -> None:
    one = numbering(level(0, "chineseCounting", "%1、"))
    assert messages(listed("甲"), listed("乙"), numbering=one) == ("自动编号 2 处，已照 Word 的显示写进正文：一、 二、")


def test_numbers_of_an_unknown_style_are_said() -> None:
    odd = numbering(level(0, "koreanCounting", "%1、"))
    assert "不认得的编号样式：koreanCounting" in messages(listed("甲"), numbering=odd)
    assert lines(listed("甲"), numbering=odd) == ["1、甲"]


def test_bullets_are_no_numbers() -> None:
    bullets = numbering(level(0, "bullet", "\uf06c"))
    assert lines(listed("甲"), numbering=bullets) == ["甲"]
    assert "项目符号 1 处" in messages(listed("甲"), numbering=bullets)
