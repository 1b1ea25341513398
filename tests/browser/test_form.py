"""The two forms of a text in a real browser: as it is read, and 原貌, as it was received, to the character.

Each is chosen by the button, by the line below the title, by the address; remembered, undone, and held to on every page.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from build_scripts.model import Corpus
from build_scripts.publishing.text.reading_form.form import reading_form
from build_scripts.publishing.text.reading_form.patch import patch
from build_scripts.sources.fold import traditional_only

from .clipboard import Told, copied_by
from .drawn import drawn

HENAN = "henan-industrial-clusters/7.1"
GANSU = "gansu-enclave-economy/3.3"
TITLE, SHOWN = "推進招商引資提質提效", "推进招商引资提质提效"
COMPARE = f"compare/?m={GANSU}&m={HENAN}"
FIRST = f"measures/{HENAN}/"
STORED = "localStorage.getItem('pp-form')"
FORMS = ["reading", "received"]
PAGES = [
    "documents/henan-industrial-clusters/",
    "topics/investment-promotion/",
    "compare/gansu-enclave-economy/henan-industrial-clusters/",
    COMPARE,
    "search/?q=推进招商引资提质提效",
]

# The texts and labels of the page in which one of the characters stands outside of what says zh-Hant.
UNMARKED = """(characters) => {
  const held = new Set(characters);
  const said = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) said.push([walker.currentNode.parentElement, walker.currentNode.data]);
  document.querySelectorAll("[aria-label]").forEach((e) => said.push([e, e.getAttribute("aria-label")]));
  return said.filter(([e, text]) => [...text].some((c) => held.has(c)) && e.closest("[lang]").lang !== "zh-Hant")
    .filter(([e]) => !e.closest("script, noscript")).map(([, text]) => text);
}"""


@pytest.fixture(scope="module")
def texts(corpus: Corpus) -> dict[str, dict[str, str]]:
    """The text of every measure in each form, by form and measure."""
    every = {f"{d.id}/{m.ref}": (m.text, d.lang) for d in corpus.documents for m in d.measures}
    return {
        "received": {name: text for name, (text, _) in every.items()},
        "reading": {name: reading_form(text, lang) for name, (text, lang) in every.items()},
    }


def button(page: Page) -> Locator:
    return page.get_by_role("button", name="原貌", exact=True)


def turned(page: Page, form: str) -> None:
    """Wait until the page shows this form."""
    expect(page.locator("html")).to_have_attribute("data-form", form)


def asking(address: str, form: str) -> str:
    """The address with the form in it, as one would write it for citing."""
    path, mark, sentence = address.partition("#")
    return f"{path}{'&' if '?' in path else '?'}form={form}{mark}{sentence}"


@pytest.fixture
def receiver(page: Page, site_url: str) -> Page:
    """A reader who has chosen 原貌."""
    page.goto(site_url + FIRST)
    button(page).click()
    expect(page.locator("h1")).to_contain_text(TITLE)
    return page


# ── choosing ──


def test_the_button_turns_to_the_text_as_received_and_back(
    page: Page, site_url: str, texts: dict[str, dict[str, str]]
) -> None:
    page.goto(site_url + FIRST)
    text, switch = page.locator("#text"), button(page)
    assert text.text_content() == texts["reading"][HENAN] and text.get_attribute("lang") is None
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.click()
    assert text.text_content() == texts["received"][HENAN] and text.get_attribute("lang") == "zh-Hant"
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    assert text.text_content() == texts["reading"][HENAN] and text.get_attribute("lang") is None


def test_the_line_below_the_title_says_what_was_changed_and_turns_the_page(page: Page, site_url: str) -> None:
    page.goto(site_url + FIRST)
    told, original = page.locator("[data-form-line=reading]"), page.locator("[data-form-line=received]")
    expect(told).to_contain_text("繁体转为简体")
    expect(original).to_be_hidden()
    told.get_by_role("link", name="看原貌").press("Enter")
    expect(page.locator("h1")).to_contain_text(TITLE)
    expect(told).to_be_hidden()
    expect(original.get_by_role("link", name="看阅读版")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(SHOWN)
    expect(told.get_by_role("link", name="看原貌")).to_be_focused()
    assert page.url == site_url + FIRST


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("stored", FORMS)
def test_an_address_names_the_form_whatever_was_chosen(page: Page, site_url: str, form: str, stored: str) -> None:
    page.goto(site_url)
    page.evaluate("form => localStorage.setItem('pp-form', form)", stored)
    page.goto(site_url + asking(FIRST, form))
    expect(page.locator("h1")).to_contain_text({"reading": SHOWN, "received": TITLE}[form])
    assert page.evaluate(STORED) == stored, "a link changes nobody's choice"
    page.goto(site_url + FIRST)
    expect(page.locator("h1")).to_contain_text({"reading": SHOWN, "received": TITLE}[stored])


@pytest.mark.parametrize("named", ["nothing", "", "RECEIVED", "<script>"])
def test_a_form_that_is_none_is_not_minded(page: Page, site_url: str, named: str) -> None:
    page.goto(f"{site_url}{FIRST}?form={named}")
    turned(page, "reading")


def test_turning_a_page_whose_address_names_a_form_renames_it(page: Page, site_url: str) -> None:
    page.goto(site_url + asking(FIRST, "received") + "#s1")
    button(page).click()
    assert page.url == site_url + asking(FIRST, "reading") + "#s1"
    page.reload()
    expect(page.locator("h1")).to_contain_text(SHOWN)


@pytest.mark.parametrize("path", PAGES)
def test_the_choice_holds_on_other_pages_and_can_be_undone(receiver: Page, site_url: str, path: str) -> None:
    receiver.goto(site_url + path)
    main = receiver.locator("main")
    expect(main.locator("[lang='zh-Hant']", has_text=TITLE).first).to_be_attached()
    button(receiver).click()
    turned(receiver, "reading")
    expect(main.get_by_text(SHOWN).first).to_be_attached()
    expect(main.locator("[lang='zh-Hant']")).to_have_count(0)
    assert receiver.evaluate(STORED) is None
    receiver.reload()
    turned(receiver, "reading")
    expect(main.get_by_text(SHOWN).first).to_be_attached()


@pytest.mark.parametrize("path", [COMPARE, "search/?q=推进招商引资提质提效", "check/", FIRST])
def test_without_storage_a_choice_lasts_for_the_page(page: Page, site_url: str, path: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })"
    )
    page.goto(site_url + path)
    drawn(page)
    button(page).click()
    turned(page, "received")
    drawn(page)
    button(page).click()
    turned(page, "reading")


def test_a_page_that_comes_back_from_history_follows_the_choice(page: Page, site_url: str) -> None:
    page.goto(site_url + FIRST)
    page.goto(f"{site_url}measures/{GANSU}/")
    button(page).click()
    page.go_back()
    expect(page.locator("h1")).to_contain_text(TITLE)


@pytest.mark.parametrize(
    ("path", "original", "shown"),
    [("targets/", "150個", "150个"), ("agencies/henan-gov-office/", "省政府辦公廳", "省政府办公厅")],
)
def test_units_and_names_too(receiver: Page, site_url: str, path: str, original: str, shown: str) -> None:
    receiver.goto(site_url + path)
    main = receiver.locator("main")
    expect(main.get_by_text(original).first).to_be_attached()
    button(receiver).click()
    expect(main.get_by_text(shown).first).to_be_attached()
    expect(main.get_by_text(original)).to_have_count(0)


# ── every text, and its language ──


@pytest.mark.parametrize("form", FORMS)
def test_measures_of_every_document_read_to_the_letter_in_either_form(
    page: Page, site_url: str, texts: dict[str, dict[str, str]], form: str
) -> None:
    """Some of each; all of them, without running the pages, in test_pages."""
    for name, text in list(texts[form].items())[::12]:
        page.goto(site_url + asking(f"measures/{name}/", form))
        assert page.locator("#text").text_content() == text, name


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "path",
    [
        FIRST,
        "documents/henan-industrial-clusters/",
        COMPARE,
        "compare/?m=henan-industrial-clusters/1.3&m=henan-industrial-clusters/4.1",
        "search/?q=产业集聚区&group=document&document=henan-industrial-clusters",
    ],
)
def test_what_is_traditional_says_so(page: Page, site_url: str, path: str, form: str) -> None:
    page.goto(site_url + asking(path, form))
    drawn(page)
    turned(page, form)
    assert page.evaluate(UNMARKED, sorted(traditional_only())) == []
    traditional = page.locator("main [lang='zh-Hant']").count()
    assert traditional > 0 if form == "received" else traditional == 0


@pytest.mark.parametrize("form", FORMS)
def test_the_tray_is_always_as_it_is_read(page: Page, site_url: str, form: str) -> None:
    page.goto(site_url + asking(FIRST, form))
    page.get_by_role("button", name="加入对照").first.click()
    page.goto(site_url + asking(f"measures/{GANSU}/", form))
    expect(page.locator(".pp-tray li a")).to_have_text(f"河南2017 七、（一）{SHOWN}")
    assert page.evaluate(UNMARKED, sorted(traditional_only())) == []


# ── what scripts draw ──


def test_what_is_drawn_later_is_as_it_was_received_too(receiver: Page, site_url: str) -> None:
    receiver.goto(site_url + "search/?q=飞地园区")
    receiver.locator("#pp-q").fill(SHOWN)
    heading = receiver.locator(f".pp-result[data-measure='{HENAN}'] .pp-result__heading")
    expect(heading).to_contain_text(TITLE)
    receiver.get_by_label("分组").select_option("document")
    expect(heading).to_contain_text(TITLE)
    expect(receiver.locator(".pp-results__title [lang='zh-Hant']").first).to_be_attached()


def test_a_search_is_found_and_marked_in_either_script_and_either_form(page: Page, site_url: str) -> None:
    for form, marked in (("reading", "产业集聚区"), ("received", "產業集聚區")):
        for query in ("产业集聚区", "產業集聚區"):
            page.goto(f"{site_url}search/?q={query}&document=henan-industrial-clusters&form={form}")
            mark = page.locator(".pp-result mark").first
            mark.scroll_into_view_if_needed()
            expect(mark).to_have_text(marked)


def test_turning_a_list_of_results_keeps_what_was_asked(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}search/?q=产业集聚区&document=henan-industrial-clusters")
    expect(page.locator(".pp-result mark").first).to_have_text("产业集聚区")
    button(page).click()
    expect(page.locator(".pp-result mark").first).to_have_text("產業集聚區")
    expect(page.locator("#pp-q")).to_have_value("产业集聚区")
    assert "document=henan-industrial-clusters" in page.url


def test_a_comparison_has_the_same_shared_wording_in_either_form(page: Page, site_url: str) -> None:
    places: dict[str, list[list[int]]] = {}
    alike = ("gansu-etdz-upgrade/6.21", "henan-industrial-clusters/10.4")
    for form in FORMS:
        page.goto(site_url + asking("compare/?" + "&".join(f"m={i}" for i in alike), form))
        expect(page.locator("#pp-compare")).to_have_attribute("data-shown", " ".join(alike))
        turned(page, form)
        places[form] = page.eval_on_selector_all(
            ".pp-sidebyside__text",
            """all => all.map((c) => [...c.querySelectorAll(".pp-shared")].map((m) => {
                 const before = document.createRange();
                 before.setStart(c, 0);
                 before.setEndBefore(m);
                 return [...before.toString()].length;
               }))""",
        )
        assert (page.locator(".pp-sidebyside__text").last.get_attribute("lang") == "zh-Hant") == (form == "received")
    assert places["reading"] == places["received"] and all(places["reading"])


@pytest.mark.parametrize(("form", "heading"), [("reading", SHOWN), ("received", TITLE)])
def test_a_comparison_is_cited_in_the_form_shown(page: Page, site_url: str, form: str, heading: str) -> None:
    page.goto(site_url + asking(COMPARE, form))
    expect(page.locator(".pp-sidebyside h3").last).to_contain_text(heading)
    expect(page.locator("#pp-cite-text")).to_contain_text(heading)
    assert ("form=received" in page.locator("#pp-cite-text").inner_text()) == (form == "received")


def test_a_comparison_turned_keeps_its_columns_and_its_way_back(page: Page, site_url: str) -> None:
    page.goto(site_url + COMPARE)
    expect(page.locator(".pp-sidebyside h3").last).to_contain_text(SHOWN)
    button(page).click()
    expect(page.locator(".pp-sidebyside h3").last).to_contain_text(TITLE)
    page.locator("[data-act='1-移除']").click()
    expect(page.locator("#pp-compare")).to_have_attribute("data-shown", GANSU)
    page.go_back()
    expect(page.locator(".pp-sidebyside h3").last).to_contain_text(TITLE)


def test_a_comparison_opened_by_a_link_to_the_original_stays_in_it_and_its_tray_as_it_is_read(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + asking(COMPARE, "received"))
    page.locator("[data-act='0-后移']").click()
    expect(page.locator("#pp-compare")).to_have_attribute("data-shown", f"{HENAN} {GANSU}")
    assert page.url == f"{site_url}compare/?m={HENAN}&m={GANSU}&form=received"
    page.reload()
    expect(page.locator(".pp-sidebyside h3").first).to_contain_text(TITLE)
    page.goto(site_url + asking("topics/", "received"))
    expect(page.locator(".pp-tray li a").first).to_have_text(f"河南2017 七、（一）{SHOWN}")


# ── marks, sentences, quotations ──


@pytest.mark.parametrize("query", ["招商引资", "招商引資"])
def test_hits_on_arrival_stay_marked_whichever_way_the_page_turns(page: Page, site_url: str, query: str) -> None:
    page.goto(f"{site_url}{FIRST}?hl={query}")
    marks = page.locator("#text mark")
    expect(marks.first).to_have_text("招商引资")
    before = marks.count()
    button(page).click()
    expect(marks.first).to_have_text("招商引資")
    assert marks.count() == before and "?hl=" in page.url
    page.goto(f"{site_url}{asking(FIRST, 'received')}&hl={query}")
    expect(marks.first).to_have_text("招商引資")
    assert marks.count() == before
    button(page).click()
    expect(marks.first).to_have_text("招商引资")


def test_marks_cleared_leave_the_text_as_it_was(
    receiver: Page, site_url: str, texts: dict[str, dict[str, str]]
) -> None:
    receiver.goto(f"{site_url}{FIRST}?hl=招商引资")
    expect(receiver.locator("#text mark").first).to_be_visible()
    receiver.get_by_role("button", name="清除标记").click()
    assert receiver.locator("#text").text_content() == texts["received"][HENAN]
    button(receiver).click()
    assert receiver.locator("#text").text_content() == texts["reading"][HENAN]


@pytest.mark.parametrize("form", FORMS)
def test_a_sentence_address_holds_in_either_form(
    page: Page, site_url: str, form: str, texts: dict[str, dict[str, str]]
) -> None:
    page.goto(site_url + asking(FIRST, form) + "#s2")
    target = page.locator(".pp-s:target")
    expect(target).to_be_in_viewport()
    assert (target.text_content() or "").strip() in texts[form][HENAN]


@pytest.mark.parametrize(("form", "title"), [("reading", "豫政办〔2017〕159号"), ("received", "豫政辦〔2017〕159號")])
def test_a_sentence_is_quoted_in_the_form_shown_with_an_address_that_shows_it(
    page: Page, site_url: str, form: str, title: str, texts: dict[str, dict[str, str]]
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site_url + asking(FIRST, form))
    canonical = page.url.split("?")[0].split("#")[0]  # where it is read: it was built without its public address
    page.locator("#s1").click()
    said = Told(page.locator(".pp-tools [role=status]"))
    copied = copied_by(page.get_by_role("button", name="复制这一句的引文"))
    said.wait_for("已复制这一句的引文")
    words = texts[form][HENAN].split("。")[0].strip()
    assert copied[1:].startswith(words) and title in copied
    assert copied.endswith(f"{canonical}{'?form=received' if form == 'received' else ''}#s1")


# ── the way back, in the browser's words ──


def test_the_browser_reads_a_patch_as_python_does(page: Page, site_url: str, corpus: Corpus) -> None:
    sources = [(reading_form(corpus.sources[d.id], d.lang), corpus.sources[d.id]) for d in corpus.documents]
    odd = [("𠮷同a", "吉同𠮷"), (".0", "0."), ("同" * 200 + "后", "同" * 200 + "後"), ("", ""), ("🈚\n", "\r\n")]
    page.goto(site_url)
    there = page.evaluate(
        """async (all) => {
          const { patched } = await import("./assets/js/shared/form.js");
          return all.map(([shown, steps]) => patched(Array.from(shown), steps).join(""));
        }""",
        [[shown, patch(shown, wanted)] for shown, wanted in [*sources, *odd]],
    )
    assert there == [wanted for _, wanted in [*sources, *odd]]


def test_a_page_turned_there_and_back_many_times_is_the_same(page: Page, site_url: str) -> None:
    page.goto(site_url + "documents/henan-industrial-clusters/")
    html = "document.querySelector('main').innerHTML"
    page.evaluate("document.querySelectorAll('[data-hant]').forEach((e) => e.removeAttribute('lang'))")
    before = page.evaluate(html)
    for _ in range(4):
        button(page).click()
    assert page.evaluate(html) == before


# ── without scripts, below a path ──


def test_without_javascript_it_is_read_with_a_way_to_the_source(plain: Page, site_url: str, corpus: Corpus) -> None:
    plain.goto(site_url + FIRST)
    assert SHOWN in plain.locator("h1").inner_text()
    assert plain.locator(".pp-formswitch").is_hidden() and plain.locator("[data-form-line=received]").is_hidden()
    plain.get_by_role("link", name="看原貌").click()
    plain.wait_for_url("**/*.txt")
    source = next(text for name, text in corpus.sources.items() if name == HENAN.split("/")[0])
    assert plain.request.get(plain.url).body().decode("utf-8") == source


def test_without_javascript_a_page_of_many_texts_leads_to_all_sources(plain: Page, site_url: str) -> None:
    plain.goto(site_url + "topics/investment-promotion/")
    plain.get_by_role("link", name="看原貌").click()
    plain.wait_for_url(f"{site_url}data/")


@pytest.mark.parametrize("path", [FIRST, COMPARE])
def test_both_forms_below_a_path(page: Page, subpath_url: str, path: str) -> None:
    page.goto(subpath_url + path)
    expect(page.locator("main :is(h1, h3)", has_text=SHOWN).first).to_be_attached()
    button(page).click()
    expect(page.locator("main :is(h1, h3)", has_text=TITLE).first).to_be_attached()
    assert page.url.startswith(subpath_url)


def test_without_javascript_below_a_path(plain: Page, subpath_url: str, site: Path) -> None:
    plain.goto(subpath_url + FIRST)
    address = plain.get_by_role("link", name="看原貌").evaluate("a => a.href")
    assert address.startswith(subpath_url) and (site / address.removeprefix(subpath_url)).is_file()


@pytest.mark.parametrize("path", ["analysis/", "404.html", "contribute/"])
def test_a_page_that_shows_no_text_says_nothing_of_forms(page: Page, site_url: str, path: str) -> None:
    page.goto(site_url + path)
    if page.locator("[data-received]").count() == 0:
        expect(page.locator(".pp-form")).to_have_count(0)
