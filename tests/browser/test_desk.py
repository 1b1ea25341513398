"""The draft desk in a real browser: what a clause of one's own bears on, what it lacks, what it shares; nothing is sent."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from build_scripts.model import Corpus
from build_scripts.publishing.browser_data.desk import pairs_of_characters, quoted_evidence
from build_scripts.publishing.index.lookups import Index

from .axe import LOOKS, in_every_look

DATA_BYTES = 150 * 1024
"""All that the page fetches to lay a draft beside the corpus, compressed."""

DRAFT = "对考核不合格的开发区予以警告、通报、限期整改。\n园区由合作双方委托运营公司管理。"

TABLES = """async () => {
  const { KINDS, lacking } = await import(new URL("../assets/js/desk/lacking.js", location.href));
  const { loadFold } = await import(new URL("../assets/js/shared/fetching.js", location.href));
  const fold = await loadFold();
  const wrong = KINDS.flatMap(({ signs, has, lacks }) => [...has.filter((t) => !signs.test(t)), ...lacks.filter((t) => signs.test(t))]);
  const quotes = [{ figures: ["不低于800亿元", "150个左右"], days: ["2025年"], bodies: ["省財政廳", "市工信局"], musts: ["严禁"] }];
  const told = lacking("到2025年达到800亿元，财政厅负责", [{ document: "甲", quotes }], fold);
  return { wrong, told: told.map(({ kind, none, by }) => [kind, none, ...by.map((b) => b.words.join())]) };
}"""


@pytest.fixture
def desk(page: Page, site_url: str) -> Callable[[str], Page]:
    """Lays a draft on the desk and waits for what is found."""

    def lay(draft: str) -> Page:
        page.goto(site_url + "desk/")
        page.get_by_label("草稿", exact=True).fill(draft)
        page.get_by_role("button", name="比对").click()
        expect(page.locator("#pp-desk-status")).to_have_text(re.compile("关系到|没有取到|太短"))
        return page

    return lay


def test_it_names_the_questions_a_clause_bears_on_and_why(desk: Callable[[str], Page], site_url: str) -> None:
    page = desk(DRAFT)
    first = page.locator("[data-point]").first
    expect(first).to_have_attribute("data-point", "evaluation/penalties")
    expect(first).to_contain_text("为什么：草稿第 1 句与它共有")
    expect(first).to_contain_text("限期整改")
    expect(first.get_by_role("link", name="考不好会怎样？")).to_have_attribute(
        "href", f"{site_url}topics/evaluation/#q-penalties"
    )
    named = page.eval_on_selector_all("[data-point]", "all => all.map((e) => e.dataset.point)")
    assert "enclave-parks/operator" in named
    assert page.locator("[data-point]:visible").count() <= 8


def test_a_whole_text_is_taken_and_each_paragraph_is_heard(desk: Callable[[str], Page], site: Path) -> None:
    alone = "园区由合作双方委托运营公司管理。"
    text = json.loads((site / "assets/check/zhangye-county-economy.json").read_text("utf-8"))["text"]
    assert len(text) > 3000
    page = desk(f"{text}\n{alone}")
    assert page.get_by_label("草稿", exact=True).input_value().endswith(alone)
    named = page.eval_on_selector_all("[data-point]", "all => all.map((e) => e.dataset.point)")
    assert "enclave-parks/operator" in named and len(named) == len(set(named))
    page.evaluate("document.querySelectorAll('.pp-desk__more').forEach((d) => (d.open = true))")
    expect(page.locator("[data-point='enclave-parks/operator']")).to_contain_text("运营公司")
    assert page.locator("[data-point]:visible").count() == len(named)


def test_what_is_too_long_is_said_before_it_is_cut(page: Page, site_url: str) -> None:
    page.goto(site_url + "desk/")
    box = page.get_by_label("草稿", exact=True)
    paste = "(box, n) => { box.value = '合作双方委托运营公司管理园区。\\n'.repeat(n); box.dispatchEvent(new Event('input')); }"
    box.evaluate(paste, 3000)
    expect(page.locator("#pp-desk-cut")).to_be_empty()
    box.evaluate(paste, 4000)
    expect(page.locator("#pp-desk-cut")).to_have_text("草稿有 63999 字，一次只比对前 50000 字；后面的请另贴一次。")
    page.get_by_role("button", name="清空").click()
    expect(page.locator("#pp-desk-cut")).to_be_empty()


def test_each_place_answers_with_its_sentence_or_is_silent(desk: Callable[[str], Page]) -> None:
    first = desk(DRAFT).locator("[data-point]").first
    proof = first.locator("blockquote").first
    assert re.search(r"/measures/[^/]+/[^/]+/#s\d+$", proof.get_by_role("link").get_attribute("href") or "")
    expect(first.locator("dl > div").filter(has_text="未写")).to_contain_text("甘肃2023")


def test_what_the_draft_lacks_is_said_to_be_a_hint(desk: Callable[[str], Page]) -> None:
    hints = desk("对考核不合格的开发区予以警告、通报。").locator("[data-point] .pp-bearing__hints").first
    expect(hints).to_contain_text("按字面比对的提示，不是判断")
    expect(hints).to_contain_text("单位（草稿里没有这一类）")
    expect(hints).to_contain_text("省发展改革委")


def test_the_tables_of_hints_hold_their_examples(page: Page, site_url: str) -> None:
    page.goto(site_url + "desk/")
    told = page.evaluate(TABLES)
    assert told["wrong"] == []
    assert told["told"] == [["figures", False, "150个左右"], ["bodies", False, "市工信局"], ["musts", True, "严禁"]]


def test_shared_wording_leads_to_its_sentence(desk: Callable[[str], Page], site_url: str) -> None:
    page = desk("我们也要鼓励利用资金、技術成果、品牌入股等创新方式，加快推进高质量发展。")
    shared = page.locator(".pp-desk__shared li").first
    expect(shared.locator("mark").first).to_contain_text("利用资金、技术成果、品牌入股等创新方式")
    expect(shared).to_have_attribute("data-measure", "gansu-enclave-economy/3.11")
    assert "#s" in (shared.get_by_role("link").get_attribute("href") or "")


@pytest.mark.parametrize("draft", ["今天天气很好，我们去公园散步，晚上一起吃饭看电影。", "Lorem ipsum dolor sit amet"])
def test_what_bears_on_nothing_says_so(desk: Callable[[str], Page], draft: str) -> None:
    page = desk(draft)
    assert page.locator("[data-point]").count() == 0
    expect(page.get_by_role("link", name="看全部问题")).to_be_visible()


def test_a_draft_is_text(desk: Callable[[str], Page]) -> None:
    page = desk("<img src=x onerror=alert(1)>考核不合格的限期整改")
    assert page.locator("#pp-desk-paper img, #pp-desk-found img").count() == 0


@pytest.mark.own_window
def test_nothing_is_sent_and_what_is_fetched_is_light(page: Page, site_url: str) -> None:
    sent: list[Request] = []

    def keep(request: Request) -> None:
        sent.append(request)

    page.on("request", keep)
    page.goto(site_url + "desk/")
    page.get_by_label("草稿", exact=True).fill(DRAFT)
    page.get_by_role("button", name="比对").click()
    expect(page.locator("[data-point]").first).to_be_visible()
    assert all(r.method == "GET" and "?" not in r.url and r.post_data is None for r in sent)
    data = [r.response() for r in sent if r.url.endswith(".json")]
    size = sum(len(gzip.compress(r.body())) for r in data if r)
    print(f"desk: {size / 1024:.0f} KB of data compressed in {len(data)} files")
    assert size <= DATA_BYTES


def test_the_table_has_citations(desk: Callable[[str], Page], tmp_path: Path) -> None:
    page = desk(DRAFT)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载 CSV").click()
    waiting.value.save_as(tmp_path / "table.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "table.csv").read_text("utf-8-sig"))))
    first = next(r for r in rows if r["问题"] == "考不好会怎样？" and r["情况"] == "答了")
    assert first["出处"].startswith("《") and "#s" in first["地址"] and first["依据原文"]
    assert any(r["情况"] == "未写" for r in rows)


def test_the_text_as_received_can_be_asked_for_and_the_draft_stays(desk: Callable[[str], Page]) -> None:
    page = desk(DRAFT)
    read = page.locator("[data-point='evaluation/penalties'] blockquote").last.inner_text()
    page.locator("button[data-form-switch]").first.click()
    expect(page.locator("blockquote[lang='zh-Hant']").first).to_be_visible()
    assert page.get_by_label("草稿", exact=True).input_value() == DRAFT
    received = page.locator("[data-point='evaluation/penalties'] blockquote").last.inner_text()
    assert received != read and len(received) == len(read)


def test_without_scripts_it_leads_to_the_questions(plain: Page, site_url: str) -> None:
    plain.goto(site_url + "desk/")
    told = plain.locator("noscript", has=plain.locator("a"))
    assert "需要 JavaScript" in told.inner_text()
    assert told.locator("a").get_attribute("href") == "../questions/"


def test_axe_finds_nothing_and_nothing_hangs_over(desk: Callable[[str], Page]) -> None:
    page = desk(DRAFT)
    for width, height in LOOKS:
        page.set_viewport_size({"width": width, "height": height})
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (width, theme)
    assert in_every_look(page) == []


def test_on_paper_the_draft_stands_above_what_was_found(desk: Callable[[str], Page]) -> None:
    page = desk(DRAFT)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("[data-point] details:not([open])").count() == 0
    expect(page.locator("#pp-desk-paper")).to_contain_text("限期整改")
    expect(page.locator("#pp-desk-paper")).to_be_visible()
    expect(page.get_by_role("button", name="比对")).to_be_hidden()


class TestData:
    def test_every_quotation_has_its_place(self, five_texts: Corpus) -> None:
        told = quoted_evidence(Index(five_texts))
        for document in told["documents"]:
            assert len(document["quotes"]) == len(document["places"])
            assert all(re.search(r"^(measures|documents)/", place) for place in document["places"])
        used = {(n, q) for answers in told["answers"].values() for n, quotes in answers for q in quotes}
        assert used == {(n, q) for n, d in enumerate(told["documents"]) for q in range(len(d["quotes"]))}

    def test_common_pairs_are_counted_by_sentence(self, five_texts: Corpus) -> None:
        told = pairs_of_characters(Index(five_texts))
        assert all(len(pairs) % 2 == 0 and 3 <= int(n) <= told["units"] for n, pairs in told["pairs"].items())
        counts = {pairs[at : at + 2]: int(n) for n, pairs in told["pairs"].items() for at in range(0, len(pairs), 2)}
        assert counts["发展"] > counts["飞地"]
