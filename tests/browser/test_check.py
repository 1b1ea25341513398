"""/check/ in a real browser: a quotation to the letter, in another script, with wrong characters, of nothing we have."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from build_scripts.publishing.text.reading_form.form import reading_form

EXACT = "探索建立省际交界经济合作区"
# Ends when the sources that the page asks for have come: a file is fetched once.
LOADED = (
    "async () => (await import(new URL('../assets/js/check/texts.js', location.href))).loadSources().then(() => null)"
)


def check(page: Page, site_url: str, quotation: str, loose: bool = False, form: str = "reading") -> None:
    page.goto(f"{site_url}check/?form={form}")
    page.get_by_label("引文", exact=True).fill(quotation)
    if loose:
        page.get_by_label("不计标点").check()
    page.get_by_role("button", name="核对").click()
    expect(page.locator(".pp-checked").first).to_be_visible()


def verdicts(page: Page) -> list[str | None]:
    return [s.get_attribute("data-verdict") for s in page.locator(".pp-checked").all()]


def differing(page: Page, tag: str) -> list[str]:
    return page.locator(f".pp-checked {tag}").all_inner_texts()


def test_a_sentence_to_the_letter_is_found_with_its_place(page: Page, site_url: str) -> None:
    check(page, site_url, EXACT)
    assert verdicts(page) == ["same"]
    assert page.locator("[data-measure='gansu-enclave-economy/3.3']").count() == 1
    link = page.locator(".pp-checked a").last
    assert (link.get_attribute("href") or "").endswith("/measures/gansu-enclave-economy/3.3/#s1")
    link.click()
    expect(page.locator(".pp-s:target")).to_contain_text(EXACT)


def test_the_offsets_told_are_those_of_the_dataset(page: Page, site_url: str, site: Path) -> None:
    check(page, site_url, EXACT)
    told = page.locator(".pp-checked .pp-small").last.inner_text()
    measures = json.loads((site / "data" / "corpus.json").read_text("utf-8"))["measures"]
    measure = next(m for m in measures if m["id"] == "gansu-enclave-economy/3.3")
    start = measure["start"] + measure["text"].index(EXACT)
    assert told == f"原文第 {start + 1}–{start + len(EXACT)} 字"


@pytest.mark.parametrize("form", ["reading", "received"])
@pytest.mark.parametrize(
    ("quotation", "verdict", "measure"),
    [
        ("探索建立省際交界經濟合作區", "form", "gansu-enclave-economy/3.3"),
        (
            "積極推動甘陝寧蒙、甘新藏青、甘陝青川省際交界區域協作，探索建立省際交界經濟合作區。",
            "form",
            "gansu-enclave-economy/3.3",
        ),
        ("把產業集聚區和開發區作為全省轉型發展攻堅的主陣地,", "same", "henan-industrial-clusters/1.1"),
        ("把产业集聚区和开发区作为全省转型发展攻坚的主阵地，", "same", "henan-industrial-clusters/1.1"),
        ("把产业集聚区和开发区作为全省转型发展攻坚的主阵地,", "form", "henan-industrial-clusters/1.1"),
        ("“落实兰西城市群“１＋３＋１０”协议”", "words", None),
    ],
)
def test_either_script_and_either_width_will_do(
    page: Page, site_url: str, quotation: str, verdict: str, measure: str | None, form: str
) -> None:
    """To the letter is as received or as it is read, whichever is shown."""
    check(page, site_url, quotation, form=form)
    assert verdicts(page) == [verdict]
    if measure:
        assert page.locator(f"[data-measure='{measure}']").count() == 1


def test_turning_to_the_other_form_keeps_the_quotation_and_tells_what_was_found_anew(
    page: Page, unvisited_url: str
) -> None:
    check(page, unvisited_url, "產業集聚區和开发区作为")
    printed = page.locator(".pp-checked [data-measure='henan-industrial-clusters/1.1']")
    expect(printed).to_contain_text("产业集聚区和开发区作为")
    expect(page.locator(".pp-checked [lang='zh-Hant']")).to_have_count(0)
    page.context.set_offline(True)
    page.get_by_role("button", name="原貌", exact=True).click()
    expect(printed).to_contain_text("產業集聚區和開發區作為")
    expect(page.locator(".pp-checked [lang='zh-Hant']").first).to_be_attached()
    expect(page.get_by_label("引文", exact=True)).to_have_value("產業集聚區和开发区作为")
    assert verdicts(page) == ["form"]


def test_wrong_characters_are_marked_one_by_one(page: Page, site_url: str) -> None:
    check(page, site_url, "探索成立省际交界的经济合区")
    assert verdicts(page) == ["words"]
    assert differing(page, "del") == ["成", "的"]
    assert differing(page, "ins") == ["建", "作"]


def test_punctuation_alone_is_said_to_be_punctuation(page: Page, site_url: str) -> None:
    quotation = "积极推动甘陕宁蒙、甘新藏青、甘陕青川省际交界区域协作。探索建立省际交界经济合作区;"
    check(page, site_url, quotation)
    assert verdicts(page) == ["marks"]
    assert differing(page, "del") == ["。", ";"]
    check(page, site_url, quotation, loose=True)
    assert verdicts(page) == ["form"]


def test_line_breaks_and_quotation_marks_around_do_not_matter(page: Page, site_url: str) -> None:
    check(page, site_url, "“探索建立\n 省际交界经济合作区”")
    assert verdicts(page) == ["form"]


def test_pieces_between_ellipses_are_checked_one_by_one(page: Page, site_url: str) -> None:
    check(page, site_url, "积极推动甘陕宁蒙……探索建立省际交界经济合作区……本段落纯属虚构与任何文件毫无关联")
    assert verdicts(page) == ["same", "same", "none"]
    expect(page.get_by_role("status")).to_have_text("有 1 段不在收录的原文里。")


def test_what_is_not_in_the_sources_is_said_so(page: Page, site_url: str) -> None:
    check(page, site_url, "春江潮水连海平,海上明月共潮生")
    assert verdicts(page) == ["none"]


@pytest.mark.parametrize("shown", ["reading", "received"])
@pytest.mark.parametrize("quoted", ["reading", "received"])
def test_every_measure_of_the_sources_is_found_as_received_and_as_it_is_read(
    page: Page, site_url: str, site: Path, shown: str, quoted: str
) -> None:
    corpus = json.loads((site / "data" / "corpus.json").read_text("utf-8"))
    langs = {d["id"]: d["lang"] for d in corpus["documents"]}
    measures = [
        {**m, "text": reading_form(m["text"], langs[m["id"].split("/")[0]]) if quoted == "reading" else m["text"]}
        for m in corpus["measures"]
    ]
    page.goto(f"{site_url}check/?form={shown}")
    wrong = page.evaluate(
        """async (measures) => {
          const { loadSources } = await import(new URL("../assets/js/check/texts.js", location.href));
          const { judge } = await import(new URL("../assets/js/check/judge.js", location.href));
          const { sources, fold } = await loadSources();
          const look = judge(sources, fold);
          return measures.filter(({ id, text }) => {
            const found = look(text, false);
            return !found.some((f) => f.verdict === "same" && f.measure.id === id);
          }).map((m) => m.id);
        }""",
        [{"id": m["id"], "text": m["text"]} for m in measures],
    )
    assert wrong == []


def test_two_thousand_characters_with_faults_are_found(page: Page, site_url: str, site: Path) -> None:
    """How long it takes is told by make bench (speed.py)."""
    source = json.loads((site / "assets/check/zhangye-county-economy.json").read_text("utf-8"))["text"]
    faulty = "".join("错" if n % 97 == 50 else c for n, c in enumerate(source[3000:5000]))
    check(page, site_url, faulty)
    assert verdicts(page) == ["words"]


def test_markup_in_a_quotation_is_text(page: Page, site_url: str) -> None:
    check(page, site_url, "<img src=x onerror=alert(1)>探索建立省际交界经济合作区")
    assert page.locator(".pp-checked img").count() == 0


def test_without_javascript_the_page_says_what_it_needs(plain: Page, site_url: str) -> None:
    plain.goto(site_url + "check/")
    assert "需要 JavaScript" in plain.locator("noscript").inner_text()
    assert plain.get_by_role("button", name="核对").is_disabled()


def test_it_works_once_loaded_without_a_network(page: Page, subpath_url: str) -> None:
    page.goto(subpath_url + "check/")
    with page.expect_response("**/assets/check/zhangye-county-economy.json"):
        page.get_by_label("引文", exact=True).focus()
    page.evaluate(LOADED)
    page.context.set_offline(True)
    page.get_by_label("引文", exact=True).fill(EXACT)
    page.get_by_role("button", name="核对").click()
    expect(page.locator(".pp-checked[data-verdict='same']")).to_be_visible()
