"""What a test does to a window is gone before the next test has it (window.py)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from .window import SIZE, Windows

SEEN = """() => [localStorage.length, sessionStorage.length, window.ppAdded, navigator.onLine, innerWidth, location.search,
  ...["print", "(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => matchMedia(query).matches)]"""
AT_FIRST = [0, 0, None, True, SIZE["width"], "", False, False, False]


@pytest.fixture
def windows(browser: Browser) -> Iterator[Windows]:
    kept = Windows(browser)
    yield kept
    kept.close()


def other_heading(route: Route) -> None:
    route.fulfill(body="<h1>另一页</h1>", content_type="text/html; charset=utf-8")


def test_what_a_test_does_is_undone(windows: Windows, site_url: str) -> None:
    with windows.lent("desk", own=False) as first:
        page = first.page
        page.goto(site_url)
        assert page.evaluate(SEEN) == AT_FIRST
        page.add_init_script("window.ppAdded = 1")
        page.route("**/errata/", other_heading)
        page.goto(site_url + "errata/?x")
        page.emulate_media(media="print", color_scheme="dark", forced_colors="active")
        page.set_viewport_size({"width": 390, "height": 844})
        page.evaluate("localStorage.a = sessionStorage.b = 1; console.error('amiss')")
        page.context.new_page()
        page.context.set_offline(True)
        assert page.evaluate(SEEN) == [1, 1, 1, False, 390, "?x", True, True, True]
        assert first.faults == ["console: amiss"]
    with windows.lent("desk", own=False) as second:
        assert second is first and second.context.pages == [page]
        page.goto(site_url + "errata/")
        assert page.evaluate(SEEN) == AT_FIRST and second.faults == []
        assert page.locator("h1").inner_text() != "另一页"


def test_what_is_stored_while_a_page_is_left_is_gone_too(windows: Windows, site_url: str) -> None:
    with windows.lent("desk", own=False) as window:
        window.page.goto(site_url)
        window.page.evaluate("addEventListener('pagehide', () => { localStorage.a = sessionStorage.b = 1; })")
    with windows.lent("desk", own=False) as window:
        window.page.goto(site_url)
        assert window.page.evaluate(SEEN) == AT_FIRST


def test_what_the_page_of_the_last_test_still_says_is_not_the_next_tests(windows: Windows, site_url: str) -> None:
    with windows.lent("desk", own=False) as window:
        window.page.goto(site_url)
    with windows.lent("desk", own=False) as window:
        window.page.evaluate("console.error('late')")
        window.page.goto(site_url + "errata/")
        window.page.evaluate("console.error('amiss')")
        assert window.faults == ["console: amiss"]


def test_the_same_page_is_opened_anew_if_only_its_fragment_is_another(windows: Windows, site_url: str) -> None:
    with windows.lent("desk", own=False) as window:
        window.page.goto(site_url)
        window.page.evaluate("window.ppMine = 1")
    with windows.lent("desk", own=False) as window:
        window.page.goto(site_url + "#main")
        assert window.page.evaluate("window.ppMine") is None


def test_a_test_keeps_what_it_stores_itself(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.evaluate("localStorage.a = sessionStorage.b = 1")
    page.goto(site_url + "errata/")
    assert page.evaluate(SEEN)[:2] == [1, 1]


def test_what_cannot_be_undone_is_refused(page: Page) -> None:
    for do in (page.clock.install, page.expose_function, page.context.new_cdp_session):
        with pytest.raises(AssertionError, match="own_window"):
            do()
