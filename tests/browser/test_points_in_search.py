"""Questions that the search answers: points above the sentences, in a real browser."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, Response, expect

from .drawn import painted

FIRST_QUERY_BYTES = 200 * 1024
POINTS_BYTES = 60 * 1024
"""What the questions may add to a first query, compressed."""

MADE_UP = """async (asked) => {
  const js = (name) => import(new URL(`../assets/js/search/${name}.js`, location.href));
  const [{ match, prepare }, { contentsIn, TABLE }] = [await js("points"), await js("question-words")];
  const { loadFold } = await import(new URL("../assets/js/shared/fetching.js", location.href));
  const once = await loadFold();
  const fold = (text) => once(once(text));
  const point = (id, question, says, difference) => ({ id, question, url: "", difference, cells: [[0, 0, says]] });
  const raw = { states: ["answered"], documents: [], topics: { a: "飞地经济", b: "财税支持" }, points: [
    point("a/share", "合作的收益怎么分？", "双方签订分成办法", "只有甲写了"),
    point("a/statistics", "统计数算谁的？", "收益不论，统计数按属地划分", null),
    point("b/money", "财政的钱从哪来？", "争取中央资金", null),
    point("b/less-tax", "企业能少缴税吗？", "落实税费优惠", null),
    point("b/shared-tax", "上下级怎么分税？", "收入划分由上级定", null),
  ] };
  const synonyms = [{ terms: ["收益", "利益"] }, { terms: ["钱", "资金"] }];
  const contents = contentsIn(fold);
  const wrong = TABLE.flatMap(({ takes, keeps = [] }) => [
    ...Object.entries(takes).filter(([q, left]) => contents(fold(q)).join() !== fold(left.join())).map(([q]) => q),
    ...keeps.filter((q) => contents(fold(q)).join() !== fold(q)),
  ]);
  return { wrong, found: asked.map((q) => match(q, prepare(raw, once), synonyms).map((m) => m.point.id)) };
}"""

LINES = """async () => {
  const { lines } = await import(new URL("../assets/js/search/answers.js", location.href));
  const documents = ["甲", "乙", "丙", "丁"].map((short) => ({ id: short, short, colour: 0 }));
  const point = { id: "a/share", question: "怎么分？", url: "", difference: null, cells: [[1, 0, "对半分"], [3, 1]] };
  const told = lines(point, { states: ["answered", "silent", "not_applicable", "unread"], documents, topics: {}, points: [point] });
  return told.map(({ documents, said }) => [documents.map((d) => d.short).join(""), said]);
}"""

# The list waits for them half a second; on a busy machine they come after it.
QUESTIONS_CAME = """() => performance.getEntriesByType("resource")
  .some(({ name, responseEnd }) => name.endsWith("/points.json") && responseEnd > 0)"""


@pytest.fixture
def search(page: Page, site_url: str) -> Callable[..., Page]:
    """Opens the search with a query and waits until it shows what it found; where questions are asked for, they are there."""

    def open_(*pairs: tuple[str, str]) -> Page:
        page.goto(f"{site_url}search/" + ("?" + urlencode(pairs) if pairs else ""))
        expect(page.locator("#pp-list[data-query]")).to_have_attribute("aria-busy", "false")
        if "q" in dict(pairs) and "role" not in dict(pairs):
            page.wait_for_function(QUESTIONS_CAME)
            painted(page)
        return page

    return open_


def points(page: Page) -> list[str]:
    return page.eval_on_selector_all("[data-point]", "all => all.map((e) => e.dataset.point)")


def test_a_document_of_which_the_file_says_nothing_is_told_as_not_yet_read(search: Callable[..., Page]) -> None:
    assert search().evaluate(LINES) == [["乙", "对半分"], ["甲丙", "尚未读"], ["丁", "未写"]]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("收益怎么分", "enclave-parks/sharing-of-proceeds"),
        ("收益怎麼分", "enclave-parks/sharing-of-proceeds"),
        ("考不好会怎样", "evaluation/penalties"),
        ("钱从哪来", "fiscal-tax/sources"),
        ("谁来管", "enclave-parks/operator"),
    ],
)
def test_a_question_finds_its_point(search: Callable[..., Page], query: str, first: str) -> None:
    page = search(("q", query))
    expect(page.locator("[data-point]").first).to_have_attribute("data-point", first)
    assert len(points(page)) <= 3


def test_a_point_says_what_each_place_answers(search: Callable[..., Page]) -> None:
    page = search(("q", "考不好会怎样"))
    point = page.locator("[data-point='evaluation/penalties']")
    link = point.get_by_role("link", name="考不好会怎样？")
    expect(link).to_have_attribute("href", f"{page.url.split('search/')[0]}topics/evaluation/#q-penalties")
    expect(point).to_contain_text("核减面积直至撤销")
    expect(point.locator("dl > div").filter(has_text="未写")).to_contain_text("甘肃2023")
    expect(point.locator(".pp-reply__difference")).to_contain_text("差别")


def test_points_stand_above_the_sentences_and_take_none_away(search: Callable[..., Page]) -> None:
    page = search(("q", "招商引资"))
    expect(page.locator("[data-point]").first).to_be_visible()
    heights = [page.locator(c).first.bounding_box() for c in ("[data-point]", "[data-measure]")]
    assert heights[0] and heights[1] and heights[0]["y"] < heights[1]["y"]
    assert page.locator("[data-point] [data-measure]").count() == 0
    more = page.get_by_role("link", name="个相关的问题")
    assert "questions/?q=" in (more.get_attribute("href") or "")


@pytest.mark.parametrize("pairs", [(("q", "怎么办"),), (("q", "拆迁补偿"),), (("q", "人才"), ("role", "lead")), ()])
def test_a_poor_match_shows_none(search: Callable[..., Page], pairs: tuple[tuple[str, str], ...]) -> None:
    assert points(search(*pairs)) == []


def test_they_change_with_the_query_and_go_with_it(search: Callable[..., Page]) -> None:
    page = search(("q", "收益怎么分"))
    page.locator("#pp-q").fill("落户")
    expect(page.locator("[data-point='urbanisation/household-registration']")).to_be_visible()
    page.locator("#pp-q").fill("")
    expect(page.locator("[data-point]")).to_have_count(0)


def test_ranking_and_the_words_that_only_ask(search: Callable[..., Page]) -> None:
    told = search().evaluate(
        MADE_UP, ["收益怎么分", "利益怎么分", "钱", "资金从哪来", "税", "飞地经济", "怎么", "养老金"]
    )
    assert told["wrong"] == []
    assert [found[:1] for found in told["found"]] == [
        ["a/share"],
        ["a/share"],
        ["b/money"],
        ["b/money"],
        ["b/less-tax"],
        ["a/statistics"],
        [],
        [],
    ]


def test_it_works_without_the_file(page: Page, site_url: str) -> None:
    page.route("**/assets/search/points.json", lambda route: route.fulfill(json={}))
    page.goto(f"{site_url}search/?q=招商")
    expect(page.locator("[data-measure]").first).to_be_visible()


@pytest.mark.own_window
def test_a_first_query_with_them_stays_light(page: Page, site_url: str) -> None:
    responses: list[Response] = []

    def keep(response: Response) -> None:
        responses.append(response)

    page.on("response", keep)
    page.goto(f"{site_url}search/?q=收益怎么分")
    expect(page.locator("[data-point]").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    size = sum(len(gzip.compress(r.body())) for r in responses if r.ok)
    print(f"first query with points: {size / 1024:.0f} KB in {len(responses)} requests")
    assert size <= FIRST_QUERY_BYTES


def test_the_file_is_light(site: Path) -> None:
    size = len(gzip.compress((site / "assets/search/points.json").read_bytes()))
    print(f"points.json: {size / 1024:.1f} KB compressed")
    assert size <= POINTS_BYTES


def test_on_a_phone_nothing_hangs_over(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site_url}search/?q=招商引资")
    expect(page.locator("[data-point]").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.eval_on_selector_all(
        "[data-point]", "all => all.every((e) => e.getBoundingClientRect().right <= innerWidth)"
    )
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelectorAll('[data-point] dd')[6]).whiteSpace") == "normal"
