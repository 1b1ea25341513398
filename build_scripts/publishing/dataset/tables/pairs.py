"""Measures held against each other: counterparts, and relations between levels and over time."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.model import RELATIONS as RELATION_NAMES
from build_scripts.publishing.dataset.table_model import Column, Data, Row, Table, joined, key

BASES = {"editor": "编者确认", "computed": "程序推荐"}
STRENGTHS = {"strong": "密切对应", "partial": "部分对应"}
RELATION_KINDS = {"province-to-city": "省与市", "over-time": "先与后"}
RELATION_CODES = {name: zh for names in RELATION_NAMES.values() for name, zh in names.items()}


def _alignments(data: Data) -> Iterator[Row]:
    judged = {(a.a, a.b): a for a in data.corpus.alignments}
    for pair in data.exported["alignments"]:
        editor = judged.get((pair["a"], pair["b"])) if pair["basis"] == "editor" else None
        yield pair | {
            "shared": joined(pair["shared"]),
            "strength": editor.strength if editor else None,
            "why": editor.why or None if editor else None,
        }


ALIGNMENTS = Table(
    "alignments",
    "对应",
    "Alignments",
    "不同文件里说同一件事的条目，一行一对；编者否定过的不在内。",
    (
        key("a", "条目甲", "Measure a", "条目的编号", to="measures"),
        key("b", "条目乙", "Measure b", "条目的编号", to="measures"),
        Column("score", "相近程度", "Score", "程序算出，0 到 1", "number"),
        Column("basis", "依据", "Basis", required=True, codes=BASES),
        Column("strength", "编者判断", "Strength", "只有编者确认的才有", codes=STRENGTHS),
        Column("why", "理由", "Why", "编者的理由"),
        Column("shared", "共有词句", "Shared wording", "两条都有而不属套话的词句，照条目甲的写法，可有多个"),
    ),
    _alignments,
)


def _relations(data: Data) -> Iterator[Row]:
    for n, r in enumerate(data.corpus.relations, 1):
        yield {
            "n": n,
            "kind": r.kind,
            "relation": r.relation,
            "from": r.origin,
            "to": r.to,
            "why": r.why or None,
            "evidence_from": r.evidence_from,
            "evidence_to": r.evidence_to,
            "absent_in": joined(r.absent_in),
        }


RELATIONS = Table(
    "relations",
    "承接关系",
    "Relations",
    "省的条目与市的条目、先前的条目与后来的条目之间是什么关系；编者读定，附两边的原话。",
    (
        key("n", "序号", "Number", "", "integer"),
        Column("kind", "类别", "Kind", required=True, codes=RELATION_KINDS),
        Column("relation", "关系", "Relation", required=True, codes=RELATION_CODES),
        Column("from", "由", "From", "省一级或先前的条目；没有则为空", to="measures"),
        Column("to", "到", "To", "市一级或后来的条目；没有则为空", to="measures"),
        Column("why", "理由", "Why"),
        Column("evidence_from", "前者原话", "Evidence in from", "逐字"),
        Column("evidence_to", "后者原话", "Evidence in to", "逐字"),
        Column("absent_in", "未写入的文件", "Absent in", "读过而没有写的文件，文件编号，可有多个"),
    ),
    _relations,
)
