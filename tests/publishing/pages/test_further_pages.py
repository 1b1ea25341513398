"""A page that is too long is cut where its lists may go on: nothing is lost, nothing is said twice, every link still leads where
it did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urljoin

import pytest

from build_scripts import addresses
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Corpus
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.all_pages import pages, pages_of
from build_scripts.publishing.pages.drawn_pages import drawn
from build_scripts.publishing.pages.parts.further_pages import Heading, cut, whole
from build_scripts.publishing.pages.rendering import Drawn, Page
from build_scripts.publishing.settings import LONGEST
from tests.publishing.html import parse

HERE = "lists/"
LOW = 1500
"""A page of the small corpus may be so long in these tests."""


class Said:
    """Words that tell what they were asked for."""

    def pages(self, n: int, count: int, moved: Sequence[Heading]) -> str:
        return f"<nav>{n}/{count}: {' '.join(h.id for h in moved)}</nav>"

    def more(self, to: int) -> str:
        return f'<p><a href="p.{to}/">more</a></p>'

    def foot(self, n: int, count: int) -> str:
        return f"<p>{n} of {count}</p>"


def in_pages(body: str, most: int) -> tuple[str, ...]:
    return cut(body, HERE, most, Said())


def listed(*items: str) -> str:
    return "<!--long-->" + "<!--cut-->".join(f"<li>{item}</li>" for item in items) + "<!--end-->"


def test_a_page_that_is_short_enough_loses_nothing_but_its_marks() -> None:
    body = f"<div><ul>\n<!--long-->\n{listed('甲', '乙')}\n</ul><!--more--></div>"
    assert in_pages(body, 1000) == ("<div><ul>\n<li>甲</li><li>乙</li>\n</ul></div>",)


def test_a_list_goes_on_under_the_same_heading() -> None:
    body = f"<div><section><!--again--><h2>表</h2><!--once--><ul>{listed('甲' * 20, '乙' * 20)}</ul></section></div>"
    assert in_pages(body, 200) == (
        f"<div><section><h2>表</h2><ul><li>{'甲' * 20}</li></ul></section></div>",
        f"<div><section><h2>表</h2><ul><li>{'乙' * 20}</li></ul></section><p>2 of 2</p></div>",
    )


def test_what_is_no_list_stays_on_the_first_page_which_leads_on() -> None:
    body = f"<div><!--pages--><ul>{listed('甲' * 30, '乙' * 30)}</ul><!--more--><p>尾</p></div>"
    first, second = in_pages(body, 260)
    assert first == f'<div><nav>1/2: </nav><ul><li>{"甲" * 30}</li></ul><p><a href="p.2/">more</a></p><p>尾</p></div>'
    assert "尾" not in second and "乙" in second


def test_an_item_that_is_longer_than_a_page_has_one_to_itself() -> None:
    made = in_pages(f"<ul>{listed('甲', '乙' * 500, '丙')}</ul>", 100)
    assert [len(re.findall("<li>", page)) for page in made] == [1, 1, 1]


def test_a_link_to_a_heading_finds_it_on_its_page_and_other_links_climb_one_step_more() -> None:
    far = '<li><h3 id="far">远</h3><a href="#near">近</a> <a href="../a/">外</a> <a href="https://x.test/">x</a></li>'
    body = f'<ul><li id="near"><a href="#far">远</a></li><!--long--><li>{"甲" * 40}</li><!--cut-->{far}<!--end--></ul>'
    first, second = in_pages(body, 250)
    assert '<a href="p.2/#far">' in first
    assert '<a href="../#near">' in second and '<a href="../../a/">' in second and '"https://x.test/"' in second


def test_elements_that_do_not_close_are_no_page() -> None:
    with pytest.raises(ValueError, match="closes what is not open"):
        in_pages(f"<ul><b>{listed('甲' * 50, '乙' * 50)}</ul>", 100)


def parts(page: Page, longest: int) -> list[tuple[str, Drawn]]:
    return list(drawn(page, longest))


def links(html: str, address: str) -> list[str]:
    """Where a page leads, as addresses below the site's root."""
    hrefs = (e.attrs.get("href") or "" for e in parse(html).all("a"))
    return [urljoin(f"http://x/{address}", h).removeprefix("http://x/") for h in hrefs]


Long = dict[str, tuple[Page, list[tuple[str, Drawn]]]]


@pytest.fixture(scope="module")
def long_ones(corpus: Corpus) -> Long:
    """The pages of the small corpus that are cut, whole and in parts."""
    made = {page.path: (page, parts(page, LOW)) for page in pages(corpus)}
    return {path: held for path, held in made.items() if len(held[1]) > 1}


def test_the_kinds_of_pages_that_grow_are_cut(long_ones: Long) -> None:
    assert {path.split("/")[0] for path in long_ones} >= {"agencies", "topics", "targets.md", "documents"}


def _leads(html: str, address: str) -> set[str]:
    return {to.split("#")[0] for to in links(html, address) if "/p." not in to}


def test_every_link_of_the_whole_page_is_on_one_of_its_pages(long_ones: Long) -> None:
    for page, made in long_ones.values():
        address = addresses.published_at(page.path)
        held = [_leads(part.body, addresses.published_at(path)) for path, part in made]
        assert set().union(*held) - {address} == _leads(page.text, address) - {address}, page.path


def test_every_anchor_that_is_linked_to_is_on_the_page_it_is_said_to_be(long_ones: Long) -> None:
    for page, made in long_ones.values():
        ids = {addresses.published_at(path): _ids(part.body) for path, part in made}
        for path, part in made:
            for to in links(part.body, addresses.published_at(path)):
                there, _, anchor = to.partition("#")
                assert there not in ids or not anchor or anchor in ids[there], (page.path, to)


def _ids(html: str) -> list[str]:
    found = [e.attrs["id"] or "" for e in parse(html).all() if "id" in e.attrs]
    assert len(found) == len(set(found)), sorted(found)
    return found


def test_items_stand_in_their_order_each_once(long_ones: Long) -> None:
    page, made = long_ones["targets.md"]
    assert [goal for _, part in made for goal in _goals(part.body)] == _goals(page.text)


def _goals(html: str) -> list[str]:
    return [e.attrs["id"] or "" for e in parse(html).all("li") if "data-kind" in e.attrs]


def test_a_further_page_says_which_it_is_and_leads_to_the_first(long_ones: Long) -> None:
    for page, made in long_ones.values():
        address = addresses.published_at(page.path)
        for n, (path, part) in enumerate(made[1:], 2):
            assert path == addresses.page_path(f"{address}p.{n}/")
            assert part.head["title"] == f"{made[0][1].head['title']}（第 {n} 页，共 {len(made)} 页）"
            assert "jsonld" not in part.head and part.head["part"] == str(n)
            assert address in links(part.body, addresses.published_at(path)) or n > 2
            assert len(list(parse(part.body).all("h1"))) == (page.path != "compare/index.md")


def test_the_first_page_keeps_the_anchors_of_headings_that_went(corpus: Corpus) -> None:
    (page,) = (p for p in pages(corpus) if p.path == "targets.md")
    (_, first), (_, second), *_ = parts(page, len(page.text.encode()) - 200)
    years = {e.attrs["id"] for e in parse(page.text).all("h2")}
    assert years <= set(_ids(first.body))
    assert years & set(_ids(second.body)) == {"undated"}


def test_every_template_closes_what_it_opens(five_texts: Corpus) -> None:
    """Else it could not be cut, and nobody would know until the corpus has grown."""
    for page in _listing(Index(five_texts), Comparison(five_texts)):
        body = page.draw().body
        assert len(cut(body, HERE, LOW, Said())) > 1 or "<!--cut-->" not in body, page.path


def _listing(index: Index, found: Comparison) -> Iterator[Page]:
    """The pages that list things, not those of single measures."""
    return (
        p for p in pages_of(index, found) if not p.path.startswith(("measures/", "compare/gansu", "compare/zhangye"))
    )


def test_no_page_of_the_five_texts_is_cut(five_texts: Corpus) -> None:
    for page in _listing(Index(five_texts), Comparison(five_texts)):
        assert len(parts(page, LONGEST)) == 1, page.path
        assert whole(page.text) == page.text
