"""Pages on paper: printed to PDF by the real browser and read back, one test a kind of page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from build_scripts.publishing.text.reading_form.form import reading_form

from .drawn import drawn

PORTRAIT, LANDSCAPE = (595, 842), (842, 595)
CHROME = ["加入对照", "复制", "检索原文", "下载", "跳到正文", "如何更正", "核对引文", "上一条", "下一条"]
COMPARED = ("gansu-enclave-economy/3.10", "henan-industrial-clusters/7.3", "zhangye-county-economy/5.15")

# Letters under nine points, and boxes that reach over the edge of the sheet, for which a browser would shrink the page.
AMISS = """() => {
  const wrong = new Set(), texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const box = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !box.checkVisibility() || box.closest(".pp-vh")) continue;
    if (parseFloat(getComputedStyle(box).fontSize) < 12) wrong.add(`small: ${box.className}`);
    if (box.getBoundingClientRect().right > innerWidth + 1) wrong.add(`cut: ${box.className}`);
  }
  return [...wrong];
}"""
# The day that a page says it is printed on: it asks for it when it is printed.
THIRD_OF_DECEMBER = (
    "() => { const Today = Date; window.Date = class extends Today { constructor() { super(2026, 11, 3, 10); } }; }"
)


def plain(text: str) -> str:
    """Text without white space and hyphens, which a line's end adds or takes away."""
    return re.sub(r"[\s\-\u00ad\ufffe\x02]", "", text)


@dataclass(frozen=True)
class Paper:
    """What was printed: the size of each sheet, its text as set and without its running line and white space."""

    sizes: tuple[tuple[int, int], ...]
    lines: tuple[str, ...]
    sheets: tuple[str, ...]

    @property
    def text(self) -> str:
        return "".join(self.sheets)

    def __contains__(self, words: str) -> bool:
        return plain(words) in self.text


def read(pdf: bytes) -> Paper:
    with pypdfium2.PdfDocument(pdf) as file:
        sizes = tuple((round(w), round(h)) for w, h in (page.get_size() for page in file))
        lines = tuple(page.get_textpage().get_text_bounded() for page in file)
    running = [f"政策对读{n}/{len(lines)}" for n in range(1, len(lines) + 1)]
    sheets = [plain(text) for text in lines]
    assert [s[: len(r)] for s, r in zip(sheets, running)] == running
    return Paper(sizes, lines, tuple(s[len(r) :] for s, r in zip(sheets, running)))


@pytest.fixture(scope="module")
def corpus(site: Path) -> dict[str, Any]:
    return json.loads((site / "data/corpus.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def version(corpus: dict[str, Any]) -> str:
    return corpus["data_version"]


@pytest.fixture(scope="module")
def received(corpus: dict[str, Any]) -> dict[str, str]:
    """The texts as received."""
    return {m["id"]: m["text"] for m in corpus["measures"]}


@pytest.fixture(scope="module")
def texts(corpus: dict[str, Any], received: dict[str, str]) -> dict[str, str]:
    """The texts as they are read, and as paper has them unless 原貌 was chosen."""
    langs = {d["id"]: d["lang"] for d in corpus["documents"]}
    return {name: reading_form(text, langs[name.split("/")[0]]) for name, text in received.items()}


Printing = Callable[..., Paper]


@pytest.fixture
def printed(page: Page, site_url: str, version: str) -> Printing:
    """Prints an address once it is ready, and holds what is so of every page on paper."""

    def print_(
        address: str, size: tuple[int, int] | None = PORTRAIT, ready: Callable[[], object] = lambda: None
    ) -> Paper:
        page.goto(site_url + address)
        ready()
        page.evaluate(THIRD_OF_DECEMBER)
        paper = read(page.pdf(format="A4", prefer_css_page_size=True))
        assert size is None or set(paper.sizes) == {size}
        said = re.sub("率先复制|复制推广", "", paper.text)  # words of the texts, not of a button
        assert [word for word in CHROME if word in said] == []
        canonical = page.locator('link[rel="canonical"]').get_attribute("href") or ""
        site = canonical.removesuffix(re.sub(r"[?#].*", "", address))
        foot = plain(f"政策对读 {site}{address} 数据 {version} 打印日期 2026年12月3日")
        *before, last = paper.sheets
        assert foot in last
        assert all(len(sheet) > 40 for sheet in (*before, last.replace(foot, ""))), "a sheet with next to nothing on it"
        return paper

    return print_


def test_a_measure(printed: Printing, texts: dict[str, str]) -> None:
    paper = printed("measures/gansu-enclave-economy/3.3/#s2")
    assert paper.text.startswith(
        plain("《关于促进“飞地经济”发展的指导意见》 发文机关：原文未载 发文字号：甘办发〔2023〕15号 成文日期：原文未载")
    )
    assert texts["gansu-enclave-economy/3.3"] in paper
    for words in ("责任单位 条末括注", "责任单位 承前统一规定", "密切对应", "部分对应", "共有字句 2 处", "[EB/OL]"):
        assert words in paper
    assert "怎么算的" not in paper and "按字面与专题" not in paper


def test_a_title_that_an_editor_supplied_is_said_to_be_so(printed: Printing) -> None:
    paper = printed("measures/zhangye-county-economy/5.15/")
    assert "《关于加快县域经济高质量发展的实施意见》（题名为编者所拟）" in paper
    assert "发文机关：中共张掖市委、张掖市人民政府 发文字号：市委发〔2022〕4号 成文日期：2022年3月1日" in paper


def test_paper_tells_which_form_it_is(
    page: Page, printed: Printing, texts: dict[str, str], received: dict[str, str]
) -> None:
    address, measure = "measures/henan-industrial-clusters/7.1/", "henan-industrial-clusters/7.1"
    read = printed(address)
    assert texts[measure] in read and "阅读版：繁体转为简体" in read and "看原貌" not in read
    original = printed(f"{address}?form=received")
    assert received[measure] in original and "原貌：一字一符照收到的文本" in original and "看阅读版" not in original
    assert texts[measure] not in original and "阅读版：" not in original


def test_paper_of_a_page_turned_by_hand_has_an_address_that_shows_it_so(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}measures/henan-industrial-clusters/7.1/#s1")
    page.get_by_role("button", name="原貌", exact=True).click()
    paper = read(page.pdf(format="A4", prefer_css_page_size=True))
    assert "measures/henan-industrial-clusters/7.1/?form=received#s1" in paper


def test_a_document_as_received(printed: Printing, received: dict[str, str]) -> None:
    paper = printed("documents/gansu-etdz-upgrade/?form=received")
    assert [i for i, text in received.items() if i.startswith("gansu-etdz-upgrade/") and text not in paper] == []


def test_a_document(printed: Printing, texts: dict[str, str]) -> None:
    paper = printed("documents/gansu-etdz-upgrade/")
    facts = "发文字号 原文未载 发文机关 甘肃省人民政府办公厅 原文"
    assert facts in paper and paper.text.index(plain(facts)) < paper.text.index(texts["gansu-etdz-upgrade/1.1"][:20])
    assert "SHA256" in paper.sheets[0]
    assert [i for i, text in texts.items() if i.startswith("gansu-etdz-upgrade/") and text not in paper] == []
    assert "网页附带文字（照录，非正文）发布日期：2015-03-13" in paper
    assert "目录" not in paper.sheets[0] and "本条单页" not in paper


def test_a_topic(printed: Printing, texts: dict[str, str]) -> None:
    paper = printed("topics/enclave-parks/", LANDSCAPE)
    assert "飞地、共建园区有哪几种搞法？" in paper and "尚未读" not in paper
    whole = (
        "gansu-etdz-upgrade/2.6",
        "gansu-enclave-economy/3.10",
        "zhangye-county-economy/5.15",
        "henan-industrial-clusters/2.1",
    )
    ends = [part for i in whole for part in (texts[i][:30], texts[i][-20:])]  # sheets may part a text
    assert [part for part in ends if part not in paper] == []
    for words in (
        "甘肃 甘办发〔2023〕15号",
        "张掖 市委发〔2022〕4号",
        "河南 豫政办〔2017〕159号",
        "差别",
        "主要属于 对外开放",
    ):
        assert words in paper
    assert "密切对应 甘肃2015 二、（六）与张掖2022 五、（十五）：都定异地联建" in paper
    assert not any(words in paper for words in ("展开", "收起", "对照这一组", "怎么对上的"))


def test_a_comparison(page: Page, printed: Printing, texts: dict[str, str]) -> None:
    def drawn() -> None:
        expect(page.locator("#pp-compare")).to_have_attribute("data-shown", " ".join(COMPARED))

    paper = printed("compare/?" + "&".join(f"m={i}" for i in COMPARED), LANDSCAPE, drawn)
    for words in (
        "甘办发〔2023〕15号",
        "省发展改革委 责任单位",
        "市工信局 牵头",
        "公文通用语 1 处，不编号 基础设施",
        "部分对应。都推飞地经济",
    ):
        assert words in paper
    unmarked = re.sub(r"\d", "", paper.text)  # the numbers of shared phrases stand within the texts
    for measure in COMPARED:
        assert re.sub(r"\d", "", plain(texts[measure]))[:60] in unmarked
    assert "《关于促进“飞地经济”发展的指导意见》三、（十）支持共建“飞地园区”；乙、" in paper
    for words in ("从这几组读起", "条文对照表", "承接关系", "加一条", "移除", "同步滚动", "任选两到六条"):
        assert words not in paper


def test_two_documents(printed: Printing, texts: dict[str, str]) -> None:
    paper = printed("compare/gansu-enclave-economy/henan-industrial-clusters/", LANDSCAPE)
    assert "《关于促进“飞地经济”发展的指导意见》 发文机关：原文未载 发文字号：甘办发〔2023〕15号" in paper
    assert "发文机关：河南省人民政府办公厅 发文字号：豫政办〔2017〕159号 成文日期：2017年12月12日" in paper
    assert "密切对应：都定招商方式；甘重市州组团联合，豫重产业基金股权招商 编者" in paper and "部分对应：" in paper
    own = {i: text for i, text in texts.items() if i.startswith("gansu-enclave-economy/")}
    assert [i for i, text in own.items() if plain(text)[:30] not in paper or plain(text)[-20:] not in paper] == []
    ends = next(n for n, sheet in enumerate(paper.sheets) if plain("河南2017 有、甘肃2023 没有的") in sheet)
    head = plain("甘肃2023 河南2017")
    assert all(sheet.startswith(head) for sheet in paper.sheets[1:ends]), "the head of the table on every sheet"
    assert "调换左右" not in paper


@pytest.mark.parametrize(
    ("address", "width"),
    [
        ("compare/?" + "&".join(f"m={i}" for i in COMPARED), 1000),
        ("compare/gansu-enclave-economy/henan-industrial-clusters/", 1000),
        ("measures/henan-industrial-clusters/7.1/", 642),
        ("targets/", 642),
    ],
)
def test_nothing_is_small_or_cut(page: Page, site_url: str, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site_url + address)
    drawn(page)
    page.emulate_media(media="print")
    assert page.evaluate(AMISS) == []


def test_the_targets(printed: Printing) -> None:
    paper = printed("targets/")
    assert "2026年" in paper and "限额与门槛" in paper and "全市地区生产总值" in paper
    assert "按年份看" not in paper and "日历文件" not in paper


def test_relations(printed: Printing) -> None:
    paper = printed("relations/zhangye-gansu/")
    assert (
        "甘肃2015 二、（四）创新体制机制 甘肃省人民政府办公厅关于促进国家级经济技术开发区转型升级创新发展的实施意见"
        in paper
    )
    assert "张掖2022 五、（十五）推动产业园区提档升级 市委发〔2022〕4号" in paper


def test_a_search(page: Page, printed: Printing) -> None:
    def filled() -> None:
        expect(page.locator("#pp-list")).to_have_attribute("aria-busy", "false")
        expect(page.locator(".pp-result").first).to_be_attached()
        expect(page.locator(".pp-result__text:empty")).to_have_count(0)

    paper = printed("search/?q=飞地&jurisdiction=gansu", ready=filled)
    assert "检索 “飞地” 地方：甘肃" in paper and "地方：甘肃 ×" not in paper
    shown = page.locator(".pp-result__text").all_inner_texts()
    assert len(shown) > 10 and [text for text in shown if text not in paper] == []
    assert "排序" not in paper and "分组" not in paper and "逐字查找" not in paper


@pytest.mark.parametrize("address", ["", "agencies/gansu-drc/", "method/", "documents/henan-industrial-clusters/"])
def test_other_pages_are_set_as_well(printed: Printing, address: str) -> None:
    assert "看原貌" not in printed(address)
