"""What is read off each measure: bodies, targets, citations, topics."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.model import BASES, ROLES, measure_id
from build_scripts.publishing.dataset.table_model import Column, Data, Row, Table, key, offsets
from build_scripts.publishing.dataset.tables.measures import BY, each_measure

# corpus.json writes comparators as signs; in tables they are words, so that no cell begins with "=".
COMPARATOR_WORDS = {">=": "ge", ">": "gt", "<=": "le", "<": "lt", "~": "about", "=": "eq", "change": "change"}
COMPARATORS = {
    "ge": "不低于（>=）",
    "gt": "超过（>）",
    "le": "不高于（<=）",
    "lt": "低于（<）",
    "about": "左右（~）",
    "eq": "达到即止／全部（=）",
    "change": "增减",
}

_MEASURE = key("measure", "条目", "Measure", "条目的编号", to="measures")


def _n(what: str) -> Column:
    return key("n", "序号", "Number", f"条目内第几个{what}，从 1 数；会随更正变动，不是长久编号", "integer")


def _responsibilities(data: Data) -> Iterator[Row]:
    for exported, measure in each_measure(data):
        for n, (row, held) in enumerate(zip(exported["responsibilities"], measure.responsibilities, strict=True), 1):
            origin = measure_id(exported["document"], held.origin) if held.origin else None
            yield row | {"measure": exported["id"], "n": n, "origin": origin, "rule": held.rule}


RESPONSIBILITIES = Table(
    "responsibilities",
    "责任单位",
    "Responsibilities",
    "谁来做：一行是一个单位对一条的一种责任。",
    (
        _MEASURE,
        _n("责任单位"),
        Column("name", "印文名称", "Name as printed", "误印和旧称照录", required=True),
        Column("agency", "单位", "Agency", "单位的编号；泛指时为空", to="agencies"),
        Column("role", "角色", "Role", required=True, codes=ROLES),
        Column("basis", "依据", "Basis", required=True, codes=BASES),
        Column("collective", "是否泛指", "Collective", "相关部门、各县区之类", "boolean", required=True),
        Column("origin", "依据所在条目", "Origin", "承前统一规定写在哪一条", to="measures"),
        Column("rule", "依据的句子", "Rule", "定下角色的那句话，如“列第一位者为牵头单位”"),
        *offsets("名称"),
    ),
    _responsibilities,
)


def _targets(data: Data) -> Iterator[Row]:
    for exported, _ in each_measure(data):
        for n, target in enumerate(exported["targets"], 1):
            words = {"comparator": COMPARATOR_WORDS.get(target["comparator"])}
            yield target | words | {"measure": exported["id"], "n": n}


TARGETS = Table(
    "targets",
    "指标",
    "Targets",
    "写明数值或期限的目标，一行一个。",
    (
        _MEASURE,
        _n("指标"),
        Column("quote", "原文", "Quote", "原句中的那一段，逐字", required=True),
        Column("indicator", "指标", "Indicator", "说的是什么"),
        Column("comparator", "比较", "Comparator", "corpus.json 里写作括号中的符号；没有数值时为空", codes=COMPARATORS),
        Column("value", "数值", "Value", "以 unit 为单位：800 与 亿元，不写成 80000000000", "number"),
        Column("unit", "单位", "Unit", "照印"),
        Column("deadline", "期限", "Deadline", "ISO 8601，原文写到哪里就到哪里：2026、2026-06"),
        Column("scope", "范围", "Scope", "适用的范围"),
        *offsets("原文"),
    ),
    _targets,
)


def _citations(data: Data) -> Iterator[Row]:
    for exported, _ in each_measure(data):
        for n, citation in enumerate(exported["citations"], 1):
            yield citation | {"measure": exported["id"], "n": n}


CITATIONS = Table(
    "citations",
    "援引",
    "Citations",
    "条文里用《》点名的文件，一行一处。",
    (
        _MEASURE,
        _n("援引"),
        Column("title", "标题", "Title", "书名号里的字", required=True),
        Column("number", "发文字号", "Number"),
        Column("document", "文件", "Document", "就是收录的文件时，它的编号", to="documents"),
        *offsets("援引"),
    ),
    _citations,
)


def _measure_topics(data: Data) -> Iterator[Row]:
    for exported, _ in each_measure(data):
        for n, topic in enumerate(exported["topics"], 1):
            yield topic | {"topic": topic["id"], "measure": exported["id"], "n": n}


MEASURE_TOPICS = Table(
    "measure_topics",
    "条目的专题",
    "Topics of measures",
    "哪一条归哪些专题。",
    (
        _MEASURE,
        key("topic", "专题", "Topic", "专题的编号", to="topics"),
        Column("n", "序号", "Number", "第一个是首要专题", "integer", required=True),
        Column("primary", "是否首要", "Primary", "这一条主要说的就是它", "boolean", required=True),
        Column("basis", "依据", "Basis", required=True, codes=BY),
    ),
    _measure_topics,
)
