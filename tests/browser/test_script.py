"""Traditional text shown in Simplified characters: chosen once, on every page that has some, and drawn later too."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from build_scripts.sources.fold import traditional_only

HENAN = "henan-industrial-clusters/7.1"
TITLE, SHOWN = "推進招商引資提質提效", "推进招商引资提质提效"
COMPARE = f"compare/?m=gansu-enclave-economy/3.3&m={HENAN}"
FIRST = f"measures/{HENAN}/"


# The texts and labels of the page in which one of the characters stands outside of what says zh-Hant.
UNMARKED = """(characters) => {
  const held = new Set(characters);
  const said = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) said.push([walker.currentNode.parentElement, walker.currentNode.data]);
  document.querySelectorAll("[aria-label]").forEach((e) => said.push([e, e.getAttribute("aria-label")]));
  return said.filter(([e, text]) => [...text].some((c) => held.has(c)) && e.closest("[lang]").lang !== "zh-Hant")
    .filter(([e]) => !e.closest("script")).map(([, text]) => text);
}"""


@pytest.mark.parametrize(
    "path",
    [
        FIRST,
        COMPARE,
        "compare/?m=henan-industrial-clusters/1.3&m=henan-industrial-clusters/4.1",
        "search/?q=产业集聚区&group=document&document=henan-industrial-clusters",
    ],
)
def test_what_scripts_draw_says_where_it_is_traditional(page: Page, site_url: str, path: str) -> None:
    page.goto(site_url + path, wait_until="networkidle")
    assert page.evaluate(UNMARKED, sorted(traditional_only())) == []


def test_the_tray_says_where_it_is_traditional(page: Page, site_url: str) -> None:
    page.goto(site_url + FIRST)
    page.get_by_role("button", name="加入对照").first.click()
    page.goto(f"{site_url}measures/gansu-enclave-economy/3.3/")
    expect(page.locator(".pp-tray li a")).to_have_text(f"河南2017 七、（一）{TITLE}")
    assert page.locator(".pp-tray li [lang=zh-Hant]").first.inner_text() == f"七、（一）{TITLE}"
    assert page.evaluate(UNMARKED, sorted(traditional_only())) == []


@pytest.fixture
def simplified(page: Page, site_url: str) -> Page:
    """A reader who has chosen Simplified characters."""
    page.goto(site_url + FIRST)
    page.get_by_role("button", name="转为简体显示").click()
    expect(page.locator("h1")).to_contain_text(SHOWN)
    return page


@pytest.mark.parametrize(
    "path",
    [
        "documents/henan-industrial-clusters/",
        "topics/investment-promotion/",
        "compare/gansu-enclave-economy/henan-industrial-clusters/",
        COMPARE,
        "search/?q=推进招商引资提质提效",
    ],
)
def test_the_choice_holds_on_other_pages_and_can_be_undone(simplified: Page, site_url: str, path: str) -> None:
    simplified.goto(site_url + path)
    main = simplified.locator("main")
    expect(main.get_by_text(SHOWN).first).to_be_attached()
    expect(main.locator("[lang='zh-Hans']", has_text=SHOWN).first).to_be_attached()
    simplified.get_by_role("button", name="看原文").click()
    expect(main.locator("[lang='zh-Hant']", has_text=TITLE).first).to_be_attached()
    simplified.reload()
    expect(main.locator("[lang='zh-Hant']", has_text=TITLE).first).to_be_attached()


@pytest.mark.parametrize(
    ("path", "original", "shown"),
    [("targets/", "150個", "150个"), ("agencies/henan-gov-office/", "省政府辦公廳", "省政府办公厅")],
)
def test_units_and_names_too(simplified: Page, site_url: str, path: str, original: str, shown: str) -> None:
    simplified.goto(site_url + path)
    expect(simplified.locator("main").get_by_text(shown).first).to_be_attached()
    expect(simplified.locator("main").get_by_text(original)).to_have_count(0)


def test_what_is_drawn_later_is_converted_as_it_comes(simplified: Page, site_url: str) -> None:
    simplified.goto(site_url + "search/?q=飞地园区")
    simplified.locator("#pp-q").fill(TITLE)
    heading = simplified.locator(f".pp-result[data-measure='{HENAN}'] .pp-result__heading")
    expect(heading).to_contain_text(SHOWN)
    simplified.get_by_label("按文件归拢").check()
    expect(heading).to_contain_text(SHOWN)
    assert simplified.locator("main [lang='zh-Hant']:not(button)").count() == 0


def test_marks_of_a_search_stand_on_converted_text_and_go_back_with_it(simplified: Page, site_url: str) -> None:
    text = simplified.locator("#text")
    simplified.goto(f"{site_url}{FIRST}?hl=产业集聚区")
    expect(text.locator("mark").first).to_have_text("产业集聚区")
    simplified.get_by_role("button", name="看原文").click()
    expect(text.locator("mark").first).to_have_text("產業集聚區")


def test_a_comparison_is_cited_in_the_original(simplified: Page, site_url: str) -> None:
    simplified.goto(site_url + COMPARE)
    expect(simplified.locator(".pp-sidebyside h3").last).to_contain_text(SHOWN)
    expect(simplified.locator("#pp-cite-text")).to_contain_text(TITLE)


def test_a_sentence_is_quoted_in_the_original(simplified: Page) -> None:
    simplified.context.grant_permissions(["clipboard-read", "clipboard-write"])
    simplified.locator("#s1").click()
    simplified.get_by_role("button", name="复制这一句的引文").click()
    expect(simplified.locator(".pp-tools [role=status]")).to_have_text("已复制这一句的引文")
    assert "產業集聚區" in simplified.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("path", ["measures/gansu-enclave-economy/3.8/", "topics/culture-tourism/", "method/"])
def test_a_page_without_traditional_text_loads_nothing_for_it(simplified: Page, site_url: str, path: str) -> None:
    asked: list[str] = []
    simplified.on("request", lambda r: asked.append(r.url))
    simplified.goto(site_url + path, wait_until="networkidle")
    assert not [u for u in asked if "switch.js" in u or "script.js" in u or "simplified.json" in u]
