"""What Zotero takes from the pages of a built site, by the rules of its translators: each kind of page, each gap."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts import addresses
from tests.frozen_site import frozen_site
from tests.publishing.reading_by_zotero import Item, zotero

EXPECTED: dict[str, dict[str, Any]] = yaml.load(
    Path(__file__).with_name("zotero.yml").read_text("utf-8"), yaml.BaseLoader
)
URL = "http://127.0.0.1:8000/"


@pytest.fixture(scope="module")
def site() -> Path:
    return frozen_site()


def read(site: Path, address: str) -> Item:
    return zotero((site / address / "index.html").read_text("utf-8"), URL + address)


@pytest.mark.parametrize("address", EXPECTED)
def test_zotero_takes_what_a_page_states_and_nothing_else(site: Path, address: str) -> None:
    item, expected = read(site, address), dict(EXPECTED[address])
    assert item.fields.pop("url") == URL + address
    assert item.fields.pop("abstractNote")
    assert item.type == expected.pop("type")
    assert item.authors == expected.pop("authors", [])
    assert item.fields == expected


def test_no_document_without_a_date_gets_one_of_its_deadlines(site: Path) -> None:
    corpus = json.loads((site / "data" / "corpus.json").read_text("utf-8"))
    undated = {d["id"] for d in corpus["documents"] if not d["date"] and not d["published"]}
    pages = [addresses.document(d) for d in undated]
    pages += [addresses.measure(m["id"]) for m in corpus["measures"] if m["document"] in undated]
    assert undated and {read(site, page).fields.get("date") for page in pages} == {None}


def test_every_page_has_a_title_a_language_and_its_own_address(site: Path) -> None:
    for path in sorted(site.rglob("index.html")):
        html = path.read_text("utf-8")
        if 'name="departed"' not in html:
            address = path.parent.relative_to(site).as_posix().removeprefix(".")
            item = zotero(html, "")
            own = URL + (f"{address}/" if address else "")
            assert (item.fields["url"], item.fields["language"][:2]) == (own, "zh") and item.fields["title"], own


def test_citation_files_and_page_heads_say_the_same(site: Path) -> None:
    """Who imports the file gets what who takes the page gets."""
    for path in sorted((site / "data" / "cite").rglob("*.json")):
        (file,) = json.loads(path.read_text("utf-8"))
        item = read(site, file["URL"].removeprefix(URL))
        assert item.fields["title"] == file["title"]
        assert item.authors == [name["literal"] for name in file.get("author", ())]
        day = [int(part) for part in item.fields.get("date", "").replace("/", "-").split("-") if part]
        assert day == file.get("issued", {"date-parts": [[]]})["date-parts"][0], file["id"]
        assert item.fields["language"] == file["language"]
        named = {"report": "institution", "dataset": "repository", "webpage": ""}[file["type"]]
        assert item.type == file["type"] and item.fields.get(named, "") == file.get("publisher", "")
