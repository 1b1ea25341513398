"""The same tree built by Zensical (ENGINE=zensical): the experiment of docs/decisions/generator.md."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from build_scripts.publishing.building.site_generators import MEND, ZENSICAL
from tests.frozen_site import frozen_site

BASE = "http://site.test/"
PARTS = ("head", "header.pp-header", ".pp-main", "footer.pp-footer")

pytestmark = pytest.mark.skipif(not find_spec(ZENSICAL), reason=f"没有与 Zensical 对照：{MEND.format(name=ZENSICAL)}")


@pytest.fixture(scope="module")
def sites() -> tuple[Path, Path]:
    """The site of the frozen corpus by the generator that is used, and by Zensical."""
    return frozen_site(), frozen_site(ZENSICAL)


def files(site: Path) -> set[str]:
    return {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}


def told(site: Path, path: str) -> dict[str, tuple[str, list[str], list[str]]]:
    """By part of a page: its text, where its links lead, its anchors."""
    page = BeautifulSoup((site / path).read_text("utf-8"), "html.parser")
    here = BASE + path.removesuffix("index.html")
    found = {}
    for part in PARTS:
        element = page.select_one(part)
        assert element is not None, f"{path}: no {part}"
        links = [urljoin(here, e.get("href") or e.get("src")) for e in element.select("[href], [src]")]
        text = re.sub(r"\s+", " ", element.get_text(" ")).strip()
        found[part] = (text, links, [e["id"] for e in element.select("[id]")])
    return found


def test_the_same_addresses_and_files(sites: tuple[Path, Path]) -> None:
    usual, zensical = map(files, sites)
    assert usual == zensical and "404.html" in usual


def test_every_page_says_the_same_and_leads_to_the_same(sites: tuple[Path, Path]) -> None:
    usual, zensical = sites
    pages = sorted(p for p in files(usual) if p.endswith(".html"))
    both = ((page, told(usual, page), told(zensical, page)) for page in pages)
    differing = [(page, part) for page, a, b in both for part in PARTS if a[part] != b[part]]
    assert not differing, differing[:5]


def test_what_is_no_page_is_the_same_byte_for_byte(sites: tuple[Path, Path]) -> None:
    usual, zensical = sites
    others = (p for p in files(usual) if not p.endswith(".html"))
    assert [p for p in others if (usual / p).read_bytes() != (zensical / p).read_bytes()] == []
