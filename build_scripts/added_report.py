"""What ``add`` tells a person who has registered a document: facts, a line an entry, bodies, what was left out."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

from .model import NODE_KINDS, Agency, Document, Measure, Vocabulary
from .reading.duties.agency_of_name import Bodies, entry_to_paste
from .reading.reader import Reading, read
from .sources.decode import decode

_WIDTHS = (8, 36, 44)
"""Columns of number, title and bodies, in half-widths of a terminal."""


def report(document: Document, data: bytes, vocabulary: Vocabulary, made: Sequence[Agency] = ()) -> list[str]:
    """What was found, for a person to check; ``made`` are the bodies that were given entries."""
    decoded, problems = decode(data, document.source)
    if decoded is None:
        return [str(p) for p in problems]
    reading = read(decoded.text, document.source, vocabulary, document.jurisdiction)
    return [
        *decoded.notes,
        f"标题：{reading.title or '原文未载'}",
        f"发文字号：{document.number or '原文未载'}",
        f"发文机关：{'、'.join(document.issuers) or '原文未载'}",
        f"成文日期：{document.date or '原文未载'}",
        *table(document),
        *bodies(document, vocabulary, made),
        *_sizes(reading, decoded.text),
    ]


def table(document: Document) -> list[str]:
    """A line an entry: number, title or first words, who answers, how many goals, limits and works cited."""
    head = "  ".join((*map(_fit, ("编号", "标题或开头", "责任单位"), _WIDTHS), "目标", "限额", "引文"))
    return [f"条目 {len(document.measures)} 条：", head, *map(_line, document.measures)]


def _line(measure: Measure) -> str:
    title = measure.heading or "（" + "".join(measure.text.split())[:20] + "…）"
    who = "、".join(dict.fromkeys(r.name for r in measure.responsibilities if r.basis == "stated")) or "—"
    counts = (f"{len(found) or '·':>4}" for found in (measure.targets, measure.limits, measure.citations))
    return "  ".join((*map(_fit, (measure.ref, title, who), _WIDTHS), *counts))


def _fit(said: str, width: int) -> str:
    """Cut or filled to a width in half-widths.

    >>> _fit("发展改革委", 8), _fit("甲", 4)
    ('发展改…', '甲  ')
    """
    if _wide(said) > width:
        while _wide(said) > width - 2:
            said = said[:-1]
        said += "…"
    return said + " " * (width - _wide(said))


def _wide(said: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in said)


def bodies(document: Document, vocabulary: Vocabulary, made: Sequence[Agency] = ()) -> list[str]:
    """How many bodies are known; each that was given an entry, or the entry to paste for each unknown one."""
    duties = [r for m in document.measures for r in m.responsibilities]
    known = sum(r.agency is not None for r in duties)
    collective = sum(r.agency is None and r.collective for r in duties)
    unknown = unknown_names(document, vocabulary)
    lines = [f"单位 {len(duties)} 处：认得 {known}，泛指 {collective}，不认得 {len(duties) - known - collective}"]
    lines += [f"新登记 {a.id}（{'、'.join(a.names)}）：{a.kind}、{a.line}{'，待核' if a.note else ''}" for a in made]
    if unknown:
        lines.append(
            "不认得的单位：把下面各行贴到 vocabulary/agencies.yml 末尾，id 改成看得懂的英文，核对 kind 和 line，"
            "再运行 make extract、make fix、make check："
        )
    return [*lines, *unknown]


def unknown_names(document: Document, vocabulary: Vocabulary) -> list[str]:
    """Each unknown body once, with the nearest known names and an entry to paste."""
    known = Bodies(vocabulary, document.jurisdiction)
    names = dict.fromkeys(
        r.name for m in document.measures for r in m.responsibilities if r.agency is None and not r.collective
    )
    return [
        f"不认得「{n}」"
        + (f"（最接近：{'、'.join(known.nearest(n))}）" if known.nearest(n) else "")
        + f"\n    - {entry_to_paste(n, document.jurisdiction, vocabulary)}"
        for n in names
    ]


def _sizes(reading: Reading, text: str) -> list[str]:
    sizes = Counter[str]()
    for node in reading.nodes:
        sizes[node.kind] += len("".join(node.at.of(text).split()))
    left = ("".join(n.at.of(text).split()) for n in reading.nodes if n.kind == "furniture")
    return [
        "字数：" + "，".join(f"{NODE_KINDS[kind]} {n}" for kind, n in sizes.most_common()),
        *(f"当作网页附带文字，未放进正文：{said[:60]}" for said in left if said),
    ]
