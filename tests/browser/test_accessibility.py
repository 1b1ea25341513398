"""WCAG 2.2 AA as far as a machine can tell (axe-core), and the content security policy, on every kind of page."""

from __future__ import annotations

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from .axe import in_every_look, violations
from .drawn import drawn

A, B = "gansu-enclave-economy/3.3", "henan-industrial-clusters/7.1"
MEASURE = "measures/zhangye-county-economy/2.1/"
KINDS = {
    "home": "",
    "topics": "topics/",
    "topic": "topics/enclave-parks/",
    "a topic with silence": "topics/culture-tourism/",
    "documents": "documents/",
    "document": "documents/henan-industrial-clusters/",
    "measure": MEASURE,
    "measure in traditional script": "measures/henan-industrial-clusters/7.1/",
    "agencies": "agencies/",
    "agency": "agencies/gansu-drc/",
    "compare": "compare/",
    "compare, two measures": f"compare/?m={A}&m={B}",
    "compare, a mistaken address": "compare/?m=nothing/1&m=x",
    "two documents": "compare/gansu-etdz-upgrade/henan-industrial-clusters/",
    "targets": "targets/",
    "relations": "relations/zhangye-gansu/",
    "works": "works/",
    "work": "works/gbf-2017-7/",
    "measure with limits": "measures/henan-industrial-clusters/2.1/",
    "analysis": "analysis/",
    "essay": "analysis/enclave-economy/",
    "search": "search/",
    "search with results": "search/?q=飞地园区",
    "search without results": "search/?q=区块链元宇宙",
    "arriving from search": f"{MEASURE}?hl=县域",
    "data": "data/",
    "dictionary": "data/dictionary/",
    "method": "method/",
    "contribute": "contribute/",
    "check": "check/",
    "changes": "changes/",
    "changes of the data": "data/changes/",
    "errata": "errata/",
    "404": "404.html",
}


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_and_the_policy_stops_nothing(page: Page, site_url: str, kind: str) -> None:
    page.goto(site_url + KINDS[kind])
    drawn(page)
    assert page.locator("meta[http-equiv='Content-Security-Policy']").count() == 1
    assert in_every_look(page) == []
    assert page.evaluate("ppViolations") == []


def test_the_tray_and_opened_parts_are_accessible(page: Page, site_url: str) -> None:
    page.goto(site_url + MEASURE)
    page.locator("button[data-add]").first.click()
    page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
    expect(page.get_by_role("region", name="对照篮")).to_be_visible()
    assert in_every_look(page) == []


def test_findings_of_a_check_are_accessible(page: Page, site_url: str) -> None:
    page.goto(site_url + "check/")
    page.locator(".pp-check__form textarea").fill("“加快推进兰西城市群‘1+3+10’协议落地”（甘办发〔2023〕15号）")
    page.locator(".pp-check__form button").click()
    expect(page.locator(".pp-checked")).not_to_be_empty()
    assert in_every_look(page) == []
    assert page.evaluate("ppViolations") == []


@pytest.mark.faulty
def test_an_inline_script_does_not_run(page: Page, site_url: str) -> None:
    page.route(
        "**/errata/", lambda route: route.fulfill(body=with_script(route.fetch().text()), content_type="text/html")
    )
    page.goto(site_url + "errata/")
    assert page.evaluate("window.ppInjected === undefined")
    page.wait_for_function("ppViolations.some((v) => v.startsWith('script-src'))")


def with_script(html: str) -> str:
    return html.replace("</body>", "<script>window.ppInjected = 1</script></body>")


def test_what_is_wrong_is_found_as_axe_itself_finds_it(page: Page, site_url: str) -> None:
    """A picture without words, letters too pale on two grounds, a box without a name: the same with what makes axe quick."""
    page.goto(site_url + "targets/")
    page.evaluate("""() => {
      document.querySelector("main").prepend(document.createElement("img"), document.createElement("input"));
      document.querySelectorAll("main p").forEach((p, n) => { if (n % 3) p.style.color = "rgb(153 153 153 / 0.9)"; });
      document.querySelectorAll("td").forEach((td, n) => { if (n % 5 === 0) td.style.background = "#777"; });
    }""")
    quick = violations(page)
    assert {"image-alt", "label", "color-contrast"} <= {line.split(":")[0] for line in quick}
    page.evaluate("delete window.axe")
    page.evaluate(AXE_SCRIPT)
    assert violations(page) == quick
