"""Ways through the site: where one is, what is next, what narrows a long list; one left edge; buttons with names."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .window import widen

KINDS = [
    "",
    "questions/",
    "topics/enclave-parks/",
    "compare/",
    "compare/gansu-enclave-economy/henan-industrial-clusters/",
    "documents/gansu-enclave-economy/",
    "measures/gansu-enclave-economy/3.3/",
    "agencies/",
    "agencies/gansu-drc/",
    "targets/",
    "relations/",
    "search/",
    "method/",
    "data/",
]
HERE = {
    "topics/enclave-parks/": "飞地经济与园区共建",
    "documents/gansu-enclave-economy/": "甘肃2023",
    "measures/gansu-enclave-economy/3.3/": "三、（三）",
    "agencies/lines/": "对口单位",
    "compare/gansu-enclave-economy/henan-industrial-clusters/": "甘肃2023 对 河南2017",
    "data/changes/": "数据版本",
}


def test_every_page_begins_at_the_same_edge(page: Page, site_url: str) -> None:
    widths = [390, 820, 1440]
    edges: dict[int, dict[str, int]] = {width: {} for width in widths}
    for path in KINDS:
        widths.reverse()  # from the width that the page before ended with
        page.goto(site_url + path)
        for width in widths:
            widen(page, width)
            left = page.evaluate("Math.round(document.querySelector('.pp h1').getBoundingClientRect().left)")
            edges[width][path] = left
    for width in widths:
        assert len(set(edges[width].values())) == 1, (width, edges[width])


def test_the_way_here_ends_where_one_is(page: Page, site_url: str) -> None:
    for path, name in HERE.items():
        page.goto(site_url + path)
        expect(page.locator(".pp-crumbs [aria-current='page']")).to_have_text(name)
        assert page.locator(".pp-crumbs a").count() >= 1


def test_a_topic_leads_to_the_next_and_back(page: Page, site_url: str) -> None:
    page.goto(site_url + "topics/enclave-parks/")
    here = page.url
    page.locator(".pp-turn__next").click()
    page.wait_for_url(lambda url: url != here)
    page.locator(".pp-turn__prev").click()
    page.wait_for_url(here)


def test_bodies_are_narrowed_by_any_of_their_names(page: Page, site_url: str) -> None:
    page.goto(site_url + "agencies/")
    page.get_by_label("筛选单位").fill("工信厅")
    shown = page.locator("[data-find]:visible")
    expect(shown.filter(has_text="甘肃省工业和信息化厅")).to_be_visible()
    assert shown.count() < 5 and page.url.endswith("?q=%E5%B7%A5%E4%BF%A1%E5%8E%85")
    page.get_by_label("筛选单位").fill("没有的单位")
    expect(page.get_by_text("没有这样的单位")).to_be_visible()


def test_a_place_that_names_nobody_says_so_on_the_page_of_a_body(page: Page, site_url: str) -> None:
    page.goto(site_url + "agencies/gansu-industry/")
    section = page.get_by_role("region", name="别处的对口单位")
    expect(section).to_contain_text("河南 原文未点名")
    expect(section).to_contain_text("张掖市工业和信息化局")


def test_a_table_of_two_documents_is_narrowed_and_has_contents(page: Page, site_url: str) -> None:
    page.goto(site_url + "compare/gansu-enclave-economy/henan-industrial-clusters/")
    page.get_by_label("只有甘肃2023有的").check()
    assert page.url.endswith("?show=alone")
    assert (
        page.locator("tr[data-row='matched']:visible").count()
        == 0
        < page.locator("tr[data-row='alone']:visible").count()
    )
    page.reload()
    expect(page.get_by_label("只有甘肃2023有的")).to_be_checked()
    page.get_by_label("只有河南2017有的").check()
    expect(page.locator(".pp-doctable__table")).to_be_hidden()
    expect(page.locator("#lacking")).to_be_visible()
    page.get_by_label("全部", exact=True).check()
    assert page.locator(".pp-match--partial .pp-fold__first").first.inner_text().strip()
    page.locator(".pp-doctable__toc summary").click()
    page.locator(".pp-doctable__toc a").last.click()
    page.wait_for_url("**#m-*")


def test_each_button_that_adds_says_what_it_adds(page: Page, site_url: str) -> None:
    page.goto(site_url + "topics/enclave-parks/")
    names = page.locator("button[data-add]").evaluate_all("all => all.map((b) => b.getAttribute('aria-label'))")
    assert len(names) == len(set(names)) > 1 and all(n.startswith("加入对照：") for n in names)
    page.locator("button[data-add]").first.click()
    expect(page.locator("button[data-add]").first).to_have_accessible_name(names[0].replace("加入对照", "已加入对照"))


def test_a_document_says_that_nobody_looked_whether_it_is_in_force(page: Page, site_url: str) -> None:
    page.goto(site_url + "documents/gansu-etdz-upgrade/")
    expect(page.locator(".pp-status")).to_contain_text("现行有效性未查")


def test_a_line_of_which_nothing_fits_goes(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}agencies/?q=工信")
    expect(page.locator("li[data-find]:visible").first).to_be_visible()
    lines = page.locator(".pp-lines > div:visible")
    expect(lines.filter(has_not=page.locator("li[data-find]:visible"))).to_have_count(0)
    expect(lines.first).to_be_visible()
