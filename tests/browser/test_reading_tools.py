"""The tools of a page with a text: one sentence at a time, bodies explained, the outline."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from .clipboard import Told, copied, copied_by

GANSU = "measures/gansu-enclave-economy/3.3/"
HENAN = "measures/henan-industrial-clusters/10.1/"
HENAN_TEXT = "documents/henan-industrial-clusters/"
ZHANGYE_TEXT = "documents/zhangye-county-economy/"
SECOND = "加快推进兰西城市群“1+3+10”协议落实"


def copy(page: Page, what: str) -> str:
    return copied_by(page.get_by_role("button", name=f"复制这一句的{what}"))


def at(page: Page, selector: str) -> tuple[float, float]:
    """A point in the first line of a sentence; its box begins where the line does, with the sentence before it."""
    locator = page.locator(selector)
    locator.scroll_into_view_if_needed()
    x, y = locator.evaluate(
        "(s) => { const r = [...s.getClientRects()].find((r) => r.width > 8); return [r.left + 6, r.top + r.height / 2]; }"
    )
    return x, y


@pytest.fixture
def reader(page: Page) -> Page:
    """A page whose clipboard may be read, and in which nothing scrolls smoothly."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.emulate_media(reduced_motion="reduce")
    return page


# ── a sentence: its link, its quotation ──


def test_a_click_offers_the_link_and_the_quotation_of_a_sentence(reader: Page, site_url: str) -> None:
    reader.goto(site_url + GANSU)
    canonical = re.split("[?#]", reader.url)[0]  # where it is read: it was built without its public address
    reader.mouse.click(*at(reader, "#s2"))
    assert copy(reader, "链接") == f"{canonical}#s2"
    quotation = copy(reader, "引文")
    assert quotation.startswith(f"「{SECOND}")
    assert quotation.endswith(f"甘办发〔2023〕15号，三、（三），{canonical}#s2")


def test_a_rest_of_the_mouse_offers_them_too(reader: Page, site_url: str) -> None:
    reader.goto(site_url + GANSU)
    reader.mouse.move(*at(reader, "#s3"))
    expect(reader.get_by_role("toolbar", name="这一句")).to_be_visible()
    assert copy(reader, "链接").endswith("#s3")


def test_in_a_document_a_sentence_has_the_address_of_its_measure(reader: Page, site_url: str) -> None:
    reader.goto(site_url + "documents/gansu-enclave-economy/")
    reader.mouse.click(*at(reader, "#m-3-3-s2"))
    assert copy(reader, "链接").endswith("/measures/gansu-enclave-economy/3.3/#s2")


def test_outside_the_measures_a_sentence_has_an_address_in_its_document(reader: Page, site_url: str) -> None:
    reader.goto(site_url + HENAN_TEXT)
    reader.mouse.click(*at(reader, "#p-leadin-2-s1"))
    assert copy(reader, "链接").endswith("/documents/henan-industrial-clusters/#p-leadin-2-s1")
    assert "，段首说明，" in copy(reader, "引文")
    reader.goto(site_url + HENAN_TEXT + "#p-leadin-2-s1")
    expect(reader.locator(".pp-s:target")).to_contain_text("综合考虑资源环境承载能力")


def test_a_tap_opens_the_tools_at_the_foot_of_a_phone(phone: Page, site_url: str) -> None:
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.goto(site_url + GANSU)
    phone.touchscreen.tap(*at(phone, "#s2"))
    bar = phone.get_by_role("toolbar", name="这一句")
    expect(bar).to_be_visible()
    box = bar.bounding_box()
    assert box is not None and round(box["y"] + box["height"]) == 844 and box["height"] >= 44
    assert copy(phone, "链接").endswith("#s2")
    phone.get_by_role("button", name="收起").tap()
    expect(bar).to_be_hidden()


def test_an_address_with_a_sentence_marks_it_and_opens_nothing(reader: Page, site_url: str) -> None:
    reader.goto(site_url + GANSU + "#s2")
    expect(reader.locator(".pp-s:target")).to_contain_text(SECOND)
    expect(reader.locator(".pp-s:target")).to_be_in_viewport()
    expect(reader.locator(".pp-tools")).to_be_hidden()


# ── by keys ──


def test_keys_go_through_the_sentences_to_the_tools_and_back(reader: Page, site_url: str) -> None:
    reader.goto(site_url + GANSU)
    reader.locator("[data-form-line=reading] a").focus()
    reader.keyboard.press("Tab")
    assert reader.evaluate("document.activeElement.id") == "s1"
    reader.keyboard.press("ArrowDown")
    assert reader.evaluate("document.activeElement.id") == "s2"
    reader.keyboard.press("Enter")
    assert reader.evaluate("document.activeElement.textContent") == "复制链接"
    said = Told(reader.locator(".pp-tools [role=status]"))
    reader.keyboard.press("Enter")
    said.wait_for("已复制这一句的链接")
    assert copied(reader).endswith("#s2")
    reader.keyboard.press("Escape")
    assert reader.evaluate("document.activeElement.id") == "s2"


def test_each_measure_of_a_document_is_one_stop_and_says_what_keys_do(reader: Page, site_url: str) -> None:
    reader.goto(site_url + ZHANGYE_TEXT + "#m-5-15")
    stops = reader.locator("#m-5-15 .pp-s[tabindex='0']")
    expect(stops).to_have_count(1)
    expect(stops).to_have_attribute("aria-roledescription", "句")
    expect(reader.locator("#pp-tools-keys")).to_have_text("方向键换句，回车打开这一句的工具")
    reader.keyboard.press("Tab")  # from the measure the address names: its heading, then its sentences
    reader.keyboard.press("Tab")
    assert reader.evaluate("document.activeElement.id").startswith("m-5-15-s1")


# ── bodies ──


def test_a_body_is_explained_to_mouse_and_keys(reader: Page, site_url: str) -> None:
    reader.goto(site_url + "measures/gansu-etdz-upgrade/2.6/")
    reader.locator(".pp-text a.pp-k-agency", has_text="省国土资源厅").hover()
    tip = reader.get_by_role("tooltip")
    expect(tip).to_contain_text("甘肃省国土资源厅")
    expect(tip).to_contain_text("原文作“省国土资源厅” · 配合")
    expect(tip).to_contain_text("现为甘肃省自然资源厅")
    reader.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    reader.locator(".pp-text a.pp-k-agency", has_text="省商务厅").focus()
    reader.keyboard.press("Shift")
    expect(reader.locator(".pp-text a.pp-k-agency", has_text="省商务厅")).to_be_focused()


def test_the_first_tap_explains_a_body_the_second_goes_there(phone: Page, site_url: str) -> None:
    phone.goto(site_url + GANSU)
    link = phone.locator(".pp-text a.pp-k-agency").first
    link.tap()
    expect(phone.get_by_role("tooltip")).to_contain_text("再点一次，看这个单位")
    link.tap()
    phone.wait_for_url("**/agencies/**")


# ── in either form (the turning itself: test_form.py) ──


@pytest.mark.parametrize("form", ["reading", "received"])
def test_a_body_is_named_as_the_original_prints_it(reader: Page, site_url: str, form: str) -> None:
    reader.goto(f"{site_url}{HENAN}?form=received")
    printed = reader.locator(".pp-text a.pp-k-agency").first.inner_text()
    reader.goto(f"{site_url}{HENAN}?form={form}")
    link = reader.locator(".pp-text a.pp-k-agency").first
    assert (link.inner_text() == printed) == (form == "received")
    link.hover()
    expect(reader.get_by_role("tooltip")).to_contain_text(f"原文作“{printed}”")
    expect(reader.locator(".pp-tip [lang='zh-Hant']")).to_have_text(printed)


def test_a_sentence_open_while_the_page_turns_is_quoted_as_it_is_then_shown(reader: Page, site_url: str) -> None:
    reader.goto(site_url + HENAN)
    reader.mouse.click(*at(reader, "#s1"))
    assert "产业集聚区" in copy(reader, "引文")
    reader.get_by_role("button", name="原貌", exact=True).click()
    reader.mouse.click(*at(reader, "#s1"))
    quotation = copy(reader, "引文")
    assert "產業集聚區" in quotation and "豫政辦〔2017〕159號" in quotation and "?form=received#s1" in quotation
    assert copy(reader, "链接").endswith("/?form=received#s1")


# ── where am I ──


def test_the_outline_points_at_what_is_read(reader: Page, site_url: str) -> None:
    reader.goto(site_url + ZHANGYE_TEXT + "#m-5-15")
    expect(reader.locator(".pp-outline [aria-current=location]")).to_have_text("（十五）推动产业园区提档升级")


def test_on_a_phone_the_outline_names_the_place_and_closes_when_it_is_left(phone: Page, site_url: str) -> None:
    phone.goto(site_url + ZHANGYE_TEXT + "#m-5-15")
    expect(phone.locator(".pp-outline__here")).to_have_text("（十五）推动产业园区提档升级")
    phone.locator("#outline").tap()
    expect(phone.locator(".pp-outline ol").first).to_be_visible()
    phone.locator("#outline").tap()
    expect(phone.locator(".pp-outline details")).not_to_have_attribute("open", "")


def test_one_measure_leads_to_the_next_and_back(reader: Page, site_url: str) -> None:
    reader.goto(site_url + GANSU)
    reader.locator(".pp-turn__next").click()
    reader.wait_for_url("**/measures/gansu-enclave-economy/3.4/")
    reader.locator(".pp-turn__prev").click()
    reader.wait_for_url(f"**/{GANSU}")


# ── a sentence that is wrong ──

FORM = '<a data-report href="https://code.example.test/x/y/issues/new?template=correction.yml&amp;where=a&amp;printed=b"></a>'


def test_a_sentence_is_reported_with_its_address_and_words(reader: Page, site_url: str) -> None:
    def with_a_form(route: Route) -> None:
        body = route.fetch().text().replace("</main>", f"{FORM}</main>", 1)
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    reader.route(site_url + GANSU, with_a_form)
    reader.goto(site_url + GANSU)
    canonical = re.split("[?#]", reader.url)[0]  # where it is read: it was built without its public address
    reader.mouse.click(*at(reader, "#s2"))
    link = reader.get_by_role("link", name="报告这一句")
    expect(link).to_have_attribute("href", re.compile("%23s2"))
    to = parse_qs(urlsplit(link.get_attribute("href") or "").query)
    assert to["template"] == ["correction.yml"]
    assert to["where"] == [f"{canonical}#s2"]
    assert to["printed"][0].startswith(SECOND)


def test_without_a_repository_nothing_offers_to_report(reader: Page, site_url: str) -> None:
    reader.goto(site_url + GANSU)
    reader.mouse.click(*at(reader, "#s2"))
    expect(reader.get_by_role("toolbar", name="这一句")).to_be_visible()
    expect(reader.get_by_role("link", name="报告这一句")).to_have_count(0)
