"""The list of all pages with the days of their last change."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

from lxml import etree

from build_scripts.publishing.building.build_inputs import Build
from build_scripts.publishing.building.site_files.sitemap import NAMESPACE, days_of, sitemap, write_sitemap
from build_scripts.publishing.history.days import DocumentDay
from build_scripts.publishing.history.record_differences import Changes
from build_scripts.publishing.settings import Site

SITE = Site("https://policy.example/", today="2026-12-01")


def listed(text: bytes) -> list[tuple[str | None, str | None]]:
    names = {"s": NAMESPACE}
    urls = etree.fromstring(text).findall("s:url", names)
    return [(u.findtext("s:loc", None, names), u.findtext("s:lastmod", None, names)) for u in urls]


def test_a_day_that_is_not_known_is_left_out() -> None:
    assert listed(sitemap({"": "2026-11-30", "method/": ""}, SITE)) == [
        ("https://policy.example/", "2026-11-30"),
        ("https://policy.example/method/", None),
    ]


def test_a_generated_page_changes_with_its_record_and_a_folder_begins_with_its_index(build: Build) -> None:
    name = build.index.corpus.documents[0].id
    day = DocumentDay("2026-11-30", name, "2026-11-30T01:00:00Z", Changes("added"))
    paths = ["documents/z.md", f"documents/{name}.md", "documents/index.md", "method.md"]
    days = days_of(replace(build, history=(day,)), paths)
    assert list(days) == ["method/", "documents/", f"documents/{name}/", "documents/z/"]
    assert days[f"documents/{name}/"] == "2026-11-30" and days["documents/z/"] == days["method/"] == ""


def test_the_compressed_list_is_the_same_whenever_it_is_made(build: Build, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        write_sitemap(replace(build, site=SITE), ["index.md"], tmp_path / folder)
    first, second = ((tmp_path / folder / "sitemap.xml.gz").read_bytes() for folder in ("a", "b"))
    assert first == second and gzip.decompress(first) == (tmp_path / "a" / "sitemap.xml").read_bytes()


def test_every_page_of_a_built_site_is_in_its_list(built: Path) -> None:
    pages = {p.parent.relative_to(built).as_posix() for p in built.rglob("index.html")}
    here = {
        (to or "").removeprefix("http://example.test/sub/").rstrip("/") or "."
        for to, _ in listed((built / "sitemap.xml").read_bytes())
    }
    assert here == pages
