"""A page that comes back as it was left, from the browser's back/forward cache, follows what happened since.

Browsers under test drivers keep no such cache, so its events are sent by hand, in the order seen in WebKit 2.50:
pagehide; then pageshow, persisted; then boxes that say autocomplete="off" are emptied.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_search import filled, open_search, settled

MEASURE = "measures/henan-industrial-clusters/7.1/"
LEAVE = "() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))"
RETURN = """() => {
  dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  document.querySelectorAll("input[autocomplete=off]").forEach((box) => (box.value = ""));
}"""


def test_the_search_box_says_what_the_list_shows(page: Page, site_url: str) -> None:
    open_search(page, site_url, ("q", "飞地"))
    page.evaluate(LEAVE)
    page.evaluate(RETURN)
    expect(page.locator("#pp-q")).to_have_value("飞地")


def test_the_box_for_adding_to_a_comparison_keeps_its_word(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}compare/")
    page.fill("#pp-pick", "人才")
    page.locator("[data-pick]").first.wait_for()
    page.evaluate(LEAVE)
    page.evaluate(RETURN)
    expect(page.locator("#pp-pick")).to_have_value("人才")


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_light_or_dark_as_chosen_meanwhile(page: Page, site_url: str, theme: str) -> None:
    page.goto(site_url + MEASURE)
    page.evaluate("theme => localStorage.setItem('pp-theme', theme)", theme)
    page.evaluate(RETURN)
    expect(page.locator("html")).to_have_attribute("data-theme", theme)
    expect(page.locator("[data-theme-toggle]")).to_have_attribute("aria-pressed", str(theme == "dark").lower())


def test_the_form_as_chosen_meanwhile(page: Page, site_url: str) -> None:
    page.goto(site_url + MEASURE)
    page.evaluate("localStorage.setItem('pp-form', 'received')")
    page.evaluate(RETURN)
    expect(page.locator("h1")).to_contain_text("推進招商引資提質提效")
    page.evaluate("localStorage.removeItem('pp-form')")
    page.evaluate(RETURN)
    expect(page.locator("h1")).to_contain_text("推进招商引资提质提效")


def test_the_form_that_an_address_names_stays_whatever_was_chosen_meanwhile(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{MEASURE}?form=received")
    page.evaluate("localStorage.setItem('pp-form', 'reading')")
    page.evaluate(RETURN)
    expect(page.locator("h1")).to_contain_text("推進招商引資提質提效")


def test_a_list_of_results_in_the_form_chosen_meanwhile(page: Page, site_url: str) -> None:
    open_search(page, site_url, ("q", "推进招商引资提质提效"))
    heading = page.locator("[data-measure='henan-industrial-clusters/7.1'] .pp-result__heading")
    expect(heading).to_contain_text("推进招商引资提质提效")
    page.evaluate("localStorage.setItem('pp-form', 'received')")
    page.evaluate(RETURN)
    expect(heading).to_contain_text("推進招商引資提質提效")


def test_a_row_out_of_sight_is_no_place_to_come_back_to(page: Page, site_url: str) -> None:
    """Safari gives a link that is clicked no focus: it may still be on a row far away."""
    page.emulate_media(reduced_motion="reduce")
    open_search(page, site_url, ("q", "。"))
    links = page.locator("[data-measure] .pp-result__heading a")
    links.first.focus()
    filled(page)
    links.nth(60).scroll_into_view_if_needed()
    place = links.nth(60).bounding_box()["y"]
    page.evaluate("url => (location.href = url)", f"{site_url}{MEASURE}")
    page.wait_for_url(f"**/{MEASURE}")
    page.go_back()
    settled(page)
    assert abs(links.nth(60).bounding_box()["y"] - place) < 2
