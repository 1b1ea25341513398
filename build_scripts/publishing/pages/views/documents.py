"""The list of documents, and one page per document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from build_scripts import addresses
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Citation, Document, Target, Topic
from build_scripts.publishing.citing.citations import cite_document
from build_scripts.publishing.index.lookups import Entry, Index
from build_scripts.publishing.index.points import Question
from build_scripts.publishing.pages import metadata
from build_scripts.publishing.pages.parts.beside_full_text import beside
from build_scripts.publishing.pages.parts.correction_links import doors
from build_scripts.publishing.pages.parts.quotation_attribution import attribution
from build_scripts.publishing.pages.parts.verbatim import Block, full_text
from build_scripts.publishing.pages.rendering import Page, later, page
from build_scripts.publishing.pages.views.compare import neighbours
from build_scripts.publishing.pages.views.home import timeline
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("documents")

Stated = Literal["text", "editor", "absent"]


@dataclass(frozen=True)
class Fact:
    """A line of metadata: ``stated`` in the text, supplied by an editor (``reason``), or absent."""

    label: str
    values: tuple[str, ...]
    stated: Stated
    reason: str = ""
    verbatim: bool = False
    unbroken: bool = False


@dataclass(frozen=True)
class Part:
    """A section in the outline with its entries."""

    ref: str | None
    heading: str | None
    entries: tuple[Entry, ...]


def facts(document: Document, addressees: str) -> tuple[Fact, ...]:
    """What is known of a document, each fact with its basis; what the text does not say is said to be absent."""

    def fact(field: str, *values: str | None, verbatim: bool = False, unbroken: bool = False) -> Fact:
        given = tuple(v for v in values if v)
        reason = next((s.reason for s in document.supplied if s.field == field), None)
        stated: Stated = "absent" if not given else "text" if reason is None else "editor"
        return Fact(_WORDS.fields[field], given, stated, reason or "", verbatim, unbroken)

    return (
        fact("title", document.title, verbatim=True),
        fact("number", document.number, verbatim=True, unbroken=True),
        fact("issuers", *document.issuers, verbatim=True),
        fact("addressees", addressees.strip().rstrip(":：") or None, verbatim=True),
        fact("date", labels.date(document.date) if document.date else None, unbroken=True),
        fact("published", labels.date(document.published) if document.published else None, unbroken=True),
    )


def outline(index: Index, document: Document) -> tuple[Part, ...]:
    """Sections in order, each with its entries; an entry that is a whole section stands alone."""
    parts: list[Part] = []
    for measure in document.measures:
        entry = index.entries[f"{document.id}/{measure.ref}"]
        section = measure.section
        if section and parts and parts[-1].ref == section:
            parts[-1] = Part(section, parts[-1].heading, (*parts[-1].entries, entry))
        else:
            parts.append(Part(section, index.section_heading(document, section), (entry,)))
    return tuple(parts)


def answering(index: Index, document: Document) -> tuple[tuple[Topic, tuple[Question, ...]], ...]:
    """The questions that a document answers, by topic."""
    held = index.questions_of_document.get(document.id, ())
    return tuple((topic, tuple(group)) for topic, group in groupby(held, lambda q: q.topic))


def bodies(index: Index, document: Document) -> list[tuple[str, str, int]]:
    """Bodies that answer for something in a document: id, name, number of entries; the busiest first."""
    counts: dict[str, set[str]] = {}
    for measure in document.measures:
        for responsibility in measure.responsibilities:
            if responsibility.agency in index.agencies:
                counts.setdefault(str(responsibility.agency), set()).add(measure.ref)
    ranked = sorted(counts.items(), key=lambda c: (-len(c[1]), c[0]))
    return [(a, index.agencies[a].name, len(refs)) for a, refs in ranked]


def _pairs(entries: Iterable[Entry], attribute: str) -> list[tuple[Entry, Target | Citation]]:
    return [(e, x) for e in entries for x in getattr(e.measure, attribute)]


def _addressees(index: Index, document: Document) -> str:
    source = index.corpus.sources[document.id]
    return "".join(n.at.of(source) for n in index.corpus.nodes[document.id] if n.kind == "addressees")


def _furniture(blocks: tuple[Block, ...]) -> int:
    return sum(1 for b in blocks if b.kind == "furniture")


def documents(index: Index, found: Comparison, site: Site) -> Iterator[Page]:
    yield later(addresses.DOCUMENTS, _list, index)
    for document in index.documents.values():
        yield later(addresses.document(document.id), _document, index, found, document, site)


def _list(index: Index) -> Page:
    meta = {"title": _WORDS.title, "description": _WORDS.description, "kind": "documents"}
    related = bool(index.corpus.relations)
    names = index.short_names
    return page("documents.md.j2", addresses.DOCUMENTS, meta, dated=timeline(index), names=names, related=related)


def _document(index: Index, found: Comparison, document: Document, site: Site) -> Page:
    entries = index.entries_of[document.id]
    blocks = full_text(index, document.id)
    place = index.places[document.jurisdiction]
    partners = neighbours(index, found, document)
    described = _WORDS("described", place=place.name, number=document.number or "", n=len(entries))
    meta = {
        "title": document.title,
        "description": " ".join(described.split()),
        "kind": "document",
        **metadata.of_document(index, document, site),
    }
    return page(
        "document.md.j2",
        addresses.document(document.id),
        meta,
        document=document,
        place=place,
        short=index.short_names[document.id],
        attribution=attribution(document, place),
        entries=entries,
        facts=facts(document, _addressees(index, document)),
        outline=outline(index, document),
        blocks=blocks,
        furniture=_furniture(blocks),
        aside={e.id: beside(index, found, e) for e in entries},
        partners=partners,
        any_other=sum(p.tabled for p in partners) < len(index.documents) - 1,
        answering=answering(index, document),
        bodies=bodies(index, document),
        targets=_pairs(entries, "targets"),
        cited=index.cited_in.get(document.id, ()),
        parents=[c for c in index.cited_in.get(document.id, ()) if c.parent],
        doubts=[d for d in index.corpus.doubts.get(document.id, ()) if d.grade == "grave"],
        known=index.documents,
        cite=cite_document(document, site),
        errata=index.errata.get(document.id, ()),
        doors=doors(site, addresses.document(document.id), document.title, document.id, ""),
    )
