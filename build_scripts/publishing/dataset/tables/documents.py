"""Documents, what an editor supplied for them, and their sections."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts import addresses
from build_scripts.publishing.dataset.table_model import Column, Data, Row, Table, joined, key, offsets
from build_scripts.publishing.text import labels

TITLE_BASES = {"text": "原文所载", "editor": "编者补出"}
LANGS = {"zh-Hans": "简体", "zh-Hant": "繁体"}


def section_id(document: str, ref: str) -> str:
    """A section's key: the document's id and the anchor of the section on the document's page."""
    return f"{document}#{addresses.section_anchor(ref)}"


def _documents(data: Data) -> Iterator[Row]:
    notes = {d.id: d.note for d in data.corpus.documents}
    for document in data.exported["documents"]:
        yield document | {"issuers": joined(document["issuers"]), "note": notes[document["id"]]}


DOCUMENTS = Table(
    "documents",
    "文件",
    "Documents",
    "收录的文件，一行一份。空格子表示原文未载。",
    (
        key("id", "编号", "Id", "也是地址的一部分"),
        Column("title", "标题", "Title", required=True),
        Column("title_basis", "标题依据", "Basis of the title", required=True, codes=TITLE_BASES),
        Column("number", "发文字号", "Number"),
        Column("issuers", "发文机关", "Issuers", "可有多个"),
        Column("date", "成文日期", "Date", "ISO 8601"),
        Column("published", "发布日期", "Published", "ISO 8601"),
        Column("jurisdiction", "地方", "Jurisdiction", "地方的编号", required=True, to="jurisdictions"),
        Column("lang", "字体", "Script", "BCP 47", required=True, codes=LANGS),
        Column("source_sha256", "原文校验", "SHA-256 of the source", "原文字节的 SHA-256", required=True),
        Column("note", "编者按", "Note"),
        Column("url", "页面地址", "Address", "从站点根起", required=True),
    ),
    _documents,
)


def _supplied(data: Data) -> Iterator[Row]:
    for d in data.corpus.documents:
        for n, fact in enumerate(d.supplied, 1):
            yield {"document": d.id, "n": n, "field": fact.field, "reason": fact.reason}


SUPPLIED = Table(
    "supplied",
    "编者补出的著录",
    "Facts supplied by an editor",
    "原文未载、由编者补出的著录项，附理由。",
    (
        key("document", "文件", "Document", "文件的编号", to="documents"),
        key("n", "序号", "Number", "记录里的次序", "integer"),
        Column("field", "著录项", "Field", "documents 的哪一列", required=True),
        Column("reason", "理由", "Reason", required=True),
    ),
    _supplied,
)


def _sections(data: Data) -> Iterator[Row]:
    for d in data.corpus.documents:
        for s in d.sections:
            yield {
                "id": section_id(d.id, s.ref),
                "document": d.id,
                "ref": s.ref,
                "printed": labels.printed(s.ref),
                "heading": s.heading,
                "start": s.at.start if s.at else None,
                "end": s.at.end if s.at else None,
            }


SECTIONS = Table(
    "sections",
    "大标题",
    "Sections",
    "文件里只统领条目、自己不是条目的标题。",
    (
        key("id", "编号", "Id", "文件编号、# 和页内锚点"),
        Column("document", "文件", "Document", "文件的编号", required=True, to="documents"),
        Column("ref", "印出的编号", "Ref", "三、为 3；四、（二）为 4.2", required=True),
        Column("printed", "编号写法", "Numbering in Chinese", required=True),
        Column("heading", "标题", "Heading", required=True),
        *offsets("标题"),
    ),
    _sections,
)
