"""Addresses as they come out of messages: a full stop behind them, percent signs broken, &amp; for &, far too long."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

MEASURE = "measures/gansu-enclave-economy/3.3/"
IDS = "m=gansu-enclave-economy/3.3", "m=henan-industrial-clusters/1.1"


@pytest.mark.parametrize("tail", ["。", "%E3%80%82", "）", "，谢谢", ".", "%", "%E3%80"])
def test_a_fragment_with_something_behind_it_goes_to_its_sentence(page: Page, site_url: str, tail: str) -> None:
    page.goto(f"{site_url}{MEASURE}#s1{tail}")
    expect(page.locator("#s1:target")).to_be_attached()


@pytest.mark.parametrize("tail", ["。", "%E3%80%82", "）", "，谢谢", "&quot;"])
def test_a_path_with_something_behind_it_is_offered_without(page: Page, site_url: str, tail: str) -> None:
    for path in (MEASURE, MEASURE.rstrip("/")):
        page.goto(f"{site_url}{path}{tail}")
        expect(page.locator("[data-lost] a")).to_have_attribute("href", site_url + MEASURE)


def test_a_path_with_nothing_near_offers_none(page: Page, subpath_url: str) -> None:
    page.goto(f"{subpath_url}nowhere/at/all。")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("[data-lost]")).to_be_hidden()


@pytest.mark.parametrize("between", ["&amp;", "＆"])
def test_an_address_from_the_source_of_a_page_is_read(page: Page, site_url: str, between: str) -> None:
    page.goto(f"{site_url}compare/?{between.join(IDS)}。")
    expect(page.locator(".pp-sidebyside__text")).to_have_count(2)
    page.goto(f"{site_url}search/?q=园区{between}document=gansu-enclave-economy")
    expect(page.locator("#pp-in-force")).to_contain_text("飞地经济")


def test_a_pasted_text_stays_out_of_the_address(page: Page, site_url: str) -> None:
    text = "把产业集聚区和开发区作为全省转型发展攻坚的主阵地。" * 300
    page.goto(f"{site_url}search/")
    expect(page.locator("#pp-facets input").first).to_be_attached()
    page.locator("#pp-q").fill(text)
    expect(page.locator("#pp-list[aria-busy=false] .pp-result").first).to_be_visible()
    assert len(page.url) < 300
    assert page.locator(".pp-result__heading a").first.evaluate("a => a.href.length") < 1000
    page.reload()
    expect(page.locator("#pp-list .pp-result").first).to_be_visible()
    assert page.input_value("#pp-q") == text
    page.locator("#pp-q").fill("园区")
    page.wait_for_url(re.compile("q="))


def test_the_slash_can_be_turned_off(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}search/?q=园区")
    expect(page.locator(".pp-result").first).to_be_visible()
    page.locator("#pp-slash").uncheck()
    page.goto(f"{site_url}topics/")
    page.keyboard.press("/")
    expect(page.locator("#q")).not_to_be_focused()
    page.goto(f"{site_url}search/?q=园区")
    page.locator("#pp-slash").check()
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(page.locator("#pp-q")).to_be_focused()
