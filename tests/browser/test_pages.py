"""The pages in a real browser, over the built site: verbatim texts, links, small screens, keyboard, weight, print."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, expect

from build_scripts.publishing.text.line_breaks import phrases
from build_scripts.publishing.text.reading_form.form import reading_form

from .drawn import drawn
from .window import widen

KINDS = [
    "",
    "documents/",
    "documents/henan-industrial-clusters/",
    "documents/gansu-etdz-upgrade/",
    "measures/zhangye-county-economy/2.1/",
    "measures/henan-industrial-clusters/7.1/",
    "agencies/",
    "agencies/gansu-drc/",
    "topics/",
    "topics/enclave-parks/",
    "topics/culture-tourism/",
    "targets/",
    "search/",
    "data/",
    "method/",
    "contribute/",
    "check/",
    "errata/",
    "404.html",
]
MEASURE = "measures/gansu-enclave-economy/3.3/"
MORE_KINDS = [
    MEASURE,
    "agencies/lines/",
    "search/?q=飞地园区",
    "data/dictionary/",
    "changes/",
    "compare/",
    "compare/?m=gansu-enclave-economy/3.3&m=henan-industrial-clusters/7.1",
    "compare/gansu-etdz-upgrade/henan-industrial-clusters/",
    "relations/zhangye-gansu/",
    "analysis/",
    "analysis/enclave-economy/",
    "analysis/assessment-exit/",
    "questions/",
    "about/",
    "desk/",
    "works/",
]

# Reads every address given, as a browser parses it, in one of its forms, and compares one element's text with what is
# expected.
COMPARE = """async ([base, form, expected]) => {
  const { patched } = await import(`${base}/assets/js/shared/form.js`);
  const wrong = [];
  for (const [path, text] of expected) {
    const html = await (await fetch(base + path)).text();
    const found = new DOMParser().parseFromString(html, "text/html").getElementById("text");
    for (const e of form === "received" ? found?.parentElement.querySelectorAll("#text, #text *") ?? [] : []) {
      if (e.dataset.received) e.textContent = patched(Array.from(e.textContent), e.dataset.received).join("");
    }
    if (found?.textContent !== text) wrong.push(path);
  }
  return wrong;
}"""

# Walks the site from its home page by every internal link; returns the links that lead nowhere.
CRAWL = """async (base) => {
  const pages = new Map(), dead = [], links = [];
  const visit = async (at) => {
    const response = await fetch(at);
    if (!response.ok) return [];
    if (!(response.headers.get("content-type") ?? "").startsWith("text/html")) { pages.set(at, new Set()); return []; }
    const tree = new DOMParser().parseFromString(await response.text(), "text/html");
    pages.set(at, new Set([...tree.querySelectorAll("[id]")].map((e) => e.id)));
    const led = [];
    for (const a of tree.querySelectorAll("a[href]")) {
      const to = new URL(a.getAttribute("href"), at);
      if (!to.href.startsWith(base)) continue;
      const fragment = decodeURIComponent(to.hash.slice(1));
      to.hash = ""; to.search = "";
      links.push([at, to.href, fragment]);
      led.push(to.href);
    }
    return led;
  };
  for (let todo = [base]; todo.length;) {
    const fresh = [...new Set(todo)].filter((at) => !pages.has(at)).slice(0, 16);
    fresh.forEach((at) => pages.set(at, false));
    todo = [...todo.filter((at) => !pages.has(at)), ...(await Promise.all(fresh.map(visit))).flat()];
  }
  for (const [at, to, fragment] of links)
    if (!pages.get(to) || (fragment && !pages.get(to).has(fragment))) dead.push(`${at} -> ${to}#${fragment}`);
  return [pages.size, [...new Set(dead)]];
}"""


@pytest.mark.parametrize("form", ["received", "reading"])
def test_every_measure_reads_exactly_as_its_record(page: Page, site_url: str, site: Path, form: str) -> None:
    """To the letter in 原貌; in the reading form, to the letter of what that is of the record."""
    corpus = json.loads((site / "data" / "corpus.json").read_text("utf-8"))
    langs = {d["id"]: d["lang"] for d in corpus["documents"]}
    texts = [
        [m["url"], m["text"] if form == "received" else reading_form(m["text"], langs[m["id"].split("/")[0]])]
        for m in corpus["measures"]
    ]
    page.goto(site_url)
    assert len(texts) > 100
    assert page.evaluate(COMPARE, [site_url.rstrip("/"), form, texts]) == []


def test_every_internal_link_and_anchor_resolves(page: Page, site_url: str) -> None:
    page.goto(site_url)
    count, dead = page.evaluate(CRAWL, site_url)
    assert dead == [] and count > 200


def scrolls_sideways(page: Page, width: int) -> bool:
    widen(page, width)
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


@pytest.mark.parametrize("widths", [(320, 390), (1440, 820)], ids=["opened on a phone", "opened on a desk"])
def test_no_page_scrolls_sideways(page: Page, site_url: str, widths: tuple[int, ...]) -> None:
    """What scripts open or close by the width when the page comes, they do so for each of the two."""
    wide = []
    first, second = widths
    for path in KINDS:
        widen(page, first)
        page.goto(site_url + path)
        drawn(page)
        for width, scheme in ((first, "light"), (first, "dark"), (second, "dark"), (second, "light")):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            if scrolls_sideways(page, width):
                wide.append((path, width, scheme))
    assert wide == []


def test_no_page_scrolls_sideways_with_text_twice_as_large(page: Page, site_url: str) -> None:
    """Each page at either width: opened at the one that the page before it ended with."""
    widths, wide = [320, 390], []
    widen(page, widths[0])
    for path in [*KINDS, *MORE_KINDS]:
        page.goto(site_url + path)
        drawn(page)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        wide += [(path, width) for width in widths if scrolls_sideways(page, width)]
        widths.reverse()
    assert wide == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_who_asks_for_more_contrast_gets_it(page: Page, site_url: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme, contrast="more")
    page.goto(site_url)
    soft, ink = page.evaluate(
        "['--soft', '--ink'].map((n) => getComputedStyle(document.documentElement).getPropertyValue(n))"
    )
    assert soft == ink


def test_with_forced_colours_lines_say_where_one_is(page: Page, site_url: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(site_url + "topics/")
    borders = (
        "all => all.map((a) => [a.textContent, getComputedStyle(a).borderBottomStyle]).filter(([, b]) => b !== 'none')"
    )
    assert page.eval_on_selector_all(".pp-nav a", borders) == [["专题", "solid"]]
    page.goto(site_url + MEASURE + "#s2")
    assert page.evaluate("getComputedStyle(document.querySelector('.pp-s:target')).outlineStyle") == "solid"


@pytest.mark.parametrize("path", [MEASURE, "documents/gansu-enclave-economy/"])
def test_lines_are_no_longer_than_a_reader_can_follow(page: Page, site_url: str, path: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(site_url + path)
    per_line = page.evaluate("""() => {
      const p = document.querySelector(".pp-text p, .pp-fulltext .pp-m p.pp-v");
      return p.clientWidth / parseFloat(getComputedStyle(p).fontSize);
    }""")
    assert 36 <= per_line <= 42


# Every line of the texts: how much of it is left empty, how much of that the next line's beginning could have filled
# (its first character or number with the marks that cannot be parted from it, in the font at hand; a line's start trims
# half an opening mark), both in characters; and with what it begins.
LINES = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".pp-text p, .pp-fulltext p.pp-v { text-align: start !important; }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const lines = [];
  for (const p of document.querySelectorAll(".pp-text p, .pp-fulltext .pp-m p.pp-v")) {
    const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const own = [];
    while (walker.nextNode()) {
      const text = walker.currentNode;
      for (let i = 0; i < text.data.length; i += 1) {
        range.setStart(text, i);
        range.setEnd(text, i + 1);
        const box = [...range.getClientRects()].at(-1);
        if (!box?.width) continue;
        if (!own.length || box.top > own.at(-1).top + 8) own.push({ top: box.top, first: text.data[i], text: "" });
        own.at(-1).right = box.right;
        own.at(-1).text += text.data[i];
        (own.at(-1).boxes ??= []).push(box);
      }
    }
    const size = parseFloat(getComputedStyle(p).fontSize);
    const end = p.getBoundingClientRect().right;
    own.forEach(({ boxes, ...line }, n) => {
      const next = own[n + 1];
      const first = next?.text.match(/^[“‘「『（《〈【(]*(?:[\\w.%]+|—+|.)[”’」』）》〉】，。、；：！？,.;:!?)]*/u)[0].length;
      const needed = next ? (next.boxes[first - 1].right - next.boxes[0].left) / size + 0.5 : 0;
      lines.push({ ...line, n, empty: next ? (end - line.right) / size : 0, needed });
    });
  }
  return lines;
}"""


def holes(lines: list[dict]) -> list[str]:
    """Lines that end before they need to."""
    return [line["text"] for line in lines if line["empty"] > line["needed"]]


@pytest.mark.parametrize("form", ["reading", "received"])
@pytest.mark.parametrize("path", ["documents/henan-industrial-clusters/", "documents/zhangye-county-economy/"])
def test_lines_are_filled_and_none_begins_with_punctuation(page: Page, site_url: str, path: str, form: str) -> None:
    page.goto(f"{site_url}{path}?form={form}")
    for width in (390, 820, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        lines = page.evaluate(LINES)
        assert len(lines) > 100
        assert holes(lines) == [], width
        begun = [line["text"] for line in lines if line["n"] and line["first"] in ",，。、；：）)”！？"]
        assert begun == [], width
        ended = [line["text"] for line in lines if line["text"][-1:] in "“‘（《〈【"]
        assert ended == [], f"none ends with an opening mark, at {width}"


def test_a_line_that_ends_too_early_is_seen(page: Page, site_url: str) -> None:
    """What the test above measures with: with every eight characters held together, lines have holes."""
    page.goto(site_url + "documents/zhangye-county-economy/")
    page.evaluate("""() => document.querySelectorAll(".pp-fulltext .pp-m p.pp-v").forEach((p) => {
      const parts = p.textContent.match(/.{1,8}/gsu) ?? [];
      p.replaceChildren(...parts.map((words) => {
        const span = Object.assign(document.createElement("span"), { textContent: words });
        span.style.whiteSpace = "nowrap";
        return span;
      }));
    })""")
    assert len(holes(page.evaluate(LINES))) > 20


def test_a_sentence_address_marks_the_sentence(page: Page, site_url: str) -> None:
    page.goto(site_url + MEASURE + "#s2")
    assert page.locator(".pp-s:target").inner_text().startswith("加快推进")


def test_the_matrix_leads_to_the_questions_of_the_topic(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.locator(".pp-matrix tbody tr", has_text="飞地经济").locator("td").nth(2).locator("a").click()
    page.wait_for_url("**/topics/enclave-parks/#points")
    expect(page.locator("[data-points]")).to_be_visible()


def test_a_silent_place_says_so(page: Page, site_url: str) -> None:
    page.goto(site_url + "topics/culture-tourism/")
    assert page.locator(".pp-silence").all_inner_texts() == [
        "河南没有专门写：收录的文件里，没有一条主要讲这件事；不等于没有做。"
    ]


def test_place_names_stay_in_sight_on_a_phone(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(reduced_motion="reduce")
    page.goto(site_url + "topics/general-requirements/")
    page.evaluate("document.querySelector('.pp-column .pp-card:last-of-type').scrollIntoView()")
    box = page.locator(".pp-column__head").first.bounding_box()
    assert box is not None and -1 <= box["y"] <= 1
    told = page.locator(".pp-rows--swiped td:visible").evaluate_all(
        "all => all.map((e) => getComputedStyle(e, '::before').content === `\"${e.dataset.l}\"`)"
    )
    assert told and all(told), "what is swiped has its place above each card"


def test_the_theme_is_the_readers_choice_and_stays(page: Page, site_url: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(site_url)
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="切换深色与浅色").click()
    dark = page.evaluate(ground)
    page.goto(site_url + MEASURE)
    assert page.evaluate(ground) == dark != light


def test_the_keyboard_skips_to_the_text(page: Page, site_url: str) -> None:
    page.goto(site_url + MEASURE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_the_header_box_asks_the_search_page(page: Page, site_url: str) -> None:
    page.goto(site_url + MEASURE)
    page.locator(".pp-box input").fill("飞地园区")
    page.locator(".pp-box input").press("Enter")
    page.wait_for_url(f"{site_url}search/?q=*")


def test_everything_can_be_read_without_javascript(plain: Page, site_url: str) -> None:
    plain.set_viewport_size({"width": 390, "height": 844})
    plain.goto(site_url + "documents/henan-industrial-clusters/")
    plain.get_by_text("目录", exact=True).click()
    plain.get_by_role("link", name="推进招商引资提质提效").first.click()
    plain.wait_for_url("**#m-7-1")
    expect(plain.locator("#m-7-1")).to_be_visible()


def test_the_site_works_below_a_path(page: Page, subpath_url: str) -> None:
    page.goto(subpath_url)
    page.get_by_role("link", name="关于促进“飞地经济”发展的指导意见").click()
    page.wait_for_url(f"{subpath_url}documents/gansu-enclave-economy/")
    assert page.evaluate(
        "[...document.styleSheets].every((s) => s.cssRules.length > 0) && document.styleSheets.length > 0"
    )


@pytest.mark.parametrize("lost", ["nowhere", "measures/nothing/9.9/", "a/b/c/d/e.html"])
def test_a_lost_visitor_finds_by_search_below_a_path(page: Page, subpath_url: str, lost: str) -> None:
    page.goto(subpath_url + lost)
    assert page.evaluate("[...document.styleSheets].every((s) => s.cssRules.length > 0)")
    page.locator("main input[type=search]").fill("飞地园区")
    page.locator("main input[type=search]").press("Enter")
    page.wait_for_url(f"{subpath_url}search/?q=*")
    page.locator("main a[href*='/measures/']").first.wait_for()


@pytest.mark.own_window
def test_a_measure_page_is_light(page: Page, site_url: str, site: Path) -> None:
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108  Playwright takes no built-in method
    page.goto(site_url + MEASURE, wait_until="networkidle")
    sizes = [len(response.body()) for response in responses]
    assert len(sizes) <= 15 and sum(sizes) <= 150_000
    heavy = [p for p in (site / "measures").rglob("index.html") if p.stat().st_size > 32_768]
    assert heavy == []


def test_print_leaves_the_chrome_out_and_names_the_address(page: Page, site_url: str) -> None:
    page.goto(site_url + MEASURE)
    page.emulate_media(media="print")
    assert not page.locator(".pp-header").is_visible() and not page.locator(".pp-footer").is_visible()
    assert MEASURE in page.locator(".pp-printed").inner_text()


def test_an_address_that_does_not_exist_offers_search(page: Page, site_url: str) -> None:
    page.goto(site_url + "measures/nothing/9.9/")
    assert page.get_by_role("heading", name="没有这一页").is_visible()
    assert page.locator("main input[type=search]").is_visible()


# The lines of an element as they are set.
ENDS_OF_LINES = """(element) => {
  const lines = [];
  let top = null;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (let at = 0; at < node.data.length; at++) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      if (top === null || box.top > top + box.height / 2) lines.push("");
      top = box.top;
      lines[lines.length - 1] += node.data[at];
    }
  }
  return lines;
}"""


def test_titles_on_a_phone_break_between_words(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site_url + "documents/henan-industrial-clusters/")
    lines = page.locator("h1").evaluate(ENDS_OF_LINES)
    assert len(lines) > 1
    ends = {"".join(phrases("".join(lines))[:n]) for n in range(1, 30)}
    assert ["".join(lines[:n]) in ends for n in range(1, len(lines))] == [True] * (len(lines) - 1)


def test_a_title_longer_than_a_line_still_fits(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 844})
    page.goto(site_url + "documents/henan-industrial-clusters/")
    page.evaluate("() => { document.querySelector('h1').textContent = '國家級經濟技術開發區管理委員會'.repeat(4); }")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
