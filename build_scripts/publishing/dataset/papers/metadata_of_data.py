"""The data as catalogues want them told: Zenodo and DataCite (.zenodo.json), DCAT (catalogue.jsonld).

What is told stands in about.py, the edition and the words: CITATION.cff, datapackage.json, the page's JSON-LD and the citation
say the same (tests/publishing/dataset/test_one_metadata.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_scripts import addresses
from build_scripts.model import Corpus
from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.tables.all_tables import TABLES
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.json_text import for_people
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.store.edition import Edition, load_edition
from build_scripts.store.paths import Layout, write_atomically

_WORDS = wording("dataset")
_MEDIA = "https://www.iana.org/assignments/media-types/"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "spdx": "http://spdx.org/rdf/terms#",
}


ZENODO = ".zenodo.json"


def write_zenodo(corpus: Corpus, layout: Layout) -> bool:
    """Write the file for Zenodo at the top of the repository where it says anything else; whether it did. A tree without an
    edition has none."""
    edition, _ = load_edition(layout)
    if edition is None:
        return False
    return write_atomically(layout.root / ZENODO, for_people(zenodo(edition, about.sentence(corpus))))


def zenodo(edition: Edition, sentence: str) -> dict[str, Any]:
    """What Zenodo asks of a deposit, and hands on to DataCite; its schema calls the licence by its own id."""
    return {
        "upload_type": "dataset",
        "title": about.title(edition),
        "description": f"{sentence}{_WORDS.described}",
        "creators": [{"name": about.EDITORS}],
        "publication_date": edition.released,
        "version": edition.version,
        "language": "zho",
        "license": "cc-by-4.0",
        "access_right": "open",
        "keywords": list(about.KEYWORDS),
        "notes": _WORDS.rights,
    }


def dcat(index: Index, edition: Edition, site: Site) -> dict[str, Any]:
    """A catalogue with the data set and its distributions (DCAT 3, as JSON-LD)."""
    scope = about.scope(index)
    here = site.absolute(addresses.DATA)
    publisher = {"@id": site.absolute(addresses.ABOUT), "@type": "foaf:Agent", "foaf:name": about.EDITORS}
    return {
        "@context": _CONTEXT,
        "@id": site.absolute(addresses.DATA + about.DCAT),
        "@type": "dcat:Catalog",
        "dcterms:title": _zh(about.TITLE),
        "dcterms:publisher": publisher,
        "dcat:dataset": {
            "@id": here,
            "@type": "dcat:Dataset",
            "dcterms:identifier": here,
            "dcterms:title": _zh(about.title(edition)),
            "dcterms:description": _zh(f"{scope.sentence}{_WORDS.described}"),
            "dcterms:creator": publisher,
            "dcterms:publisher": publisher,
            "dcterms:issued": _day(edition.released),
            "dcterms:modified": _day(edition.released),
            "dcterms:language": {"@id": "http://id.loc.gov/vocabulary/iso639-1/zh"},
            "dcterms:license": {"@id": about.LICENCE_URL},
            "dcterms:rights": _zh(_WORDS.rights),
            "dcterms:spatial": [{"@type": "dcterms:Location", "dcterms:title": _zh(p)} for p in scope.places],
            **_years(scope.years),
            "dcat:version": edition.version,
            "dcat:keyword": [_zh(k) for k in about.KEYWORDS],
            "dcat:landingPage": {"@id": here},
            "dcat:distribution": list(_distributions(site)),
        },
    }


def _distributions(site: Site) -> Iterator[dict[str, Any]]:
    files = about.MEDIA_TYPES | {about.csv_path(t.name): "text/csv" for t in TABLES}
    named = {about.csv_path(t.name): t.zh for t in TABLES}
    for path, media in files.items():
        url = site.absolute(addresses.DATA + path)
        told = {"dcterms:title": _zh(named.get(path, path)), "dcat:mediaType": {"@id": _MEDIA + media}}
        where = {"dcat:accessURL": {"@id": site.absolute(addresses.DATA)}, "dcat:downloadURL": {"@id": url}}
        yield {"@id": url, "@type": "dcat:Distribution", **told, **where, "dcterms:license": {"@id": about.LICENCE_URL}}


def _zh(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "zh"}


def _day(iso: str) -> dict[str, str]:
    return {"@value": iso, "@type": "xsd:date"}


def _years(span: str) -> dict[str, Any]:
    """``2015/2022`` as a period; nothing where no document is dated."""
    if not span:
        return {}
    first, _, last = span.partition("/")
    ends = {"dcat:startDate": first, "dcat:endDate": last or first}
    period = {k: {"@value": year, "@type": "xsd:gYear"} for k, year in ends.items()}
    return {"dcterms:temporal": {"@type": "dcterms:PeriodOfTime", **period}}
