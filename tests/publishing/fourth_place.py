"""A fourth place, made up: what somebody would put into structured/ to have it on the site, and nothing else.

甲市 is a prefecture of nowhere (999900). Its one document has three agencies, six measures, one counterpart that an
editor confirmed, and a study of its own.
"""

from __future__ import annotations

from pathlib import Path

DOCUMENT = "jia-park-cooperation"
TITLE = "甲市人民政府办公室关于促进园区共建的实施意见"
COUNTERPART = "gansu-enclave-economy/3.4"

SOURCE = """\
甲市人民政府办公室关于促进园区共建的实施意见
甲政办发〔2024〕3号
各县区人民政府，市政府有关部门：
为促进园区共建，现提出如下意见。
一、总体要求
（一）工作目标。到2027年，全市共建园区达到5个，引进项目不少于40个。（责任单位：市发展改革委）
二、主要任务
（二）建设飞地园区。支持县区与外地共建飞地园区，税收由双方按出资比例协商分成。（责任单位：市发展改革委、市商务局）
（三）加强招商引资。围绕园区主导产业开展招商，每年举办2次推介活动。（牵头单位：市商务局；配合单位：市财政局）
（四）落实财政支持。市财政每年安排园区共建资金1000万元。（责任单位：市财政局）
三、保障措施
（五）加强组织领导。建立园区共建联席会议制度，统筹解决重大问题。（责任单位：市发展改革委）
（六）严格考核评价。对考核靠后的园区进行约谈。（责任单位：市发展改革委、市财政局）
甲市人民政府办公室
2024年3月5日
"""

ENTRIES = {
    "vocabulary/jurisdictions.yml": """\
- {id: jia, code: '999900', name: 甲市, short: 甲市, level: prefecture, within: china}
""",
    "vocabulary/agencies.yml": """\
- {id: jia-drc, name: 甲市发展和改革委员会, jurisdiction: jia, kind: government, line: development-reform, names: [市发展改革委]}
- {id: jia-commerce, name: 甲市商务局, jurisdiction: jia, kind: government, line: commerce, names: [市商务局]}
- {id: jia-finance, name: 甲市财政局, jurisdiction: jia, kind: government, line: finance, names: [市财政局]}
""",
    "vocabulary/studies.yml": """\
- id: over-there
  zh: 此与彼
  title: 甘肃写过的飞地，甲市怎样写
  slug: gansu-jia
  direction: later
  from_head: 甘肃
  to_head: 甲市
  relations: [{id: writes-again, zh: 又写, meaning: 两份文件写的是同一件事。}]
  caveats: [两地没有隶属关系。]
""",
}
"""What is added at the end of a file, by its path below structured/, before the document is."""

JUDGEMENTS = {
    "alignments.yml": f"""\
- {{a: {COUNTERPART}, b: {DOCUMENT}/2.2, status: confirmed, strength: strong, why: 都写共建飞地园区}}
""",
    "relations.yml": f"""\
- kind: over-there
  relation: writes-again
  from: {COUNTERPART}
  to: {DOCUMENT}/2.2
  why: 甲市次年也写飞地园区的共建
  evidence_from: 大力推广肃南祁青工业集中区和张掖经济技术开发区飞地合作共建模式
  evidence_to: 支持县区与外地共建飞地园区
""",
}
"""The same, once the document is there."""


def append(root: Path, entries: dict[str, str]) -> None:
    for name, text in entries.items():
        path = root / "structured" / name
        path.write_text(path.read_text("utf-8") + text, "utf-8")
