"""corpus.schema.json: the shape of corpus.json (JSON Schema 2020-12), with what each field means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from build_scripts.model import BASES, COMPARATORS, ROLES
from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.tables import pairs
from build_scripts.publishing.dataset.tables.documents import LANGS, TITLE_BASES
from build_scripts.publishing.dataset.tables.measures import BY, KINDS
from build_scripts.publishing.text import labels

Schema = dict[str, Any]

_ID = "^[a-z0-9]+(-[a-z0-9]+)*$"
_MEASURE_ID = r"^[a-z0-9]+(-[a-z0-9]+)*/(art\.)?[0-9]+(\.[0-9]+)*(-[0-9]+)?$"
_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"


def _text(note: str = "", **more: Any) -> Schema:
    return {"type": "string", **({"description": note} if note else {}), **more}


def _maybe(schema: Schema) -> Schema:
    """The same, or null: not stated, or none."""
    if "enum" in schema:
        return schema | {"type": ["string", "null"], "enum": [*schema["enum"], None]}
    return schema | {"type": [schema["type"], "null"]}


def _one_of(codes: Mapping[str, str]) -> Schema:
    return _text("；".join(f"{code} {zh}" for code, zh in codes.items()), enum=list(codes))


def _list(items: Schema, note: str = "") -> Schema:
    return {"type": "array", "items": items, **({"description": note} if note else {})}


def _record(note: str, fields: Schema) -> Schema:
    """An object that has all of ``fields`` and no other."""
    return {
        "type": "object",
        "description": note,
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _several(names: Iterable[str]) -> Schema:
    return {name: _list(_ref(_SINGULAR[name])) for name in names}


_SINGULAR = {
    "documents": "document",
    "measures": "measure",
    "agencies": "agency",
    "topics": "topic",
    "alignments": "alignment",
}
_URL = _text("页面地址，从站点根起", pattern="^/")
_AT = {
    "start": _maybe({"type": "integer", "minimum": 0, "description": "原文解码后的码点偏移，左闭右开"}),
    "end": _maybe({"type": "integer", "minimum": 0, "description": "source[start:end] 就是这段文字"}),
}
_AGENCY_ID = _text("单位编号", pattern=_ID)
_COUNT = {"type": "integer", "minimum": 0}


def corpus_schema(version: str) -> Schema:
    """The schema of the edition ``version``."""
    head = {
        "schema_version": _text("格式版本；已有字段的名称或意思变了才改", const="1"),
        "data_version": _text("数据版本", const=version),
        "generated_from": _maybe(_text("生成时的提交号", pattern="^[0-9a-f]{40}$")),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{about.TITLE}: corpus.json",
        **_record(about.SENTENCE, head | _several(_SINGULAR)),
        "$defs": _definitions(),
    }


def _definitions() -> Schema:
    return {
        "document": _record(
            "一份文件",
            {
                "id": _text("文件编号", pattern=_ID),
                "title": _text("标题"),
                "title_basis": _one_of(TITLE_BASES),
                "number": _maybe(_text("发文字号；null 表示原文未载")),
                "issuers": _list(_text(), "发文机关；空表示原文未载"),
                "date": _maybe(_text("成文日期", pattern=_DATE)),
                "published": _maybe(_text("发布日期", pattern=_DATE)),
                "jurisdiction": _text("地方编号", pattern=_ID),
                "lang": _one_of(LANGS),
                "source_sha256": _text("原文字节的 SHA-256", pattern="^[0-9a-f]{64}$"),
                "url": _URL,
            },
        ),
        "measure": _record("一条", _measure()),
        "responsibility": _record(
            "一个单位对一条的一种责任",
            {
                "name": _text("印文名称"),
                "agency": _maybe(_AGENCY_ID),
                "role": _one_of(ROLES),
                "basis": _one_of(BASES),
                "collective": {"type": "boolean", "description": "是否泛指"},
                **_AT,
            },
        ),
        "target": _record(
            "一个数值或期限",
            {
                "quote": _text("原句中的那一段，逐字"),
                "indicator": _maybe(_text("说的是什么")),
                "comparator": _maybe(_one_of(COMPARATORS)),
                "value": _maybe({"type": "number", "description": "以 unit 为单位"}),
                "unit": _maybe(_text("照印")),
                "deadline": _maybe(_text("期限，原文写到哪里就到哪里", pattern=_DATE)),
                "scope": _maybe(_text("适用的范围")),
                **_AT,
            },
        ),
        "citation": _record(
            "一处援引",
            {
                "title": _text("书名号里的字"),
                "number": _maybe(_text("发文字号")),
                "document": _maybe(_text("就是收录的文件时，它的编号", pattern=_ID)),
                **_AT,
            },
        ),
        "agency": _record(
            "一个单位",
            {
                "id": _AGENCY_ID,
                "name": _text("正式名称"),
                "names": _list(_text(), "印文名称"),
                "jurisdiction": _text("地方编号", pattern=_ID),
                "kind": _one_of(labels.KINDS),
                "line": _text("条线编号", pattern=_ID),
                "events": _list(_ref("event"), "沿革"),
                "url": _URL,
            },
        ),
        "event": _record(
            "单位的一次变动",
            {
                "type": _one_of(labels.EVENTS),
                "date": _maybe(_text("知道到哪里写到哪里", pattern=_DATE)),
                "from": _list(_AGENCY_ID, "由来"),
                "to": _list(_AGENCY_ID, "去向"),
                "note": _maybe(_text("说明")),
                "source": _text("出处；unverified 表示未核"),
            },
        ),
        "topic": _record(
            "一个专题",
            {
                "id": _text("专题编号", pattern=_ID),
                "zh": _text("名称"),
                "en": _text("英文名称"),
                "definition": _text("定义"),
                "url": _URL,
            },
        ),
        "alignment": _record(
            "一对对应的条目",
            {
                "a": _text("条目编号", pattern=_MEASURE_ID),
                "b": _text("条目编号", pattern=_MEASURE_ID),
                "score": _maybe({"type": "number", "minimum": 0, "maximum": 1, "description": "程序算出"}),
                "basis": _one_of(pairs.BASES),
                "shared": _list(_text(), "共有的词句"),
            },
        ),
    }


def _measure() -> Schema:
    topic = {
        "id": _text("专题编号", pattern=_ID),
        "primary": {"type": "boolean", "description": "是否首要"},
        "basis": _one_of(BY),
    }
    return {
        "id": _text("文件编号、/ 和印出的编号", pattern=_MEASURE_ID),
        "document": _text("文件编号", pattern=_ID),
        "ref": _text("印出的编号：三、（四）为 3.4"),
        "heading": _maybe(_text("标题")),
        "text": _text("条文，逐字，条末括注在内"),
        **_AT,
        "kind": _one_of(KINDS),
        "url": _URL,
        "responsibilities": _list(_ref("responsibility"), "谁来做"),
        "targets": _list(_ref("target"), "数值与期限"),
        "citations": _list(_ref("citation"), "援引的文件"),
        "topics": _list(_record("归属的专题", topic), "专题，第一个是首要的"),
        "modality": _record("措辞计数", {"mandatory": _COUNT, "encouraging": _COUNT, "exploratory": _COUNT}),
    }
