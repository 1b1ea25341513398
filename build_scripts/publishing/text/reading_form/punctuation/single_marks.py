"""Single marks, digits and letters in their proper width: each by what stands beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .chinese_text import BEGINS, ENDS


@dataclass(frozen=True)
class Rule:
    """``pattern`` finds single marks, ``to`` gives the right one for each. ``takes`` are examples with what becomes of
    them, ``leaves`` are examples that stay.

    A pattern begins with its marks and looks back from behind them (``.`` is the mark): they are rare, what stands before
    one is everywhere, and a search goes from one place where a pattern could begin to the next.
    """

    name: str
    pattern: re.Pattern[str]
    to: dict[str, str]
    takes: tuple[tuple[str, str], ...]
    leaves: tuple[str, ...]

    def applied(self, text: str) -> str:
        return self.pattern.sub(lambda found: self.to[found[0]], text)


def _wide(marks: str, wide: str) -> dict[str, str]:
    return dict(zip(marks, wide, strict=True))


_DIGITS = {
    chr(c): chr(c - 0xFEE0) for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05)
}
_SMALL = _wide("﹐﹑﹒﹔﹕﹖﹗﹙﹚｡､", "，、．；：？！（）。、")
_STOPS = _wide(",;:?!", "，；：？！")

RULES = (
    Rule(
        "digits, Latin letters and the per cent sign are half-width",
        re.compile("[０-９Ａ-Ｚａ-ｚ％]"),
        _DIGITS,
        (("２０２５年增长１０％", "2025年增长10%"), ("Ａ级", "A级")),
        ("2025年", "甲级"),
    ),
    Rule(
        "the point of a number is half-width",
        re.compile(r"．(?<=\d．)(?=\d)"),
        {"．": "."},
        (("增长2．5倍", "增长2.5倍"),),
        ("一．总体要求", "卡尔．马克思"),
    ),
    Rule(
        "small and half-width forms of marks",
        re.compile("[﹐﹑﹒﹔﹕﹖﹗﹙﹚｡､]"),
        _SMALL,
        (("其一﹔其二｡", "其一；其二。"),),
        ("、", "."),
    ),
    Rule(
        "a stop after a Chinese stretch, or before one, is full-width",
        re.compile(rf"[,;:?!](?:(?<=[{ENDS}].)|(?<=[{ENDS}]\).)|(?<=%.)(?=[{BEGINS}])|(?=\(?[{BEGINS}]))"),
        _STOPS,
        (
            ("夯实基础,做好文章", "夯实基础，做好文章"),
            ("来源:甘肃日报", "来源：甘肃日报"),
            ("增长10%,达到800,其中", "增长10%，达到800，其中"),
            ("各市(州)人民政府:", "各市(州)人民政府："),
            ("建设“双创”,发展", "建设“双创”，发展"),
            ("日期:2015-01-27", "日期：2015-01-27"),
            ("责任单位:省财政厅;省税务局", "责任单位：省财政厅；省税务局"),
        ),
        ("1,000亿元", "10:30开会", "比例3:1", "P2P,B2B", "http://www.gansu.gov.cn", "Hello, world!", "10%,20%"),
    ),
    Rule(
        "a point that ends a Chinese sentence is a full stop",
        re.compile(rf"\.(?<=[{ENDS}].)(?<!^[一二三四五六七八九十].)(?<!^十[一二三四五六七八九].)(?=\s*$|[{BEGINS}])"),
        {".": "。"},
        (("全面发展.", "全面发展。"), ("加快建设.鼓励创新", "加快建设。鼓励创新")),
        ("一.总体要求", "十二.保障", "1.发展", "2.5G", "3.甲", "gov.cn"),
    ),
    Rule(
        "a dash between Chinese words is drawn long",
        re.compile(rf"-(?:(?<=[{ENDS}].)(?=-[{BEGINS}])|(?<=[{ENDS}]-.)(?=[{BEGINS}]))"),
        {"-": "—"},
        (("目标--建成", "目标——建成"),),
        ("2015-01-27", "甲-乙", "A--B"),
    ),
)
