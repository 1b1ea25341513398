"""Where a target holds: the place, or the kind of area, that a clause opens with."""

from __future__ import annotations

import re

from ...sources.folded_view import Stretch, stretch
from ..word_table import WordTable

_KIND_OF_AREA = (
    "(?:(?:国家级|省级|省定|市级|县级|各类|所有)?(?:产业集聚区|(?:经济技术|高新技术产业|产业)?开发区|经开区|高新区|集聚区|"
    "(?:产业|工业|科技|特色)?园区|示范区|试验区|自贸区|综保区))"
)
_AREAS = rf"{_KIND_OF_AREA}(?:[和与及、]{_KIND_OF_AREA}){{0,3}}"
_FIGURE = r"(?:总?数量?)?(?:分别|均|都|要|应|力争)*(?:达到|达|突破|超过|超|不少于|不低于|保持|约|以上|\d|[一二三四五六七八九十百]+[个家])"
_NO_PLACE = "(?!(?:[^,;]{0,3}(?:行政|学|社|小|景|市|校|库|灌|片|辖|功能|街|特|山|矿|牧|林|县)区)|(?:单位|占|人均|[该本各])?地区|每个|[各对将把为以在])"
_NAMED_KIND = "(?!.{0,3}(?:开发|集聚|经开|高新|示范|自贸|保税|园|城|新|试验|保护)区)"

SCOPE = WordTable(
    (
        rf"(?P<whole>全(?:省|市|县|区|州|国))(?:{_AREAS})(?!{_FIGURE})(?=[内的]?[\u4e00-\u9fff“]{{2}})",
        rf"(?:{_AREAS})(?!{_FIGURE}|发展|建设)(?=[内的]?[\u4e00-\u9fff“]{{2}})",
        r"全(?:市|县|省|区|州|镇|乡)域(?=[\u4e00-\u9fff“]{2})",
        r"全(?:省|市|县|区|州|国|域|镇|乡|社会|行业)(?:[、及和]各(?:市州|市县|县市区|县区|区县|市|县|区|州))?(?=[\u4e00-\u9fff“]{2})",
        r"[我本](?:省|市|县|区|州)(?=[\u4e00-\u9fff“]{2})",
        r"(?:[\u4e00-\u9fff]{2,4}、){1,12}[\u4e00-\u9fff]{2,4}(?:等)?[二两三四五六七八九十]+(?:县|区|市|州)(?:区)?(?=[\u4e00-\u9fff“]{2})",
        r"[\u4e00-\u9fff]{2,4}(?:新区|开发区|高新区|经开区)(?=(?:地区)?生产总值)",
        rf"{_NO_PLACE}{_NAMED_KIND}[\u4e00-\u9fff]{{1,3}}(?:县|区|市|州)(?![场级域属委民内直长政划])(?=[\u4e00-\u9fff“]{{2}})",
    ),
    (
        "全省产业集聚区和开发区改革创新",
        "国家级经开区内控制性详细规划",
        "全市域绿道",
        "全市主要农产品",
        "我省高新技术企业",
        "山丹、民乐、临泽、高台四县生产总值",
        "兰州新区生产总值",
        "甘州区生产总值",
        "河西地区棉花产量",
    ),
    (
        "单位地区生产总值能耗",
        "地区生产总值",
        "占地区生产总值比重",
        "行政区划面积",
        "学区入学率",
        "社区养老床位",
        "各县区农村公路",
        "国家级开发区达到30个",
        "自然保护区面积占比",
        "单位GDP能耗",
    ),
)
"""What a clause may open with that says where its target holds, by the beginning of the clause; and what is no place."""

_SHORTEST = 4
_INSIDE = re.compile("[内的]")
_LEAD = re.compile("其中[:,]?")
_WHOLE = re.compile("全(?:省|市|县|区|州|国)")
_COUNTED_AREA = re.compile(f"{_KIND_OF_AREA}$")
_OF_AREA = re.compile(rf"的(?P<area>{_KIND_OF_AREA})(?!{_FIGURE})(?=[\u4e00-\u9fff]{{2}})")
_EACH = re.compile("[\u4e00-\u9fff]{1,6}(?:省|市|县|区|州)")


def scope_of(text: str, start: int, end: int) -> Stretch | None:
    """The place a clause opens with.

    >>> said = "全省产业集聚区和开发区综合实力大幅提升"
    >>> scope_of(said, 0, len(said)).of(said)
    '全省产业集聚区和开发区'
    >>> scope_of("单位地区生产总值能耗", 0, 10) is None
    True
    """
    lead = _LEAD.match(text, start, end)
    match = SCOPE.regex.match(text, lead.end() if lead else start, end)
    return stretch(match) if match else None


def counting(text: str, scope: Stretch | None, indicator: Stretch | None) -> Stretch | None:
    """The scope of a number of areas: of 全省产业集聚区 only 全省 says where they are counted."""
    if scope is None or indicator is None or not _COUNTED_AREA.search(text, *indicator):
        return scope
    whole = _WHOLE.match(text, *scope)
    return stretch(whole) if whole else scope


def without_scope(text: str, indicator: Stretch, scope: Stretch | None) -> Stretch:
    """What is aimed at, less the place it opens with."""
    opens = scope is not None and indicator.start == scope.start and indicator.end - scope.end >= _SHORTEST
    if scope is None or not opens:
        return indicator
    inside = _INSIDE.match(text, scope.end, indicator.end)
    return Stretch(inside.end() if inside else scope.end, indicator.end)


def area_behind(text: str, at: int, end: int) -> Stretch | None:
    """The kind of area a share is one of: 80%以上的省定产业集聚区循环化改造."""
    match = _OF_AREA.match(text, at, end)
    return stretch(match, "area") if match else None


def each_of(text: str, names: Stretch, count: int) -> list[Stretch]:
    """The places of a list, where as many are named as figures follow: 民乐县、山丹县分别达到20家、10家; else none."""
    found, begin = [], names.start
    for part in text[names.start : names.end].split("、"):
        found.append(Stretch(begin, begin + len(part)))
        begin += len(part) + 1
    return found if len(found) == count and all(_EACH.fullmatch(text, *at) for at in found) else []
