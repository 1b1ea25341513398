"""A document as Akoma Ntoso 3.0 (OASIS, Akoma Ntoso Version 1.0, Part 2: akomantoso30.xsd).

A policy text is a ``statement``: "an official document of a body that may or may not be normative in structure". What
is printed is kept to the letter, white space between paragraphs apart; the furniture of the web page is left out. A
measure's ``wId`` is its ref. Bodies, and documents of ours, are marked where they are named.

Where the text states no date, ``FRBRdate`` must have one all the same, and its ``name`` says which it is: the day on which the
document was registered here (``registered``). The identifier has the year of the number then, or of that day.
"""

from __future__ import annotations

import re

from lxml import etree

from build_scripts import addresses
from build_scripts.model import Agency, Document
from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.documents.akoma_ntoso_body import E, allowed, body
from build_scripts.publishing.dataset.table_model import Data
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("dataset")

_OURS = "#policy-in-parallel"
_YEAR = re.compile(r"[〔\[](\d{4})[〕\]]")


def akn_bytes(data: Data, document: Document) -> bytes:
    """The XML file."""
    named = {r.agency for m in document.measures for r in m.responsibilities if r.at}
    agencies = [a for a in data.corpus.vocabulary.agencies if a.id in named]
    attributes = {"name": "opinion", "contains": "originalVersion"}
    first = _registered(data, document)
    statement = E.statement(attributes, _meta(data, document, agencies, first), *body(data.corpus, document))
    return etree.tostring(E.akomaNtoso(statement), xml_declaration=True, encoding="UTF-8") + b"\n"


def _registered(data: Data, document: Document) -> str:
    """The day on which a document's address was registered; that of the edition where it is not yet."""
    address = addresses.rooted(addresses.document(document.id))
    return next((p.first for p in data.corpus.permalinks if p.address == address), data.edition.released)


def _uris(document: Document, first: str) -> tuple[str, str, str]:
    """Of the work, its expression and its manifestation: /akn/cn-<place>/statement/opinion/<date, or the year of the
    number, or else of the day it was registered>/<id>, then /zho@<date>, then .xml (Akoma Ntoso Naming Convention §4)."""
    year = _YEAR.search(document.number or "")
    when = document.date or (year[1] if year else first[:4])
    work = f"/akn/cn-{document.jurisdiction}/statement/opinion/{when}/{document.id}"
    expression = f"{work}/zho@{document.date or ''}"
    return work, expression, f"{expression}.xml"


def _meta(data: Data, document: Document, agencies: list[Agency], first: str) -> etree._Element:
    work_uri, expression_uri, manifestation_uri = _uris(document, first)
    work = [E.FRBRcountry(value="cn")]
    if document.number:
        work.append(E.FRBRnumber(value=allowed(document.number)))
    work.append(E.FRBRname(value=allowed(document.title)))
    when = (document.date, "date") if document.date else (first, "registered")
    made = (data.edition.released, "edition")
    authors = [f"#{id}" for id, _ in _issuers(document)]
    meta: etree._Element = E.meta(
        E.identification(
            E.FRBRWork(*_properties(work_uri, when, authors), *work),
            E.FRBRExpression(*_properties(expression_uri, when, authors), E.FRBRlanguage(language="zho")),
            E.FRBRManifestation(*_properties(manifestation_uri, made, [_OURS]), E.FRBRformat(value="text/xml")),
            source=_OURS,
        ),
        _references(document, agencies),
    )
    return meta


def _properties(uri: str, date: tuple[str, str], authors: list[str]) -> list[etree._Element]:
    """The properties that all levels have, in the order of the schema (coreProperties)."""
    return [
        E.FRBRthis(value=uri),
        E.FRBRuri(value=uri),
        E.FRBRdate(date=date[0], name=date[1]),
        *(E.FRBRauthor(href=author) for author in authors),
    ]


def _issuers(document: Document) -> list[tuple[str, str]]:
    """Each issuer with its id in the file; one that says so where the text names none."""
    if len(document.issuers) < 2:
        return [("issuer", "".join(document.issuers) or _WORDS.unstated)]
    return [(f"issuer-{n}", name) for n, name in enumerate(document.issuers, 1)]


def _references(document: Document, agencies: list[Agency]) -> etree._Element:
    found = [
        E.TLCOrganization(eId="policy-in-parallel", href="/", showAs=about.TITLE),
        *(
            E.TLCOrganization(eId=id, href=f"/{addresses.document(document.id)}", showAs=allowed(name))
            for id, name in _issuers(document)
        ),
    ]
    found += [E.TLCOrganization(eId=a.id, href=f"/{addresses.agency(a.id)}", showAs=allowed(a.name)) for a in agencies]
    references: etree._Element = E.references(*found, source=_OURS)
    return references
