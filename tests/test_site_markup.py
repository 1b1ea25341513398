"""The built site's markup, every page: the script of each text is told, ids are unique, headers say what they head."""

from __future__ import annotations

import json
import posixpath
import struct
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, Doctype

from build_scripts.model import Corpus
from build_scripts.sources.fold import traditional_only
from tests.forms import received, soup
from tests.places import SITE
from tests.test_site import PAGES

LABELS = ("title", "aria-label", "placeholder", "alt")


@pytest.mark.parametrize("character", "億個辦號關產業")
def test_these_are_traditional_only(character: str) -> None:
    assert character in traditional_only()


@pytest.mark.parametrize("character", "著乾么藉后里")
def test_these_are_simplified_too(character: str) -> None:
    assert character not in traditional_only()


def said(body: Tag) -> Iterator[tuple[Tag, str]]:
    """What a page says to a reader: its text nodes and the labels of its elements, each with the element it stands in."""
    for node in body.find_all(string=True):
        if node.parent.name not in ("script", "style") and not isinstance(node, Comment | Doctype):
            yield node.parent, str(node)
    for element in body.find_all(True):
        yield from ((element, element[label]) for label in LABELS if element.get(label))


def lang_of(element: Tag) -> str:
    return next(e["lang"] for e in (element, *element.parents) if e.get("lang"))


def test_what_is_in_traditional_characters_says_so() -> None:
    unmarked = [
        f"{path.relative_to(SITE)}: {text.strip()[:40]}"
        for path in PAGES
        for page in {id(page): page for page in (soup(path), received(path))}.values()
        for element, text in said(page.body)
        if traditional_only().intersection(text) and lang_of(element) != "zh-Hant"
    ]
    assert not unmarked, f"{len(unmarked)}:\n" + "\n".join(unmarked[:20])


def test_every_page_is_in_simplified_characters_but_where_it_says_otherwise() -> None:
    assert {soup(path).html["lang"] for path in PAGES} == {"zh-Hans"}


def test_ids_are_unique_on_every_page() -> None:
    for path in PAGES:
        twice = [i for i, n in Counter(e["id"] for e in soup(path).find_all(id=True)).items() if n > 1]
        assert not twice, f"{path.relative_to(SITE)}: {twice}"


def test_every_table_header_says_what_it_heads() -> None:
    silent = [
        f"{path.relative_to(SITE)}: {th.get_text()}"
        for path in PAGES
        for th in soup(path).find_all("th")
        if th.get("scope") not in {"col", "row", "colgroup", "rowgroup"}
    ]
    assert not silent, "\n".join(silent[:20])


def test_every_table_has_a_caption_or_a_heading_that_names_it() -> None:
    nameless = [
        f"{path.relative_to(SITE)}: {table.get_text(' ', strip=True)[:40]}"
        for path in PAGES
        for table in soup(path).find_all("table")
        if not table.caption
        and (table.find_parent("details") or not table.find_parent(["section", "div"], attrs={"aria-labelledby": True}))
    ]
    assert not nameless, "\n".join(nameless[:20])


def test_every_page_names_its_icons_and_its_picture_and_they_are_there() -> None:
    for path in PAGES:
        head = soup(path).head
        if head.find("meta", attrs={"name": "departed"}):
            continue  # what stands where a page has gone
        for rel, size in (("icon", (48, 48)), ("apple-touch-icon", (180, 180))):
            assert png_size(SITE / linked(path, head.find("link", rel=rel)["href"])) == size, path
        assert head.find("meta", property="og:image")["content"].endswith("/assets/images/og.png"), path
        assert head.find("meta", property="og:image:alt")["content"], path
        assert head.find("meta", attrs={"name": "twitter:card"})["content"] == "summary_large_image", path
    picture = SITE / "assets" / "images" / "og.png"
    assert png_size(picture) == (1200, 630) and picture.stat().st_size < 60_000


def linked(page: Path, href: str) -> str:
    """Where a link of a page leads, below the site's root; 404.html is addressed from the root of the host."""
    return posixpath.normpath(posixpath.join(page.parent.relative_to(SITE).as_posix(), href)).lstrip("/")


def png_size(path: Path) -> tuple[int, int]:
    return struct.unpack(">II", path.read_bytes()[16:24])


def test_the_home_page_tells_how_the_site_is_searched() -> None:
    told = json.loads(soup(SITE / "index.html").find("script", type="application/ld+json").string)
    assert [n["@type"] for n in told["@graph"]] == ["WebSite"]
    assert told["@graph"][0]["potentialAction"]["target"]["urlTemplate"].endswith("/search/?q={search_term_string}")


def test_the_sitemap_says_when_the_records_behind_a_page_changed(live: Corpus) -> None:
    pages = BeautifulSoup((SITE / "sitemap.xml").read_text("utf-8"), "xml").find_all("url")
    days = {u.loc.text.removeprefix(pages[0].loc.text): u.lastmod and u.lastmod.text for u in pages}
    assert len(days) == len(PAGES) - 1 - sum(
        1 for p in live.permalinks if (p.gone or p.successor) and p.kind != "point"
    )  # 404.html is no page
    assert days["data/dictionary/"] is None
    assert days[""] in {days[address] for address in days if address.startswith("documents/")}
    for address, day in days.items():
        if address.startswith("measures/"):
            assert day == days[f"documents/{address.split('/')[1]}/"], address
