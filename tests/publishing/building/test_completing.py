"""What a page gets once it is HTML."""

from __future__ import annotations

import doctest
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.model import Topic
from build_scripts.publishing.building import shielding_raw_links
from build_scripts.publishing.building.completing_pages import _parted, completed
from build_scripts.publishing.building.shielding_raw_links import shielded, unshielded
from build_scripts.publishing.index.essays import Essay
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.reading_form.in_html import in_reading_form
from tests.publishing.html import parse

SITE = Site("https://policy.example/sub/")
HEAD = (
    '<meta property="og:title" content="方法 &amp; 数据"><meta name="description" content="怎样&#34;读&#34;">'
    "<!-- to come: head --><!-- to come: data -->"
)
PROSE = "<!-- to come: prose -->{}<!-- prose ends -->"
TABLE = "<h2 id='t'>表</h2><table><thead><tr><th>甲</th></tr></thead></table>"
TRADITIONAL = '<h1>題</h1><blockquote lang="zh-Hant">關於</blockquote>'


def nothing(path: str) -> str:
    raise AssertionError(path)


def test_a_page_without_marks_stays_as_it_is() -> None:
    page = "<head></head><table></table><h1>题</h1>"
    assert completed(page, "method/", SITE, nothing) == page


def test_the_head_says_title_and_description_as_the_page_does() -> None:
    page = parse(completed(HEAD, "method/", SITE, nothing))
    told = {e.attrs.get("name"): e.attrs["content"] for e in page.all("meta") if "name" in e.attrs}
    assert told["DC.title"] == "方法 & 数据" and told["DC.identifier"] == "https://policy.example/sub/method/"
    (data,) = page.all("script")
    assert data.attrs["type"] == "application/ld+json" and "方法 & 数据".replace("&", "\\u0026") in data.text


def test_a_completed_page_is_complete() -> None:
    once = completed(HEAD + PROSE.format(TABLE + TRADITIONAL), "method/", SITE, nothing)
    assert "to come" not in once and completed(once, "method/", SITE, nothing) == once


def test_an_essay_says_whose_it_is_and_of_which_days_and_how_it_is_cited() -> None:
    about = (Topic("talent", "人<才>", "Talent", "人。"),)
    essay = Essay("谁写了<数字>", "说。", "2026-11-21", ("talent",), True, "2026-11-26", "numbers", about)
    written = HEAD + "<!-- to come: essay -->" + PROSE.format("<h1>谁写了</h1><p>一段。</p>")
    once = completed(written, "analysis/numbers/", replace(SITE, version="2026.1"), nothing, essay)
    page = parse(once)
    line = next(e for e in page.all("p") if "pp-signed" in e.attrs.get("class", ""))
    assert "政策对读编者" in line.text and "人<才>" in line.text and "2026.1" in line.text
    assert [e.attrs["datetime"] for e in line.all("time")] == ["2026-11-21", "2026-11-26"]
    (cited,) = (e for e in page.all("section") if "data-cite" in e.attrs)
    assert "谁写了<数字>" in cited.text and cited.attrs["data-cite"].endswith("/analysis/numbers/")
    assert {e.attrs.get("content") for e in page.all("meta")} >= {"2026-11-26", "政策对读编者"}
    assert once.index("一段") < once.index("data-cite") < once.index("</section>")
    assert completed(once, "analysis/numbers/", SITE, nothing, essay) == once


def test_tables_of_prose_scroll_and_those_of_generated_pages_are_left() -> None:
    page = completed(TABLE + PROSE.format(TABLE), "method/", SITE, nothing)
    assert page.startswith(TABLE)
    (group,) = (e for e in parse(page).all("div") if e.attrs.get("role") == "group")
    assert [e.tag for e in group.all("table")] == ["table"]


def test_a_page_whose_texts_are_not_as_received_says_so_below_its_title_and_leads_there() -> None:
    page = parse(completed(f"{TRADITIONAL}<p>甲,乙</p>", "measures/a/1/", SITE, nothing))
    read, received = (e for e in page.all("p") if "data-form-line" in e.attrs)
    assert read.text == "阅读版：繁体转为简体 2 字，标点用全角 1 处。 看原貌" and "hidden" in received.attrs
    (link,) = read.all("a")
    assert link.attrs["href"] == "../../../data/sources/a.txt"


def test_a_page_that_scripts_draw_says_so_too_and_a_page_of_our_own_words_does_not() -> None:
    assert "data-form-line" in completed("<h1>对照</h1><div data-drawn></div>", "compare/", SITE, nothing)
    assert "data-form-line" not in completed("<h1>方法</h1><p>一、二，三。</p>", "method/", SITE, nothing)


def test_what_a_script_imports_is_asked_for_before_it() -> None:
    scripts = {"js/page.js": 'import { b } from "./b.js";', "js/b.js": ""}
    page = '<!-- to come: modules -->\n  <script type="module" src="../../js/page.js"></script>'
    links = [e.attrs["href"] for e in parse(completed(page, "a/b/", SITE, scripts.__getitem__)).all("link")]
    assert links == ["../../js/b.js"]


@pytest.mark.parametrize(
    "html",
    ['<a href="../x/">x</a>', "<img src='a.png'>", '<form action="./" method="get"></form>', '<a href="#s1">x</a>'],
)
def test_a_relative_link_is_out_of_reach_until_the_page_is_completed(html: str) -> None:
    assert "as-written:" in shielded(html)
    assert unshielded(shielded(html)) == html == completed(shielded(html), "a/", SITE, nothing)


@pytest.mark.parametrize(
    "html", ['<a href="https://x.test/">x</a>', '<a href="mailto:x@y.test">x</a>', '<i data-href="x">']
)
def test_what_is_no_relative_link_is_left(html: str) -> None:
    assert shielded(html) == html


def test_links_of_markdown_are_the_generators_own() -> None:
    from markdown import markdown

    made = markdown('[a](b.md)\n\n<p><a href="c/">c</a></p>\n', extensions=[shielding_raw_links.RawLinks()])
    assert 'href="b.md"' in made and 'href="as-written:c/"' in made


def test_examples_in_docstrings_hold() -> None:
    results = doctest.testmod(shielding_raw_links)
    assert results.attempted and not results.failed


def test_a_character_that_was_kept_off_markdown_is_itself_again() -> None:
    page = completed(
        '<a href="?m&#61;a&#38;m&#61;b&#35;s1">&#91;甲&#93; &#60;b&#62; &#123;&#123;</a>', "a/", SITE, nothing
    )
    assert page == '<a href="?m=a&#38;m=b#s1">[甲] &#60;b&#62; &#123;&#123;</a>'


def test_above_and_below_what_a_page_shows_there_is_nothing_to_bring_into_the_reading_form(built: Path) -> None:
    """Which is why only that between them is looked at."""
    parted = {_parted(path.read_text("utf-8"))[::2] for path in built.rglob("*.html")}
    assert len(parted) > 10
    for around in {part for parts in parted for part in parts}:
        assert in_reading_form(around, lambda steps, words: words)[0] == around
