"""A list that goes on on further pages: an anchor is found on its page, and who narrows the list narrows all of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from build_scripts import addresses
from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.drawn_pages import drawn
from build_scripts.publishing.pages.views.targets import targets
from build_scripts.publishing.settings import Site
from tests.places import FROZEN

SHORT = 15_000


@pytest.fixture(scope="module")
def cut(site: Path) -> dict[str, str]:
    """The page of targets in parts of a few thousand characters, each in the frame of the whole one, by address."""
    corpus, _ = load_corpus(FROZEN)
    assert corpus is not None
    whole = (site / "targets" / "index.html").read_text("utf-8")
    frame, end = whole[: whole.index('<div class="pp pp-targets"')], whole[whole.index("</main>") :]
    parts = drawn(targets(Index(corpus), Site()), SHORT)
    return {addresses.published_at(path): frame + part.body + end for path, part in parts}


@pytest.fixture
def long_list(page: Page, site_url: str, cut: dict[str, str]) -> Page:
    """A window in which the page of targets is cut."""

    def answer(route: Route) -> None:
        route.fulfill(
            body=cut[route.request.url.removeprefix(site_url).split("?")[0]], content_type="text/html; charset=utf-8"
        )

    assert len(cut) > 2
    page.route(lambda url: url.removeprefix(site_url).split("?")[0] in cut, answer)
    return page


def test_an_anchor_that_went_is_found_on_its_page(long_list: Page, site_url: str, cut: dict[str, str]) -> None:
    last = cut[f"targets/p.{len(cut)}/"]
    anchor = last[last.index('<li id="') + 8 :].split('"')[0]
    long_list.goto(f"{site_url}targets/#{anchor}")
    expect(long_list).to_have_url(f"{site_url}targets/p.{len(cut)}/#{anchor}")


def test_what_is_narrowed_is_the_whole_list(long_list: Page, site_url: str, cut: dict[str, str]) -> None:
    long_list.goto(site_url + "targets/")
    here = long_list.locator("li[data-kind]").count()
    long_list.locator("[data-filter=kind]").select_option("limit")
    limits = sum(html.count('data-kind="limit"') for html in cut.values())
    expect(long_list.locator("li[data-kind=limit]:visible")).to_have_count(limits)
    expect(long_list.locator("li[data-kind]")).to_have_count(sum(html.count(" data-kind=") for html in cut.values()))
    assert here < limits + here and long_list.locator("[data-further]").count() == 0


def test_without_scripts_each_page_leads_to_the_next(long_list: Page, site_url: str, cut: dict[str, str]) -> None:
    long_list.goto(site_url + "targets/")
    for n in range(2, len(cut) + 1):
        long_list.locator("a[rel=next]").last.click()
        expect(long_list).to_have_url(f"{site_url}targets/p.{n}/")


@pytest.mark.faulty
def test_a_page_that_could_not_be_had_is_asked_for_again(long_list: Page, site_url: str, cut: dict[str, str]) -> None:
    """Until then nobody is told how many there are: they are not all here."""
    long_list.route(f"{site_url}targets/p.{len(cut)}/", lambda route: route.abort(), times=1)
    long_list.goto(site_url + "targets/")
    with long_list.expect_event("requestfailed"):
        long_list.locator("[data-filter=kind]").select_option("limit")
    expect(long_list.locator("[data-count]")).to_have_text("")
    long_list.locator("[data-filter=kind]").select_option("")
    long_list.locator("[data-filter=kind]").select_option("limit")
    limits = sum(html.count('data-kind="limit"') for html in cut.values())
    expect(long_list.locator("li[data-kind=limit]:visible")).to_have_count(limits)
    expect(long_list.locator("[data-count]")).to_contain_text(str(limits))
