"""The numbering styles of the genre, as a table with examples.

Patterns run over folded text (Simplified, half-width). A style's rank says which style nests in which;
levels may be skipped. The order of ranks is that of GB/T 9704-2012 §7.3.3 (一、 （一） 1. （1）), with
第X章 and 第X条 of laws above and circled figures below.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .numerals import CHINESE, number

_CN = f"[{CHINESE}]{{1,5}}"


@dataclass(frozen=True)
class Style:
    """One way to number. ``pattern`` has one group, the numeral; ``base`` is for one-character figures."""

    name: str
    rank: int
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...] = ()
    base: int = 0

    def value(self, numeral: str) -> int | None:
        return ord(numeral) - self.base + 1 if self.base else number(numeral)


STYLES: tuple[Style, ...] = (
    Style(
        "part",
        0,
        re.compile(rf"第 ?({_CN}|\d{{1,2}}) ?(?:部分|[篇编])(?=[ \n、:]|[\u4e00-\u9fff])"),
        ("第一部分 总体要求", "第二篇 任务"),
    ),
    Style(
        "chapter",
        1,
        re.compile(rf"第 ?({_CN}|\d{{1,3}}) ?章(?=[ \n:]|[\u4e00-\u9fff])"),
        ("第一章  总则", "第十二章 附则", "第 一 章 总则"),
    ),
    Style("formal", 2, re.compile(r"([壹贰叁参肆伍陆柒捌玖拾]{1,3})、"), ("壹、总则", "贰、经费"), ("贰佰元",)),
    Style("division", 2, re.compile(rf"第({_CN}|\d{{1,3}})节(?=[ \n:]|[\u4e00-\u9fff])"), ("第一节 一般规定",)),
    Style(
        "article",
        3,
        re.compile(
            rf"第 ?({_CN}|\d{{1,3}})(?:[-之](?P<sub>\d{{1,2}}))? ?条(?![第款项和与至、的])(?:之(?P<cnsub>{_CN}))?(?=[ \n(:【\[]|[\u4e00-\u9fff])"
        ),
        ("第一条 为加快开发区建设", "第五十一条 本条例自", "第 6 条 申请人", "第2-1条 主管机关", "第十二条之一 为"),
        ("第三条第二款规定", "第三条和第四条"),
    ),
    Style(
        "cn",
        4,
        re.compile(rf"({_CN})[、.](?![{CHINESE}]{{1,3}}[、产])"),
        ("一、总体要求", "十二、保障", "二.目标"),
        ("一、二、三产业", "一、二、三产融合"),
    ),
    Style("cn_paren", 5, re.compile(rf"\( ?({_CN}) ?\)[、.]?"), ("(一)创新", "(十二)完善", "( 三 )健全")),
    Style("cn_enclosed", 5, re.compile(r"([\u3220-\u3229])"), ("㈠创新", "㈩保障"), base=0x3220),
    Style(
        "num",
        6,
        re.compile(r"(\d{1,3}) ?(?:\.(?!\d)|、)"),
        ("1.拓展", "45.加强", "3、健全", "1. 扶持资金"),
        ("1.5倍", "2020、2021"),
    ),
    Style("num_stop", 6, re.compile(r"([\u2488-\u249b])"), ("⒈拓展",), base=0x2488),
    Style("num_paren", 7, re.compile(r"\( ?(\d{1,2}) ?\)[、.]?"), ("(1)对首年", "( 2 )支持")),
    Style("num_enclosed", 7, re.compile(r"([\u2474-\u2487])"), ("⑴对首年",), base=0x2474),
    Style("num_half", 7, re.compile(r"(\d{1,2})\)"), ("1)对首年",)),
    Style(
        "ordinal",
        7,
        re.compile(rf"第({_CN})[、,](?!第)"),
        ("第一,加强领导", "第十二、完善"),
        ("第一、第二产业", "第一条"),
    ),
    Style("circled", 8, re.compile(r"([\u2460-\u2473])"), ("①实施",), base=0x2460),
)

CHAPTER = next(s for s in STYLES if s.name == "chapter")
NUM = next(s for s in STYLES if s.name == "num")
BEFORE_FIGURE = re.compile(r"(\d{1,3})\.(?=\d)")
"""A numeral of style ``num`` with a figure right after its stop (3.12345热线): by itself it could be a decimal."""
DECIMAL = re.compile(r"\d{1,3}(?:\.\d+)?(?:%|‰|亿|万|千|百|倍|个百分点|元|吨|公里|千米|米|平方|公顷|亩|度|小时)")
"""What makes a decimal of a figure after a stop: 1.5倍, 3.2万亩."""

ARTICLE_RANK = 3
SECTION_RANK = 4
SUBPOINT_RANK = 7
"""Styles of this rank and below number points inside a measure, never measures."""

LEAD = re.compile(
    r"[ #>*]*(?:[^\w\s()\[\]{}<>《》“”‘’\"'、,。;:!?%‰#*>|+=/\\\-—–~…—.] *){0,3}(?:[\[【](?:[篇章节条款]名|标题)[\]】] ?)?"
)
"""What may stand before a marker on its line: indentation, Markdown marks (## 第一章), a sign that is no letter, figure or mark of punctuation (■一、 ※一、), a database's label ([章名]一、)."""


@dataclass(frozen=True)
class Marker:
    """A marker found: view positions of the line's first printed character and of the marker, and its number.

    ``printed`` is the whole of a number that names its place by itself (2.1.1), else empty.
    """

    style: Style
    number: int
    line: int
    start: int
    end: int
    printed: str = ""


def printed_whole(found: re.Match[str]) -> str:
    """The ref of an article between two others (第2-1条, 第十二条之一), which its number alone does not tell; else nothing."""
    groups = found.groupdict()
    sub = groups.get("sub") or groups.get("cnsub")
    return f"art.{number(found[1])}-{number(sub)}" if sub else ""


def marker_at(text: str, line: int) -> Marker | None:
    """The marker that opens the line starting at ``line``, if one does."""
    lead = LEAD.match(text, line)
    start = lead.end() if lead else line
    for style in STYLES:
        found = style.pattern.match(text, start)
        if found and (value := style.value(found[1])) is not None and 0 < value < 400:
            return Marker(style, value, line, start, found.end(), printed_whole(found))
    return None
