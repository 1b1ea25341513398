"""Places, functional lines, topics, bodies and what became of them."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.publishing.dataset.table_model import Column, Data, Row, Table, joined, key
from build_scripts.publishing.text import labels

LEVELS = {"nation": "国家", "province": "省级", "prefecture": "地级", "county": "县级"}


def _jurisdictions(data: Data) -> Iterator[Row]:
    for j in data.corpus.vocabulary.jurisdictions:
        yield {"id": j.id, "code": j.code, "name": j.name, "short": j.short, "level": j.level, "within": j.within}


JURISDICTIONS = Table(
    "jurisdictions",
    "地方",
    "Jurisdictions",
    "收录文件所属的地方，及其上级。",
    (
        key("id", "编号", "Id"),
        Column("code", "区划代码", "Code", "GB/T 2260 六位代码，按文字处理，不作数字", required=True),
        Column("name", "全称", "Name", required=True),
        Column("short", "简称", "Short name", required=True),
        Column("level", "层级", "Level", required=True, codes=LEVELS),
        Column("within", "上级", "Within", "上级地方的编号", to="jurisdictions"),
    ),
    _jurisdictions,
)


def _lines(data: Data) -> Iterator[Row]:
    for line in data.corpus.vocabulary.lines:
        yield {"id": line.id, "zh": line.zh, "en": line.en}


LINES = Table(
    "lines",
    "条线",
    "Functional lines",
    "职能条线：不同地方做同一类事的单位，归在同一条线下。",
    (
        key("id", "编号", "Id"),
        Column("zh", "名称", "Chinese name", required=True),
        Column("en", "英文名称", "English name", required=True),
    ),
    _lines,
)


def _topics(data: Data) -> Iterator[Row]:
    gov_cn = {t.id: joined(t.gov_cn) for t in data.corpus.vocabulary.topics}
    for topic in data.exported["topics"]:
        yield topic | {"gov_cn": gov_cn[topic["id"]]}


TOPICS = Table(
    "topics",
    "专题",
    "Topics",
    "归类条目用的专题，每个有定义。",
    (
        key("id", "编号", "Id"),
        Column("zh", "名称", "Chinese name", required=True),
        Column("en", "英文名称", "English name", required=True),
        Column("definition", "定义", "Definition", "哪些条目归此，哪些归别的专题", required=True),
        Column("gov_cn", "国务院主题分类", "gov.cn categories", "对应的中国政府网主题分类，可有多个"),
        Column("url", "页面地址", "Address", "从站点根起", required=True),
    ),
    _topics,
)


def _agencies(data: Data) -> Iterator[Row]:
    notes = {a.id: a.note for a in data.corpus.vocabulary.agencies}
    for agency in data.exported["agencies"]:
        yield agency | {"names": joined(agency["names"]), "note": notes[agency["id"]]}


AGENCIES = Table(
    "agencies",
    "单位",
    "Agencies",
    "名录里的单位，一行一个。改了名或并了的旧单位也各占一行。",
    (
        key("id", "编号", "Id"),
        Column("name", "正式名称", "Name", required=True),
        Column("names", "印文名称", "Names as printed", "原文里用来指它的名称；逐个的在 agency_names"),
        Column("jurisdiction", "地方", "Jurisdiction", "地方的编号", required=True, to="jurisdictions"),
        Column("kind", "类别", "Kind", required=True, codes=labels.KINDS),
        Column("line", "条线", "Functional line", "条线的编号", required=True, to="lines"),
        Column("note", "编者按", "Note"),
        Column("url", "页面地址", "Address", "从站点根起", required=True),
    ),
    _agencies,
)


def _agency_names(data: Data) -> Iterator[Row]:
    for agency in data.exported["agencies"]:
        for n, name in enumerate(agency["names"], 1):
            yield {"agency": agency["id"], "n": n, "name": name}


AGENCY_NAMES = Table(
    "agency_names",
    "单位的印文名称",
    "Agency names",
    "每个单位在原文里用过的名称，一行一个；误印和旧称也在内。",
    (
        key("agency", "单位", "Agency", "单位的编号", to="agencies"),
        key("n", "序号", "Number", "名录里的次序", "integer"),
        Column("name", "印文名称", "Name as printed", required=True),
    ),
    _agency_names,
)


def _agency_events(data: Data) -> Iterator[Row]:
    for agency in data.exported["agencies"]:
        for n, event in enumerate(agency["events"], 1):
            ends = {"from": joined(event["from"]), "to": joined(event["to"])}
            yield event | ends | {"agency": agency["id"], "n": n}


AGENCY_EVENTS = Table(
    "agency_events",
    "单位沿革",
    "Agency events",
    "单位的更名、合并、拆分、划转、撤销、组建。",
    (
        key("agency", "单位", "Agency", "单位的编号", to="agencies"),
        key("n", "序号", "Number", "名录里的次序", "integer"),
        Column("type", "事件", "Event", required=True, codes=labels.EVENTS),
        Column("date", "日期", "Date", "ISO 8601，知道到哪里写到哪里：2018、2018-10、2018-10-25"),
        Column("from", "由来", "From", "由哪些单位而来，单位编号，可有多个"),
        Column("to", "去向", "To", "成为或并入哪些单位，单位编号，可有多个"),
        Column("note", "说明", "Note"),
        Column("source", "出处", "Source", "依据的出处；unverified 表示未核", required=True),
    ),
    _agency_events,
)
