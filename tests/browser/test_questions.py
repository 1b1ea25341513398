"""Questions in the browser: an answer opens its sentence, is copied with its address; the list narrows as one types."""

from __future__ import annotations

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from .clipboard import copied_by

TOPIC = "topics/enclave-parks/"


@pytest.fixture
def reader(page: Page) -> Page:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def test_an_answer_opens_its_sentence_in_place_and_leads_to_it(reader: Page, site_url: str) -> None:
    reader.goto(site_url + TOPIC + "#q-forms")
    cell = reader.locator("#q-forms td[data-l='张掖']")
    expect(cell.locator(".pp-proof")).not_to_be_visible()
    cell.locator("summary").click()
    expect(cell.locator(".pp-proof p")).to_have_text("探索张掖经济技术开发区托管联办县级园区机制")
    said = copied_by(cell.get_by_role("button", name="复制这一句和它的地址"))
    assert (
        said.startswith("“探索张掖经济技术开发区托管联办县级园区机制”——张掖2022 五、（十五），")
        and "/measures/zhangye-county-economy/5.15/#s" in said
    )
    cell.locator(".pp-proof a").click()
    expect(reader.locator(".pp-s:target")).to_contain_text("托管联办县级园区机制")


def test_a_question_and_the_whole_table_are_copied(reader: Page, site_url: str) -> None:
    reader.goto(site_url + TOPIC)
    question = copied_by(reader.locator("#q-forms").get_by_role("button", name="复制这个问题和它的地址"))
    assert question.startswith("政策对读：“飞地、共建园区有哪几种搞法？”，")
    lines = copied_by(reader.get_by_role("button", name="复制成 Markdown 表格")).splitlines()
    assert (
        lines[0].split(" | ")[1:4] == ["甘肃", "张掖", "河南"] and len(lines) == 2 + reader.locator(".pp-point").count()
    )
    assert len({line.replace("\\|", "").count("|") for line in lines}) == 1


def test_all_texts_are_unfolded_by_one_click(page: Page, site_url: str) -> None:
    page.goto(site_url + TOPIC)
    folded = page.locator(".pp-answer:not([open]), .pp-fold:not([open])")
    assert folded.count() > 10
    page.get_by_role("button", name="展开全部原文").click()
    expect(folded).to_have_count(0)
    page.get_by_role("button", name="收起全部原文").click()
    expect(page.locator(":is(.pp-answer, .pp-fold)[open]")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_at_390_a_question_is_about_a_screen_and_next_leads_on(page: Page, site_url: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site_url + TOPIC)
    heights = [e.bounding_box()["height"] for e in page.locator(".pp-point").all()]
    assert sorted(heights)[len(heights) // 2] < 844
    page.locator(".pp-point").first.get_by_role("link", name="下一问").click()
    second = page.locator(".pp-point").nth(1)
    expect(second).to_be_in_viewport()
    page.wait_for_url(f"**#{second.get_attribute('id')}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_list_narrows_as_one_types_and_the_address_keeps_it(page: Page, site_url: str) -> None:
    page.goto(site_url + "questions/")
    box, shown = page.get_by_label("筛选问题"), page.locator("[data-find]:visible")
    all_of_them = shown.count()
    box.fill("收益")
    expect(page.get_by_role("heading", name="合作的收益怎么分？")).to_be_visible()
    assert 0 < shown.count() < all_of_them and "q=" in page.url
    box.fill("園區")  # either script
    expect(shown).not_to_have_count(0)
    box.fill("没有人会问的事")
    expect(page.locator("#pp-filter-none")).to_be_visible()
    page.goto(site_url + "questions/?q=收益")
    assert 0 < shown.count() < all_of_them


def test_without_scripts_all_questions_and_answers_can_be_read(plain: Page, site_url: str) -> None:
    plain.goto(site_url + TOPIC)
    plain.locator("#q-forms td[data-l='张掖'] summary").click()
    expect(plain.locator("#q-forms td[data-l='张掖'] .pp-proof")).to_be_visible()
    plain.goto(site_url + "questions/")
    assert plain.locator("[data-find]").count() > 100


def test_a_topic_begins_with_one_sheet_for_a_meeting(page: Page, site_url: str) -> None:
    page.goto(site_url + "topics/investment-promotion/")
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as file:
        sizes = [sheet.get_size() for sheet in file]
        first = "".join(file[0].get_textpage().get_text_bounded().split())
    wide = [w > h for w, h in sizes]
    assert all(wide), "the texts stand side by side"
    assert "用什么办法招商" in first and "差别" in first and "密切对应" not in first


def test_where_there_are_many_places_one_chooses(page: Page, site_url: str) -> None:
    page.goto(site_url + TOPIC)
    page.evaluate("""() => {
      const table = document.querySelector("[data-points]");
      for (const row of table.querySelectorAll("thead tr, .pp-point > tr:first-child")) {
        for (let n = 0; n < 27; n += 1) row.append(row.cells[1].cloneNode(true));
      }
    }""")
    page.evaluate("import('../../assets/js/points/page.js?again')")
    chooser = page.locator(".pp-chooser")
    expect(chooser.locator("input")).to_have_count(30)
    expect(page.locator("#q-forms td:visible[data-l]")).to_have_count(6)
    chooser.locator("input").nth(0).uncheck()
    expect(page.locator("#q-forms td:visible[data-l]")).to_have_count(5)
