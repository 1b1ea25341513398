"""Measures and their sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_scripts import addresses
from build_scripts.model import Measure
from build_scripts.publishing.dataset.table_model import Column, Data, Row, Table, key, offsets
from build_scripts.publishing.dataset.tables.documents import section_id
from build_scripts.publishing.text import labels
from build_scripts.reading.measures.sentences import sentences

KINDS = {"measure": "措施", "context": "总述"}
BY = {"editor": "编者", "rule": "规则"}


def each_measure(data: Data) -> Iterator[tuple[dict[str, Any], Measure]]:
    """Every measure as exported and as the corpus has it."""
    held = (m for d in data.corpus.documents for m in d.measures)
    return zip(data.exported["measures"], held, strict=True)


def _measures(data: Data) -> Iterator[Row]:
    headed = {section_id(d.id, s.ref) for d in data.corpus.documents for s in d.sections}
    for exported, measure in each_measure(data):
        above = section_id(exported["document"], measure.group or measure.section or "")
        yield exported | {
            "printed": labels.printed(measure.ref),
            "section": above if above in headed else None,
            "primary_topic": measure.topics[0] if measure.topics else None,
            "topics_basis": measure.topics_basis,
            **exported["modality"],
            "note": measure.note,
        }


def _count(name: str, zh: str, en: str, note: str) -> Column:
    return Column(name, zh, en, note, "integer", required=True)


MEASURES = Table(
    "measures",
    "条目",
    "Measures",
    "文件的条目，一行一条，条文逐字。",
    (
        key("id", "编号", "Id", "文件编号、/ 和印出的编号；一经公布不再改动"),
        Column("document", "文件", "Document", "文件的编号", required=True, to="documents"),
        Column("ref", "印出的编号", "Ref", "三、（四）为 3.4；第五条为 art.5", required=True),
        Column("printed", "编号写法", "Numbering in Chinese", required=True),
        Column("section", "所属标题", "Section", "所属大标题的编号", to="sections"),
        Column("heading", "标题", "Heading"),
        Column("text", "条文", "Text", "逐字，条末括注在内", required=True),
        *offsets("条文"),
        Column("kind", "性质", "Kind", "总述指指导思想、目标一类", required=True, codes=KINDS),
        Column("primary_topic", "首要专题", "Primary topic", "专题的编号；全部专题在 measure_topics", to="topics"),
        Column("topics_basis", "专题依据", "Basis of the topics", "编者读定，或规则归出", required=True, codes=BY),
        _count("mandatory", "须做到", "Mandatory wording", "必须一类措辞出现几处"),
        _count("encouraging", "鼓励支持", "Encouraging wording", "鼓励一类措辞出现几处"),
        _count("exploratory", "探索试行", "Exploratory wording", "探索一类措辞出现几处"),
        Column("note", "编者按", "Note"),
        Column("url", "页面地址", "Address", "从站点根起", required=True),
    ),
    _measures,
)


def _sentences(data: Data) -> Iterator[Row]:
    for exported, measure in each_measure(data):
        base = exported["start"]
        for s in sentences(measure.text):
            yield {
                "measure": exported["id"],
                "n": s.n,
                "text": s.at.of(measure.text),
                "start": None if base is None else base + s.at.start,
                "end": None if base is None else base + s.at.end,
                "url": f"{exported['url']}#{addresses.sentence_anchor(s.n)}",
            }


SENTENCES = Table(
    "sentences",
    "句子",
    "Sentences",
    "条文逐句，每句有自己的地址。",
    (
        key("measure", "条目", "Measure", "条目的编号", to="measures"),
        key("n", "第几句", "Number", "从 1 数", "integer"),
        Column("text", "句子", "Text", required=True),
        *offsets("句子"),
        Column("url", "地址", "Address", "从站点根起", required=True),
    ),
    _sentences,
)
