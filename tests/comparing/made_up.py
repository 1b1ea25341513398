"""A small corpus made up for the tests: two provinces and a city, four topics, bodies on shared lines."""

from __future__ import annotations

from build_scripts.model import (
    Agency,
    Alignment,
    Corpus,
    Document,
    Jurisdiction,
    Line,
    Measure,
    Modality,
    Responsibility,
    Span,
    Target,
    Topic,
    Vocabulary,
)

NORTH = "north-parks"
SOUTH = "south-parks"
CITY = "city-parks"


def duty(name: str, agency: str, role: str = "responsible") -> Responsibility:
    return Responsibility(name, role, agency)


def document(id: str, place: str, *measures: Measure, lang: str = "zh-Hans") -> Document:
    return Document(id, f"关于园区的意见（{id}）", place, lang, f"{id}.txt", "0" * 64, measures=measures)


VOCABULARY = Vocabulary(
    (
        Jurisdiction("north", "110000", "北省", "北", "province"),
        Jurisdiction("city", "110100", "北城市", "北城", "prefecture", "north"),
        Jurisdiction("south", "440000", "南省", "南", "province"),
    ),
    (
        Agency("north-commerce", "北省商务厅", "north", "government", "commerce", ("省商务厅",)),
        Agency("north-finance", "北省财政厅", "north", "government", "finance", ("省财政厅",)),
        Agency("city-commerce", "北城市商务局", "city", "government", "commerce", ("市商务局",)),
        Agency("south-commerce", "南省商务厅", "south", "government", "commerce", ("省商务厅",)),
        Agency("south-idle", "南省档案馆", "south", "government", "archives", ("省档案馆",)),
    ),
    (Line("archives", "档案", "Archives"), Line("finance", "财政", "Finance"), Line("commerce", "商务", "Commerce")),
    (
        Topic("investment", "招商", "Investment", "招商引资归此。"),
        Topic("talent", "人才", "Talent", "人才归此。"),
        Topic("land", "土地", "Land", "用地归此。"),
        Topic("sea", "海洋", "Sea", "海洋归此。"),
    ),
)

NORTH_TEXT = document(
    NORTH,
    "north",
    Measure(
        "1.1",
        "创新招商方式",
        "大力开展产业链招商和以商招商，对引进的龙头企业给予奖励。到2025年引进项目100个。（牵头单位：省商务厅；配合单位：省财政厅）",
        responsibilities=(duty("省商务厅", "north-commerce", "lead"), duty("省财政厅", "north-finance", "support")),
        targets=(Target("引进项目100个", "引进项目", "=", 100, "个", "2025"),),
        topics=("investment",),
        modality=Modality(encouraging=(Span(0, 2),), mandatory=(Span(2, 4), Span(5, 6))),
    ),
    Measure(
        "1.2",
        "引进高层次人才",
        "柔性引进高层次人才，开辟落户绿色通道。（责任单位：省商务厅、省财政厅）",
        responsibilities=(duty("省商务厅", "north-commerce"), duty("省财政厅", "north-finance")),
        topics=("talent", "investment"),
    ),
    Measure("1.3", "节约用地", "严格执行亩均税收标准，盘活闲置厂房。", topics=("land",)),
)
SOUTH_TEXT = document(
    SOUTH,
    "south",
    Measure(
        "1",
        "提升招商質量",
        "各地要開展產業鏈招商、以商招商，引進龍頭企業。到2024年引進項目50個，簽約額300億元。（省商務廳負責）",
        responsibilities=(duty("省商務廳", "south-commerce"),),
        targets=(
            Target("簽約額300億元", "簽約額", "=", 300, "億元", "2024"),
            Target("引進項目50個", "引進項目", "=", 50, "个", "2024"),
        ),
        topics=("investment",),
    ),
    Measure("2", "集約用地", "盤活閒置廠房，提高畝均效益。", topics=("land",)),
    Measure("3", "保护渔港", "修复渔港生态，扶持远洋船队。", topics=("sea",)),
    lang="zh-Hant",
)
CITY_TEXT = document(
    CITY,
    "city",
    Measure(
        "1",
        "开展节会招商",
        "办好节会，开展以商招商。（市商务局牵头）",
        responsibilities=(duty("市商务局", "city-commerce", "lead"),),
        topics=("investment",),
    ),
    Measure("2", "建设人才公寓", "为引进的高层次人才建设公寓，开辟落户绿色通道。", topics=("talent",)),
)

ALIGNMENTS = (
    Alignment(f"{NORTH}/1.1", f"{SOUTH}/1", "confirmed", "strong", "都定招商方式"),
    Alignment(f"{CITY}/1", f"{NORTH}/1.1", "confirmed", "partial", "都写以商招商"),
    Alignment(f"{NORTH}/1.2", f"{CITY}/2", "rejected", why="一为引进，一为住房"),
)

CORPUS = Corpus((NORTH_TEXT, SOUTH_TEXT, CITY_TEXT), VOCABULARY, ALIGNMENTS)
