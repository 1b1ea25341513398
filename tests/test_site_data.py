"""The downloads of the built site: all there, as their checksums say, and named where a reader looks for them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from build_scripts.model import Corpus

from .places import SITE

if not (SITE / "index.html").exists():
    pytest.fail("还没有生成站点：先运行 make site", pytrace=False)


def page(path: str) -> BeautifulSoup:
    return BeautifulSoup((SITE / path / "index.html").read_text("utf-8"), "lxml")


def version() -> str:
    return json.loads((SITE / "data" / "corpus.json").read_text("utf-8"))["data_version"]


def test_every_file_of_the_checksums_is_published_as_it_says() -> None:
    lines = (SITE / "data" / "SHA256SUMS").read_text("utf-8").splitlines()
    wrong = []
    for line in lines:
        digest, name = line.split("  ", 1)
        path = SITE / "data" / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            wrong.append(name)
    corpus = json.loads((SITE / "data" / "corpus.json").read_text("utf-8"))
    assert len(lines) > sum(len(corpus[kind]) for kind in ("documents", "measures", "agencies", "topics"))
    assert wrong == []


def test_every_page_names_the_version_and_the_feeds(live: Corpus) -> None:
    first = live.documents[0]
    for path in ("", "data", "changes", f"measures/{first.id}/{first.measures[0].ref}"):
        shown = page(path)
        assert version() in shown.footer.get_text()
        feeds = shown.head.find_all("link", type="application/atom+xml")
        assert [Path(f["href"]).name for f in feeds] == ["new.xml", "corrections.xml"]


def test_the_data_page_offers_every_kind_of_download() -> None:
    names = {Path(a["href"]).name for a in page("data").select("main a[href], #main a[href]")}
    assert {"policy-in-parallel.xlsx", "policy-in-parallel.zip", "policy-in-parallel.sqlite", "corpus.json"} <= names
    assert {"datapackage.json", "corpus.schema.json", "SHA256SUMS", "CITATION.cff", "measures.csv"} <= names


def test_the_dictionary_has_every_column_of_every_table() -> None:
    package = json.loads((SITE / "data" / "datapackage.json").read_text("utf-8"))
    shown = page("data/dictionary")
    for resource in package["resources"]:
        section = shown.find(id=resource["name"]).find_parent("section")
        columns = [row.th.code.get_text() for row in section.select("tbody tr")]
        assert columns == [field["name"] for field in resource["schema"]["fields"]], resource["name"]


def test_every_place_and_topic_has_its_feed() -> None:
    corpus = json.loads((SITE / "data" / "corpus.json").read_text("utf-8"))
    wanted = {"new", "corrections", *(d["jurisdiction"] for d in corpus["documents"])}
    wanted |= {f"topic-{t['id']}" for t in corpus["topics"]}
    assert {p.stem for p in (SITE / "data" / "feeds").glob("*.xml")} == wanted
    for path in (SITE / "data" / "feeds").glob("*.xml"):
        etree.parse(path)
