"""Signs that an outline was not understood: little text in measures, several in one, items out of step."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from statistics import median

from ...problems import Problem
from .what_signs_look_at import TIP, Looked

_ENOUGH_TEXT = 400
"""Running text, in characters, of which a share can be told."""
_LONG_MEASURE = 2500
_SEVERAL = 3
"""As many paragraphs in the only measure, a chapter, are articles whose numbers were lost."""
_MANY, _TINY = 6, 10
_CHAPTER = re.compile(r"[ #>*]*第 ?[一二三四五六七八九十百\d]{1,4} ?章")
_LEADERS = re.compile(r"[.…·]{4,} ?\d{1,3}(?=\n|$)")


def little_text(looked: Looked) -> Iterator[Problem]:
    """Most of the running text stands outside the measures."""
    inside = looked.size("body", "heading", "section", "group", "chapter")
    if looked.running < _ENOUGH_TEXT or not looked.measures:
        return
    share = inside / looked.running
    if share < 0.55:
        at = max(looked.of("preamble", "closing", "leadin") or looked.of("body"), key=lambda s: s.end - s.start).start
        message = f"条目里只有正文的 {share:.0%}，其余 {looked.running - inside:,} 字在条目之外"
        yield looked.doubt("grave" if share < 0.4 else "warning", "doubt-little-text", at, message, TIP)


def no_measures(looked: Looked) -> Iterator[Problem]:
    """There is text, and no measure in it."""
    if not looked.measures and looked.running >= _ENOUGH_TEXT:
        yield looked.doubt("grave", "doubt-no-measures", 0, f"{looked.running:,} 字里一条也没有读出", TIP)


def chapters_only(looked: Looked) -> Iterator[Problem]:
    """Chapters read as measures: their articles were not seen."""
    heads = [at for at in looked.of("heading") if _CHAPTER.match(looked.text, *at)]
    alone = len(heads) == len(looked.measures) == 1 and len(looked.paragraphs(looked.found.drafts[0].text)) >= _SEVERAL
    if alone or (len(heads) >= 2 and 2 * len(heads) > len(looked.measures)):
        message = f"{len(heads)} 章直接读成了条目，章下的条没有读出"
        yield looked.doubt("grave", "doubt-chapters-only", heads[0].start, message, TIP)


def late_beginning(looked: Looked) -> Iterator[Problem]:
    """Numbers that do not begin with 1, nor run on from the section before."""
    late: list[str] = []
    last: dict[tuple[int, ...], int] = {}
    before = 0
    for draft in looked.found.drafts:
        path = tuple(int(n) for n in draft.ref.partition("-")[0].removeprefix("art.").split("."))
        for depth in range(len(path)):
            above, number = path[:depth], path[depth]
            begins = above not in last and (depth == 0 or depth == len(path) - 1)
            if begins and number not in (1, before + 1):
                late.append(draft.ref)
            last[above] = number
        before = path[-1]
    if late and (late[0] == looked.found.drafts[0].ref or len(late) > 0.1 * len(looked.found.drafts)):
        at = next(d.text.start for d in looked.found.drafts if d.ref == late[0])
        message = f"有 {len(late)} 处编号不从 1 开始（如 {late[0]}），前面的也许没有读出"
        yield looked.doubt("grave", "doubt-late-beginning", at, message, TIP, late[0])


def unequal_depth(looked: Looked) -> Iterator[Problem]:
    """Siblings under one section, some with three parts, some with two that hold numbered points themselves."""
    by_section: dict[str | None, list[int]] = {}
    for draft in looked.found.drafts:
        by_section.setdefault(draft.section, []).append(draft.ref.count("."))
    mixed = [s for s, depths in by_section.items() if s is not None and len(set(depths)) > 1]
    for draft in looked.found.drafts:
        if draft.section in mixed and draft.group is None and re.search(r"\n *1[.、]", draft.text.of(looked.text)):
            message = f"{draft.ref} 里还有 1. 2. …，而同一大标题下别的 1. 2. 单独成条"
            yield looked.doubt(
                "warning", "doubt-unequal-depth", draft.text.start, message, "并列的条目应当一样深：对照原文", draft.ref
            )


def sentence_headings(looked: Looked) -> Iterator[Problem]:
    """Headings that are sentences."""
    odd = [d for d in looked.found.drafts if _is_sentence(d.heading.of(looked.text))]
    if len(odd) >= 3 and len(odd) > 0.3 * len(looked.found.drafts):
        message = f"{len(odd)} 条的标题像一句话（如「{odd[0].heading.of(looked.text)[:20]}…」）"
        yield looked.doubt(
            "warning", "doubt-heading-sentence", odd[0].heading.start, message, "标题应是短语：对照原文", odd[0].ref
        )


def _is_sentence(heading: str) -> bool:
    return len(heading) > 40 or heading.endswith(("。", ";")) or heading.count(",") > 1


def odd_sizes(looked: Looked) -> Iterator[Problem]:
    """Measures of a few characters each, as a list of contents gives; or a few measures of thousands each."""
    sizes = [len(d.heading.of(looked.text)) + len(d.text.of(looked.text)) for d in looked.found.drafts]
    if len(sizes) >= _MANY and median(sizes) < _TINY:
        message = f"{len(sizes)} 条里半数不到 {_TINY} 字：也许是目录或名单"
        yield looked.doubt("grave", "doubt-tiny-measures", looked.found.drafts[0].text.start, message, TIP)
    if sizes and looked.running > _LONG_MEASURE and median(sizes) > _LONG_MEASURE:
        message = f"{len(sizes)} 条，半数超过 {_LONG_MEASURE:,} 字：条目也许没有分开"
        yield looked.doubt("grave", "doubt-long-measures", looked.found.drafts[0].text.start, message, TIP)


def contents(looked: Looked) -> Iterator[Problem]:
    """Lines of dots and a page number inside measures."""
    for at in looked.of("body", "heading"):
        found = _LEADERS.search(looked.text, *at)
        if found:
            yield looked.doubt(
                "grave", "doubt-contents", found.start(), "条目里有目录的点线和页码", "删去目录再登记，或核对条目"
            )
            return


def broken_numbering(looked: Looked) -> Iterator[Problem]:
    """Numbers that repeat or go back, for a good part of the measures."""
    wrong = [(at, what) for at, what in looked.found.irregular if "跳号" not in what]
    gaps = len(looked.found.irregular) - len(wrong)
    again = Counter(d.ref.partition("-")[0] for d in looked.found.drafts)
    repeated = sum(n > 1 for n in again.values())
    if (len(wrong) >= 3 and len(wrong) > 0.2 * len(looked.found.drafts)) or (
        repeated >= _MANY - 2 and repeated > 0.3 * len(again)
    ):
        message = f"编号重复或倒退 {max(len(wrong), repeated)} 处，跳号 {gaps} 处"
        at = looked.found.irregular[0][0] if looked.found.irregular else 0
        yield looked.doubt("grave", "doubt-numbering", at, message, "也许几份文件连在一起，或目录混进了正文：对照原文")
    elif gaps >= 2 and gaps > 0.2 * len(looked.found.drafts):
        at = looked.found.irregular[0][0]
        yield looked.doubt("grave", "doubt-gaps", at, f"编号跳了 {gaps} 处，有条目没有读出", TIP)


SIGNS = (
    *(no_measures, little_text, chapters_only, late_beginning),
    *(unequal_depth, sentence_headings, odd_sizes, contents, broken_numbering),
)
