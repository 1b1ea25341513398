"""Browsers that lack something, scripts that do not come: what the page is for goes on, and where it cannot the page says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

COMPARE = "compare/?m=gansu-enclave-economy/3.3&m=henan-industrial-clusters/1.1"
MEASURE = "measures/gansu-enclave-economy/3.3/"
QUOTED = "探索建立省际交界经济合作区"

# What decorates: each taken away, or made to throw, before a page loads.
LACKING = {
    "IntersectionObserver": "delete window.IntersectionObserver",
    "MutationObserver": "delete window.MutationObserver",
    "requestIdleCallback": "delete window.requestIdleCallback",
    "CSSStyleSheet": "window.CSSStyleSheet = function () { throw new TypeError('Illegal constructor'); }; delete Document.prototype.adoptedStyleSheets",
    "URLSearchParams.size": "delete URLSearchParams.prototype.size",
    "structuredClone": "delete window.structuredClone",
    "localStorage": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });"
    " Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })",
    "clipboard": "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })",
    "matchMedia": "window.matchMedia = () => { throw new TypeError('no'); }",
    "history": "history.pushState = history.replaceState = () => { throw new DOMException('too often', 'SecurityError'); }",
    "isComposing": "delete InputEvent.prototype.isComposing; delete KeyboardEvent.prototype.isComposing; delete window.print",
    "getSelection": "window.getSelection = () => null",
    "later than the floor": "for (const [of, names] of [[Array.prototype, ['findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']], [Set.prototype,"
    " ['union', 'intersection', 'difference', 'isSubsetOf']], [Array, ['fromAsync']], [Object, ['groupBy']], [Map, ['groupBy']], [Promise, ['withResolvers', 'try']],"
    " [String.prototype, ['isWellFormed', 'toWellFormed']], [URL, ['canParse', 'parse']], [Document.prototype, ['startViewTransition']],"
    " [HTMLElement.prototype, ['showPopover', 'hidePopover', 'togglePopover']], [Element.prototype, ['checkVisibility', 'setHTMLUnsafe', 'getHTML']],"
    " [AbortSignal, ['any', 'timeout']], [window, ['scheduler', 'CSSScopeRule', 'ToggleEvent', 'navigation', 'Iterator', 'Highlight']], [CSS, ['highlights', 'registerProperty']]])"
    " for (const name of names) { try { delete of[name]; } catch { /* not there */ } }",
}


@pytest.mark.faulty
@pytest.mark.parametrize("lacking", LACKING)
def test_functions_go_on_without(page: Page, site_url: str, lacking: str) -> None:
    page.add_init_script(LACKING[lacking])
    page.goto(f"{site_url}search/?q=园区&jurisdiction=gansu")
    expect(page.locator("#pp-list .pp-result__text").first).to_contain_text("园区")
    page.locator("#pp-in-force a").first.click()
    expect(page.locator("#pp-in-force a")).to_have_count(0)
    assert page.input_value("#pp-q") == "园区"
    page.goto(site_url + COMPARE)
    expect(page.locator(".pp-sidebyside__text")).to_have_count(2)
    expect(page.locator(".pp-sidebyside__text").first).to_contain_text("省际")
    page.goto(f"{site_url}check/")
    page.get_by_label("引文", exact=True).fill(QUOTED)
    page.get_by_role("button", name="核对").click()
    expect(page.locator(".pp-checked[data-verdict=same]")).to_be_visible()
    page.goto(site_url + MEASURE)
    page.locator(".pp-text .pp-s[id]").first.click()
    if lacking not in ("matchMedia", "getSelection"):  # without them the tools know no place, or no selection
        expect(page.locator(".pp-tools")).to_be_visible()
    expect(page.locator("[data-unmet=web]")).to_be_hidden()


def _abort(route: Route) -> None:
    route.abort()


def _unreadable(route: Route) -> None:
    route.fulfill(content_type="text/javascript", body="const x = /(?<=/;\nexport const y = @;\n")


def _broken(route: Route) -> None:
    route.fulfill(content_type="text/javascript", body="throw new Error('broken');\nexport const nothing = 1;\n")


FAILING = [
    ("search/?q=园区", "search/result-rows.js"),
    (COMPARE, "compare/columns.js"),
    ("check/", "check/judge.js"),
    (MEASURE, "reading/sentences.js"),
    ("desk/", "desk/page.js"),
]


@pytest.mark.faulty
@pytest.mark.parametrize("how", [_abort, _unreadable, _broken])
@pytest.mark.parametrize(("path", "module"), FAILING)
def test_a_script_that_fails_is_told(page: Page, site_url: str, path: str, module: str, how: object) -> None:
    page.route(f"**/assets/js/{module}", how)
    page.goto(site_url + path)
    expect(page.locator("[data-unmet=web]")).to_be_visible()
    expect(page.locator("[data-unmet=web]")).to_contain_text("没有装上")
    expect(page.locator("[data-unmet=web] a").first).to_be_visible()


@pytest.mark.own_window
def test_a_script_that_never_comes_is_told(page: Page, site_url: str) -> None:
    page.clock.install()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/assets/js/search/find.js", hold)
    page.goto(f"{site_url}search/?q=园区", wait_until="commit")
    expect(page.locator("[data-unmet=web]")).to_be_attached()
    expect(page.locator("[data-unmet=web]")).to_be_hidden()
    page.wait_for_function("document.readyState === 'interactive'")
    page.clock.fast_forward(15_000)
    expect(page.locator("[data-unmet=web]")).to_be_visible()
    for route in held:
        route.continue_()
    expect(page.locator(".pp-result").first).to_be_visible()
    expect(page.locator("[data-unmet=web]")).to_be_hidden()


@pytest.mark.own_window
@pytest.mark.faulty
def test_from_a_disk_the_pages_lead_on(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    expect(page.locator("[data-unmet=disk]")).to_be_visible()
    page.locator("header a[href*=topics]").first.click()
    expect(page.locator("h1")).to_have_text("专题")
    page.locator("header input[type=search]").fill("园区")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("检索")
    page.locator("#pp-q").fill("园区")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html?q=*")
    expect(page.locator("[data-unmet=disk]")).to_be_visible()
