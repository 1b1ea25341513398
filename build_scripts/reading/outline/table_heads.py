"""The heads of a table of tasks: which column holds the task, who leads, who supports, by when."""

from __future__ import annotations

from typing import Literal

from ..word_table import WordTable

Column = Literal["number", "task", "lead", "support", "responsible", "implementer", "deadline", "other"]

HEADS: tuple[tuple[Column, WordTable], ...] = (
    ("number", WordTable((r"序 ?号|编 ?号|No\.?",), ("序号", "编号", "No."), ("型号",), whole=True)),
    (
        "lead",
        WordTable(
            (r"(?:主要|总)?(?:牵头|主办|主责)(?:责任)?(?:单位|部门|领导单位)",), ("牵头单位", "主办部门"), whole=True
        ),
    ),
    (
        "support",
        WordTable((r"(?:配合|协办|协同|参与|参加|协助)(?:责任)?(?:单位|部门)",), ("配合单位", "参与部门"), whole=True),
    ),
    (
        "responsible",
        WordTable(
            (r"(?:责任|落实|承办|负责|主管|责任落实)(?:单位|部门|主体|处室|科室)(?:\(.{1,20}\))?",),
            ("责任单位", "落实部门", "责任单位(列第一位的为牵头单位)"),
            whole=True,
        ),
    ),
    ("implementer", WordTable((r"(?:实施|建设|项目)(?:单位|主体)",), ("实施主体", "建设单位"), whole=True)),
    (
        "deadline",
        WordTable(
            (
                r"(?:完成|推进|办理|落实|计划完成|工作|整改|整治|实施)?(?:时限|时间|期限|时间节点|进度安排|节点)(?:要求)?",
            ),
            ("完成时限", "时间", "办理期限", "时间节点"),
            whole=True,
        ),
    ),
    (
        "task",
        WordTable(
            (
                r"(?:年度|重点|主要|工作|具体|目标|改革|分解|整改|建设)*(?:任务|事项|内容|措施|举措|工作|要点|清单)(?:名称|内容|目标|清单|分解|要求|举措|及目标)?",
            ),
            ("任务", "重点任务", "工作任务", "主要内容", "具体举措", "任务名称", "年度目标任务"),
            ("任务书",),
            whole=True,
        ),
    ),
    (
        "other",
        WordTable(
            (
                r"备 ?注|类 ?别|领 ?域|板 ?块|分 ?类|联系人|联系电话|责任人|(?:分管|责任|包抓|牵头|市级|县级|区政府分管)领导|项目名称|(?:具体|工作|预期|年度)?目标|成果形式|进展情况|(?:存在|主要|具体)?问题(?:表现|清单)?|依据|(?:政策|任务)来源",
            ),
            ("备注", "类别", "责任人", "分管领导", "问题", "工作目标"),
            whole=True,
        ),
    ),
)
"""By column, tried in this order."""


def column_of(cell: str) -> Column | None:
    """Which column a head names, or None where it is no head.

    >>> [column_of(c) for c in ("序号", "重点任务", "配合单位", "建设平台。")]
    ['number', 'task', 'support', None]
    """
    return next((column for column, table in HEADS if table.matches(cell.strip())), None)
