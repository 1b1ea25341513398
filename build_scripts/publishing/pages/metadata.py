"""What the head of a page tells reference managers and search engines, as front matter.

``head`` is a list of [name, content] for ``meta`` elements: on documents Highwire's ``citation_*`` (with
citation_technical_report_* reference managers take it for a report with its number), elsewhere Dublin Core with
DC.type=webpage. ``jsonld`` is schema.org as JSON text, safe between script tags: Legislation with its parts,
BreadcrumbList, Dataset. What a text does not state is absent. No legal force is claimed: the texts shown here are
marked as having no official standing (UnofficialLegalValue).
"""

from __future__ import annotations

from collections.abc import Sequence
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
    entries = [e for e in index.entries.values() if e.document.id == d.id]
    head: list[Sequence[str | None]] = [
        ["citation_title", told_form(d.title)],
        *(["citation_author", told_form(name)] for name in d.issuers),
        *(["citation_technical_report_institution", told_form(name)] for name in d.issuers),
        ["citation_technical_report_number", told_form(d.number or "")],
        ["citation_publication_date", (d.date or d.published or "").replace("-", "/")],
        ["citation_language", d.lang],
        ["citation_public_url", url],
        ["citation_fulltext_html_url", url],
        ["DC.type", "report"],
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
    return _meta(_dublin_core(item, [told_form(name) for name in d.issuers]), part, way)


def of_topic(topic: Topic, site: Site) -> Meta:
    way = trail(site, (addresses.TOPICS, _SECTIONS["topics"]), (addresses.topic(topic.id), topic.zh))
    return _meta(_dublin_core(items.topic(topic, site), [items.EDITORS]), way)


def of_essay(essay: Essay, site: Site) -> Meta:
    way = trail(site, (addresses.ANALYSIS, _SECTIONS["analysis"]), (addresses.essay(essay.slug), essay.title))
    return _meta(_dublin_core(items.essay(essay, site), [items.EDITORS]), way)


def of_page(address: str, title: str, description: str, site: Site, scope: about.Scope = about.UNSAID) -> Meta:
    """Any other page: the home page, one by hand, a list, a body; ``scope`` is that of the data."""
    home = address == addresses.HOME
    head = [
        ["DC.type", "webpage"],
        ["DC.title", items.PLACE if home else title],
        ["DC.publisher", items.PLACE],
        ["DC.identifier", site.absolute(address)],
        ["DC.language", "zh-Hans"],
    ]
    data = [_dataset(description, site, scope)] if address == addresses.DATA else []
    way = _website(description, site) if home else trail(site, *_above(address), (address, title))
    return _meta(head, *data, way)


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


def _dublin_core(item: items.Item, creators: Sequence[str]) -> list[list[str]]:
    parts = item.get("issued", {"date-parts": [[]]})["date-parts"][0]
    return [
        ["DC.type", "webpage"],
        ["DC.title", item["title"]],
        *([["DCTERMS.alternative", item["original-title"]]] if "original-title" in item else []),
        *(["DC.creator", name] for name in creators),
        ["DC.date", "-".join(f"{p:02}" for p in parts)],
        ["DC.publisher", items.PLACE],
        ["DC.identifier", item["URL"]],
        ["DC.language", item["language"]],
    ]


def _received(title: str) -> list[list[str]]:
    """A title as received, where it is read otherwise."""
    return [["DCTERMS.alternative", title]] if told_form(title) != title else []


def _meta(head: Sequence[Sequence[str | None]], *graph: dict[str, Any]) -> Meta:
    told = [[name, content] for name, content in head if content]
    linked = {"@context": "https://schema.org", "@graph": list(graph)}
    return {"head": told} | ({"jsonld": safe_json(linked)} if graph else {})
