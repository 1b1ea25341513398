"""The tree of a page: what a parser that mends everything makes of a page where nothing is to be mended."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as mending

from build_scripts.publishing.text.html_tree import Element, tree


def all_kept(tag: str, attributes: Mapping[str, str]) -> bool:
    return True


def seen(tag: str, attributes: Mapping[str, str]) -> bool:
    return "hidden" not in attributes


def told(element: Element) -> list[object]:
    """What is inside an element: neighbouring texts together, each element as its tag, its attributes, what is inside."""
    out: list[object] = []
    for child in element.inside:
        if not isinstance(child, str):
            out.append([child.tag, dict(child.attributes), told(child)])
        elif out and isinstance(out[-1], str):
            out[-1] += child
        else:
            out.append(child)
    return out


@pytest.mark.parametrize(
    ("html", "inside"),
    [
        ("甲<b>乙</b>丙", ["甲", ["b", {}, ["乙"]], "丙"]),
        ("甲<br>乙<hr/>丙", ["甲", ["br", {}, []], "乙", ["hr", {}, []], "丙"]),
        ("甲<!-- <b>乙</b> -->丙<script>'<b>'</script>丁<style>戊</style>", ["甲丙丁"]),
        ("a &lt; b &amp; c < d", ["a < b & c < d"]),
        (
            """<a href="?a&amp;b" title='>"' id=x hidden>甲</a>""",
            [["a", {"href": "?a&b", "title": '>"', "id": "x", "hidden": ""}, ["甲"]]],
        ),
        # an element ends with the one around it, and an end without a beginning is none
        ("<ul><li>甲<li>乙</ul>丙", [["ul", {}, [["li", {}, ["甲", ["li", {}, ["乙"]]]]]], "丙"]),
        ("甲</p>乙", ["甲乙"]),
    ],
)
def test_what_is_in_it(html: str, inside: list[object]) -> None:
    assert told(tree(html, all_kept)) == inside


def test_what_is_not_kept_is_not_there_nor_what_is_inside() -> None:
    assert told(tree("甲<p hidden>乙<p>丙</p><b>丁</b></p>戊<input hidden>己", seen)) == ["甲戊己"]


def test_what_is_thin_leaves_what_is_inside() -> None:
    html = "甲<i>乙<b>丙</b></i><i hidden>丁<i>戊</i>己</i>庚"
    assert told(tree(html, seen, {"i"})) == ["甲乙", ["b", {}, ["丙"]], "庚"]


WORDS = st.text(st.sampled_from("甲乙 \n<>&\"'-!/=a"), min_size=1, max_size=6)
SAID = WORDS.map(lambda text: escape(text, quote=False))
TAGS = st.builds(
    lambda name, told: (name, "".join(f' {key}="{escape(value)}"' for key, value in told.items())),
    st.sampled_from(["div", "section", "b", "span", "em"]),
    st.dictionaries(st.sampled_from(["id", "title", "data-l"]), WORDS, max_size=2),
)
PAGES = st.recursive(
    SAID | st.just("<br>"),
    lambda inner: st.builds(
        lambda tag, inside: f"<{tag[0]}{tag[1]}>{''.join(inside)}</{tag[0]}>", TAGS, st.lists(inner, max_size=4)
    ),
    max_leaves=12,
).map(lambda inside: f"<div>{inside}</div>")


def mended(element: mending.HtmlElement) -> list[object]:
    inside: list[object] = [element.text] if element.text else []
    for child in element:
        inside += [[child.tag, dict(child.attrib), mended(child)], *([child.tail] if child.tail else [])]
    return inside


@settings(deadline=None, max_examples=200)
@given(PAGES)
def test_it_is_the_tree_of_a_parser_that_mends(html: str) -> None:
    assert told(tree(html, all_kept)) == [["div", {}, mended(mending.fragment_fromstring(html))]]
