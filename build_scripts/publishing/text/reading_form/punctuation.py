"""The punctuation of a Chinese text in its proper width, mark for mark (GB/T 15834—2011; numbers as GB/T 15835—2011).

A mark is judged by its neighbours, so that what belongs to a number, an address or a word in Latin letters stays:
1,000; 10:30; http://; P2P(B). ``RULES`` stands for single marks; brackets and quotation marks go in pairs, within a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

HAN = "\u3005\u3007\u3400-\u9fff\uf900-\ufaff"
_ENDS = f"{HAN}》〉”’）〕】」』"  # what a Chinese stretch ends with
_BEGINS = f"{HAN}《〈“‘（〔【「『"  # what one begins with
_HAN = re.compile(f"[{HAN}]")


@dataclass(frozen=True)
class Rule:
    """``pattern`` finds single marks, ``to`` gives the right one for each. ``takes`` are examples with what becomes of
    them, ``leaves`` are examples that stay."""

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
        re.compile(r"(?<=\d)．(?=\d)"),
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
        re.compile(rf"(?:(?<=[{_ENDS}])|(?<=[{_ENDS}]\))|(?<=%)(?=.[{_BEGINS}]))[,;:?!]|[,;:?!](?=\(?[{_BEGINS}])"),
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
        re.compile(rf"(?<=[{_ENDS}])(?<!^[一二三四五六七八九十])(?<!^十[一二三四五六七八九])\.(?=\s*$|[{_BEGINS}])"),
        {".": "。"},
        (("全面发展.", "全面发展。"), ("加快建设.鼓励创新", "加快建设。鼓励创新")),
        ("一.总体要求", "十二.保障", "1.发展", "2.5G", "3.甲", "gov.cn"),
    ),
    Rule(
        "a dash between Chinese words is drawn long",
        re.compile(rf"(?<=[{_ENDS}])-(?=-[{_BEGINS}])|(?<=[{_ENDS}]-)-(?=[{_BEGINS}])"),
        {"-": "—"},
        (("目标--建成", "目标——建成"),),
        ("2015-01-27", "甲-乙", "A--B"),
    ),
)


@dataclass(frozen=True)
class Brackets:
    """A pair that becomes another pair where ``when(before, within, after)`` says so."""

    name: str
    opening: str
    closing: str
    to: tuple[str, str]
    when: Callable[[str, str, str], bool]
    takes: tuple[tuple[str, str], ...]
    leaves: tuple[str, ...]

    def applied(self, text: str) -> str:
        out = list(text)
        for start, end in _pairs(text, self.opening, self.closing):
            if self.when(text[:start], text[start + 1 : end], text[end + 1 :]):
                out[start], out[end] = self.to
        return "".join(out)


def _pairs(text: str, opening: str, closing: str) -> Iterator[tuple[int, int]]:
    """Where brackets of a kind open and close, inner ones first; one without a partner is left out."""
    open_: list[int] = []
    for found in re.finditer(f"[{re.escape(opening + closing)}]", text):
        if found[0] == opening:
            open_.append(found.start())
        elif open_:
            yield open_.pop(), found.start()


def _chinese_around(before: str, within: str, after: str) -> bool:
    touching = re.search(f"[{_ENDS}]$", before) or re.match(f"[{_BEGINS}，。、；：]", after)
    return bool(_HAN.search(within) or (within.strip() and touching))


def _year_of_a_number(before: str, within: str, after: str) -> bool:
    return bool(re.search(rf"[{HAN}]$", before) and re.fullmatch(r"\d{4}", within) and re.match(r"(?:第)?\d+号", after))


def _title_within_a_title(before: str, within: str, after: str) -> bool:
    return bool(re.fullmatch(rf"[{HAN}“”（）]+", within)) and before.count("《") > before.count("》")


BRACKETS = (
    Brackets(
        "round brackets in Chinese",
        "(",
        ")",
        ("（", "）"),
        _chinese_around,
        (
            ("(一)总体要求。", "（一）总体要求。"),
            ("各市(州)", "各市（州）"),
            ("甲(A)乙", "甲（A）乙"),
            ("增长(10%)，", "增长（10%），"),
        ),
        ("f(x)", "(1) one", "P2P(B2B) model", "没有开头)", "(没有结尾"),
    ),
    Brackets(
        "the year in the number of a document",
        "[",
        "]",
        ("〔", "〕"),
        _year_of_a_number,
        (("国办发[2014]54号", "国办发〔2014〕54号"),),
        ("见注[2014]", "[1]", "数组[2014]"),
    ),
    Brackets(
        "the year in the number of a document, full-width",
        "［",
        "］",
        ("〔", "〕"),
        _year_of_a_number,
        (("国办发［2014］54号", "国办发〔2014〕54号"),),
        ("［注］",),
    ),
    Brackets(
        "a title within a title",
        "<",
        ">",
        ("〈", "〉"),
        _title_within_a_title,
        (("《关于贯彻<土地管理法>的通知》", "《关于贯彻〈土地管理法〉的通知》"),),
        ("<b>", "a<b>c", "<土地管理法>"),
    ),
)


@dataclass(frozen=True)
class Quotes:
    """Quotation marks of one rank. ``marks`` are what may stand for them, in either direction or in none."""

    name: str
    opening: str
    closing: str
    marks: str
    fixed: tuple[tuple[str, str], ...]
    takes: tuple[tuple[str, str], ...]
    leaves: tuple[str, ...]

    def applied(self, text: str) -> str:
        text = text.translate({ord(a): b for a, b in self.fixed})
        found = [m.start() for m in re.finditer(f"[{self.marks}]", text) if not _within_a_word(text, m.start())]
        said = "".join(text[n] for n in found)
        two = (self.opening + self.closing) * (len(found) // 2)
        if len(found) % 2 or said == two or not _needs_direction(said) or not _HAN.search(text):
            return text
        out = list(text)
        for n, mark in zip(found, two, strict=True):
            out[n] = mark
        return "".join(out)


def _within_a_word(text: str, at: int) -> bool:
    """An apostrophe: it's; or the sign of an inch or a second after a number."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (
        text[at] in "'’\""
        and before.isascii()
        and before.isalnum()
        and (text[at] != '"' or not after or not _HAN.match(after))
    )


def _needs_direction(said: str) -> bool:
    """Whether marks have none, or two that follow each other have the same, and no nesting explains it. A cut piece may
    begin with a closing one."""
    return not _nested(said) and any(a == b or a in "\"'＂" or b in "\"'＂" for a, b in pairwise(said))


def _nested(said: str) -> bool:
    """Whether every mark that opens is closed by a later one of its own."""
    depth = 0
    for mark in said:
        depth += 1 if mark in "“‘" else -1 if mark in "”’" else -len(said)
        if depth < 0:
            return False
    return depth == 0


QUOTES = (
    Quotes(
        "double",
        "“",
        "”",
        '“”"＂',
        (("「", "“"), ("」", "”"), ("｢", "“"), ("｣", "”")),
        (
            ('推进"一带一路"建设', "推进“一带一路”建设"),
            ("推进”一带一路”建设", "推进“一带一路”建设"),
            ("推进“一带一路“建设", "推进“一带一路”建设"),
            ("推進「一帶一路」建設", "推進“一帶一路”建設"),
            ('"三区"、"三园"', "“三区”、“三园”"),
        ),
        ("推进“一带一路”建设", "经济”发展和“飞地", "他说：“建设“双创”基地”", '他说"', 'say "yes"', '屏幕6"'),
    ),
    Quotes(
        "single",
        "‘",
        "’",
        "‘’'",
        (("『", "‘"), ("』", "’")),
        (("他说：'好'，", "他说：‘好’，"), ("「推進『雙創』」", "「推進‘雙創’」")),
        ("it's", "经济’发展", "‘好’", "O'Neil说"),
    ),
)


def punctuated(text: str) -> str:
    """``text`` with the marks it should have; of the same length, letters and words as they were.

    >>> punctuated("(一)夯实基础,到2025年达到1,000亿元;来源:甘肃日报")
    '（一）夯实基础，到2025年达到1,000亿元；来源：甘肃日报'
    """
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    for quotes in QUOTES:
        line = quotes.applied(line)
    for rule in RULES:
        line = rule.applied(line)
    for brackets in BRACKETS:
        line = brackets.applied(line)
    return line
