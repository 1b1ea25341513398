"""What Zotero takes from a page: the rules of its translators, simulated.

The rules are those of zotero/translators at 28143701 (2026-06-26), told here anew, each by the function it stands in. A page
with neither COinS (``span.Z3988``, priority 310) nor an unAPI server (priority 300) is read by «Embedded Metadata» (priority
320), which has Dublin Core, Open Graph and eprints read by «RDF», then puts Highwire's ``citation_*`` over it and fills what
is still missing from the page. None of these three reads JSON-LD.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import html as parser

PREFIXES = {"bibo", "dc", "dcterms", "prism", "eprints", "og", "article", "z"}
"""Those of ``_prefixes`` (Embedded Metadata) that a page of ours could use."""

HIGHWIRE = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_date": "date",
    "citation_technical_report_institution": "publisher",
    "citation_technical_report_number": "number",
    "citation_public_url": "url",
    "citation_language": "language",
}
"""``HIGHWIRE_MAPPINGS``: the last of several names of one field wins, the first of several elements of one name."""

FIELDS = {
    "report": {"publisher": "institution", "number": "reportNumber", "type": "reportType"},
    "webpage": {"publicationTitle": "websiteTitle", "type": "websiteType"},
    "dataset": {"publisher": "repository", "edition": "versionNumber"},
    "journalArticle": {"publicationTitle": "publicationTitle"},
}
"""What a type of item calls a field of its own; it drops what it has no name for (Zotero's schema of types)."""
EVERYWHERE = ("title", "date", "language", "url", "abstractNote")

OG_TYPES = {"website": "webpage", "book": "book"}
NAMED_TYPES = {"report": "report", "dataset": "dataset", "webpage": "webpage"}


@dataclass
class Item:
    """``creators`` are (last name, first name): what has no space is a last name alone."""

    type: str
    fields: dict[str, str] = field(default_factory=dict)
    creators: list[tuple[str, str]] = field(default_factory=list)

    @property
    def authors(self) -> list[str]:
        return [f"{first} {last}".strip() for last, first in self.creators]


def zotero(page: str, url: str) -> Item:
    """The item that Zotero makes of a page at an address."""
    doc = parser.fromstring(page)
    metas = [(m.get("name") or m.get("property") or "", m.get("content") or "") for m in doc.iter("meta")]
    metas = [(name, content) for name, content in metas if name and content]
    assert not doc.xpath("//span[@class='Z3988'] | //link[@rel='unapi-server']"), "another translator would come first"
    statements = _statements(metas)
    named = [name for name, _ in metas]
    item = _rdf(statements, "journalArticle" if "citation_title" in named else "webpage")
    if "citation_technical_report_institution" in named:  # init: hwType
        item.type = "report"
    _highwire(item, metas)
    _last_chances(item, doc, url)
    return _complete(item)


def _statements(metas: list[tuple[str, str]]) -> dict[str, list[str]]:
    """``init``: names in a known vocabulary, by prefix and property, whose first letter is lowered."""
    found: dict[str, list[str]] = {}
    for names, content in metas:
        for name in names.split():
            parts = re.split(r"[.:_]", name)
            second = parts[1].lower() if len(parts) > 2 else ""
            prefix = second if second in PREFIXES else parts[0].lower()
            length = len(parts[0]) + len(parts[1]) + 1 if second in PREFIXES else len(parts[0])
            if prefix in PREFIXES:
                term = name[length + 1 :]
                found.setdefault(f"{prefix}:{term[:1].lower()}{term[1:]}", []).append(content)
    return found


def _rdf(held: dict[str, list[str]], unknown: str) -> Item:
    """RDF's ``importItem``; ``unknown`` is the type where only guesses could be made (``defaultUnknownType``)."""

    def first(*names: str) -> str:
        return next((held[n][0] for n in names if n in held), "")

    item = Item(_type(held, unknown))
    item.fields = {
        "title": first("dc:title", "dcterms:title", "eprints:title", "og:title"),
        "publicationTitle": first("prism:publicationName", "dc:source", "dcterms:source")
        or (first("og:site_name") if item.type == "webpage" else ""),
        "publisher": first("dc:publisher", "dcterms:publisher", "eprints:institution"),
        "date": first("eprints:date", "article:published_time", "dcterms:issued", "dc:date", "dcterms:date"),
        "edition": first("prism:edition", "bibo:edition"),
        "number": first("prism:number", "eprints:number"),
        "url": first("eprints:official_url", "og:url", "bibo:uri"),
        "abstractNote": first("eprints:abstract", "og:description", "dcterms:abstract"),
        "language": first("dc:language", "dcterms:language"),
        "type": first("dc:type", "dcterms:type"),  # typeProperties: what DC calls it, whatever the item's type
    }
    names = next((held[n] for n in ("dc:creator", "dcterms:creator", "dc:contributor") if n in held), [])
    item.creators = [_author(name, "," in name) for name in names]
    return item


def _type(held: dict[str, list[str]], unknown: str) -> str:
    """RDF's ``detectType``: Zotero's own name, then eprints, Open Graph, Dublin Core; then ``unknown``, before any guess."""
    own = held.get("z:itemType", held.get("z:type", [""]))[0]
    eprints = NAMED_TYPES.get(held.get("eprints:type", [""])[0])
    graph = OG_TYPES.get(held.get("og:type", [""])[0])
    core = NAMED_TYPES.get(held.get("dc:type", [""])[0].lower().replace(" ", ""))
    return own or eprints or graph or core or unknown


def _highwire(item: Item, metas: list[tuple[str, str]]) -> None:
    """``addHighwireMetadata``: names are matched by how they end."""
    for name, target in HIGHWIRE.items():
        value = next((content for n, content in metas if n.endswith(name)), "")
        if value.strip():
            item.fields[target] = " ".join(value.split())
    authors = [content for n, content in metas if n.endswith("citation_author")]
    names = [a.strip() for content in authors for a in content.split(";")]
    told = [a for n, a in enumerate(names) if re.search(r"[^\s,-.;]", a) and (n == 0 or a != names[n - 1])]
    given = [_author(a, "," in a) for a in told]
    item.creators = given or item.creators
    item.fields["url"] = item.fields["url"] or next(
        (c for n, c in metas if n.endswith("citation_fulltext_html_url")), ""
    )


def _author(name: str, comma: bool) -> tuple[str, str]:
    """``cleanAuthor`` (zotero/utilities at 4051881d): the last word is the last name, what stands before it the first."""
    name = name.strip(" \t\n\u00a0.,/[]:")
    if comma:
        last, _, first = name.partition(",")
        return last, first.strip()
    first, _, last = name.rpartition(" ")
    return last, first


def _last_chances(item: Item, doc: parser.HtmlElement, url: str) -> None:
    """``addLowQualityMetadata``: what the page itself says, where its head does not."""
    held = item.fields
    held["title"] = " ".join((held["title"] or doc.findtext(".//title") or "").split())
    if not item.creators:
        authors = doc.xpath("//meta[@name='author']/@content")
        lines = doc.xpath("//*[contains(@class, 'byline') or contains(@class, 'vcard')] | //a[@rel='author']")
        item.creators = [_author(a, False) for a in authors or [line.text_content().strip() for line in lines]]
    held["abstractNote"] = held["abstractNote"] or "".join(doc.xpath("//meta[@name='description']/@content")[:1])
    held["url"] = held["url"] or "".join(doc.xpath("/html/head/link[@rel='canonical']/@href")[:1]) or url
    held["language"] = held["language"] or doc.get("lang", "")
    held["date"] = held["date"] or "".join(doc.xpath("//time[@datetime]/@datetime")[:1])


def _complete(item: Item) -> Item:
    """What the type of item has a name for."""
    own = FIELDS[item.type]
    named = {own.get(k, k): v for k, v in item.fields.items() if v and (k in own or k in EVERYWHERE)}
    return Item(item.type, named, item.creators)
