"""Small windows: bars at the foot leave each other room, fields do not make a phone zoom in, nothing stays stuck in a low one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

MEASURE = "measures/gansu-enclave-economy/3.3/"
TRAY = """localStorage.setItem("pp-tray", JSON.stringify([{id: "gansu-enclave-economy/3.3", label: "三、（三）"}]))"""
BARS = ".pp-tools:not([hidden]), .pp-hits, .pp-tray:not([hidden])"


@pytest.mark.parametrize("tray", [False, True])
def test_bars_at_the_foot_leave_each_other_room(page: Page, site_url: str, tray: bool) -> None:
    page.set_viewport_size({"width": 375, "height": 667})
    if tray:
        page.goto(site_url)
        page.evaluate(TRAY)
    page.goto(f"{site_url}{MEASURE}?hl=合作")
    expect(page.locator(".pp-hits")).to_be_visible()
    page.locator(".pp-text .pp-s[id]").first.click()
    expect(page.locator(".pp-tools--dock")).to_be_visible()
    boxes = sorted(
        page.locator(BARS).evaluate_all(
            "all => all.map((e) => { const r = e.getBoundingClientRect(); return [r.top, r.bottom]; })"
        )
    )
    assert len(boxes) == 2 + tray
    assert all(above[1] <= below[0] + 1 for above, below in pairwise(boxes))
    page.locator(".pp-hits button").last.click()
    expect(page.locator(".pp-hits")).to_have_count(0)


def test_fields_do_not_make_a_phone_zoom_in(phone: Page, site_url: str) -> None:
    small = {}
    for path in ("", "targets/", "search/?q=园区", "compare/", "check/", "desk/", "questions/", "agencies/", MEASURE):
        phone.goto(site_url + path)
        found = phone.locator("input:not([type=checkbox], [type=radio]), select, textarea").evaluate_all(
            "all => all.filter((e) => parseFloat(getComputedStyle(e).fontSize) < 16).map((e) => e.outerHTML)"
        )
        if found:
            small[path] = found
    assert small == {}


def test_nothing_stays_stuck_in_a_low_window(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    stuck = {}
    paths = (
        "compare/?m=gansu-enclave-economy/3.3&m=henan-industrial-clusters/1.1",
        "documents/gansu-enclave-economy/",
        "topics/enclave-parks/",
        "questions/",
    )
    for path in paths:
        page.goto(site_url + path)
        expect(page.locator("h1")).to_be_attached()
        if "compare/?" in path:
            expect(page.locator(".pp-sidebyside__text")).to_have_count(2)
        found = page.evaluate(
            """() => [...document.querySelectorAll("main *, header, body > *")].filter((e) => {
              const { position, bottom, top } = getComputedStyle(e);
              return position === "fixed" || (position === "sticky" && (top !== "auto" || bottom !== "auto"));
            }).filter((e) => e.offsetHeight > 0.25 * innerHeight && e.offsetWidth > 0.8 * innerWidth).map((e) => e.className)"""
        )
        if found:
            stuck[path] = found
    assert stuck == {}
