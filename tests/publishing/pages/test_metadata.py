"""What the heads of pages tell machines: Highwire, Dublin Core, schema.org; hostile titles stay data."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from build_scripts.model import Corpus
from build_scripts.publishing.dataset import about
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages import metadata
from build_scripts.publishing.pages.rendering import front_matter
from build_scripts.publishing.pages.writing import write_robots
from build_scripts.publishing.settings import Site
from tests.publishing.html import Element

SITE = Site("http://example.test/sub/", version="2026.1", released="2026-11-21")
HENAN = "documents/henan-industrial-clusters"


def told(page: Element, prefix: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for e in page.all("meta"):
        name = e.attrs.get("name") or ""
        if name.startswith(prefix):
            found.setdefault(name, []).append(e.attrs["content"] or "")
    return found


def graph(page: Element) -> dict[str, dict]:
    texts = [e.text for e in page.all("script") if e.attrs.get("type") == "application/ld+json"]
    return {node["@type"]: node for text in texts for node in json.loads(text)["@graph"]}


def test_a_document_is_a_report_with_its_number(page_at: Callable[[str], Element]) -> None:
    head = told(page_at(HENAN), "citation_")
    assert head["citation_technical_report_institution"] == ["河南省人民政府办公厅"]
    assert head["citation_technical_report_number"] == ["豫政办〔2017〕159号"]
    assert head["citation_publication_date"] == ["2017/12/12"]
    assert head["citation_public_url"] == ["http://example.test/sub/documents/henan-industrial-clusters/"]


def test_a_title_as_received_stands_in_a_second_field(page_at: Callable[[str], Element], corpus: Corpus) -> None:
    received = next(d.title for d in corpus.documents if d.id == "henan-industrial-clusters")
    page = page_at(HENAN)
    assert (
        told(page, "DCTERMS.")["DCTERMS.alternative"] == [received]
        and graph(page)["Legislation"]["alternateName"] == received
    )
    assert "关于" in told(page, "citation_")["citation_title"][0]
    assert not told(page_at("documents/gansu-enclave-economy"), "DCTERMS.")


def test_what_a_text_does_not_state_is_not_told(page_at: Callable[[str], Element]) -> None:
    page = page_at("documents/gansu-enclave-economy")
    head = told(page, "citation_")
    assert not {"citation_author", "citation_technical_report_institution", "citation_publication_date"} & head.keys()
    assert not {"legislationDate", "legislationPassedBy"} & graph(page)["Legislation"].keys()


def test_a_document_is_legislation_with_its_parts_and_claims_no_force(page_at: Callable[[str], Element]) -> None:
    found = graph(page_at(HENAN))
    law = found["Legislation"]
    assert law["legislationIdentifier"] == "豫政办〔2017〕159号" and law["legislationDate"] == "2017-12-12"
    assert [p["@id"] for p in law["hasPart"]] == ["http://example.test/sub/measures/henan-industrial-clusters/7.1/"]
    assert "legislationLegalForce" not in law
    assert law["encoding"]["legislationLegalValue"] == "https://schema.org/UnofficialLegalValue"


@pytest.mark.parametrize("address", ["measures/gansu-enclave-economy/3.3", "topics/enclave-parks"])
def test_other_pages_are_web_pages(page_at: Callable[[str], Element], address: str) -> None:
    head = told(page_at(address), "DC.")
    assert "DC.type" not in head, "Zotero would print it"
    assert head["DC.identifier"] == [f"http://example.test/sub/{address}/"]
    assert not told(page_at(address), "citation_")


def test_breadcrumbs_lead_from_the_home_page_to_the_page(page_at: Callable[[str], Element]) -> None:
    steps = graph(page_at("measures/gansu-enclave-economy/3.3"))["BreadcrumbList"]["itemListElement"]
    assert [s["position"] for s in steps] == [1, 2, 3, 4]
    assert steps[0]["item"] == "http://example.test/sub/"
    assert steps[-1]["item"] == "http://example.test/sub/measures/gansu-enclave-economy/3.3/"


def test_the_data_page_is_a_dataset(index: Index) -> None:
    """What Google asks of a data set, and what DataCite must have: whose, called what, published by whom and when."""
    scope = about.scope(index)
    found = json.loads(metadata.of_page("data/", "数据", "下载", SITE, scope)["jsonld"])["@graph"]
    data = next(n for n in found if n["@type"] == "Dataset")
    assert 50 <= len(data["description"]) <= 5000 and data["description"].startswith(scope.sentence)
    assert {"name", "identifier", "keywords", "datePublished", "creator", "publisher"} <= data.keys()
    assert [place["name"] for place in data["spatialCoverage"]] == [p.name for p in index.speaking_places]
    assert data["temporalCoverage"] == scope.years
    assert data["version"] == "2026.1" and data["license"].startswith("https://creativecommons.org/")
    assert data["distribution"][0]["contentUrl"] == "http://example.test/sub/data/corpus.json"


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("relations/a-b/", ["对照", "承接关系", "某页"]),
        ("works/", ["原文", "某页"]),
        ("compare/a/b/", ["对照", "某页"]),
        ("targets/", ["某页"]),
    ],
)
def test_the_trail_names_every_section_down_to_the_page(address: str, names: list[str]) -> None:
    graph = json.loads(metadata.of_page(address, "某页", "", SITE)["jsonld"])["@graph"]
    assert [s["name"] for s in graph[0]["itemListElement"]][1:] == names


def test_pages_by_hand_have_a_trail_too() -> None:
    page = json.loads(metadata.of_page("agencies/x/", "省某委", "", SITE)["jsonld"])["@graph"][0]
    assert [s["name"] for s in page["itemListElement"]] == ["政策对读", "单位", "省某委"]


def test_the_home_page_is_the_site_and_says_how_to_search_it() -> None:
    home = metadata.of_page("", "首页", "对读", SITE)
    (website,) = json.loads(home["jsonld"])["@graph"]
    assert (website["@type"], website["name"], website["url"]) == ("WebSite", "政策对读", "http://example.test/sub/")
    searched = website["potentialAction"]["target"]["urlTemplate"]
    assert searched == "http://example.test/sub/search/?q={search_term_string}"
    assert ["DC.title", "政策对读"] in home["head"]


def test_a_hostile_title_stays_data(page_at: Callable[[str], Element], index: Index) -> None:
    page = page_at("documents/hostile")
    title = index.documents["hostile"].title
    assert told(page, "citation_")["citation_title"] == [f"[{' '.join(title.split())}]"], "an editor's, in brackets"
    assert graph(page)["Legislation"]["name"] == title
    assert all("src" in e.attrs or e.attrs.get("type") == "application/ld+json" for e in page.all("script"))


def test_json_between_script_tags_cannot_end_them() -> None:
    text = metadata.safe_json({"a": "</script><!--\u2028&"})
    assert not set("<>&\u2028") & set(text) and json.loads(text) == {"a": "</script><!--\u2028&"}


def test_front_matter_holds_the_head_whatever_it_says(index: Index) -> None:
    document = replace(index.documents["hostile"], title="---\n'\"{}: #\u2028")
    meta = metadata.of_document(index, document, SITE)
    text = front_matter(meta)
    assert text.count("\n---\n") == 1
    assert yaml.safe_load(text.strip("-\n")) == meta


IMAGE = {"og:image", "og:image:width", "og:image:height", "og:image:alt"}


def test_what_a_shared_link_shows_is_the_pages_own(page_at: Callable[[str], Element]) -> None:
    for address, kind in ((HENAN, "article"), ("topics/enclave-parks", "website"), ("measures/hostile/1.1", "article")):
        page = page_at(address)
        og = {e.attrs["property"]: e.attrs["content"] for e in page.all("meta") if "property" in e.attrs}
        assert set(og) == {"og:title", "og:description", "og:type", "og:url", "og:site_name", "og:locale", *IMAGE}
        assert og["og:url"] == f"http://example.test/sub/{address}/"
        assert (og["og:type"], og["og:site_name"], og["og:locale"]) == (kind, "政策对读", "zh_CN")
        assert next(page.all("title")).text == f"{og['og:title']} - 政策对读"
    assert "<script>" in (og["og:title"] or "")  # the hostile heading, as text


def test_a_policy_forbids_what_no_page_needs(page_at: Callable[[str], Element]) -> None:
    (policy,) = [e.attrs["content"] for e in page_at(HENAN).all("meta") if e.attrs.get("http-equiv")]
    assert policy is not None and policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe-inline" not in policy and "'unsafe-eval'" not in policy


def test_robots_are_told_where_the_list_of_pages_is(tmp_path: Path) -> None:
    write_robots(SITE, tmp_path)
    assert "Sitemap: http://example.test/sub/sitemap.xml\n" in (tmp_path / "robots.txt").read_text("utf-8")
