"""Pages as Markdown: what it shows is what the page says, without what is clicked; nothing in it is markup but ours."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HTMLParser, document_fromstring
from markdown_it import MarkdownIt

from build_scripts.publishing.text.html_to_markdown import kept, markdown_of

URL = "https://example.test/a/b/"


def page(inside: str) -> str:
    return f'<!doctype html><html><body><nav>栏目</nav><div class="pp pp-x">{inside}</div></body></html>'


def shown(text: str) -> BeautifulSoup:
    """As CommonMark, with the tables of GitHub."""
    return BeautifulSoup(MarkdownIt("commonmark", {"html": True}).enable("table").render(text), "lxml")


def letters(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h2 id=x>谁来<wbr>做</h2><p>甲\n 乙</p>", "## 谁来做\n\n甲 乙\n"),
        ('<p>见<a href="../c/#s1">三、（四）</a>。</p>', "见[三、（四）](https://example.test/a/c/#s1)。\n"),
        ('<p><a href="x(1)/">x</a></p>', "[x](https://example.test/a/b/x%281%29/)\n"),
        ("<ul><li>甲</li><li>乙<p>丙</p></li></ul>", "- 甲\n- 乙\n\n  丙\n"),
        ("<ol><li>甲</li><li>乙</li></ol>", "1. 甲\n2. 乙\n"),
        ("<dl><div><dt>专题</dt><dd>飞地</dd></div></dl>", "- **专题** 飞地\n"),
        ("<blockquote><p>甲</p><footer>乙</footer></blockquote>", "> 甲\n>\n> 乙\n"),
        ("<table><tr><th>年</th></tr><tr><td>2020</td></tr></table>", "| 年 |\n| --- |\n| 2020 |\n"),
        (
            "<table><tr><th>问</th><th>甘肃</th></tr><tr><th>谁管？</th><td><p>省</p><p>市</p></td></tr></table>",
            "**谁管？**\n\n- **甘肃**\n\n  省\n\n  市\n",
        ),
        ("<pre><code>a\n  ```b</code></pre>", "````\na\n  ```b\n````\n"),
        ("<p>用 <code>a`b</code></p>", "用 `` a`b ``\n"),
        ("<p><b>重</b>，<strong>要</strong></p>", "**重**，**要**\n"),
    ],
)
def test_each_kind_of_element(html: str, text: str) -> None:
    assert markdown_of(page(html), URL) == text


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<p hidden>藏</p>",
        '<p aria-hidden="true">藏</p>',
        "<form><button>按</button></form>",
        '<p class="pp-small pp-screen">只在屏幕</p>',
        "<nav>路</nav>",
        "<svg><text>图</text></svg>",
    ],
)
def test_what_is_no_text_of_the_page_is_left_out(html: str) -> None:
    assert markdown_of(page(f"<p>文</p>{html}"), URL) == "文\n"


def test_a_page_without_a_body_of_ours_has_no_text() -> None:
    assert markdown_of("<html><body><main class='pp'>搬走</main></body></html>", URL) == ""


@pytest.mark.parametrize(
    "text", ["# 一", "- 二", "1. 三", "> 四", "===", "| a |", "*a* _b_", "[x](y)", "&amp;", "`c`", "<b>", "~~d~~"]
)
def test_text_is_never_markup(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    found = shown(markdown_of(page(f"<p>上</p><p>{escaped}</p>"), URL))
    assert [p.get_text() for p in found.find_all("p")] == ["上", text]


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1))
def test_whatever_stands_in_a_paragraph_is_shown(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    found = shown(markdown_of(page(f"<h1>题</h1><p>甲{escaped}乙</p>"), URL))
    assert letters(found.get_text()) == letters(f"题甲{text}乙")


def test_every_page_of_the_site_is_told_to_the_letter(built) -> None:
    """Of the text that is kept nothing is lost: read as Markdown it is the same, letter by letter, in its order."""
    pages = [
        p
        for p in built.rglob("index.html")
        if b'rel="canonical"' in p.read_bytes() and b'name="departed"' not in p.read_bytes()
    ]
    for path in pages:
        html = path.read_text("utf-8")
        body = next(
            e
            for e in document_fromstring(html.encode(), parser=HTMLParser(encoding="utf-8")).iter("div")
            if "pp" in (e.get("class") or "").split()
        )
        for element in [e for e in body.iter() if isinstance(e.tag, str) and not kept(e) and e is not body]:
            if element.getparent() is not None:
                element.drop_tree()
        told = shown(markdown_of(html, URL)).get_text()
        assert set(letters(told)) >= set(letters("".join(p.text_content() for p in body.iter("p")))), path
        told = letters(re.sub(r"[\x00-\x1f]", "", told))
        for paragraph in body.iter("p", "h2", "h3", "h4"):
            words = letters(re.sub(r"[\x00-\x1f]", "", paragraph.text_content()))
            assert words in told, (path, words[:60])
