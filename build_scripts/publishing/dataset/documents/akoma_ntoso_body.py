"""The text of a document in Akoma Ntoso: preface, preamble, main body, conclusions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from lxml import etree
from lxml.builder import ElementMaker

from build_scripts import addresses
from build_scripts.model import Citation, Corpus, Document, Span
from build_scripts.publishing.dataset.documents.printed_parts import Part, parts

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
E = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # XML 1.0 §2.2
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_HEADED = {"chapter": ("chapter", "chp", 0), "section": ("section", "sec", 1), "group": ("subsection", "subsec", 2)}
_BODY = {*_HEADED, "measure", "leadin"}
_INLINE = {"number": "docNumber", "title": "docTitle", "date": "docDate", "issuer": "docAuthority"}


def allowed(text: str) -> str:
    """``text`` as XML can hold it: a forbidden character becomes U+FFFD."""
    return _ILLEGAL.sub("\ufffd", text)


def body(corpus: Corpus, document: Document) -> Iterator[etree._Element]:
    """The elements of a statement after its meta, in the schema's order; those without content are left out."""
    held = list(parts(corpus, document))
    inner = [n for n, part in enumerate(held) if part.kind in _BODY]
    first, last = (inner[0], inner[-1] + 1) if inner else (len(held), len(held))
    opening = next((n for n in range(first) if held[n].kind == "preamble"), first)
    text = _Text(corpus.sources[document.id], document, tuple(_marks(document)))
    elements = [
        E.preface(*_blocks(held[:opening], text)),
        E.preamble(*_blocks(held[opening:first], text)),
        _main(held[first:last], text),
        E.conclusions(*_blocks(held[last:], text)),
    ]
    for element in elements:
        if len(element):
            element.set(_LANG, document.lang)
            yield element


@dataclass(frozen=True)
class _Text:
    """The text of a document, and what is marked in it: (place, element, where it leads)."""

    source: str
    document: Document
    marks: tuple[tuple[Span, str, str], ...]


def _blocks(stretch: list[Part], text: _Text) -> Iterator[etree._Element]:
    for part in stretch:
        for span in part.paragraphs:
            words = allowed(span.of(text.source))
            tag = _INLINE.get(part.kind)
            if tag is None:
                yield _paragraph(span, text)
            elif tag == "docDate":
                day = text.document.date
                yield E.p(E.docDate(words, date=day) if day else words)
            else:
                yield E.p(E(tag, words))


def _main(stretch: list[Part], text: _Text) -> etree._Element:
    """The hierarchy: chapters hold sections, sections groups, groups measures; each under the last one above it."""
    main: etree._Element = E.mainBody()
    path: list[tuple[int, etree._Element]] = [(-1, main)]
    numbers = count(1)
    for part in stretch:
        tag, short, rank = _shape(part)
        while path[-1][0] >= rank:
            path.pop()
        above = path[-1][1]
        if part.kind == "leadin" and above is not main and all(_tag(e) in ("num", "heading") for e in above):
            above.append(E.intro(*_paragraphs(part, text)))
            continue
        eid = f"{short}_{(part.ref or str(next(numbers))).split('.')[-1]}"
        prefix = above.get("eId")
        eid = _unused(main, f"{prefix}__{eid}" if prefix else eid)
        element = _numbered(part, tag, eid)
        if part.kind in _HEADED:
            path.append((rank, element))
        else:
            element.append(E.content(*(list(_paragraphs(part, text)) or [E.p()])))
        above.append(element)
    if not len(main):
        main.append(E.p())
    return main


def _numbered(part: Part, tag: str, eid: str) -> etree._Element:
    """A hierarchical element with its identifiers, number and heading."""
    element: etree._Element = E(tag, eId=eid)
    if part.measure:
        element.set("wId", part.measure.ref)
    elif tag == "hcontainer":
        element.set("name", part.kind)
    if part.num:
        element.append(E.num(allowed(part.num)))
    if part.heading:
        element.append(E.heading(allowed(part.heading)))
    return element


def _shape(part: Part) -> tuple[str, str, int]:
    """(tag, its short form in an eId, rank): a lead-in after measures and a measure take the deepest rank."""
    if part.kind in _HEADED:
        return _HEADED[part.kind]
    measure = part.measure
    if measure is None:
        return "hcontainer", "hcontainer", 9
    if measure.ref.startswith("art."):
        return "article", "art", 9
    if measure.section is None and measure.group is None:
        return "section", "sec", 1
    return "paragraph", "para", 9


def _tag(element: etree._Element) -> str:
    name: str = etree.QName(element).localname
    return name


def _unused(main: etree._Element, eid: str) -> str:
    """``eid``, or with a number where the same numbering is printed twice: an eId is unique in its document."""
    taken = {e.get("eId") for e in main.iter() if e.get("eId")}
    return next(e for n in count(1) if (e := eid if n == 1 else f"{eid}-{n}") not in taken)


def _paragraphs(part: Part, text: _Text) -> Iterator[etree._Element]:
    return (_paragraph(span, text) for span in part.paragraphs)


def _marks(document: Document) -> Iterator[tuple[Span, str, str]]:
    """What is marked in a text: bodies that answer for a measure, documents that are cited, in the measures and outside. Of two
    that overlap the earlier is kept."""
    duties = [r for m in document.measures for r in m.responsibilities]
    cited = [c for m in document.measures for c in m.citations] + [c for p in document.passages for c in p.citations]
    found = [(r.at, "organization", f"#{r.agency}") for r in duties if r.at and r.agency]
    found += [(c.at, "ref", addresses.rooted(to)) for c in cited if c.at and (to := _cited(c))]
    end = 0
    for at, tag, to in sorted(set(found), key=lambda m: (m[0].start, -m[0].end)):
        if at.start >= end:
            yield at, tag, to
            end = at.end


def _cited(citation: Citation) -> str | None:
    """The page of what is cited: the document where it is ours, else the work."""
    if citation.document:
        return addresses.document(citation.document)
    return addresses.work(citation.work) if citation.work else None


def _paragraph(span: Span, held: _Text) -> etree._Element:
    source = held.source
    marks = [m for m in held.marks if span.start <= m[0].start < m[0].end <= span.end]
    element: etree._Element = E.p()
    last: etree._Element | None = None
    at = span.start

    def add(text: str) -> None:
        if last is None:
            element.text = (element.text or "") + text
        else:
            last.tail = (last.tail or "") + text

    for place, tag, to in marks:
        add(allowed(source[at : place.start]))
        last = E(tag, allowed(place.of(source)), {"refersTo" if tag == "organization" else "href": to})
        element.append(last)
        at = place.end
    add(allowed(source[at : span.end]))
    return element
