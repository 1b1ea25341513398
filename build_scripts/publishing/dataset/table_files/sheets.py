"""The sheets of the workbook: what an office reads, as views on the tables."""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.table_model import Data


@dataclass(frozen=True)
class Sheet:
    """``columns`` are (heading, path from the table's row, width in characters)."""

    title: str
    table: str
    columns: tuple[tuple[str, str, int], ...]


_OF_MEASURE = (
    ("地方", "measure.document.jurisdiction.short", 8),
    ("文件", "measure.document.title", 30),
    ("条目", "measure.printed", 12),
    ("条目标题", "measure.heading", 26),
)

SHEETS = (
    Sheet(
        "文件",
        "documents",
        (
            ("地方", "jurisdiction.short", 8),
            ("标题", "title", 46),
            ("发文字号", "number", 22),
            ("发文机关", "issuers", 28),
            ("成文日期", "date", 12),
            ("发布日期", "published", 12),
            ("字体", "lang", 8),
            ("标题依据", "title_basis", 12),
            ("编者按", "note", 30),
            ("编号", "id", 28),
        ),
    ),
    Sheet(
        "措施",
        "measures",
        (
            ("地方", "document.jurisdiction.short", 8),
            ("文件", "document.title", 30),
            ("条目", "printed", 12),
            ("所属标题", "section.heading", 20),
            ("标题", "heading", 26),
            ("条文", "text", 90),
            ("性质", "kind", 8),
            ("首要专题", "primary_topic.zh", 16),
            ("须做到", "mandatory", 8),
            ("鼓励支持", "encouraging", 8),
            ("探索试行", "exploratory", 8),
            ("编者按", "note", 24),
            ("编号", "id", 30),
        ),
    ),
    Sheet(
        "责任单位",
        "responsibilities",
        (
            *_OF_MEASURE,
            ("印文名称", "name", 22),
            ("正式名称", "agency.name", 30),
            ("条线", "agency.line.zh", 14),
            ("角色", "role", 10),
            ("依据", "basis", 14),
            ("泛指", "collective", 8),
            ("条目编号", "measure", 30),
        ),
    ),
    Sheet(
        "指标",
        "targets",
        (
            *_OF_MEASURE,
            ("指标", "indicator", 26),
            ("比较", "comparator", 14),
            ("数值", "value", 10),
            ("单位", "unit", 10),
            ("期限", "deadline", 12),
            ("范围", "scope", 16),
            ("原文", "quote", 60),
            ("条目编号", "measure", 30),
        ),
    ),
    Sheet(
        "引用",
        "citations",
        (
            *_OF_MEASURE,
            ("援引的文件", "title", 50),
            ("发文字号", "number", 24),
            ("收录的文件", "document.title", 40),
            ("条目编号", "measure", 30),
        ),
    ),
    Sheet(
        "专题",
        "measure_topics",
        (
            ("专题", "topic.zh", 18),
            ("首要", "primary", 8),
            *_OF_MEASURE,
            ("依据", "basis", 10),
            ("条目编号", "measure", 30),
        ),
    ),
    Sheet(
        "对应",
        "alignments",
        (
            ("地方甲", "a.document.jurisdiction.short", 8),
            ("条目甲", "a.printed", 12),
            ("标题甲", "a.heading", 26),
            ("条文甲", "a.text", 60),
            ("地方乙", "b.document.jurisdiction.short", 8),
            ("条目乙", "b.printed", 12),
            ("标题乙", "b.heading", 26),
            ("条文乙", "b.text", 60),
            ("依据", "basis", 12),
            ("编者判断", "strength", 12),
            ("理由", "why", 36),
            ("相近程度", "score", 10),
            ("共有词句", "shared", 36),
            ("甲编号", "a", 30),
            ("乙编号", "b", 30),
        ),
    ),
    Sheet(
        "承接关系",
        "relations",
        (
            ("类别", "kind", 10),
            ("关系", "relation", 10),
            ("由（文件）", "from.document.title", 30),
            ("由（条目）", "from.printed", 12),
            ("由（原话）", "evidence_from", 44),
            ("到（文件）", "to.document.title", 30),
            ("到（条目）", "to.printed", 12),
            ("到（原话）", "evidence_to", 44),
            ("未写入的文件", "absent_in", 28),
            ("理由", "why", 40),
        ),
    ),
    Sheet(
        "单位",
        "agencies",
        (
            ("地方", "jurisdiction.short", 8),
            ("正式名称", "name", 34),
            ("印文名称", "names", 40),
            ("类别", "kind", 14),
            ("条线", "line.zh", 16),
            ("编者按", "note", 50),
            ("编号", "id", 28),
        ),
    ),
    Sheet(
        "单位沿革",
        "agency_events",
        (
            ("单位", "agency.name", 34),
            ("事件", "type", 10),
            ("日期", "date", 12),
            ("由来", "from", 28),
            ("去向", "to", 28),
            ("说明", "note", 60),
            ("出处", "source", 40),
        ),
    ),
)


def notes(data: Data) -> list[tuple[str, str]]:
    """The first sheet: what this is and how far it can be relied on."""
    return [
        ("名称", about.TITLE),
        ("内容", about.SENTENCE),
        ("数据版本", f"{data.edition.version}（{data.edition.released}）"),
        ("提交号", data.commit or "（无）"),
        ("工作表", "、".join(sheet.title for sheet in SHEETS)),
        ("条文", "逐字照录，河南的一份是繁体，不转换。以发文机关公布的文本为准。"),
        ("空格子", "原文未载，或没有。"),
        ("依据", "“编者”是人读定的，“规则”“程序”是程序算出的；两者不混。"),
        ("引用", f"政策对读. 政策对读数据集: {data.edition.version}[DS]. {data.edition.released}. 标注 CC BY 4.0。"),
        ("标注许可", f"CC BY 4.0 {about.LICENCE_URL}；政策原文是官方文件，权利不在我们。"),
    ]
