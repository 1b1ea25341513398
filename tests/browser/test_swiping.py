"""On a phone what stands side by side is swiped: without scripts, by keyboard, and with its name in sight."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

PHONE = {"width": 390, "height": 844}
TOPIC, TABLE = "topics/enclave-parks/", "compare/gansu-enclave-economy/henan-industrial-clusters/"
COMPARED = "compare/?m=henan-industrial-clusters/2.1&m=gansu-enclave-economy/3.11&m=zhangye-county-economy/5.15"
STRIPS = {TOPIC: ".pp-rows--swiped tbody", TABLE: ".pp-doctable__table tr[data-row='matched']", COMPARED: "#pp-texts"}

# Of every strip: whether it scrolls to the side by steps, and whether its second part shows its edge.
SWIPED = """(selector) => [...document.querySelectorAll(selector)].map((strip) => {
  const parts = [...strip.querySelectorAll("td, .pp-sidebyside__col")].filter((p) => p.parentElement.closest(selector) && p.offsetWidth);
  const { left } = parts[1].getBoundingClientRect();
  return strip.scrollWidth > strip.clientWidth && getComputedStyle(strip).scrollSnapType.startsWith("x") && left < innerWidth - 8;
})"""


@pytest.mark.parametrize("address", [TOPIC, TABLE])
def test_without_scripts_columns_are_swiped(plain: Page, site_url: str, address: str) -> None:
    plain.set_viewport_size(PHONE)  # type: ignore[arg-type]
    plain.goto(site_url + address)
    told = plain.evaluate(SWIPED, STRIPS[address])
    assert told and all(told)
    assert plain.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("address", [TOPIC, TABLE, COMPARED])
def test_every_column_is_reached_by_keyboard(page: Page, site_url: str, address: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(site_url + address)
    strip = page.locator(STRIPS[address]).first
    strip.scroll_into_view_if_needed()
    links = strip.locator("td a:visible, .pp-sidebyside__col h3 a")
    last = links.last
    links.first.focus()
    for _ in range(60):
        page.keyboard.press("Tab")
        if last.evaluate("(e) => e === document.activeElement"):
            break
    assert last.evaluate("(e) => e === document.activeElement")
    expect(last).to_be_in_viewport()
    assert strip.evaluate("(e) => e.scrollLeft") > 0


def test_a_line_in_sight_names_the_texts_leads_to_each_and_tells_which_is_read(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.emulate_media(reduced_motion="reduce")
    page.goto(site_url + COMPARED)
    bar = page.get_by_role("navigation", name="各条原文")
    expect(bar.get_by_role("link")).to_have_text(["甲 河南2017", "乙 甘肃2023", "丙 张掖2022"])
    expect(bar.locator("[aria-current]")).to_have_text("甲 河南2017")
    page.locator("#pp-texts").evaluate("(e) => scrollBy(0, e.getBoundingClientRect().top + 120)")
    before = page.evaluate("scrollY")
    bar.get_by_role("link", name="丙").evaluate(
        "(e) => e.click()"
    )  # Playwright would bring it below the scroll padding
    expect(bar.locator("[aria-current]")).to_have_text("丙 张掖2022")
    expect(page.locator(".pp-sidebyside__col").nth(2).locator("h3")).to_be_focused()
    assert abs(page.evaluate("scrollY") - before) < 2, "who reads on in another column stays at the same height"
    box = bar.bounding_box()
    assert box is not None and -1 <= box["y"] <= 1
    page.evaluate("document.getElementById('pp-texts').scrollTo({ left: 0, behavior: 'instant' })")
    expect(bar.locator("[aria-current]")).to_have_text("甲 河南2017")


def test_wide_enough_the_texts_stand_beside_each_other(page: Page, site_url: str) -> None:
    page.goto(site_url + COMPARED)
    expect(page.locator("#pp-compare")).to_have_attribute("aria-busy", "false")
    expect(page.locator("#pp-swipe")).to_be_hidden()
    tops = page.eval_on_selector_all(".pp-sidebyside__col", "all => all.map((e) => e.getBoundingClientRect().top)")
    heads = page.eval_on_selector_all(
        "#pp-common > .pp-scroll thead th", "all => all.map((e) => e.getBoundingClientRect().left)"
    )
    lefts = page.eval_on_selector_all(".pp-sidebyside__col", "all => all.map((e) => e.getBoundingClientRect().left)")
    assert len(set(tops)) == 1
    assert all(abs(a - b) < 20 for a, b in zip(heads, lefts, strict=True)), (
        "answers stand over the texts that give them"
    )


def test_cards_stand_beside_the_partner_they_answer(page: Page, site_url: str) -> None:
    page.goto(site_url + "topics/investment-promotion/")
    row = page.locator(".pp-rows tbody tr").first
    cards = row.locator(".pp-card")
    assert cards.count() > 1
    assert len({round(c.bounding_box()["y"]) for c in cards.all()}) == 1  # type: ignore[index]
    page.evaluate("document.querySelector('.pp-rows tbody').scrollIntoView({ block: 'start', behavior: 'instant' })")
    heads = page.locator(".pp-rows").first.locator("thead th").first.bounding_box()
    assert heads is not None and -1 <= heads["y"] <= 60
