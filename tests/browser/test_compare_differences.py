"""What differs, in a comparison: the questions answered in common, and the reading in which the common words grow quiet."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Corpus
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.index.sentence_of_evidence import sentence_of

from .clipboard import copied_by

EXIT = ("gansu-etdz-upgrade/6.21", "henan-industrial-clusters/10.4")
APART = ("gansu-enclave-economy/3.6", "henan-industrial-clusters/9.1")

# The ratio of contrast between an element's ink and the first ground below it that is painted.
CONTRAST = """(e) => {
  const parts = (colour) => { const c = document.createElement("canvas").getContext("2d"); c.fillStyle = colour; c.fillRect(0, 0, 1, 1); return [...c.getImageData(0, 0, 1, 1).data]; };
  const light = (colour) => { const [r, g, b] = parts(colour).map((v) => { const x = v / 255; return x <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  let ground = e;
  while (parts(getComputedStyle(ground).backgroundColor)[3] < 255) ground = ground.parentElement;
  const [a, b] = [light(getComputedStyle(e).color), light(getComputedStyle(ground).backgroundColor)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}"""


@pytest.fixture
def compare(page: Page, site_url: str) -> Callable[..., Page]:
    """Opens the comparison of some measures and waits until it is drawn."""

    def open_(*ids: str) -> Page:
        page.goto(site_url + "compare/?" + "&".join(f"m={i}" for i in ids))
        expect(page.locator("#pp-compare")).to_have_attribute("data-shown", " ".join(ids))
        return page

    return open_


def test_questions_answered_in_common_stand_first(compare: Callable[..., Page], site_url: str) -> None:
    page = compare(*EXIT)
    row = page.locator(".pp-common tbody[data-point='evaluation/penalties']")
    expect(row.locator("td").last).to_contain_text("核减面积直至撤销")
    question = row.get_by_role("link", name="考不好会怎样？")
    expect(question).to_have_attribute("href", f"{site_url}topics/evaluation/#q-penalties")
    sentence = row.locator("td").first.get_by_role("link").first.get_attribute("href") or ""
    assert sentence.startswith(f"{site_url}measures/{EXIT[0]}/#s")
    order = page.eval_on_selector_all(
        "#pp-compare > section", "all => all.map((e) => e.getAttribute('aria-labelledby'))"
    )
    assert order[:4] == ["differ", "texts", "legend", "facts"]


def test_a_link_leads_to_the_sentence_that_proves(corpus: Corpus) -> None:
    index = Index(corpus)
    for name, quotings in index.quoted_of_measure.items():
        measure = index.entries[name].measure
        assert measure.at is not None
        for quoting in quotings:
            n = sentence_of(measure, quoting.evidence)
            at = quoting.evidence.at
            assert at is not None and (n is None) == (not measure.at.start <= at.start < measure.at.end)


def test_what_answers_nothing_in_common_says_so(compare: Callable[..., Page]) -> None:
    page = compare(*APART)
    assert page.locator(".pp-common").count() == 0
    for told in page.locator(".pp-common__alone summary").all_inner_texts():
        assert told.startswith("这几条没有共同回答的问题")


def test_only_what_differs_keeps_its_ink(compare: Callable[..., Page], compared: Comparison) -> None:
    page = compare(*EXIT)
    shared, whole = page.locator(".pp-shared").first, page.locator(".pp-sidebyside__text p").first
    ink = "(e) => [getComputedStyle(e).color, getComputedStyle(e).fontWeight]"
    before = shared.evaluate(ink)
    page.get_by_label("只看不同").check()
    quiet, full = shared.evaluate(ink), whole.evaluate(ink)
    assert quiet != before and quiet[0] != full[0] and int(quiet[1]) < int(full[1])
    assert page.locator(".pp-set-phrase").first.evaluate(ink)[0] == quiet[0]
    texts = page.eval_on_selector_all(".pp-sidebyside__text", "all => all.map((c) => c.textContent)")
    assert [len(t) for t in texts] == [len(compared.measures[i].measure.text) for i in EXIT]


def test_it_is_remembered_and_outlives_a_move(compare: Callable[..., Page]) -> None:
    page = compare(*EXIT)
    page.get_by_label("只看不同").check()
    page.locator("[data-act='0-后移']").click()
    expect(page.locator("#pp-texts[data-quiet]")).to_have_count(1)
    page.reload()
    expect(page.get_by_label("只看不同")).to_be_checked()
    expect(page.locator("#pp-texts[data-quiet]")).to_have_count(1)
    page.get_by_label("只看不同").uncheck()
    page.reload()
    expect(page.locator("#pp-texts[data-quiet]")).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_quiet_words_stay_legible(page: Page, compare: Callable[..., Page], theme: str, media: str) -> None:
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    compare(*EXIT)
    page.get_by_label("只看不同").check()
    page.emulate_media(media=media, color_scheme=theme)  # type: ignore[arg-type]
    for kind in (".pp-shared", ".pp-set-phrase", ".pp-clause"):
        assert page.locator(kind).first.evaluate(CONTRAST) >= 4.5, kind
    assert page.locator(".pp-sidebyside__text p").first.evaluate(CONTRAST) > 12


def test_no_colour_of_a_phrase_is_a_places(compare: Callable[..., Page]) -> None:
    page = compare(*EXIT)
    colours = page.eval_on_selector_all(
        ".pp-shared[data-n], .pp-legend__n",
        "all => all.map((e) => [getComputedStyle(e).textDecorationColor, getComputedStyle(e, '::before').color]).flat()",
    )
    places = page.eval_on_selector_all(
        ".pp-sidebyside__col", "all => all.map((e) => getComputedStyle(e).borderTopColor)"
    )
    assert colours and not set(colours) & set(places)
    lines = page.eval_on_selector_all(
        ".pp-shared[data-n]", "all => all.map((e) => getComputedStyle(e).textDecorationStyle)"
    )
    assert len(set(lines)) > 1, "told apart by the kind of line"


def test_the_link_is_copied(page: Page, site_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    query = "?" + "&".join(f"m={i}" for i in EXIT)
    page.goto(f"{site_url}compare/{query}")
    assert copied_by(page.get_by_role("button", name="复制链接")) == f"{site_url}compare/{query}"
    expect(page.locator("#pp-copied")).to_have_text("已复制")


def test_on_a_phone_the_table_is_a_list(compare: Callable[..., Page]) -> None:
    page = compare(*EXIT)
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.eval_on_selector_all(
        ".pp-common td", "all => all.every((e) => e.getBoundingClientRect().right <= innerWidth)"
    )
