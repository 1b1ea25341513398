"""What the search page must know beside the index: which measure each indexed page is, and how things are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_scripts.model import ROLES, Document
from build_scripts.publishing.index import Entry, Index
from build_scripts.publishing.search_index.synonyms import SynonymGroup

NOBODY = -1
"""In place of an agency's number: a collective, or a name not resolved to a body."""


def catalogue(index: Index, hashes: Sequence[str], synonyms: Iterable[SynonymGroup] = ()) -> dict:
    """The catalogue; ``hashes`` are the index's ids of the entries, in their order.

    A page is ``[hash, document, ref, [topic…], [agency, role, agency, role…]]``, numbers counting from 0 in the lists
    beside it. Lists hold only what some measure has.
    """
    entries = list(index.entries.values())
    duties = [r for e in entries for r in e.measure.responsibilities]
    documents = list(dict.fromkeys(e.document.id for e in entries))
    topics = _used(index.topics, (t for e in entries for t in e.measure.topics))
    agencies = _used(index.agencies, (r.agency for r in duties))
    roles = _used(ROLES, (r.role for r in duties))
    return {
        "places": [{"id": p.id, "name": p.short, "colour": p.colour} for p in index.speaking_places],
        "documents": [_document(index.documents[d]) for d in documents],
        "topics": [{"id": t, "name": index.topics[t].zh} for t in topics],
        "agencies": [
            {"id": a, "name": index.agencies[a].name, "names": list(index.agencies[a].names)} for a in agencies
        ],
        "roles": [{"id": r, "name": ROLES[r]} for r in roles],
        "synonyms": [{"terms": list(g.terms), "note": g.note} for g in synonyms],
        "pages": [_page(e, h, documents, topics, agencies, roles) for e, h in zip(entries, hashes, strict=True)],
    }


def text_record(entry: Entry, index: Index) -> dict:
    """A measure as printed, for its row in the results. ``heading`` is the section's where it has none itself."""
    name = entry.name if entry.name != entry.printed else ""
    return {"number": entry.printed, "heading": name, "text": entry.measure.text}


def _used(known: Iterable[str], seen: Iterable[str | None]) -> list[str]:
    """The ids of ``known``, in its order, that occur in ``seen``."""
    present = set(seen)
    return [k for k in known if k in present]


def _document(document: Document) -> dict:
    return {
        "id": document.id,
        "title": document.title,
        "number": document.number,
        "place": document.jurisdiction,
        "date": document.date or document.published,
        "lang": document.lang,
    }


def _page(
    entry: Entry, page_hash: str, documents: list[str], topics: list[str], agencies: list[str], roles: list[str]
) -> list:
    who = {
        (agencies.index(r.agency) if r.agency in agencies else NOBODY, roles.index(r.role)): None
        for r in entry.measure.responsibilities
    }
    return [
        page_hash,
        documents.index(entry.document.id),
        entry.measure.ref,
        [topics.index(t) for t in entry.measure.topics if t in topics],
        [n for pair in who for n in pair],
    ]
