"""Set phrases of the genre: what policy texts say whatever they are about.

Two sources. ``SET_PHRASES`` is a table kept by hand: formulas of guidance, meetings, principles and closings. The
others are computed: a phrase within punctuation, of ``SHORTEST`` to ``LONGEST`` Han characters, is the genre's when it stands in
``MEASURES`` measures and a share ``SHARE`` of all, in three documents and half of all, and no topic holds more than
``TOPICAL`` of those measures (飞地经济 is frequent, too, but it is what a topic is about).

The browser reads them from JSON: ``{"version": 1, "minimum": 4, "phrases": ["letters", …]}``, sorted, in the letters
of folded_letters.py (folded, without punctuation).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from ...model import Corpus
from .compared_text import duty_spans
from .folded_letters import BARRIER, is_han, letters
from .shared_phrases import LEADING, MINIMUM, TRAILING

SHORTEST, LONGEST = MINIMUM, 12
MEASURES, SHARE = 5, 0.03
TOPICAL = 0.5
WHOLE = 0.8  # a phrase that in so many of its measures is part of one longer phrase is only a fragment
SAMPLE = 2_000  # of a larger corpus every n-th measure is counted

_TABLE = """
为深入贯彻 深入贯彻落实 深入学习贯彻 全面贯彻落实 认真贯彻落实 贯彻落实 全面贯彻党的 深入贯彻党的 深入贯彻
贯彻党的 大精神 习近平新时代中国特色社会主义思想 习近平总书记 重要讲话精神 重要指示精神 重要讲话和指示精神
邓小平理论 三个代表重要思想 科学发展观 党的十八大 党的十九大 党的二十大 历次全会精神 全会精神 党中央国务院
中央经济工作会议精神 省委省政府 市委市政府 决策部署 工作部署 五位一体 总体布局 四个全面 战略布局 四个意识
四个自信 两个维护 两个确立 以人民为中心 新发展理念 新发展阶段 新发展格局 高质量发展 稳中求进工作总基调
供给侧结构性改革 以习近平新时代中国特色社会主义思想为指导 指导思想 基本原则 总体要求 主要目标 发展目标
工作目标 保障措施 组织保障 组织领导 加强组织领导 加强领导 统一思想 提高认识 高度重视 明确责任 落实责任
压实责任 责任分工 强化责任 各司其职 密切配合 协调配合 协同配合 形成合力 齐抓共管 统筹协调 统筹推进
协调推进 扎实推进 积极推进 大力推进 加快推进 深入推进 稳步推进 全面推进 有序推进 有力推进 抓好落实
狠抓落实 确保落实 落到实处 取得实效 监督检查 督促检查 跟踪问效 总结经验 宣传引导 舆论引导 营造良好氛围
良好氛围 结合实际 实际情况 因地制宜 分类指导 分类施策 突出重点 重点领域 实事求是 解放思想 与时俱进
开拓创新 不断提高 不断完善 不断提升 进一步加强 进一步完善 进一步提高 进一步加大 建立健全 健全完善 切实加强
切实提高 切实做好 大力发展 加快发展 大力支持 积极支持 充分发挥 积极探索 探索建立 研究制定 制定出台
认真研究 具体办法 实施方案 实施意见 指导意见 有关规定 相关规定 有关政策 相关政策 有关部门 相关部门
各级各部门 各有关部门 有关单位 提出如下意见 提出以下意见 印发给你们 请认真贯彻执行 请结合实际 遵照执行
自印发之日起施行 各市州人民政府 各县区人民政府 省政府各部门 市场在资源配置中的决定性作用 更好发挥政府作用
政府引导 市场主导 市场运作 政策措施 政策支持 支持力度 工作机制 长效机制 体制机制 符合条件的 有条件的
重要作用 重要意义 经济社会发展 经济发展
"""
SET_PHRASES = tuple(_TABLE.split())


@dataclass(frozen=True)
class Told:
    """What is looked at of a measure."""

    document: str
    text: str
    topics: tuple[str, ...]


def genre_phrases(corpus: Corpus) -> tuple[str, ...]:
    """The set phrases in letters, sorted; computed ones that others already cover are left out."""
    return _genre_phrases(told(corpus), len(corpus.documents))


def told(corpus: Corpus) -> tuple[Told, ...]:
    return tuple(Told(d.id, m.text, m.topics) for d in corpus.documents for m in d.measures)


@lru_cache(maxsize=1)
def _genre_phrases(measures: tuple[Told, ...], documents: int) -> tuple[str, ...]:
    """After an edit of what is not looked at they are the same again."""
    known = {letters(p).text for p in SET_PHRASES}
    from_corpus = [p for p in frequent(measures, documents) if not any(k in p for k in known)]
    for phrase in sorted(from_corpus, key=lambda p: (len(p), p)):
        if not any(k in phrase for k in known):
            known.add(phrase)
    return tuple(sorted(known))


def genre_json(phrases: Iterable[str]) -> dict[str, Any]:
    """What the browser reads, of the set phrases of ``genre_phrases``."""
    return {"version": 1, "minimum": MINIMUM, "phrases": list(phrases)}


def frequent(measures: Sequence[Told], documents: int) -> list[str]:
    """Phrases of a corpus of so many documents that meet the rule above. A phrase is counted once a measure, and a longer one only where
    its beginning and its end are frequent enough themselves, so the work stays near the size of the texts."""
    measures = measures[:: len(measures) // SAMPLE + 1]
    runs = [_runs(m.text) for m in measures]
    least = max(MEASURES, round(SHARE * len(measures)))
    spread = max(3, (documents + 1) // 2)
    held: dict[str, list[int]] = {}
    alive: dict[str, list[int]] | None = None
    for size in range(2, LONGEST + 1):
        holders: dict[str, list[int]] = defaultdict(list)
        for n, pieces in enumerate(runs):
            for phrase in {piece[i : i + size] for piece in pieces for i in range(len(piece) - size + 1)}:
                if alive is None or (phrase[1:] in alive and phrase[:-1] in alive):
                    holders[phrase].append(n)
        alive = {p: h for p, h in holders.items() if len(h) >= least}
        held |= alive
    fragments = {
        part for p in held for part in (p[1:], p[:-1]) if part in held and len(held[p]) >= WHOLE * len(held[part])
    }
    return sorted(p for p, h in held.items() if p not in fragments and _set(p, [measures[n] for n in h], spread))


def _set(phrase: str, holders: list[Told], documents: int) -> bool:
    """Whether a frequent phrase is the genre's: spread over documents, no topic's own, no particle at its edge."""
    topics = Counter(topic for measure in holders for topic in measure.topics)
    return (
        len(phrase) >= SHORTEST
        and all(map(is_han, phrase))
        and phrase[0] not in LEADING
        and phrase[-1] not in TRAILING - {"的"}
        and len({measure.document for measure in holders}) >= documents
        and max(topics.values(), default=0) <= TOPICAL * len(holders)
    )


def _runs(text: str) -> list[str]:
    """The letters of a text between punctuation marks, the clause of the bodies left out."""
    part = letters(text, duty_spans(text))
    cuts = sorted({0, len(part.text), *part.soft})
    return [run for a, b in pairwise(cuts) for run in part.text[a:b].split(BARRIER) if len(run) >= 2]
