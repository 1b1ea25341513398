"""What the heads of pages lead to: each form is there, is of its type, and says the same thing as the page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import yaml
from icalendar import Calendar
from lxml import etree

from build_scripts import addresses
from build_scripts.publishing.building.build_inputs import Build
from build_scripts.publishing.building.site_files.pages_as_markdown import page_markdown
from build_scripts.publishing.building.site_files.site_descriptions import NAMESPACE
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.other_forms import links
from tests.publishing.conftest import SITE
from tests.publishing.html import Element, parse

ROOT = SITE.url


def heads(site: Path) -> Iterator[tuple[str, Element]]:
    """(address, parsed page) of every page that has an address of its own."""
    for path in sorted(site.rglob("index.html")):
        html = path.read_text("utf-8")
        if 'rel="canonical"' in html and 'name="departed"' not in html:
            folder = path.parent.relative_to(site).as_posix()
            yield ("" if folder == "." else f"{folder}/"), parse(html)


def linked(page: Element, rel: str) -> list[Element]:
    return [e for e in page.all("link") if e.attrs.get("rel") == rel]


def test_every_link_of_a_head_leads_to_a_file_of_its_type(built: Path) -> None:
    seen = set()
    for address, page in heads(built):
        for rel in ("alternate", "describedby", "search", "service-desc"):
            for link in linked(page, rel):
                url = urljoin(ROOT + address, link.attrs["href"] or "")
                path = built / urlsplit(url).path.removeprefix(urlsplit(ROOT).path)
                kind = link.attrs["type"] or ""
                assert path.is_file() and link.attrs["title"], (address, link.attrs)
                if (path, kind) not in seen:
                    seen.add((path, kind))
                    read(path, kind)
    kinds = {kind for _, kind in seen}
    assert {"text/markdown", "application/json", "application/xml", "application/atom+xml", "text/calendar"} <= kinds


def read(path: Path, kind: str) -> None:
    """Read a file as what it is said to be."""
    if "json" in kind:
        json.loads(path.read_bytes())
    elif "xml" in kind:
        etree.parse(path)
    elif kind == "text/calendar":
        assert Calendar.from_ical(path.read_bytes()).subcomponents
    else:
        assert path.read_text("utf-8").strip()


def test_every_page_is_cited_at_its_own_address_and_has_its_text(built: Path) -> None:
    for address, page in heads(built):
        (cited,) = linked(page, "cite-as")
        (canonical,) = linked(page, "canonical")
        assert cited.attrs["href"] == canonical.attrs["href"] == ROOT + address
        _, head, body = (built / addresses.page_markdown(address)).read_text("utf-8").split("---\n", 2)
        facts = yaml.safe_load(head)
        assert facts["url"] == ROOT + address and ROOT + address in facts["cite"] and body.strip()


@pytest.mark.parametrize(
    ("address", "kinds"),
    [
        (
            "documents/gansu-enclave-economy/",
            {"text/markdown", "application/json", "application/xml", "application/atom+xml"},
        ),
        ("measures/gansu-enclave-economy/3.3/", {"text/markdown", "application/json"}),
        ("topics/enclave-parks/", {"text/markdown", "application/json", "application/atom+xml"}),
        ("documents/", {"text/markdown", "application/json", "application/atom+xml"}),
        ("targets/", {"text/markdown", "text/calendar"}),
        ("agencies/lines/", {"text/markdown"}),
        ("measures/nothing/1/", {"text/markdown"}),
    ],
)
def test_what_a_page_has(index: Index, address: str, kinds: set[str]) -> None:
    assert {link.type for link in links(index, address) if link.rel == "alternate"} == kinds


def test_the_markdown_of_a_measure_names_data_source_and_sentences(built: Path, build: Build) -> None:
    address = "measures/gansu-enclave-economy/3.3/"
    text = (built / addresses.page_markdown(address)).read_text("utf-8")
    facts = yaml.safe_load(text.split("---\n", 2)[1])
    assert facts["json"] == f"{ROOT}data/measures/gansu-enclave-economy/3.3.json"
    assert facts["received"] == f"{ROOT}data/sources/gansu-enclave-economy.txt"
    assert "#s1" in facts["sentences"] and facts["cite"].startswith("关于促进“飞地经济”发展的指导意见")
    again = page_markdown((built / address / "index.html").read_text("utf-8"), address, build.site)
    assert again == text


def test_a_further_page_of_the_list_of_documents_is_of_no_single_text(built: Path) -> None:
    html = (built / addresses.DOCUMENTS / "index.html").read_text("utf-8")
    text = page_markdown(html, addresses.further(addresses.DOCUMENTS, 2), SITE)
    assert "received" not in yaml.safe_load(text.split("---\n", 2)[1])


def test_a_page_that_moved_has_no_text_of_its_own() -> None:
    assert page_markdown('<html><body><main class="pp"><h1>搬了</h1></main></body></html>', "topics/old/", SITE) == ""


def test_browsers_are_told_how_to_search(built: Path) -> None:
    """OpenSearch 1.1: what it must have, and how long its texts may be."""
    root = etree.parse(built / "opensearch.xml").getroot()
    told = {etree.QName(e).localname: e for e in root}
    assert root.tag == f"{{{NAMESPACE}}}OpenSearchDescription"
    assert 0 < len(told["ShortName"].text) <= 16 and 0 < len(told["Description"].text) <= 1024
    templates = {e.get("rel"): e.get("template") for e in root.iter(f"{{{NAMESPACE}}}Url")}
    assert templates == {None: f"{ROOT}search/?q={{searchTerms}}", "self": f"{ROOT}opensearch.xml"}


def test_llms_txt_says_what_is_where_and_how_it_is_cited(built: Path, index: Index) -> None:
    """As llmstxt.org has it: one title, a quotation, sections of lists of links; every link leads to a file."""
    lines = (built / "llms.txt").read_text("utf-8").splitlines()
    assert lines[0].startswith("# ") and lines[2].startswith("> ")
    assert [line for line in lines if line.startswith("# ")] == lines[:1]
    told = [line for line in lines if line.startswith("- [")]
    for line in told:
        url = re.split(r"(?<!\\)\]\(", line, maxsplit=1)[1].partition(")")[0]
        assert (built / url.removeprefix(ROOT)).is_file(), line
    assert len([x for x in told if "/documents/" in x]) == len(index.documents)
    assert any("[引用日期]" in line and f"{ROOT}data/" in line for line in lines)
