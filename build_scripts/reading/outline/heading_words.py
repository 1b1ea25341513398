"""Headings by their words: those of context, and those that are told from the text after them."""

from __future__ import annotations

from ..word_table import WordTable

CONTEXT_HEADINGS = WordTable(
    (
        r"(?:.{0,6}的)?(?:总体|主要|基本|指导|工作|发展|实施|行动|建设|战略|阶段|具体)(?:要求|思想|原则|目标|思路|定位|任务目标)(?:和.{2,6})?",
        r"(?:支持|适用|扶持|申报|资助)(?:对象|范围|条件)(?:[和与及].{2,4})?",
        r"总则",
        r"目标(?:任务|要求)",
        r"重要意义",
        r"名词解释",
        r"适用对象.{0,4}",
    ),
    (
        "总体要求",
        "指导思想",
        "基本原则",
        "发展目标",
        "总体目标",
        "工作目标",
        "支持对象",
        "总则",
        "目标任务",
        "重要意义",
        "适用范围",
        "名词解释",
        "适用对象及条件",
        "总体要求和目标",
    ),
    ("健全考核体系", "明确发展定位", "有关要求", "保障措施"),
    whole=True,
)
"""Headings of entries that state aims and principles rather than measures (kind ``context``)."""

PAST_HEADINGS = WordTable(
    (
        r".{0,16}(?:工作)?回顾(?:与总结)?",
        r"(?:.{0,10})?(?:发展|现实|工作|产业)?(?:基础|现状|成就|成效|成绩|历程)(?:和.{2,8}|与.{2,8})?",
        r"(?:.{0,10})?(?:面临|发展|当前)?(?:的)?(?:形势|环境)(?:分析|和.{2,8}|与.{2,8}|及.{2,8})?",
        r"(?:.{0,10})?(?:存在|面临)(?:的)?(?:主要)?(?:问题|困难|挑战)(?:和.{2,8})?",
        r"(?:规划|编制|发展|政策|起草)背景|(?:主要|基本)情况|过去(?:的)?(?:一年|五年).{0,8}",
    ),
    (
        "2023年工作回顾",
        "发展基础",
        "“十三五”发展成就",
        "取得的成效",
        "发展形势",
        "面临的形势与挑战",
        "存在的主要问题",
        "规划背景",
        "基本情况",
        "过去一年工作",
    ),
    ("夯实产业基础设施建设", "发展目标", "优化发展环境和服务保障", "工作要求"),
    whole=True,
)
"""Headings of chapters that say what has been: nothing in them is promised."""

HEADINGS_ALONE = (
    "指导思想",
    "基本原则",
    "总体要求",
    "总体目标",
    "发展目标",
    "主要目标",
    "工作目标",
    "总体思路",
    "重要意义",
    "支持对象",
    "适用范围",
    "主要任务",
    "重点任务",
    "工作措施",
    "政策措施",
    "政策支持",
    "组织保障",
    "保障措施",
    "强化组织保障",
    "工作要求",
    "有关要求",
    "附则",
    "总则",
)
"""Headings that are told from the text after them even where the line break between was lost."""
