"""The targets page, and tables that become cards, on a phone and on wider screens."""

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
SMALL = """() => [...document.querySelectorAll("main :is(.pp-list, .pp-tags, .pp-table tbody, .pp-years) a")].filter((a) => {
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


def test_limits_are_listed_apart_and_filtered_by_themselves(page: Page, site_url: str) -> None:
    page.goto(site_url + "targets/")
    goals, limits = page.locator("#goals tbody tr:visible"), page.locator("#limits tbody tr:visible")
    all_goals = goals.count()
    page.locator('[data-filters="limits"] [data-filter="kind"]').select_option("cap")
    expect(limits.locator("td[data-l=性质]").first).to_have_text("上限")
    assert set(limits.locator("td[data-l=性质]").all_inner_texts()) == {"上限"}
    assert goals.count() == all_goals


class TestTimeAxis:
    def test_a_phone_has_a_list_by_year_instead_of_the_picture(self, phone: Page, site_url: str) -> None:
        phone.goto(site_url + "targets/")
        expect(phone.locator(".pp-figure--tall")).to_be_hidden()
        assert phone.locator(".pp-years dt").all_inner_texts() == ["2020年", "2025年", "2026年", "2035年", "2050年"]
        gdp = phone.locator(".pp-years dd", has_text="全市地区生产总值")
        expect(gdp).to_have_text("张掖 全市地区生产总值 不低于800亿元")
        gdp.get_by_role("link").click()
        expect(phone.locator(".pp-s:target")).to_contain_text("全市地区生产总值突破800亿元")

    def test_what_has_passed_is_marked_in_the_list(self, phone: Page, site_url: str) -> None:
        phone.goto(site_url + "targets/")
        marks = phone.locator(".pp-years dt time").evaluate_all(
            "all => all.map((t) => [t.textContent, getComputedStyle(t, '::after').content])"
        )
        assert ["2020年", '"已过"'] in marks and ["2050年", "none"] in marks

    @pytest.mark.parametrize("width", [801, 820, 1440])
    def test_the_picture_is_legible_where_it_is_shown(self, page: Page, site_url: str, width: int) -> None:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(site_url + "targets/")
        expect(page.locator(".pp-years")).to_be_hidden()
        sizes = page.locator(".pp-figure--tall text").evaluate_all(
            "all => all.map((t) => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a)"
        )
        assert min(sizes) >= 12


class TestPlacesSideBySide:
    def test_a_phone_has_a_heading_a_row_and_a_line_a_place(self, phone: Page, site_url: str) -> None:
        phone.goto(site_url + "targets/")
        row = phone.locator(".pp-places tbody tr", has_text="创新主体")
        heading, henan = row.locator("th").bounding_box(), row.locator("td[data-l='河南']").bounding_box()
        assert heading and henan and henan["y"] >= heading["y"] + heading["height"]
        expect(row.locator("td[data-l='甘肃']")).to_be_hidden()
        tag = row.locator("td[data-l='河南']").evaluate("td => getComputedStyle(td, '::before').content")
        assert tag == '"河南"'

    def test_wide_screens_have_a_column_each_and_say_what_is_not_there(self, page: Page, site_url: str) -> None:
        page.goto(site_url + "targets/")
        row = page.locator(".pp-places tbody tr", has_text="创新主体")
        assert row.locator("td:visible").count() == 3
        expect(row.locator("td[data-l='甘肃']")).to_have_text("—")

    def test_figures_are_said_in_chinese_and_what_has_none_by_what_it_has(self, page: Page, site_url: str) -> None:
        page.goto(site_url + "targets/")
        table = page.locator(".pp-places")
        expect(table).to_contain_text("只有期限 3 个")
        expect(table).not_to_contain_text("没有数字")
        expect(table).to_contain_text("150个左右")


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
