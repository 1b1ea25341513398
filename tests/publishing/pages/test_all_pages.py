"""The built site as a whole: links, ids, headings, what it loads, what it does not run."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from tests.publishing.html import Element, parse

BASE = "http://example.test/sub/"
OUTSIDE = {"creativecommons.org", "code.example.test"}


@pytest.fixture(scope="module")
def site(built: Path) -> dict[str, Element]:
    """Every page by its address."""
    files = sorted(built.rglob("index.html"))
    return {
        BASE + p.parent.relative_to(built).as_posix().removeprefix(".") + "/": parse(p.read_text("utf-8"))
        for p in files
        if p.parent != built
    } | {BASE: parse((built / "index.html").read_text("utf-8"))}


def test_every_link_and_anchor_leads_somewhere(site: dict[str, Element], built: Path) -> None:
    ids = {address: {e.attrs["id"] for e in page.all() if "id" in e.attrs} for address, page in site.items()}
    dead = []
    for address, page in site.items():
        for link in page.all("a"):
            href = (link.attrs.get("href") or "").replace("webcal://", "http://")  # the same file, for a calendar
            to, fragment = urldefrag(urljoin(address, href))
            parts = urlsplit(to)
            if parts.netloc in OUTSIDE:
                continue
            to = to.split("?")[0]
            if to.startswith(BASE + "data/"):
                continue  # downloads: held by tests/test_site.py over the real site
            if to in site:
                alive = not fragment or unquote(fragment) in ids[to]
            else:
                alive = to.startswith(BASE) and (built / to.removeprefix(BASE)).is_file()
            if not alive:
                dead.append((address, link.attrs.get("href")))
    assert not dead


def test_ids_are_unique_and_headings_have_them(site: dict[str, Element]) -> None:
    for address, page in site.items():
        ids = [e.attrs["id"] for e in page.all() if "id" in e.attrs]
        assert len(ids) == len(set(ids)), address
        for tag in ("h1", "h2", "h3", "h4", "h5"):
            assert all(h.attrs.get("id") for h in page.all(tag)), (address, tag)
        assert len(list(page.all("h1"))) == 1, address


def test_nothing_runs_inline_and_nothing_comes_from_elsewhere(site: dict[str, Element]) -> None:
    for address, page in site.items():
        assert not list(page.all("style")), address
        for element in page.all():
            data = element.attrs.get("type") == "application/ld+json"  # which no browser runs
            assert element.tag != "script" or data or ("src" in element.attrs and not element.text.strip()), address
            assert not [a for a in element.attrs if a.startswith("on") or a == "style"], address
            assert not (element.attrs.get("href") or "").strip().lower().startswith("javascript:"), address
            loads = element.attrs.get("src") or (
                element.attrs.get("href") if element.tag == "link" and element.attrs.get("rel") != "canonical" else ""
            )
            assert urlsplit(urljoin(address, loads or "")).netloc == "example.test", (address, element)


def test_every_page_has_a_search_box_a_title_and_a_description(site: dict[str, Element]) -> None:
    titles = {}
    for address, page in site.items():
        forms = [f for f in page.all("form") if f.attrs.get("role") == "search"]
        assert forms and all(urljoin(address, f.attrs["action"] or "") == BASE + "search/" for f in forms), address
        titles[address] = next(page.all("title")).text
        assert any(m.attrs.get("name") == "description" and m.attrs.get("content") for m in page.all("meta")), address
    assert len(set(titles.values())) == len(titles)


def test_tables_say_what_their_headers_head(site: dict[str, Element]) -> None:
    for address, page in site.items():
        for table in page.all("table"):
            if "pp-prose" not in " ".join(c for e in page.all("div") for c in e.classes):
                assert all(h.attrs.get("scope") in {"col", "row", "rowgroup"} for h in table.all("th")), address


def test_the_404_page_is_addressed_from_the_root(built: Path) -> None:
    page = parse((built / "404.html").read_text("utf-8"))
    sheets = [e.attrs["href"] for e in page.all("link") if e.attrs.get("rel") == "stylesheet"]
    assert sheets and all((s or "").startswith("/sub/") for s in sheets)
    assert any(f.attrs.get("role") == "search" for f in page.all("form"))


def test_correcting_leads_to_the_record(site: dict[str, Element]) -> None:
    links = {a.attrs["href"] for a in site[BASE + "measures/gansu-enclave-economy/3.3/"].all("a")}
    assert "https://code.example.test/x/y/edit/main/structured/records/gansu-enclave-economy.yml#L12" in links
