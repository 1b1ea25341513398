"""What a page leads machines to, in its head: its own forms (Markdown, JSON, XML), feeds, how it is cited, how it is searched.

``cite-as`` (RFC 8574), ``alternate``, ``describedby``, ``search``, ``service-desc``: link relations as IANA has them.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from build_scripts import addresses
from build_scripts.publishing.dataset import about
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("forms")

ATOM, JSON, MARKDOWN, XML = "application/atom+xml", "application/json", "text/markdown", "application/xml"
CALENDAR, OPENSEARCH = "text/calendar", "application/opensearchdescription+xml"
OPENAPI = "application/vnd.oai.openapi+json;version=3.1"
CSL, BIBTEX = "application/vnd.citationstyles.csl+json", "application/x-bibtex"

_LISTS = {
    addresses.DOCUMENTS: "documents",
    addresses.AGENCIES: "agencies",
    addresses.TOPICS: "topics",
    addresses.QUESTIONS: "points",
    addresses.WORKS: "works",
}
"""Pages that list a kind of thing, and the list of it in the data."""
_CITED = (addresses.DOCUMENTS, addresses.MEASURES, addresses.TOPICS)


@dataclass(frozen=True)
class Link:
    """``to`` is an address below the site's root."""

    rel: str
    type: str
    to: str
    title: str = ""


def links(index: Index, address: str) -> Iterator[Link]:
    """Of the page at an address; that it is ``cite-as`` is said where its whole address is known."""
    yield Link("alternate", MARKDOWN, addresses.page_markdown(address), _WORDS.markdown)
    kind, _, id = address.rstrip("/").partition("/")
    if addresses.entry_page(kind, id) == address and id in _held(index, kind):
        yield from _of_entry(index, kind, id)
    if address in _LISTS:
        yield Link("alternate", JSON, addresses.list_json(_LISTS[address]), _WORDS.json)
    if address == addresses.DOCUMENTS:
        for place in index.speaking_places:
            yield _feed(addresses.feed(place.id), place.name)
    if address == addresses.TARGETS:
        for place in index.speaking_places:
            yield Link("alternate", CALENDAR, addresses.calendar(place.id), _WORDS("calendar", name=place.name))
    if address == addresses.DATA:
        yield Link("alternate", JSON, addresses.DATA + about.CORPUS, _WORDS.json)
        yield Link("service-desc", OPENAPI, addresses.DATA + about.OPENAPI, _WORDS.openapi)
        yield Link("describedby", "application/ld+json", addresses.DATA + about.DCAT, _WORDS.dcat)
    yield Link("search", OPENSEARCH, addresses.OPENSEARCH, _WORDS.search)


def _held(index: Index, kind: str) -> Container[str]:
    held: dict[str, Container[str]] = {
        "documents": index.documents,
        "measures": index.entries,
        "agencies": index.agencies,
        "topics": index.topics,
        "works": {w.id for w in index.corpus.works},
    }
    return held.get(kind, ())


def _of_entry(index: Index, kind: str, id: str) -> Iterator[Link]:
    yield Link("alternate", JSON, addresses.entry_json(kind, id), _WORDS.json)
    if kind == "documents":
        yield Link("alternate", XML, addresses.download("akn", id, "xml"), _WORDS.akn)
        place = index.places[index.documents[id].jurisdiction]
        yield _feed(addresses.feed(place.id), place.name)
    if kind == "topics":
        yield _feed(addresses.topic_feed(id), index.topics[id].zh)
    if f"{kind}/" in _CITED:
        item = f"topics/{id}" if kind == "topics" else id
        yield Link("describedby", CSL, addresses.citation(item, "json"), _WORDS.csl)
        yield Link("describedby", BIBTEX, addresses.citation(item, "bib"), _WORDS.bibtex)


def _feed(to: str, name: str) -> Link:
    return Link("alternate", ATOM, to, _WORDS("feed", name=name))
