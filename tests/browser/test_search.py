"""The search page in a real browser: what it finds and how it is used; how fast it is, make bench tells (speed.py).

Truth is plain substring search over heading and text, all folded. Figures are printed; run with ``-rP`` to see them.
Which form of the texts is shown makes no difference to what is found: what shows is tried in both.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import urllib.request
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest
from opencc import OpenCC
from playwright.sync_api import Browser, Locator, Page, Response, Route, expect

from build_scripts.model import Corpus
from build_scripts.publishing.browser_data.search_index.folding import normal
from build_scripts.publishing.index.day_of_document import day_of
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.text.reading_form.form import reading_form
from build_scripts.sources.fold import fold
from tests.publishing.html import received_record

SEED = 20260
SUBSTRINGS = int(os.environ.get("SEARCH_SUBSTRINGS", "300"))
FIRST_QUERY_BYTES = 200 * 1024


@pytest.fixture(scope="module")
def texts(corpus: Corpus) -> dict[str, str]:
    """Heading and text of each measure, by measure id, in the script of the source."""
    return {f"{d.id}/{m.ref}": f"{m.heading or ''}\n{m.text}" for d in corpus.documents for m in d.measures}


@pytest.fixture(scope="module")
def folded(texts: dict[str, str]) -> dict[str, str]:
    return {key: fold(text).lower() for key, text in texts.items()}


def substrings(texts: dict[str, str], count: int) -> list[str]:
    """Random stretches of 2 to 8 characters: as they stand, in the other script, within one line."""
    chance = random.Random(SEED)
    convert = {"s": OpenCC("s2tw").convert, "t": OpenCC("tw2s").convert}
    found: list[str] = []
    lines = [line for text in texts.values() for line in text.split("\n") if len(line) > 8]
    while len(found) < count:
        line = chance.choice(lines)
        start = chance.randrange(len(line) - 8)
        piece = line[start : start + chance.randint(2, 8)]
        if '"' in piece or len(piece.split()) != 1 or piece != piece.strip():
            continue
        if chance.random() < 0.5:
            other = convert["t"](piece) if convert["t"](piece) != piece else convert["s"](piece)
            piece = other if fold(other) == fold(piece) else piece
        found.append(piece)
    return found


def open_search(page: Page, base: str, *pairs: tuple[str, str], form: str | None = None) -> None:
    query = "?" + urlencode(pairs) if pairs else ""
    page.goto(f"{base}search/?" + urlencode([*pairs, ("form", form)]) if form else f"{base}search/{query}")
    settled(page, query)


def settled(page: Page, query: str | None = None) -> None:
    """Wait until the list shows what the address asks."""
    page.wait_for_function(
        "query => { const list = document.getElementById('pp-list');"
        " return list.dataset.query !== undefined && list.getAttribute('aria-busy') === 'false'"
        " && new URLSearchParams(list.dataset.query).toString() === new URLSearchParams(query ?? location.search).toString(); }",
        arg=query,
    )


def measures(page: Page) -> list[str]:
    return page.eval_on_selector_all("[data-measure]", "all => all.map(e => e.dataset.measure)")


def value(page: Page, group: str, value: str) -> Locator:
    """The box of one value of a filter."""
    return page.locator(f'input[name="{group}"][value="{value}"]')


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def enter(page: Page, query: str) -> None:
    """Put a query into the box and send it, without a new page load."""
    page.evaluate(
        "query => { const box = document.getElementById('pp-q'); box.value = query; box.form.requestSubmit(); }", query
    )
    settled(page, "?" + urlencode([("q", query)]))


def recall_at_10(found: list[str], truth: set[str]) -> float:
    return len(set(found[:10]) & truth) / min(10, len(truth))


# Puts one query after the other into the box and sends it; what is listed once the list shows what was asked.
ASK = """async (queries) => {
  const [box, list] = [document.getElementById("pp-q"), document.getElementById("pp-list")];
  const shows = (query) => list.getAttribute("aria-busy") === "false"
    && new URLSearchParams(list.dataset.query).toString() === new URLSearchParams({ q: query }).toString();
  const found = [];
  for (const query of queries) {
    box.value = query;
    box.form.requestSubmit();
    while (!shows(query)) await new Promise((done) => setTimeout(done));
    found.push([...document.querySelectorAll("[data-measure]")].map((e) => e.dataset.measure));
  }
  return found;
}"""


def measure_recall(page: Page, queries: list[str], folded: dict[str, str]) -> list[tuple[float, str]]:
    scores = []
    for query, found in zip(queries, page.evaluate(ASK, queries), strict=True):
        truth = {key for key, text in folded.items() if fold(query).lower() in text}
        scores.append((recall_at_10(found, truth), query))
    return scores


# ── what it finds, and how much it loads ──


def test_every_stretch_of_text_is_found(
    page: Page, site_url: str, texts: dict[str, str], folded: dict[str, str]
) -> None:
    queries = substrings(texts, SUBSTRINGS)
    open_search(page, site_url)
    page.evaluate("document.querySelector('main').hidden = true")  # asked is what is listed: none of it is painted
    scores = measure_recall(page, queries, folded)
    recall = sum(score for score, _ in scores) / len(scores)
    print(f"recall@10 {recall:.4f} of {len(queries)}")
    assert [query for score, query in scores if score < 1] == []


def on_the_wire(response: Response) -> int:
    """The body as a static host sends it: text compressed, what is compressed already as it is."""
    body = response.body()
    kind = response.headers.get("content-type", "")
    return len(gzip.compress(body)) if any(k in kind for k in ("text", "javascript", "json", "svg")) else len(body)


@pytest.mark.parametrize("query", ["招商引资", "到2025年", "產業集聚區和開發區"])
def test_first_query_is_light(browser: Browser, site_url: str, query: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        responses: list[Response] = []
        page.on("response", lambda response: responses.append(response))  # noqa: PLW0108  Playwright takes no built-in method
        open_search(page, site_url, ("q", query))
        page.wait_for_load_state("networkidle")
        size = sum(on_the_wire(r) for r in responses if r.ok)
    print(f"first query {query}: {size / 1024:.0f} KB in {len(responses)} requests")
    assert size <= FIRST_QUERY_BYTES


def test_what_is_typed_before_the_search_is_ready_is_searched(page: Page, site_url: str) -> None:
    held: list[Route] = []
    page.route("**/catalogue.json", lambda route: held.append(route))  # noqa: PLW0108  Playwright takes no built-in method
    page.goto(site_url + "search/?q=飞地园区")
    page.locator("#pp-q").fill("推进招商引资提质提效")
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    expect(page.locator(".pp-result[data-measure='henan-industrial-clusters/7.1']")).to_be_attached()
    expect(page.locator("#pp-q")).to_have_value("推进招商引资提质提效")


def test_single_characters_are_found(page: Page, site_url: str, folded: dict[str, str]) -> None:
    open_search(page, site_url)
    scores = measure_recall(page, ["省", "縣", "，", "5", "A"], folded)
    assert [query for score, query in scores if score < 1] == []


# ── the same rules on both sides ──


def test_what_a_search_needs_is_asked_for_once(page: Page, site_url: str) -> None:
    asked = "performance.getEntriesByType('resource').map((e) => e.name.split('/').pop()).filter((n) => n.endsWith('.json'))"
    page.goto(site_url + "search/")
    settled(page)
    assert "points.json" not in page.evaluate(asked), "no question, no answers"
    open_search(page, site_url, ("q", "人才"))
    names = page.evaluate(asked)
    assert [names.count(name) for name in ("catalogue.json", "points.json", "fold.json")] == [1, 1, 1]


def test_browser_folds_as_python_does(page: Page, site_url: str, corpus: Corpus) -> None:
    """All that can be met: the texts, common characters and what becomes one of them."""
    texts = "".join(m.text + (m.heading or "") for d in corpus.documents for m in d.measures)
    met = {*texts, *"產業麼么衞汚⼈ＡＩ（［["}
    met |= {
        c
        for row in range(0xB0, 0xD8)
        for cell in range(0xA1, 0xFF)
        for c in bytes([row, cell]).decode("gb2312", "ignore")
    }
    plane = "".join(
        chr(c) for c in range(1, 0x10000) if not 0xD800 <= c <= 0xDFFF and (chr(c) in met or fold(chr(c)) in met)
    )
    open_search(page, site_url)
    there = page.evaluate(
        "async text => { const { loadFold } = await import('../assets/js/shared/fetching.js'); return (await loadFold())(text); }",
        plane,
    )
    assert there == fold(plane).translate(str.maketrans("[]", "()"))


def test_browser_passes_over_what_python_does(page: Page, site_url: str) -> None:
    between = chr(0x10FFFF)  # what no other becomes
    plane = [chr(n) for n in range(0x10FFFF) if not 0xD800 <= n <= 0xDFFF]
    passed_over = [c for c, left in zip(plane, normal(between.join(plane)).split(between), strict=True) if not left]
    open_search(page, site_url)
    there = page.evaluate(
        "async () => { const { isIgnored } = await import('../assets/js/shared/folding.js'); const found = [];"
        " for (let n = 0; n < 0x110000; n += 1) if ((n < 0xd800 || n > 0xdfff) && isIgnored(String.fromCodePoint(n))) found.push(n);"
        " return found; }"
    )
    assert there == [ord(c) for c in passed_over]
    assert (
        page.evaluate(
            "held => { const has = new Set(held); const lacking = []; for (let n = 0; n < 0x110000; n += 1)"
            " if (/\\p{Default_Ignorable_Code_Point}/u.test(String.fromCodePoint(n)) && !has.has(n)) lacking.push(n); return lacking; }",
            there,
        )
        == []
    )


def test_browser_brings_texts_into_the_form_python_does(page: Page, site_url: str) -> None:
    texts = [
        "產業集聚區（試行）",
        "ＡＩ+Ｔech ２０２５年",
        "“飞地经济”、<b>&amp;é\u0301😀𠮷\u3000z\u200b一\n二",
        "İÉß_-—…",
    ]
    open_search(page, site_url)
    there = page.evaluate(
        "async texts => { const { loadFold } = await import('../assets/js/shared/fetching.js');"
        " const { normal } = await import('../assets/js/shared/folding.js'); const fold = await loadFold();"
        " return texts.map(t => normal(t, fold)); }",
        texts,
    )
    assert there == [normal(t) for t in texts]


def test_words_matter_and_marks_do_not(page: Page, site_url: str, folded: dict[str, str]) -> None:
    open_search(page, site_url, ("q", "招商 人才"))
    both = measures(page)
    assert len(both) > 1
    for query in ("招商、人才", "招商的人才", "“招商”，“人才”", "招商和人才"):
        open_search(page, site_url, ("q", query))
        assert measures(page) == both, query
    open_search(page, site_url, ("q", '"招商、人才"'))
    assert set(measures(page)) == {key for key, text in folded.items() if "招商、人才" in text}


def test_the_table_of_function_words_holds(page: Page, site_url: str) -> None:
    open_search(page, site_url)
    assert (
        page.evaluate(
            """async () => {
              const { TABLE, wordsIn } = await import('../assets/js/search/function-words.js');
              const words = wordsIn((text) => text);
              const wrong = [];
              for (const { takes, keeps } of TABLE) {
                for (const [text, left] of Object.entries(takes)) if (words(text).join() !== left.join()) wrong.push(text);
                for (const text of keeps) if (words(text).join() !== text) wrong.push(text);
              }
              return wrong;
            }"""
        )
        == []
    )


# Every second pair of a phrase, and where it stands.
GRAMS = {
    "省": [["省", 0]],
    "飞地": [["飞地", 0]],
    "飞地园": [["飞地", 0], ["地园", 1]],
    "飞地园区": [["飞地", 0], ["园区", 2]],
    "甲𠮷乙丙丁": [["甲𠮷", 0], ["乙丙", 2], ["丙丁", 3]],
}


def test_every_second_pair_says_a_phrase(page: Page, site_url: str) -> None:
    open_search(page, site_url)
    grams_of = "async (phrases) => phrases.map((await import('../assets/js/search/postings.js')).gramsOf)"
    assert dict(zip(GRAMS, page.evaluate(grams_of, list(GRAMS)), strict=True)) == GRAMS


# ── queries ──


@pytest.mark.parametrize(
    ("form", "shown", "lang"), [("reading", "产业集聚区", None), ("received", "產業集聚區", "zh-Hant")]
)
def test_either_script_finds_both(page: Page, site_url: str, form: str, shown: str, lang: str | None) -> None:
    open_search(page, site_url, ("q", "產業集聚區"), form=form)
    traditional = measures(page)
    open_search(page, site_url, ("q", "产业集聚区"), form=form)
    assert measures(page) == traditional
    assert any(m.startswith("henan") for m in traditional) and any(m.startswith("gansu") for m in traditional)
    row = page.locator('[data-measure^="henan"]').first
    row.scroll_into_view_if_needed()
    expect(row.locator("mark").first).to_have_text(shown)
    assert row.locator(".pp-result__text").get_attribute("lang") == lang


def test_another_search_keeps_the_form_that_the_address_names(page: Page, site_url: str) -> None:
    open_search(page, site_url, ("q", "產業集聚區"), form="received")
    value(page, "document", "henan-industrial-clusters").check()
    settled(page, "?" + urlencode([("q", "產業集聚區"), ("document", "henan-industrial-clusters")]))
    assert asked(page)["form"] == ["received"]
    page.get_by_role("link", name="去掉筛选 文件", exact=False).click()
    settled(page, "?" + urlencode([("q", "產業集聚區")]))
    assert asked(page) == {"q": ["產業集聚區"], "form": ["received"]}


def test_parts_between_spaces_must_all_be_there(page: Page, site_url: str, folded: dict[str, str]) -> None:
    open_search(page, site_url, ("q", "招商 人才"))
    assert set(measures(page)) == {key for key, text in folded.items() if "招商" in text and "人才" in text}
    open_search(page, site_url, ("q", '"招商 人才"'))
    assert measures(page) == []
    page.get_by_role("link", name="去掉引号").click()
    settled(page)
    assert asked(page)["q"] == ["招商 人才"] and measures(page)


def test_pieces_where_nothing_has_the_whole(page: Page, site_url: str, folded: dict[str, str]) -> None:
    open_search(page, site_url, ("q", "招商引姿模式"))
    assert set(measures(page)) == {key for key, text in folded.items() if "招商引" in text and "模式" in text}
    expect(page.locator("#pp-status")).to_contain_text("没有一处完整写着“招商引姿模式”")
    expect(page.locator("#pp-status")).to_contain_text("“姿”未见于原文")
    expect(page.locator(".pp-result__why").first).to_contain_text("拆开找到：招商引、模式")


def test_heading_of_the_section_finds_what_stands_under_it(page: Page, site_url: str, corpus: Corpus) -> None:
    document, section = next(
        (d, s)
        for d in corpus.documents
        for s in d.sections
        if not any(s.heading in f"{m.heading}{m.text}" for m in d.measures)
    )
    open_search(page, site_url, ("q", section.heading))
    under = {f"{document.id}/{m.ref}" for m in document.measures if m.section == section.ref}
    assert under and under <= set(measures(page))
    expect(page.locator(f'[data-measure="{min(under)}"] .pp-result__why')).to_contain_text("在章节标题里")


def test_what_stands_outside_the_measures_is_found_where_it_stands(page: Page, site_url: str, corpus: Corpus) -> None:
    """The five texts' titles, addressees, preambles, lead-ins, closings and signatures, by their first words."""
    passages = [p for of_document in Index(corpus).passages.values() for p in of_document]
    assert len(passages) > 25
    open_search(page, site_url)
    for passage in passages:
        enter(page, passage.text[:14])
        found = page.locator(f'[data-passage="{passage.document.id}#{passage.anchor}"]')
        expect(found).to_have_count(1)
        expect(found.locator(".pp-result__why")).to_contain_text("原样找到")


@pytest.mark.parametrize(
    ("form", "heading", "words"),
    [
        ("reading", "优化区域形态布局", "综合考虑资源环境承载能力"),
        ("received", "優化區域形態布局", "綜合考慮資源環境承載能力"),
    ],
)
def test_a_passage_is_reached_with_its_hits_marked(
    page: Page, site_url: str, form: str, heading: str, words: str
) -> None:
    page.goto(site_url)
    page.evaluate("form => localStorage.setItem('pp-form', form)", form)
    open_search(page, site_url, ("q", "综合考虑资源环境承载能力"))
    assert measures(page) == []
    expect(page.locator("#pp-status")).to_have_text("找到 1 段不在条目里（导语、段首说明等）。")
    row = page.locator("[data-passage]")
    expect(row.locator("h3")).to_have_text(f"段首说明{heading}")
    row.get_by_role("link").click()
    page.wait_for_url("**/documents/henan-industrial-clusters/?hl=*#p-leadin-2")
    expect(page.locator("#p-leadin-2 mark")).to_have_text(words)
    expect(page.locator("#p-leadin-2 mark")).to_be_in_viewport()


def test_measures_stand_before_passages(page: Page, site_url: str) -> None:
    open_search(page, site_url, ("q", "飞地经济"))
    kinds = page.eval_on_selector_all(
        ".pp-result:has(.pp-result__why--phrase)", "all => all.map(e => e.dataset.measure ? 'measure' : 'passage')"
    )
    assert len(set(kinds)) == 2 and kinds == sorted(kinds)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("三、工作措施", "gansu-enclave-economy/3.1"),
        ("(三)加大省际边界区域合作力度", "gansu-enclave-economy/3.3"),
        ("（三）加大省際邊界區域合作力度。積極推動", "gansu-enclave-economy/3.3"),
    ],
)
def test_numbers_and_headings_are_found_as_printed(page: Page, site_url: str, query: str, found: str) -> None:
    open_search(page, site_url, ("q", query))
    assert measures(page)[0] == found
    expect(page.locator("#pp-status")).not_to_contain_text("没有一处")


def test_words_apart_are_told_from_a_phrase(page: Page, site_url: str, folded: dict[str, str]) -> None:
    open_search(page, site_url, ("q", "招商 人才"))
    assert [key for key, text in folded.items() if "招商人才" in text] == []
    assert len(measures(page)) > 1
    expect(page.locator(".pp-result__why").first).to_have_text("各词都有")


def test_words_that_nowhere_stand_together_are_said_to_be_missing(page: Page, site_url: str) -> None:
    open_search(page, site_url, ("q", "PPP 兰西"))
    expect(page.locator("#pp-status")).to_contain_text("没有一处同时有全部的词；下面的至少缺“兰西”。")


def test_a_number_is_never_cut(page: Page, site_url: str) -> None:
    open_search(page, site_url, ("q", "投资8000亿元"))
    expect(page.locator("#pp-status")).to_contain_text("“8000亿元”未见于原文")
    assert "800" not in page.locator("mark").all_inner_texts()


def test_chinese_quotation_marks_around_words_quote_them(page: Page, site_url: str) -> None:
    open_search(page, site_url, ("q", "“招商 人才”"))
    assert measures(page) == []
    open_search(page, site_url, ("q", "“飞地经济”"))
    assert len(measures(page)) > 5


@pytest.mark.parametrize(
    ("form", "title", "lang"),
    [
        ("reading", "河南省人民政府办公厅关于促进产业集聚区和开发区改革创新发展的实施意见", []),
        ("received", "河南省人民政府辦公廳關于促進產業集聚區和開發區改革創新發展的實施意見", ["zh-Hant"]),
    ],
)
@pytest.mark.parametrize("number", ["豫政办〔2017〕159号", "豫政辦〔2017〕159號", "豫政办[2017]159号"])
def test_a_document_is_found_by_its_number(
    page: Page, site_url: str, number: str, form: str, title: str, lang: list[str]
) -> None:
    open_search(page, site_url, ("q", number), form=form)
    expect(page.locator("#pp-namesakes a")).to_have_text(f"文件 {title}")
    assert page.locator("#pp-namesakes a [lang]").evaluate_all("all => all.map((e) => e.lang)") == lang


def test_synonyms_are_offered_not_mixed_in(page: Page, site_url: str, folded: dict[str, str]) -> None:
    open_search(page, site_url, ("q", "飞地经济"))
    plain = measures(page)
    assert set(plain) == {key for key, text in folded.items() if "飞地经济" in text}
    page.get_by_role("link", name="区中园", exact=False).click()
    settled(page)
    more = measures(page)
    assert more[: len(plain)] == plain and set(more) == set(plain) | {k for k, t in folded.items() if "区中园" in t}
    expect(page.locator(".pp-result__why--synonym").first).to_contain_text("近义词找到：区中园")
    page.go_back()
    settled(page)
    assert measures(page) == plain


def test_nothing_found_says_what_to_try(page: Page, site_url: str) -> None:
    open_search(page, site_url, ("q", "火星"))
    assert measures(page) == []
    expect(page.locator("#pp-status")).to_have_text("原文里没有“火星”。")
    for name in ("专题", "文件", "单位"):
        assert page.locator("#pp-list").get_by_role("link", name=name).count() == 1
    open_search(page, site_url, ("q", "飞地经济"), ("jurisdiction", "nowhere"))
    assert measures(page) == []
    page.locator("#pp-list").get_by_role("link", name="去掉筛选").click()
    settled(page)
    assert len(measures(page)) > 5


@pytest.mark.parametrize(
    "query",
    [
        "<img src=x onerror=alert(1)>",
        '"><script>alert(1)</script>',
        "javascript:alert(1)",
        "{{ 7*7 }}",
        "\\",
        '"',
        '""',
        "😀",
        "%",
        "(" * 50,
        "促进产业转型升级" * 60,
    ],
)
def test_any_query_is_only_text(page: Page, site_url: str, query: str) -> None:
    open_search(page, site_url, ("q", query))
    assert page.input_value("#pp-q") == query
    assert page.locator("#pp-list script, #pp-list img, #pp-status *").count() == 0


# ── filters, order, address ──


def test_filters_and_their_counts(page: Page, site_url: str, corpus: Corpus) -> None:
    every = [(d, m) for d in corpus.documents for m in d.measures]

    def ids(wanted) -> set[str]:
        return {f"{d.id}/{m.ref}" for d, m in every if wanted(d, m)}

    agency = max(
        (r.agency for _, m in every for r in m.responsibilities if r.agency),
        key=lambda a: len(ids(lambda d, m: any(r.agency == a for r in m.responsibilities))),
    )
    cases = [
        ([("jurisdiction", "henan")], lambda d, m: d.jurisdiction == "henan"),
        ([("jurisdiction", "henan"), ("jurisdiction", "zhangye")], lambda d, m: d.jurisdiction in {"henan", "zhangye"}),
        (
            [("document", "gansu-etdz-upgrade"), ("topic", "green")],
            lambda d, m: d.id == "gansu-etdz-upgrade" and "green" in m.topics,
        ),
        ([("agency", agency)], lambda d, m: any(r.agency == agency for r in m.responsibilities)),
        (
            [("agency", agency), ("role", "lead")],
            lambda d, m: any(r.agency == agency and r.role == "lead" for r in m.responsibilities),
        ),
        (
            [("q", "人才"), ("topic", "talent")],
            lambda d, m: "人才" in fold(f"{m.heading}{m.text}") and "talent" in m.topics,
        ),
    ]
    for pairs, wanted in cases:
        open_search(page, site_url, *pairs)
        assert set(measures(page)) == ids(wanted), pairs
    open_search(page, site_url, ("jurisdiction", "henan"))
    for topic in corpus.vocabulary.topics:
        label = page.locator(f'label:has(input[name="topic"][value="{topic.id}"])')
        expected = len(ids(lambda d, m, topic=topic.id: d.jurisdiction == "henan" and topic in m.topics))
        assert label.count() == 0 or label.locator(".pp-count").text_content() == str(expected), topic.id


def test_filters_by_hand_and_back(page: Page, site_url: str) -> None:
    open_search(page, site_url, ("q", "人才"))
    everything = measures(page)
    value(page, "jurisdiction", "henan").check()
    settled(page)
    assert asked(page) == {"q": ["人才"], "jurisdiction": ["henan"]}
    only = measures(page)
    assert only and all(m.startswith("henan") for m in only)
    value(page, "jurisdiction", "zhangye").check()
    settled(page)
    assert asked(page)["jurisdiction"] == ["henan", "zhangye"] and len(measures(page)) > len(only)
    page.get_by_role("link", name="去掉筛选 地方：河南").click()
    settled(page)
    assert asked(page)["jurisdiction"] == ["zhangye"] and not value(page, "jurisdiction", "henan").is_checked()
    for _ in range(2):
        page.go_back()
    settled(page)
    assert measures(page) == only and value(page, "jurisdiction", "henan").is_checked()
    page.go_back()
    settled(page)
    assert measures(page) == everything


def test_order_by_date_and_by_document(page: Page, site_url: str, corpus: Corpus) -> None:
    dates = {d.id: day_of(d).date or "" for d in corpus.documents}  # the enclave document's by its number: 2023
    open_search(page, site_url, ("q", "人才"), ("sort", "date"))
    found = [dates[m.split("/")[0]] for m in measures(page)]
    assert found == sorted(found, reverse=True) and len(set(found)) > 1
    page.get_by_label("分组").select_option("document")
    settled(page)
    documents = [m.split("/")[0] for m in measures(page)]
    assert len([1 for a, b in pairwise(documents) if a != b]) == len(set(documents)) - 1
    assert page.locator(".pp-results__title").count() == len(set(documents))
    page.get_by_label("分组").select_option("place")
    settled(page)
    assert "group=place" in page.url
    where = {d.id: d.jurisdiction for d in corpus.documents}
    places = [where[m.split("/")[0]] for m in measures(page)]
    assert len([1 for a, b in pairwise(places) if a != b]) == len(set(places)) - 1 > 0
    names = {j.id: j.short for j in corpus.vocabulary.jurisdictions}
    titles = [" ".join(t.split()) for t in page.locator(".pp-results__title").all_inner_texts()]
    assert [t.split()[0] for t in titles] == [names[p] for p in dict.fromkeys(places)]
    page.get_by_label("分组").select_option("")
    settled(page)
    assert "group=" not in page.url and page.locator(".pp-results__title").count() == 0


def test_table_for_spreadsheets(page: Page, site_url: str) -> None:
    open_search(page, site_url, ("q", "飞地经济"))
    with page.expect_download() as waiting:
        page.click("#pp-csv")
    data = Path(waiting.value.path()).read_bytes().decode("utf-8")
    lines = data.split("\r\n")
    assert data.startswith("\ufeff") and len(lines) == page.locator(".pp-result").count() + 2
    assert f"measures/{measures(page)[0]}/" in lines[1]
    cells = page.evaluate(
        "async () => { const { cell } = await import('../assets/js/shared/csv.js');"
        " return ['=1+1', '@x', '-1', ' +1', '\\t=1', '＝1', 'a\"b', 5, null].map(cell); }"
    )
    assert cells == ['"\'=1+1"', '"\'@x"', '"\'-1"', '"\' +1"', '"\'\t=1"', '"\'＝1"', '"a""b"', '"5"', '""']


# ── typing and keys ──


def test_as_one_types(page: Page, site_url: str) -> None:
    open_search(page, site_url)
    page.locator("#pp-q").press_sequentially("飞地园区", delay=20)
    settled(page, "?" + urlencode([("q", "飞地园区")]))
    assert measures(page) and asked(page)["q"] == ["飞地园区"]
    page.go_back()
    settled(page, "")
    assert page.input_value("#pp-q") == "" and measures(page) == []


@pytest.mark.own_window
def test_no_search_while_composing(page: Page, site_url: str) -> None:
    page.clock.install()
    open_search(page, site_url)
    client = page.context.new_cdp_session(page)
    page.focus("#pp-q")
    for text in ("r", "re", "ren", "ren c", "ren cai"):
        client.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
        page.clock.run_for(1000)
        assert page.evaluate("location.search") == "", "a search writes its address before it begins"
    client.send("Input.insertText", {"text": "人才"})
    settled(page, "?" + urlencode([("q", "人才")]))
    assert measures(page)


def test_a_key_that_ends_a_composition_is_no_command(page: Page, site_url: str) -> None:
    """Safari sends compositionend first, then the key that ended it, marked by its code alone."""
    open_search(page, site_url, ("q", "飞地"))
    page.focus("#pp-q")
    page.evaluate("""() => {
      const box = document.getElementById("pp-q");
      box.dispatchEvent(new CompositionEvent("compositionstart"));
      box.dispatchEvent(new CompositionEvent("compositionend"));
      box.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", keyCode: 229, bubbles: true, cancelable: true }));
    }""")
    assert page.input_value("#pp-q") == "飞地"
    page.keyboard.press("Escape")
    assert page.input_value("#pp-q") == ""


def test_the_slash_goes_to_the_box_from_a_filter_too(page: Page, site_url: str) -> None:
    open_search(page, site_url, ("q", "招商"))
    value(page, "jurisdiction", "henan").check()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "pp-q"


def filled(page: Page) -> None:
    """Wait until every row drawn has its text."""
    page.wait_for_function("() => [...document.querySelectorAll('.pp-result__text')].every(text => text.textContent)")


@pytest.mark.parametrize("grouped", [(), (("group", "document"),)], ids=["one list", "by document"])
def test_back_returns_to_the_place_in_the_list(page: Page, site_url: str, grouped: tuple[tuple[str, str], ...]) -> None:
    page.emulate_media(reduced_motion="reduce")  # so that the place is reached before it is measured
    open_search(page, site_url, ("q", "。"), *grouped)
    page.get_by_role("button", name="再列").click()
    count = page.locator(".pp-result").count()
    filled(page)
    link = page.locator("[data-measure] .pp-result__heading a").nth(90)
    opened = link.get_attribute("href")
    link.scroll_into_view_if_needed()
    place = link.bounding_box()["y"]
    link.click()
    page.wait_for_url("**/measures/**")
    page.go_back()
    settled(page)
    filled(page)
    assert page.locator(".pp-result").count() == count > 100
    link = page.locator("[data-measure] .pp-result__heading a").nth(90)
    assert link.get_attribute("href") == opened
    assert abs(link.bounding_box()["y"] - place) < 2


@pytest.mark.own_window
def test_rows_are_whole_when_the_list_appears(page: Page, site_url: str) -> None:
    """So that no row moves under the reader, however long its text is on the way; beside the rows only filters and status change."""
    page.clock.install()
    page.clock.pause_at(datetime(2126, 1, 1))  # the list waits for its first rows: here as long as they take
    page.add_init_script("""
      window.ppMoved = new Set();
      window.ppRows = () => [...document.querySelectorAll(".pp-result")].slice(0, 8)
        .map((row) => [row.offsetTop - row.parentElement.offsetTop, row.offsetHeight, row.innerText]);
      new MutationObserver((_, observer) => document.querySelector(".pp-result") && (observer.disconnect(), window.ppFirst = ppRows()))
        .observe(document, { childList: true, subtree: true });
      new PerformanceObserver((list) => list.getEntries().filter((e) => !e.hadRecentInput).flatMap((e) => e.sources)
        .map(({ node }) => (node instanceof Element ? node : node?.parentElement))
        .forEach((node) => node && ppMoved.add(node.closest("#pp-facets, #pp-status, .pp-result") ?? node)))
        .observe({ type: "layout-shift", buffered: true });
    """)
    open_search(page, site_url, ("q", "招商引资"))
    page.wait_for_load_state("networkidle")
    first = page.evaluate("ppFirst")
    assert len(first) == 8 and page.locator(".pp-result__text").first.inner_text() != ""
    assert page.evaluate("ppRows()") == first
    assert set(page.evaluate("[...ppMoved].map((node) => node.id || node.className)")) <= {"pp-facets", "pp-status"}


def test_keys(page: Page, site_url: str) -> None:
    open_search(page, site_url, ("q", "招商引资"))
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "pp-q" and page.input_value("#pp-q") == "招商引资"
    focused = "document.activeElement.closest('[data-measure]')?.dataset.measure"
    order = measures(page)
    for key, expected in [("ArrowDown", order[0]), ("ArrowDown", order[1]), ("ArrowUp", order[0])]:
        page.keyboard.press(key)
        assert page.evaluate(focused) == expected
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "pp-q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/measures/{order[0]}/?hl=*")
    page.go_back()
    settled(page)
    page.focus("#pp-q")
    page.keyboard.press("Escape")
    settled(page, "")
    assert page.input_value("#pp-q") == "" and measures(page) == []
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") != "pp-q"


# ── on arrival, on a phone, without scripts, under a sub-path ──


@pytest.mark.parametrize(("form", "shown"), [("reading", "产业集聚区"), ("received", "產業集聚區")])
@pytest.mark.parametrize("query", ["产业集聚区", "產業集聚區"])
def test_hits_are_marked_on_arrival(
    page: Page, site_url: str, texts: dict[str, str], query: str, form: str, shown: str
) -> None:
    measure = "henan-industrial-clusters/3.1"
    page.goto(f"{site_url}measures/{measure}/?form={form}&hl={quote(query)}")
    marks = page.locator("mark.pp-hit")
    hits = texts[measure].count("產業集聚區")
    expect(page.get_by_role("region", name="检索命中")).to_contain_text(f"共 {hits} 处")
    assert "".join(marks.all_inner_texts()) == shown * hits, "one in the heading is in pieces, where it may break"
    before = page.evaluate("document.getElementById('text').textContent")
    page.get_by_role("button", name="清除标记").click()
    assert marks.count() == 0 and "hl" not in page.url
    assert page.evaluate("document.getElementById('text').textContent") == before


def test_marks_run_across_elements(page: Page, site_url: str) -> None:
    open_search(page, site_url)
    html = page.evaluate(
        "async () => { const { markIn } = await import('../assets/js/search/marks-on-arrival.js');"
        " const { loadFold } = await import('../assets/js/shared/fetching.js'); const fold = await loadFold();"
        " const root = document.createElement('div'); root.innerHTML = '<p>省<a href=\"#\">商務</a>廳、商务<b>厅</b></p>厅<p>商务</p>';"
        " return [markIn(root, ['商务厅'], fold).length, root.textContent,"
        " [...root.querySelectorAll('mark')].map(m => m.textContent).join('|')]; }"
    )
    assert html == [2, "省商務廳、商务厅厅商务", "商務|廳|商务|厅"]


@pytest.mark.parametrize("width", [390, 820])
def test_nothing_runs_off_a_narrow_screen(page: Page, site_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for pairs in (
        [],
        [("q", "飞地经济")],
        [("q", "火星")],
        [("q", "人才" * 40)],
        [("agency", "gansu-drc"), ("group", "document")],
    ):
        open_search(page, site_url, *pairs)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, pairs
    page.locator("summary", has_text="筛选").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_it_says_so(plain: Page, site_url: str) -> None:
    plain.goto(f"{site_url}search/?q=x")
    told = plain.locator("noscript", has=plain.locator("a"))
    assert "需要 JavaScript" in plain.inner_text("body")
    assert told.locator("a").evaluate_all("all => all.map(a => a.href)") == [
        f"{site_url}{p}/" for p in ("topics", "documents", "agencies")
    ]


def test_under_a_sub_path(page: Page, subpath_url: str) -> None:
    open_search(page, subpath_url, ("q", "招商引资"))
    href = page.locator("[data-measure] h3 a").first.evaluate("a => a.href")
    assert href.startswith(f"{subpath_url}measures/")
    page.goto(href)
    expect(page.locator("mark.pp-hit").first).to_be_visible()


def test_header_box_leads_here(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}topics/")
    page.keyboard.press("/")
    page.keyboard.type("招商引资")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    settled(page)
    assert measures(page) and page.input_value("#pp-q") == "招商引资"


def test_index_missing_is_told(page: Page, site_url: str) -> None:
    page.route(
        "**/assets/search/catalogue.json",
        lambda route: route.fulfill(status=404, body="", content_type="application/json"),
    )
    page.goto(f"{site_url}search/?q=x")
    expect(page.locator("#pp-status")).to_contain_text("没有载入成功")
    assert page.locator("#pp-list").get_by_role("link", name="文件").count() == 1


@pytest.mark.parametrize("document", ["gansu-etdz-upgrade", "henan-industrial-clusters"])
def test_texts_are_json(site_url: str, corpus: Corpus, document: str) -> None:
    found = next(d for d in corpus.documents if d.id == document)
    measure = found.measures[0]
    got = json.load(urllib.request.urlopen(f"{site_url}assets/search/text/{document}/{measure.ref}.json"))
    assert got["text"] == reading_form(measure.text, found.lang)
    assert received_record(got)["text"] == measure.text
