"""Signs that markers of the genre stand in a text and were not used: articles, sections, decimals, points, cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...problems import Problem
from ..lines.numerals import number
from .what_signs_look_at import TIP, Looked

_ARTICLE = re.compile(r"第 ?([一二三四五六七八九十百零\d]{1,5}) ?条(?![第款项和与至、的])")
_SECTION = re.compile(r"(?:(?<=[。;:!?)\n ])|^)([一二三四五六七八九十]{1,3})、")
_GROUP = re.compile(r"(?:(?<=[。;:!?)\n ])|^)\(([一二三四五六七八九十]{1,3})\)")
_DECIMAL = re.compile(r"^ *\d{1,2}\.\d{1,2}(?:\.\d{1,2})?(?=[ \u4e00-\u9fff])", re.M)
_CELLS = re.compile(r"^[^\n\t]*\t[^\n\t]*\t.*$", re.M)
_HEADS_GLUED = re.compile(
    r"序 ?号[\u4e00-\u9fff ]{0,40}?(?:(?:牵头|责任|配合|主办|承办)(?:单位|部门|领导)|完成时限)[\u4e00-\u9fff ]{0,30}?"
    r"(?:(?:牵头|责任|配合|主办|承办)(?:单位|部门|领导)|完成时限|备 ?注|\d)"
)
"""The heads of a table in one run: 序号项目名称牵头单位配合单位1增加学位."""
_CONTENTS = re.compile(" *目 ?录")
_POINTS = re.compile(
    r"^ *(?:第[一二三四五六七八九十]+[,、]|\d{1,2}[)）]|[A-Z甲乙丙丁][.、]|[一二三四五六七八九十]是|——|[●◆■•])",
    re.M,
)


def unused_articles(looked: Looked) -> Iterator[Problem]:
    """第一条, 第二条, 第三条 stand in the text and no measure is an article; or more stand than were read."""
    read = sum(m.ref.startswith("art.") for m in looked.measures)
    following, first = 0, 0
    for match in _ARTICLE.finditer(looked.text):
        if number(match[1]) == following + 1:
            following, first = following + 1, first if following > 0 else match.start()
    if following >= 3 and read < 0.8 * following:
        message = f"文中顺次有第一条到第{following}条，读作条的只有 {read} 条"
        yield looked.doubt("grave", "doubt-articles-unused", first, message, TIP)


def unused_sections(looked: Looked) -> Iterator[Problem]:
    """一、 二、 三、 inside one measure that is no article, or outside all of them; （一）（二）（三） outside them."""
    articles = any(m.ref.startswith("art.") for m in looked.measures)
    for kind, pattern, third, name in (
        *(("body", _SECTION, "三、", "一、二、三、"),) * (not articles),
        ("", _SECTION, "三、", "一、二、三、"),
        ("", _GROUP, "(三)", "（一）（二）（三）"),
    ):
        for at in looked.of(kind) if kind else looked.of("preamble", "closing", "leadin", "furniture"):
            stretch = at.of(looked.text)
            if third not in stretch or _CONTENTS.match(stretch):
                continue
            run = _run([number(m[1]) for m in pattern.finditer(stretch)])
            if run >= 3:
                message = f"这一段里还有 {name}… 共 {run} 项，没有读成条目"
                yield looked.doubt("grave", "doubt-sections-unused", at.start, message, TIP)
                return


def _run(numbers: list[int | None]) -> int:
    """How far numbers count on from 1."""
    following = 0
    for n in numbers:
        following += n == following + 1
    return following


def unused_decimals(looked: Looked) -> Iterator[Problem]:
    """1.1, 1.2 … open lines and were not read as numbers."""
    found = list(_DECIMAL.finditer(looked.text))
    used = sum("." in m.ref and not m.ref.startswith("art.") for m in looked.measures)
    if len(found) >= 4 and used < 0.5 * len(found) and used < 4:
        message = f"有 {len(found)} 行以 1.1 一类的编号开头，没有读成条目"
        yield looked.doubt("grave", "doubt-decimals-unused", found[0].start(), message, TIP)


def unused_points(looked: Looked) -> Iterator[Problem]:
    """Many points of a style that numbers no measure, and hardly a measure."""
    found = list(_POINTS.finditer(looked.text))
    if len(found) >= 6 and len(looked.measures) * 3 <= len(found):
        message = f"有 {len(found)} 行以 第一、／1）／甲、／—— 一类的记号开头，条目只读出 {len(looked.measures)} 条"
        yield looked.doubt("grave", "doubt-points-unused", found[0].start(), message, TIP)


def unused_cells(looked: Looked) -> Iterator[Problem]:
    """Lines of cells apart by tabs that were not read as a table."""
    if any(d.row for d in looked.found.drafts):
        return
    first = min((looked.printed.span(d.text).start for d in looked.found.drafts), default=0)
    rows = [m.start() for m in _CELLS.finditer(looked.printed.source, first)]
    if len(rows) >= 4:
        line = looked.printed.source.count("\n", 0, rows[0]) + 1
        message = f"有 {len(rows)} 行是用制表符隔开的表格，没有读成条目"
        yield Problem(
            looked.path,
            line,
            1,
            "doubt-table-unused",
            message,
            "表头写明 任务、责任单位 的，会按行读；别的表请当附件",
            "",
            "warning",
        )


def glued_table(looked: Looked) -> Iterator[Problem]:
    """The heads of a table of tasks stand in one run with its rows: the cells cannot be told apart."""
    found = None if any(d.row for d in looked.found.drafts) else _HEADS_GLUED.search(looked.text)
    if found:
        message = f"表头连成一串（{found[0][:20]}…），表格的各格分不开，没有读成条目"
        tip = "从原文件（.docx、.html）登记，表格会按行保留"
        yield looked.doubt("grave", "doubt-table-glued", found.start(), message, tip)


SIGNS = (unused_articles, unused_sections, unused_decimals, unused_points, unused_cells, glued_table)
