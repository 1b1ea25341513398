"""What the head of a page tells reference managers and search engines, as front matter.

``head`` is a list of [name, content] for ``meta`` elements: on documents Highwire's ``citation_*``, elsewhere Dublin Core,
all from the item that the page's citation is made of, so that they say the same. What Zotero makes of them, by the rules
of its translators, is held by tests: ``eprints.type`` names a report or data set where it would guess otherwise, and
DC.type stands only where it may be printed, since Zotero takes it for the type that styles print. ``jsonld`` is schema.org as JSON text, safe between script tags: Legislation with its parts,
BreadcrumbList, Dataset. What a text does not state is absent. No legal force is claimed: the texts shown here are
marked as having no official standing (UnofficialLegalValue).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from build_scripts import addresses
from build_scripts.model import Document, Topic
from build_scripts.publishing.citing import items
from build_scripts.publishing.dataset import about
from build_scripts.publishing.index.essays import Essay
from build_scripts.publishing.index.lookups import Entry, Index
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.json_text import for_scripts
from build_scripts.publishing.text.reading_form.form import told_form
from build_scripts.publishing.text.wording.loading import wording

Meta = dict[str, Any]
_LICENSE = "https://creativecommons.org/licenses/by/4.0/"
_SAFE = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
_SECTIONS = wording("sections").above
_WITHIN = {"works": "documents", "relations": "compare"}


def of_document(index: Index, d: Document, site: Site) -> Meta:
    place = index.places[d.jurisdiction].name
    url = site.absolute(addresses.document(d.id))
    entries = index.entries_of[d.id]
    item = items.as_read(items.document(d, site))
    head: list[Sequence[str | None]] = [
        ["citation_title", item["title"]],
        *(["citation_author", name["literal"]] for name in item.get("author", ())),
        ["citation_technical_report_institution", item.get("publisher")],
        ["citation_technical_report_number", item.get("number")],
        ["citation_publication_date", _day(item).replace("-", "/")],
        ["citation_language", item["language"]],
        ["citation_public_url", url],
        ["citation_fulltext_html_url", url],
        ["eprints.type", item["type"]],
        ["DC.type", item["genre"]],
        *_received(d.title),
    ]
    law = {
        "@id": url,
        **_legislation(d),
        "legislationJurisdiction": {"@type": "AdministrativeArea", "name": place},
        "url": url,
        "encoding": {
            "@type": "LegislationObject",
            "encodingFormat": "text/html",
            "contentUrl": url,
            "legislationLegalValue": "https://schema.org/UnofficialLegalValue",
        },
        "hasPart": [_part(e, site) for e in entries],
    }
    return _meta(
        head,
        law,
        trail(site, (addresses.DOCUMENTS, _SECTIONS["documents"]), (addresses.document(d.id), told_form(d.title))),
    )


def of_measure(entry: Entry, site: Site) -> Meta:
    d = entry.document
    item = items.as_read(items.measure(entry, site))
    part = _part(entry, site) | {"inLanguage": d.lang, "isPartOf": {"@id": site.absolute(addresses.document(d.id))}}
    way = trail(
        site,
        (addresses.DOCUMENTS, _SECTIONS["documents"]),
        (addresses.document(d.id), told_form(d.title)),
        (addresses.measure(entry.id), told_form(items.provision(entry))),
    )
    return _meta(_dublin_core(item), part, way)


def of_topic(topic: Topic, site: Site) -> Meta:
    way = trail(site, (addresses.TOPICS, _SECTIONS["topics"]), (addresses.topic(topic.id), topic.zh))
    return _meta(_dublin_core(items.topic(topic, site)), way)


def of_comparison(own: Document, other: Document, site: Site) -> Meta:
    """Two documents article by article."""
    item = items.as_read(items.comparison(own, other, site))
    address = addresses.compare_documents(own.id, other.id)
    return _meta(_dublin_core(item), trail(site, *_above(address), (address, item["title"])))


def of_essay(essay: Essay, site: Site) -> Meta:
    way = trail(site, (addresses.ANALYSIS, _SECTIONS["analysis"]), (addresses.essay(essay.slug), essay.title))
    return _meta(_dublin_core(items.essay(essay, site)), way)


def of_page(address: str, title: str, description: str, site: Site, scope: about.Scope = about.UNSAID) -> Meta:
    """Any other page: the home page, one by hand, a list, a body; ``scope`` is that of the data."""
    home = address == addresses.HOME
    if address == addresses.DATA:
        head = _dublin_core(items.dataset(site))
        return _meta(head, _dataset(description, site, scope), trail(site, *_above(address), (address, title)))
    head = _dublin_core(items.page(address, items.PLACE if home else title, address, site))
    way = _website(description, site) if home else trail(site, *_above(address), (address, title))
    return _meta(head, way)


def _above(address: str) -> list[tuple[str, str]]:
    """The sections that a page stands in, the outermost first, as its own way says them."""
    steps: list[tuple[str, str]] = []
    section: str | None = address.split("/")[0]
    while section is not None and section in _SECTIONS:
        if address != f"{section}/":
            steps.insert(0, (f"{section}/", _SECTIONS[section]))
        section = _WITHIN.get(section)
    return steps


def _website(description: str, site: Site) -> dict[str, Any]:
    """The site as a whole, and the address at which it is searched; the braces are schema.org's."""
    return {
        "@type": "WebSite",
        "@id": site.absolute(addresses.HOME),
        "url": site.absolute(addresses.HOME),
        "name": items.PLACE,
        "alternateName": "Policy in Parallel",
        "description": description,
        "inLanguage": "zh-Hans",
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": site.absolute(addresses.SEARCH) + "?q={search_term_string}",
            },
            "query-input": "required name=search_term_string",
        },
    }


def trail(site: Site, *steps: tuple[str, str]) -> dict[str, Any]:
    """A BreadcrumbList from the home page down to the page itself."""
    way = [(addresses.HOME, items.PLACE), *steps]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": n, "name": name, "item": site.absolute(address)}
            for n, (address, name) in enumerate(way, 1)
        ],
    }


def safe_json(value: Any) -> str:
    r"""JSON that no HTML parser can take for the end of its element.

    >>> safe_json("</script>")
    '"\\u003c/script\\u003e"'
    """
    return for_scripts(value).decode().translate(_SAFE)


def _legislation(d: Document) -> dict[str, Any]:
    given = {
        "name": told_form(d.title),
        "alternateName": d.title if told_form(d.title) != d.title else None,
        "legislationIdentifier": told_form(d.number or ""),
        "legislationPassedBy": [{"@type": "GovernmentOrganization", "name": told_form(n)} for n in d.issuers],
        "legislationDate": d.date,
        "datePublished": d.published,
        "inLanguage": d.lang,
    }
    return {"@type": "Legislation"} | {k: v for k, v in given.items() if v}


def _part(entry: Entry, site: Site) -> dict[str, Any]:
    url = site.absolute(addresses.measure(entry.id))
    return {"@type": "Legislation", "@id": url, "name": told_form(items.provision(entry)), "url": url}


def _dataset(description: str, site: Site, scope: about.Scope) -> dict[str, Any]:
    """The data as Google Dataset Search and DataCite want it said: a description of 50 characters at least, whose it is,
    of where and when."""
    given = {
        "@id": site.absolute(addresses.DATA),
        "name": items.dataset_title(site),
        "alternateName": about.TITLE,
        "description": scope.sentence + description,
        "url": site.absolute(addresses.DATA),
        "identifier": site.absolute(addresses.DATA),
        "keywords": list(about.KEYWORDS),
        "inLanguage": "zh-CN",
        "license": _LICENSE,
        "version": site.version,
        "dateModified": site.released,
        "datePublished": site.released,
        "creator": {"@type": "Organization", "name": items.EDITORS, "url": site.absolute(addresses.ABOUT)},
        "publisher": {"@type": "Organization", "name": items.PLACE, "url": site.absolute(addresses.HOME)},
        "spatialCoverage": [{"@type": "AdministrativeArea", "name": name} for name in scope.places],
        "temporalCoverage": scope.years,
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": site.absolute(addresses.DATA + name)}
            for name, kind in about.MEDIA_TYPES.items()
        ],
    }
    return {"@type": "Dataset"} | {k: v for k, v in given.items() if v}


def _dublin_core(item: items.Item) -> list[list[str | None]]:
    """A page of ours, or the data, by the item that it is cited as."""
    data: list[list[str | None]] = [["eprints.type", "dataset"], ["bibo.edition", item.get("version")]]
    return [
        *(data if item["type"] == "dataset" else []),
        ["DC.title", item["title"]],
        ["DCTERMS.alternative", item.get("original-title")],
        *(["DC.creator", name["literal"]] for name in item.get("author", ())),
        ["DC.date", _day(item)],
        ["DC.publisher", items.PLACE],
        ["DC.identifier", item["URL"]],
        ["DC.language", item["language"]],
    ]


def _day(item: items.Item) -> str:
    """Its date (ISO 8601), empty where it has none."""
    return "-".join(f"{part:02}" for part in item.get("issued", {"date-parts": [[]]})["date-parts"][0])


def _received(title: str) -> list[list[str]]:
    """A title as received, where it is read otherwise."""
    return [["DCTERMS.alternative", title]] if told_form(title) != title else []


def _meta(head: Iterable[Sequence[str | None]], *graph: dict[str, Any]) -> Meta:
    told = [[name, content] for name, content in head if content]
    linked = {"@context": "https://schema.org", "@graph": list(graph)}
    return {"head": told} | ({"jsonld": safe_json(linked)} if graph else {})
