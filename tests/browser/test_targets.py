"""The list of targets, and tables that become cards, on a phone and on wider screens."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

PHONE = {"width": 390, "height": 844}
CARDS = [
    "targets/",
    "documents/zhangye-county-economy/",
    "documents/henan-industrial-clusters/",
    "data/",
    "data/dictionary/",
    "relations/zhangye-gansu/",
    "relations/gansu-2015-2023/",
    "agencies/gansu-drc/",
    "agencies/",
    "agencies/lines/",
    "works/",
    "works/gbf-2017-7/",
    "measures/henan-industrial-clusters/2.1/",
]
# Text of a cell outside it, or text that runs on under its label.
ASTRAY = """() => [...document.querySelectorAll(".pp-stack td, .pp-places td")].filter((td) => {
  const box = td.getBoundingClientRect();
  return box.height && [...td.querySelectorAll("*")].some((e) => {
    const r = e.getBoundingClientRect();
    return r.width && (r.left < box.left - 1 || r.right > box.right + 1);
  });
}).map((td) => td.textContent)"""
BROKEN = """() => [...document.querySelectorAll("main :is(time, .pp-num)")].filter((e) => e.getClientRects().length
  && new Set([...e.getClientRects()].map((r) => Math.round(r.top))).size > 1).map((e) => e.textContent)"""
SMALL = """() => [...document.querySelectorAll("main :is(.pp-list, .pp-tags, .pp-table tbody, .pp-due, .pp-dueyears) a")].filter((a) => {
  const box = a.getBoundingClientRect();
  return box.height && box.height < 24;
}).map((a) => `${a.textContent} ${a.getBoundingClientRect().height}`)"""


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size(PHONE)
    return page


@pytest.mark.parametrize("path", CARDS)
def test_on_a_phone_nothing_runs_out_dates_stay_whole_and_links_can_be_hit(
    phone: Page, site_url: str, path: str
) -> None:
    phone.goto(site_url + path)
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert phone.evaluate(ASTRAY) == []
    assert phone.evaluate(BROKEN) == []
    assert phone.evaluate(SMALL) == []


class TestTheListOfTargets:
    def test_a_year_is_chosen_and_stands_in_the_address(self, page: Page, site_url: str) -> None:
        page.goto(site_url + "targets/")
        all_of_them = page.locator(".pp-due li[data-kind]:visible").count()
        page.get_by_role("navigation", name="按年份看").get_by_role("link", name="2025年").click()
        page.wait_for_url("**/targets/?year=2025")
        expect(page.locator("[data-group]:visible h2")).to_have_text(["2025年"])
        page.get_by_label("地方").select_option("zhangye")
        page.wait_for_url("**/targets/?year=2025&place=zhangye")
        expect(page.locator("[data-column]:visible")).to_have_count(1)
        page.reload()
        expect(page.get_by_label("地方")).to_have_value("zhangye")
        expect(page.locator("[data-group]:visible h2")).to_have_text(["2025年"])
        page.get_by_role("button", name="看全部").click()
        page.wait_for_url("**/targets/")
        expect(page.locator(".pp-due li[data-kind]:visible")).to_have_count(all_of_them)

    def test_limits_stand_last_and_are_told_apart(self, page: Page, site_url: str) -> None:
        page.goto(site_url + "targets/?kind=limit")
        expect(page.locator("[data-group]:visible h2")).to_have_text(["限额与门槛"])
        expect(page.locator("[data-group='limits'] li .pp-basis").first).to_have_text("门槛")
        assert page.locator("[data-group]").last.get_attribute("data-group") == "limits"

    def test_without_scripts_a_year_is_a_place_on_the_page(self, plain: Page, site_url: str) -> None:
        plain.goto(site_url + "targets/")
        plain.locator(".pp-dueyears").get_by_role("link", name="2026年").click()
        expect(plain.locator("#y2026")).to_be_in_viewport()
        heading = plain.locator("#y2026").bounding_box()
        assert heading and 0 <= heading["y"] < 300
        assert plain.locator(".pp-due li").first.is_visible() and not plain.locator("[data-narrow]").is_visible()

    def test_what_has_passed_stands_above_today_and_a_row_leads_to_its_sentence(
        self, phone: Page, site_url: str
    ) -> None:
        phone.goto(site_url + "targets/")
        now = phone.locator(".pp-due__now").bounding_box()
        past, open_ = phone.locator("#y2025").bounding_box(), phone.locator("#y2026").bounding_box()
        assert now and past and open_ and past["y"] < now["y"] < open_["y"]
        phone.get_by_role("link", name="全市地区生产总值 不低于800亿元").click()
        expect(phone.locator(".pp-s:target")).to_contain_text("全市地区生产总值突破800亿元")

    def test_a_desk_has_a_column_a_place_in_the_whole_width(self, page: Page, site_url: str) -> None:
        page.goto(site_url + "targets/")
        columns = page.locator("#y2025 ~ .pp-due__places > [data-column]")
        boxes = [c.bounding_box() for c in columns.all()]
        whole = page.locator(".pp-targets .pp-due").first.bounding_box()
        assert len(boxes) == 2 and all(boxes) and boxes[0]["y"] == boxes[1]["y"]
        assert whole and boxes[1]["x"] + boxes[1]["width"] > whole["x"] + whole["width"] - 40


def test_the_kinds_of_relation_stay_at_hand(phone: Page, site_url: str) -> None:
    phone.goto(site_url + "relations/zhangye-gansu/")
    phone.locator(".pp-jump a").last.click()
    phone.wait_for_function("document.querySelector('.pp-jump').getBoundingClientRect().top === 0")
    heading = phone.locator("h2:target").bounding_box()
    assert heading and heading["y"] >= 40


def test_an_empty_cell_of_the_dictionary_takes_no_room(phone: Page, site_url: str) -> None:
    phone.goto(site_url + "data/dictionary/")
    assert phone.locator("td:empty:visible").count() == 0
    row = phone.locator("section[aria-labelledby='measures'] tbody tr").first
    assert row.locator("th").inner_text() == "id 键"
