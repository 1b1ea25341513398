"""Mandatory, encouraging and exploratory wording: where it stands, counted and nothing more."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...sources.folded_view import Stretch, stretch


@dataclass(frozen=True)
class ModalityWords:
    """Patterns of one kind of wording over folded text, with examples; the span is that of group 1 where there is one."""

    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...] = ()


# 要 as a modal verb stands alone: not in 主要, 需要, 重要, 要素, 要求 …
_YAO = r"(?<![主需重首紧必概摘提纲只还扼次将想就刚若不])要(?![素求点件领闻务害道塞因义是么职])"

WORDING: dict[str, ModalityWords] = {
    "mandatory": ModalityWords(
        re.compile(
            rf"必须|务必|不得|不准|不予|严禁|禁止|(?<!管理)严格(?!有效的)|坚决|确保|应当|应(?=[当经依按予由符向在遵具加执])|{_YAO}"
        ),
        (
            "必须严格土地管理",
            "严禁擅自调整",
            "不得随意",
            "国家级经开区要坚持",
            "应经依法批准",
            "坚决遏制",
            "确保政策措施",
            "应当重新",
            "不予申报",
        ),
        (
            "主要农产品",
            "要素支撑",
            "提出要求",
            "重要载体",
            "生产要素",
            "适应",
            "供应工业用地",
            "产业链供应链",
            "管理严格、指导有力",
        ),
    ),
    "encouraging": ModalityWords(
        re.compile(
            r"鼓励(?!类)|(?<![信贷策金政重点大力予给倾斜辆术智撑先的励])(?<!国家)支持(?!政策|力度|措施|机制|体系|输出地)|引导(?!类|基金|和倒逼|管控|[,、。;和及]|作用)|扶持(?!政策|和|资金|力度)"
        ),
        ("鼓励各类", "支持市州", "引导金融机构", "扶持国家级经开区"),
        (
            "鼓励类外商投资",
            "信贷支持",
            "政策支持力度",
            "创业投资引导基金",
            "规划引领、政策引导、服务",
            "对接国家支持中西部地区的政策",
        ),
    ),
    "exploratory": ModalityWords(
        re.compile(r"探索|试行|试点(?!示范)|先行先试|先行示范|试验(?!区|室)"),
        ("探索建立", "试行工商注册", "开展试点", "先行先试政策", "先行示范区", "试验示范"),
        ("自由贸易试验区", "知识产权试点示范园区"),
    ),
}


def modality(text: str, start: int, end: int) -> dict[str, list[Stretch]]:
    """The positions of each kind of wording in ``text[start:end]`` (folded)."""
    return {kind: [stretch(m) for m in wording.pattern.finditer(text, start, end)] for kind, wording in WORDING.items()}
