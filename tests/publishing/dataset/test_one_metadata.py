"""The data are called one thing wherever they are told of: CITATION.cff, Zenodo, DCAT, Data Package, JSON-LD, README, licence,
citation, workbook. What is told has one source: about.py, the edition, the words."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from rdflib import DCAT, DCTERMS, RDF, Graph, URIRef

from build_scripts.model import Corpus
from build_scripts.publishing.citing import items
from build_scripts.publishing.citing.citations import dataset_without_address
from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.papers.metadata_of_data import dcat, zenodo
from build_scripts.publishing.dataset.table_files.datapackage import datapackage
from build_scripts.publishing.dataset.tables.all_tables import TABLES
from build_scripts.publishing.dataset.writing import Data, data_of
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages import metadata
from build_scripts.publishing.settings import Site, read_site
from build_scripts.store.edition import load_edition
from build_scripts.store.paths import Layout

URL = "https://example.test/"


@pytest.fixture
def site(frozen: Path) -> Site:
    return read_site(frozen, URL)


@pytest.fixture
def told(live: Corpus, root: Path) -> dict[str, dict[str, Any]]:
    """Name, version, day, editors, licence and keywords, as each of them has it."""
    index, site, data_of_edition = Index(live), read_site(root, URL), data_of(live, None, root)
    edition = data_of_edition.edition
    cff = yaml.safe_load((root / "CITATION.cff").read_text("utf-8"))
    package = datapackage(data_of_edition, {about.csv_path(t.name): b"" for t in TABLES})
    deposit = zenodo(edition, about.sentence(live))
    graph = json.loads(metadata.of_page("data/", "数据", "", site, about.scope(index))["jsonld"])["@graph"]
    page = next(n for n in graph if n["@type"] == "Dataset")
    item = items.dataset(site)
    data = dcat(index, edition, site)["dcat:dataset"]
    return {
        "CITATION.cff": {
            "title": cff["title"],
            "version": cff["version"],
            "day": cff["date-released"].isoformat(),
            "editors": [a["name"] for a in cff["authors"]],
            "licence": cff["license"],
            "keywords": cff["keywords"],
        },
        "datapackage.json": {
            "title": package["title"],
            "version": package["version"],
            "day": package["created"][:10],
            "editors": [c["title"] for c in package["contributors"]],
            "licence": package["licenses"][0]["name"],
            "keywords": package["keywords"],
        },
        ".zenodo.json": {
            "title": deposit["title"],
            "version": deposit["version"],
            "day": deposit["publication_date"],
            "editors": [c["name"] for c in deposit["creators"]],
            "licence": deposit["license"].upper(),
            "keywords": deposit["keywords"],
        },
        "JSON-LD": {
            "title": page["name"],
            "version": page["version"],
            "day": page["datePublished"],
            "editors": [page["creator"]["name"]],
            "licence": "CC-BY-4.0" if page["license"] == about.LICENCE_URL else page["license"],
            "keywords": page["keywords"],
        },
        "DCAT": {
            "title": data["dcterms:title"]["@value"],
            "version": data["dcat:version"],
            "day": data["dcterms:issued"]["@value"],
            "editors": [data["dcterms:creator"]["foaf:name"]],
            "licence": "CC-BY-4.0" if data["dcterms:license"]["@id"] == about.LICENCE_URL else "",
            "keywords": [k["@value"] for k in data["dcat:keyword"]],
        },
        "citation": {
            "title": item["title"],
            "version": item["version"],
            "day": "-".join(f"{p:02}" for p in item["issued"]["date-parts"][0]),
            "editors": [n["literal"] for n in item["author"]],
            "licence": "CC-BY-4.0",
            "keywords": list(about.KEYWORDS),
        },
    }


def test_all_say_the_same(told: dict[str, dict[str, Any]]) -> None:
    first = told["CITATION.cff"]
    assert {name: facts for name, facts in told.items() if facts != first} == {}


def test_the_file_for_zenodo_is_that_of_the_edition(root: Path, live) -> None:
    """What stands at the top of the repository; ``make fix`` writes it."""
    edition, _ = load_edition(Layout(root))
    assert edition is not None
    held = json.loads((root / ".zenodo.json").read_text("utf-8"))
    assert held == zenodo(edition, about.sentence(live))


def test_what_datacite_must_have_is_there(real: Data) -> None:
    """DataCite 4: creator, title, publisher (Zenodo), year, type; Zenodo: an upload type, a licence, a description."""
    deposit = zenodo(real.edition, about.sentence(real.corpus))
    assert deposit["upload_type"] == "dataset" and deposit["creators"] and deposit["title"]
    assert len(deposit["description"]) >= 50 and deposit["access_right"] == "open" and deposit["language"] == "zho"


def test_the_catalogue_is_dcat_that_a_reader_of_rdf_finds_its_way_in(
    real: Data, site: Site, files: dict[str, bytes]
) -> None:
    graph = Graph().parse(data=json.dumps(dcat(Index(real.corpus), real.edition, site)), format="json-ld")
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    (data,) = graph.objects(catalogue, DCAT.dataset)
    assert data == URIRef(f"{URL}data/") and (data, RDF.type, DCAT.Dataset) in graph
    for wanted in (
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.publisher,
        DCTERMS.license,
        DCTERMS.spatial,
        DCAT.keyword,
    ):
        assert list(graph.objects(data, wanted)), wanted
    loads = [str(u) for d in graph.objects(data, DCAT.distribution) for u in graph.objects(d, DCAT.downloadURL)]
    assert {u.removeprefix(f"{URL}data/") for u in loads} <= set(files)
    assert {about.CORPUS, about.ARCHIVE, "tables/measures.csv"} <= {u.removeprefix(f"{URL}data/") for u in loads}


def test_the_licence_of_the_zip_names_only_what_is_in_it(files: dict[str, bytes]) -> None:
    text = files["LICENSE.txt"].decode()
    assert "MIT" not in text and "structured/" not in text and "docs/" not in text and about.LICENCE_URL in text
    assert "sources/" in text and any(p.startswith("sources/") for p in files)


def test_the_workbook_cites_the_data_as_the_page_does(files: dict[str, bytes], real: Data, site: Site) -> None:
    told = dataset_without_address(real.edition)
    book = openpyxl.load_workbook(io.BytesIO(files[about.WORKBOOK]))
    assert any(c.value == told for row in book.worksheets[0].iter_rows() for c in row)
    from build_scripts.publishing.citing.citations import cite_dataset

    assert cite_dataset(site).words[0].before == told.rstrip(".")
