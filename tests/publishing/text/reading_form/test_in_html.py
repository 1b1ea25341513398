"""A page in the reading form: what is read in one go, what stays, and the way back to every text."""

from __future__ import annotations

import re
from html import escape, unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.publishing.text.reading_form import pieces_of_page
from build_scripts.publishing.text.reading_form.form import Changes, reading_form
from build_scripts.publishing.text.reading_form.in_html import in_reading_form
from tests.publishing.html import Element, parse, received
from tests.publishing.text.reading_form.made_up import chinese

HANT = '<p lang="zh-Hant">'


def read(html: str) -> str:
    """The page, and its way back tried: turned to 原貌 it says what it said."""
    told, changed = in_reading_form(html, lambda steps, words: f'<span data-received="{steps}">{words}</span>')
    assert said(received(parse(told))) == said(parse(html))
    assert bool(changed) == ("data-received" in told)
    return told


def said(page: Element) -> list[str]:
    """Every text of a page and its language, neighbours together: the span around a loose stretch makes no difference."""
    out: list[str] = []

    def walk(element: Element, lang: str) -> None:
        lang = element.attrs.get("lang") or lang
        for child in element.children:
            if isinstance(child, Element):
                walk(child, lang)
            else:
                out.append(f"{lang}:{child}") if not out or not out[-1].startswith(f"{lang}:") else out.append(
                    out.pop() + child
                )

    walk(page, "")
    return out


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<p>甲,乙</p>", '<p data-received="1,">甲，乙</p>'),
        ("<p>甲，乙</p>", "<p>甲，乙</p>"),
        (HANT + "推進</p>", '<p data-hant data-received="1進">推进</p>'),
        (HANT + "甲乙</p>", "<p data-hant>甲乙</p>"),
        ("<p>推進</p>", "<p>推進</p>"),
        # inline elements are read together with what is around them
        ("<p>甲<b>,</b>乙</p>", '<p data-received="1,">甲<b>，</b>乙</p>'),
        ('<p>甲"<a href="x">乙</a>"丙</p>', '<p data-received="1&quot;1&quot;">甲“<a href="x">乙</a>”丙</p>'),
        (HANT + "顯<em>著</em></p>", '<p data-hant data-received="0顯">显<em>著</em></p>'),
        # blocks are read each by itself
        ('<div><p>甲"乙</p><p>丙"丁</p></div>', '<div><p>甲"乙</p><p>丙"丁</p></div>'),
        ("<ul><li>甲,乙</li><li>丙</li></ul>", '<ul><li data-received="1,">甲，乙</li><li>丙</li></ul>'),
        # a stretch between blocks has a span of its own
        (
            "<div>甲,乙<p>丙</p>丁,戊</div>",
            '<div><span data-received="1,">甲，乙</span><p>丙</p><span data-received="1,">丁，戊</span></div>',
        ),
        ("<td>甲,乙<ul><li>丙</li></ul></td>", '<td><span data-received="1,">甲，乙</span><ul><li>丙</li></ul></td>'),
        # controls say what they say, and are not counted
        ("<p>甲,<button>复制,好</button>乙,丙</p>", '<p data-received="1,1,">甲，<button>复制,好</button>乙，丙</p>'),
        # code, scripts, styles and what is marked verbatim stay
        ("<p>甲<code>乙,丙</code></p>", "<p>甲<code>乙,丙</code></p>"),
        (
            "<p>甲,乙<code>丙,丁</code>戊,己</p>",
            '<p><span data-received="1,">甲，乙</span><code>丙,丁</code><span data-received="1,">戊，己</span></p>',
        ),
        ("<p>甲,乙<script>丙,丁</script>戊,己</p>", '<p data-received="1,2,">甲，乙<script>丙,丁</script>戊，己</p>'),
        (
            "<pre>甲,乙</pre><script>甲,乙</script><style>甲,乙</style>",
            "<pre>甲,乙</pre><script>甲,乙</script><style>甲,乙</style>",
        ),
        ("<p data-verbatim>甲,乙</p>", "<p data-verbatim>甲,乙</p>"),
        ("<PRE>甲,乙</PRE>", "<PRE>甲,乙</PRE>"),
        # and nothing that only looks like it
        ("<p data-v data-verb>甲,乙</p>", '<p data-v data-verb data-received="1,">甲，乙</p>'),
        ('<p id=" data-verbatim">甲,乙</p>', '<p id=" data-verbatim" data-received="1,">甲，乙</p>'),
        ('<p id="<pre>">甲,乙</p>', '<p id="<pre>" data-received="1,">甲，乙</p>'),
        ("<pre-x>甲,乙</pre-x>", '<pre-x data-received="1,">甲，乙</pre-x>'),
        ("<textarea>甲,乙</textarea><!-- 甲,乙 -->", "<textarea>甲,乙</textarea><!-- 甲,乙 -->"),
        # entities
        ("<p>甲&lt;乙&gt;,&amp;丙</p>", "<p>甲&lt;乙&gt;,&amp;丙</p>"),
        ("<p>甲&amp;乙,丙</p>", '<p data-received="3,">甲&amp;乙，丙</p>'),
        ("<p>《甲&lt;乙&gt;丙》</p>", '<p data-received="2&lt;1&gt;">《甲〈乙〉丙》</p>'),
        ("<p>甲&#34;乙&#34;</p>", '<p data-received="1&quot;1&quot;">甲“乙”</p>'),
        # a line may break between quotations side by side
        ('<p title="”“">“甲”“乙”</p>', '<p title="”“">“甲”<wbr>“乙”</p>'),
        ("<p>「甲」「乙」</p>", '<p data-received="0「1」0「1」">“甲”<wbr>“乙”</p>'),
        # a citation keeps its marks and changes its script
        (
            '<span data-marks lang="zh-Hant">推進[J].甲,乙</span>',
            '<span data-marks data-hant><span data-received="1進">推进[J].甲,乙</span></span>',
        ),
    ],
)
def test_what_becomes_of_it(html: str, told: str) -> None:
    assert read(html) == told


def test_a_language_of_its_own_ends_the_one_around() -> None:
    told = read(f'{HANT}推進<span lang="zh-Hans">推進</span>推進</p>')
    assert told == '<p data-hant data-received="1進3進">推进<span lang="zh-Hans">推進</span>推进</p>'


@pytest.mark.parametrize("character", ["\x01", "\t", "\r", "\u00a0", "\u200b", "𠮷"])
def test_characters_that_others_drop_stay(character: str) -> None:
    told = read(f"<p>甲,乙{character.replace(chr(13), '&#13;')}丙</p>")
    assert parse(told).text == f"甲，乙{character}丙"


class TestLabels:
    def test_they_stand_as_they_are_read_in_either_script_without_a_way_back(self) -> None:
        told = read('<a title="推進,甲" aria-label="據《關於推進》" href="?a,b">乙</a>')
        assert told == '<a title="推进，甲" aria-label="据《关于推进》" href="?a,b">乙</a>'

    def test_what_a_sentence_is_attributed_to_has_a_way_back(self) -> None:
        told = read('<p data-from="《關於推進》,甲">乙</p>')
        assert told == '<p data-from="《关于推进》，甲" data-from-received="《關於推進》,甲">乙</p>'

    def test_quotes_in_them_stay_within(self) -> None:
        told = read("""<a title='甲"乙"'>乙</a>""")
        assert parse(told).children[0].attrs["title"] == "甲“乙”"


def test_changes_are_counted_over_the_page() -> None:
    _, changed = in_reading_form(f"{HANT}推進,</p><p>甲,乙</p>", lambda steps, words: words)
    assert changed == Changes(characters=1, marks=2)


INLINE = ["b", "a", "span", "em", "code", "button"]
BLOCKS = ["p", "div", "li", "td", "section"]
WORDS = chinese(4).map(lambda t: escape(t, quote=False).replace("\r", "&#13;"))


def element(inner: st.SearchStrategy[str], names: list[str]) -> st.SearchStrategy[str]:
    lang = st.sampled_from(["", "", ' lang="zh-Hant"', ' lang="zh-Hans"'])
    return st.builds(
        lambda n, at, said: f"<{n}{at}>{''.join(said)}</{n}>", st.sampled_from(names), lang, st.lists(inner, max_size=3)
    )


INSIDE = st.recursive(WORDS, lambda inner: element(inner, INLINE), max_leaves=4)
PAGES = st.recursive(element(INSIDE, BLOCKS), lambda inner: element(inner | INSIDE, BLOCKS), max_leaves=5)


@settings(deadline=None, max_examples=200)
@given(PAGES)
def test_any_page_turned_to_the_original_says_what_it_said(html: str) -> None:
    read(html)


@settings(deadline=None, max_examples=200)
@given(PAGES)
def test_what_is_passed_over_would_have_stayed(html: str) -> None:
    told = read(html)
    with pytest.MonkeyPatch.context() as every_text_looked_at:
        every_text_looked_at.setattr(pieces_of_page, "LOOSE", re.compile(""))
        assert read(html) == told


TAGS = [f"<{end}{name}>" for end in ("", "/") for name in ("p", "b", "button", "code", "script", "PRE")]
OTHERS = [
    HANT,
    "<br>",
    "<hr/>",
    "<!-- 甲,乙 -->",
    "<",
    "甲,乙",
    "推進",
    "&lt;",
    '<a title="<p>">',
    "<div data-verbatim>",
]


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(TAGS + OTHERS), max_size=12).map("".join))
def test_the_pieces_of_anything_are_all_of_it_text_by_tag(html: str) -> None:
    page = pieces_of_page.taken_apart(html)
    assert "".join(page.pieces) == html
    assert all(re.match("</?[a-zA-Z]|<!--", piece) for piece in page.pieces[1::2])
    for chunk in page.chunks:
        assert [text.words for text in chunk.texts] == [unescape(page.pieces[place]) for place in chunk.places]


@settings(deadline=None)
@given(chinese(), st.sampled_from(["zh-Hans", "zh-Hant"]))
def test_a_text_alone_in_its_block_is_its_reading_form(text: str, lang: str) -> None:
    html = f'<p lang="{lang}">{escape(text)}</p>'.replace("\r", "&#13;")
    assert parse(read(html)).text == reading_form(text, lang)
