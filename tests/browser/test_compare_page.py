"""Comparing in a real browser: the tray, the address, the marks, bad ids, the keyboard, a phone, no JavaScript."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.publishing.text.reading_form.form import reading_form

from .drawn import drawn as all_drawn
from .drawn import painted

A, B, C = "gansu-enclave-economy/3.1", "zhangye-county-economy/6.21", "henan-industrial-clusters/7.1"
STRONG = ("gansu-etdz-upgrade/6.21", "henan-industrial-clusters/10.4")


@pytest.fixture
def compare(page: Page, site_url: str) -> Callable[..., Page]:
    """Opens the comparison of some measures and waits until it is drawn."""

    def open_(*ids: str, query: str | None = None) -> Page:
        page.goto(site_url + "compare/" + (query if query is not None else "?" + "&".join(f"m={i}" for i in ids)))
        expect(page.locator("#pp-compare")).to_have_attribute("aria-busy", "false")
        return page

    return open_


def columns(page: Page) -> list[str]:
    return page.eval_on_selector_all(".pp-sidebyside__col", "all => all.map((c) => c.dataset.measure)")


def drawn(page: Page, *ids: str) -> None:
    expect(page.locator("#pp-compare")).to_have_attribute("data-shown", " ".join(ids))


ASKED = (
    "performance.getEntriesByType('resource').map((e) => new URL(e.name).pathname).filter((p) => p.endsWith('.json'))"
)


def test_what_is_compared_is_asked_for_once_and_nothing_of_the_search(compare: Callable[..., Page]) -> None:
    page = compare(A, C)
    asked = page.evaluate(ASKED)
    assert all(any(path.endswith(f"/compare/measures/{i}.json") for path in asked) for i in (A, C))
    assert len(asked) == len(set(asked)) and not any("catalogue" in path for path in asked)
    page.locator("#pp-pick").fill("飞地")
    expect(page.locator("#pp-picks [data-pick]").first).to_be_visible()
    assert any("catalogue" in path for path in page.evaluate(ASKED))


class TestTray:
    def test_it_keeps_measures_from_page_to_page_and_opens_the_comparison(self, page: Page, site_url: str) -> None:
        page.goto(site_url + f"measures/{A}/")
        page.get_by_role("button", name="加入对照").click()
        tray = page.get_by_role("region", name="对照篮")
        expect(tray).to_contain_text("再加一条就能对照")
        expect(page.locator(f"button[data-add='{A}']")).to_have_attribute("aria-pressed", "true")
        page.goto(site_url + "topics/investment-promotion/")
        page.locator(f"button[data-add='{C}']").click()
        expect(tray).to_contain_text("甘肃2023 三、（一）创新招商引资方式")
        tray.get_by_role("link", name="对照这 2 条").click()
        page.wait_for_url(f"{site_url}compare/?m={A}&m={C}")
        drawn(page, A, C)

    def test_a_measure_is_taken_out_again(self, page: Page, site_url: str) -> None:
        page.goto(site_url + f"measures/{A}/")
        button = page.locator(f"button[data-add='{A}']")
        button.click()
        page.get_by_role("button", name="从对照篮取出").click()
        expect(page.get_by_role("region", name="对照篮")).to_be_hidden()
        expect(button).to_have_text("加入对照")

    def test_a_result_of_the_search_and_an_entry_of_a_document_go_in(self, page: Page, site_url: str) -> None:
        page.goto(site_url + "search/?q=飞地园区")
        page.locator(".pp-result button[data-add]").first.click()
        page.goto(site_url + "documents/henan-industrial-clusters/")
        page.locator(f"button[data-add='{C}']").click()
        expect(page.get_by_role("link", name="对照这 2 条")).to_have_count(2)  # beside the button, and in the tray

    def test_it_holds_six_and_says_so(self, page: Page, site_url: str) -> None:
        page.goto(site_url + "documents/henan-industrial-clusters/")
        for n in range(7):
            page.locator("button[data-add]").nth(n).click()
        tray = page.get_by_role("region", name="对照篮")
        expect(tray).to_contain_text("最多 6 条")
        assert tray.locator("li").count() == 6

    def test_nothing_moves_when_it_appears(self, page: Page, site_url: str) -> None:
        page.goto(site_url + f"measures/{A}/")
        where = "document.querySelector('#text').getBoundingClientRect().top"
        before = page.evaluate(where)
        page.get_by_role("button", name="加入对照").click()
        assert page.evaluate(where) == before

    @pytest.mark.parametrize("held", ["{", '"x"', '[{"id": "../../x"}, {"id": 1}, null]', '[{"id": "a/<b>"}]'])
    def test_whatever_stands_in_storage_does_no_harm(self, page: Page, site_url: str, held: str) -> None:
        page.goto(site_url)
        page.evaluate("(held) => localStorage.setItem('pp-tray', held)", held)
        page.goto(site_url + f"measures/{A}/")
        assert page.locator(".pp-tray li").count() == 0
        page.get_by_role("button", name="加入对照").click()
        assert page.locator(".pp-tray li").count() == 1

    def test_without_storage_it_lasts_for_the_page(self, page: Page, site_url: str) -> None:
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })"
        )
        page.goto(site_url + f"measures/{A}/")
        page.get_by_role("button", name="加入对照").click()
        expect(page.locator(f"button[data-add='{A}']")).to_have_attribute("aria-pressed", "true")
        assert page.locator(".pp-tray li").count() == 1

    def test_a_label_is_text(self, page: Page, site_url: str) -> None:
        page.goto(site_url)
        held = json.dumps([{"id": A, "label": "<img src=x onerror=alert(1)>"}])
        page.evaluate("(held) => localStorage.setItem('pp-tray', held)", held)
        page.goto(site_url)
        expect(page.locator(".pp-tray li a")).to_have_text("<img src=x onerror=alert(1)>")


class TestAddress:
    def test_the_address_is_the_state(self, compare: Callable[..., Page]) -> None:
        page = compare(C, A, B)
        assert columns(page) == [C, A, B]
        assert f"?m={C}&m={A}&m={B}" in page.locator("#pp-cite-text").inner_text()
        assert "《关于促进“飞地经济”发展的指导意见》" in page.locator("#pp-cite-text").inner_text()

    def test_removing_and_moving_change_it_and_back_undoes(self, compare: Callable[..., Page]) -> None:
        page = compare(A, B, C)
        page.locator("[data-act='2-移除']").click()
        drawn(page, A, B)
        assert page.url.endswith(f"?m={A}&m={B}")
        page.locator("[data-act='0-后移']").click()
        drawn(page, B, A)
        page.go_back()
        drawn(page, A, B)
        page.go_back()
        drawn(page, A, B, C)

    def test_a_measure_is_found_and_added(self, compare: Callable[..., Page]) -> None:
        page = compare(A)
        page.locator("#pp-pick").fill("推進招商引資提質提效")
        page.locator(f"#pp-picks [data-pick='{C}']").click()
        drawn(page, A, C)
        assert page.url.endswith(f"?m={A}&m={C}")

    def test_counterparts_are_offered(self, compare: Callable[..., Page]) -> None:
        page = compare(A)
        offered = page.locator("#pp-more li").filter(has=page.locator(f"[data-pick='{B}']"))
        expect(offered).to_contain_text("密切对应")
        expect(offered).to_contain_text("编者")
        offered.get_by_role("button").click()
        drawn(page, A, B)

    def test_it_works_below_a_path(self, page: Page, subpath_url: str) -> None:
        page.goto(f"{subpath_url}compare/?m={A}&m={C}")
        drawn(page, A, C)
        link = page.locator(".pp-sidebyside h3 a").first.get_attribute("href") or ""
        assert link.endswith(f"/repo/measures/{A}/")


class TestKeyboard:
    FOCUSED = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.id"

    def test_after_a_removal_the_neighbours_button_has_focus(self, compare: Callable[..., Page]) -> None:
        page = compare(A, B, C)
        for left, neighbour in (((A, C), "移除：河南2017"), ((A,), "移除：甘肃2023"), ((), "pp-pick")):
            page.locator(f"[data-act='{1 if len(left) else 0}-移除']").click()
            drawn(page, *left)
            expect(page.locator(":focus")).to_be_visible()
            assert page.evaluate(self.FOCUSED).startswith(neighbour)

    def test_a_column_moved_keeps_the_focus_and_says_where_it_is(self, compare: Callable[..., Page]) -> None:
        page = compare(A, B, C)
        page.locator("[data-act='0-后移']").press("Enter")
        drawn(page, B, A, C)
        assert page.evaluate(self.FOCUSED).startswith("后移：甘肃2023")
        expect(page.locator("#pp-said")).to_contain_text("已移到第 2 列")
        page.keyboard.press("Enter")
        drawn(page, B, C, A)
        assert page.evaluate(self.FOCUSED).startswith("后移：甘肃2023"), "also where it can go no further"
        page.keyboard.press("Enter")
        drawn(page, B, C, A)

    def test_a_jump_within_the_page_leaves_the_comparison_as_it_is(self, compare: Callable[..., Page]) -> None:
        page = compare(A, C)
        page.evaluate("document.querySelector('.pp-sidebyside__col').dataset.mine = 'yes'")
        page.get_by_role("navigation", name="本页").get_by_role("link", name="原文").click()
        page.wait_for_function("() => location.hash")
        painted(page)  # a comparison drawn anew is busy from the step on
        expect(page.locator("#pp-compare")).to_have_attribute("aria-busy", "false")
        assert page.locator("[data-mine]").count() == 1

    def test_the_way_to_the_comparison_follows_the_button(self, page: Page, site_url: str) -> None:
        page.goto(site_url + "documents/henan-industrial-clusters/")
        adds = page.locator("button[data-add]")
        adds.nth(0).press("Enter")
        assert page.locator(".pp-add__go").count() == 0, "one alone is no comparison"
        adds.nth(1).press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "对照这 2 条"
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/compare/\?m="))


class TestPhone:
    @pytest.fixture(params=[320, 390])
    def phone(self, page: Page, request: pytest.FixtureRequest) -> Page:
        page.set_viewport_size({"width": request.param, "height": 700})
        return page

    def test_the_tray_is_one_row_and_unfolds(self, phone: Page, site_url: str) -> None:
        phone.goto(site_url + "documents/henan-industrial-clusters/")
        for n in (3, 4):
            phone.locator("button[data-add]").nth(n).click()
        tray = phone.get_by_role("region", name="对照篮")
        assert (tray.bounding_box() or {})["height"] < 64
        title = tray.locator("li a").first
        expect(title).to_be_hidden()
        tray.get_by_role("button", name="对照篮 2/6").click()
        expect(title).to_be_visible()
        assert title.evaluate("n => n.scrollWidth <= n.clientWidth"), "the whole title can be read"
        tray.get_by_role("button", name="清空").click()
        expect(tray).to_be_hidden()

    def test_tray_and_hits_leave_the_page_to_the_text(self, phone: Page, site_url: str) -> None:
        phone.goto(site_url + f"measures/{A}/?hl=招商")
        expect(phone.locator(".pp-hits")).to_be_visible()
        phone.locator("button[data-add]").click()
        heights = [(phone.locator(c).bounding_box() or {})["height"] for c in (".pp-hits", ".pp-tray")]
        assert sum(heights) < 120
        expect(phone.get_by_role("button", name="下一处")).to_be_visible()

    def test_differences_name_the_document_of_every_cell(self, phone: Page, site_url: str) -> None:
        phone.goto(site_url + f"compare/?m={A}&m={B}&m={C}")
        drawn(phone, A, B, C)
        cells = phone.locator(".pp-differ tbody tr").first.locator("td")
        assert cells.evaluate_all("all => all.map((c) => c.dataset.l)") == ["甲 甘肃2023", "乙 张掖2022", "丙 河南2017"]
        assert cells.evaluate_all("all => all.every((c) => c.getBoundingClientRect().right <= innerWidth)")
        expect(phone.locator(".pp-differ td.pp-empty").first).to_be_hidden()


class TestBadIds:
    @pytest.mark.parametrize(
        ("query", "says"),
        [
            (f"?m={A}&m=gansu-enclave-economy/9.99", "没有条目 gansu-enclave-economy/9.99"),
            (f"?m={A}&m=<script>alert(1)</script>", "“<script>alert(1)</script>”不是条目编号"),
            (f"?m={A}&m=../../../etc/passwd", "不是条目编号"),
            ("?" + "&".join(f"m=henan-industrial-clusters/3.{n}" for n in range(1, 9)), "最多同时对照 6 条"),
        ],
    )
    def test_it_says_which(self, compare: Callable[..., Page], query: str, says: str) -> None:
        page = compare(query=query)
        expect(page.locator("#pp-faults")).to_contain_text(says)

    def test_the_registers_successor_is_offered(self, page: Page, site_url: str) -> None:
        old, gone = "gansu-enclave-economy/9.98", "gansu-enclave-economy/9.97"
        told = {old: {"to": C}, gone: {"gone": {"was": "旧条", "reason": "重出"}}}
        page.route("**/assets/compare/moved.json", lambda route: route.fulfill(json=told))
        page.goto(f"{site_url}compare/?m={A}&m={old}&m={gone}")
        expect(page.locator("#pp-faults")).to_contain_text("已撤下：旧条。原因：重出")
        page.locator("#pp-faults").get_by_role("link", name=C).click()
        page.wait_for_url(f"**/compare/?m={A}&m={C}&m={gone}")


def in_form(compared: Comparison, measure: str, form: str) -> str:
    found = compared.measures[measure]
    return found.measure.text if form == "received" else reading_form(found.measure.text, found.document.lang)


class TestMarks:
    @pytest.mark.parametrize("form", ["reading", "received"])
    @pytest.mark.parametrize("ids", [STRONG, (A, B, C)])
    def test_they_are_those_that_python_finds(
        self, compare: Callable[..., Page], compared: Comparison, ids: tuple[str, ...], form: str
    ) -> None:
        page = compare(query="?" + "".join(f"m={i}&" for i in ids) + f"form={form}")
        shown = page.eval_on_selector_all(
            ".pp-sidebyside__text",
            """all => all.map((c) => [...c.querySelectorAll(".pp-shared[data-n]")].map((m) => {
                 const rest = [];
                 for (let n = m; n && n.dataset?.phrase === m.dataset.phrase && (n === m || !n.dataset.n); n = n.nextSibling) rest.push(n.textContent);
                 return [Number(m.dataset.n), rest.join("")];
               }))""",
        )
        wanted = []
        for n, name in enumerate(ids):
            text = in_form(compared, name, form)
            places = [(s.start, p.number, s.of(text)) for p in compared.shared(*ids) if p.number for s in p.spans[n]]
            wanted.append([[number, words] for _, number, words in sorted(places)])
        assert shown == wanted and any(wanted)

    @pytest.mark.parametrize(("form", "lang"), [("reading", None), ("received", "zh-Hant")])
    def test_the_text_stays_verbatim(
        self, compare: Callable[..., Page], compared: Comparison, form: str, lang: str | None
    ) -> None:
        page = compare(query=f"?m={STRONG[0]}&m={STRONG[1]}&form={form}")
        texts = page.eval_on_selector_all(".pp-sidebyside__text", "all => all.map((c) => c.textContent)")
        assert texts == [in_form(compared, i, form) for i in STRONG]
        assert page.locator(".pp-sidebyside__text").nth(1).get_attribute("lang") == lang

    def test_a_number_leads_on_by_keyboard(self, compare: Callable[..., Page]) -> None:
        page = compare(*STRONG)
        first = page.locator(".pp-sidebyside__text").first.locator(".pp-shared[data-n]").first
        phrase = first.get_attribute("data-phrase")
        first.focus()
        page.keyboard.press("Enter")
        where = "[document.activeElement.dataset.phrase, document.activeElement.dataset.text]"
        assert page.evaluate(where) == [phrase, "1"]
        page.keyboard.press("Enter")
        assert page.evaluate(where) == [phrase, "0"]
        assert "#" not in page.url, "the address stays the citation"

    def test_the_legend_leads_into_each_text(self, compare: Callable[..., Page]) -> None:
        page = compare(*STRONG)
        page.locator(".pp-legend li").first.get_by_role("link").last.click()
        assert page.evaluate("document.activeElement.dataset.text") == "1"
        number = page.evaluate("getComputedStyle(document.activeElement, '::before').content")
        assert re.match(r'"\d+', number), "readable without colour"

    def test_they_can_be_hidden(self, compare: Callable[..., Page]) -> None:
        page = compare(*STRONG)
        page.get_by_label("标出共有字句").uncheck()
        line = "getComputedStyle(document.querySelector('.pp-shared')).textDecorationLine"
        assert page.evaluate(line) == "none"


class TestReading:
    SCROLLED = "[...document.querySelectorAll('.pp-sidebyside__text')].map((c) => c.scrollTop / (c.scrollHeight - c.clientHeight))"

    ROOMS = "[...document.querySelectorAll('.pp-sidebyside__text')].map((c) => c.scrollHeight - c.clientHeight)"

    @pytest.fixture
    def unequal(self, compare: Callable[..., Page]) -> Page:
        """Three columns of very different lengths, each with its own scroll."""
        page = compare("gansu-enclave-economy/3.3", "gansu-enclave-economy/3.8", "zhangye-county-economy/1")
        page.set_viewport_size({"width": 1200, "height": 600})
        return page

    def scrolled_to(self, page: Page, n: int, top: float) -> list[float]:
        """How far each column is scrolled, of 1, after the reader moved one of them."""
        page.evaluate(f"document.querySelectorAll('.pp-sidebyside__text')[{n}].scrollTop = {top}")
        painted(page)
        return page.evaluate(self.SCROLLED)

    def test_the_wheel_moves_all_columns(self, unequal: Page) -> None:
        unequal.locator(".pp-sidebyside__text").first.hover()
        unequal.mouse.wheel(0, 60)
        unequal.wait_for_function(f"() => {self.SCROLLED}.every((x) => x > 0)")

    @pytest.mark.parametrize("n", [0, 1, 2])
    def test_a_small_step_of_any_column_is_a_small_step_of_all(self, unequal: Page, n: int) -> None:
        rooms = unequal.evaluate(self.ROOMS)
        small = 9 / min(rooms)  # of a column's way: at a third of it the shortest still moves three pixels
        steps = [self.scrolled_to(unequal, n, k * small * rooms[n]) for k in range(5)]
        for before, after in pairwise(steps):
            assert all(a < b for a, b in zip(before, after)), "none is left behind"
            moved = [b - a for a, b in zip(before, after)]
            assert all(m <= 3 * moved[n] + 2 / room for m, room in zip(moved, rooms)), "none is thrown ahead"

    def test_ends_meet_and_the_column_scrolled_stays_where_it_was_put(self, unequal: Page) -> None:
        assert self.scrolled_to(unequal, 2, 99999) == pytest.approx([1, 1, 1], abs=0.02)
        assert self.scrolled_to(unequal, 0, 0) == [0, 0, 0]
        self.scrolled_to(unequal, 2, 123)
        assert unequal.evaluate("document.querySelectorAll('.pp-sidebyside__text')[2].scrollTop") == 123

    def test_scrolling_together_is_offered_only_where_columns_scroll(self, unequal: Page) -> None:
        expect(unequal.get_by_label("同步滚动")).to_be_visible()
        unequal.set_viewport_size({"width": 820, "height": 900})
        expect(unequal.get_by_label("同步滚动")).to_be_hidden()

    def test_shared_phrases_bring_the_same_place_level(self, compare: Callable[..., Page]) -> None:
        page = compare(*STRONG)
        found = page.evaluate(
            """async (url) => {
                 const { gentle, across } = await import(url);
                 const points = gentle([[0, 0], [100, 150], [110, 900], [500, 520], [1000, 1000]]);
                 return [points, across(points, 100)];
               }""",
            page.url.split("compare/")[0] + "assets/js/compare/scroll-together.js",
        )
        assert found == [[[0, 0], [100, 150], [500, 520], [1000, 1000]], 150]

    def test_differences_stand_on_top(self, compare: Callable[..., Page]) -> None:
        page = compare(*STRONG)
        rows = page.locator(".pp-differ tbody th").all_inner_texts()
        assert rows[:4] == ["文件", "日期", "数字、期限、限额", "措辞"] and "发展改革" in rows
        expect(page.locator(".pp-known")).to_contain_text("密切对应")
        expect(page.locator(".pp-known")).to_contain_text("编者")


class TestPlaces:
    @pytest.mark.parametrize(
        "path",
        [
            f"compare/?m={A}&m={B}&m={C}",
            "compare/gansu-enclave-economy/henan-industrial-clusters/",
            "topics/enclave-parks/",
            "targets/",
            "agencies/lines/",
            "relations/zhangye-gansu/",
            "relations/gansu-2015-2023/",
            "analysis/enclave-economy/",
            "analysis/assessment-exit/",
            "method/",
            f"measures/{A}/",
        ],
    )
    def test_a_phone_needs_no_sideways_scroll(self, page: Page, site_url: str, path: str) -> None:
        page.set_viewport_size({"width": 390, "height": 844})
        page.goto(site_url + path)
        all_drawn(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390

    def test_without_javascript_there_is_a_plain_word_and_a_way(self, plain: Page, site_url: str) -> None:
        plain.goto(f"{site_url}compare/?m={A}&m={C}")
        assert plain.get_by_text("需要 JavaScript").is_visible()
        assert not plain.locator("#pp-compare").is_visible()
        plain.get_by_role("link", name="甘肃2023 对 河南2017").click()
        expect(plain.get_by_text("河南这份文件没有对应的条目").first).to_be_visible()
        plain.goto(f"{site_url}measures/{A}/")
        assert not plain.locator(".pp-add").is_visible()

    def test_the_tables_can_be_fetched(self, page: Page, site_url: str) -> None:
        for name, begins in (("table.csv", b"\xef\xbb\xbf"), ("table.xlsx", b"PK")):
            answer = page.request.get(f"{site_url}compare/gansu-enclave-economy/henan-industrial-clusters/{name}")
            assert answer.ok and answer.body().startswith(begins)
        assert page.request.get(f"{site_url}targets/deadlines.ics").body().startswith(b"BEGIN:VCALENDAR")
