"""What the search page must know beside the index: what each row of it is, and how things are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from build_scripts.model import ROLES, Document
from build_scripts.publishing.browser_data.search_index.postings import Shard
from build_scripts.publishing.browser_data.search_index.rows import HeadingRow, Result
from build_scripts.publishing.index.day_of_document import day_of
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.index.passages import Passage
from build_scripts.publishing.text.reading_form.in_json import RECEIVED, in_reading_form

NOBODY = -1
"""In place of an agency's number: a collective, or a name not resolved to a body."""


def catalogue(
    index: Index,
    found: Sequence[Result],
    above: Sequence[HeadingRow],
    lengths: Sequence[int],
    files: Sequence[Shard],
) -> dict[str, Any]:
    """The catalogue; ``lengths`` are those of the rows: of the results, then of the headings above them.

    A measure is ``[length, document, ref, [topic…], [agency, role, agency, role…]]``, a passage
    ``[length, document, anchor, label]``, a heading ``[length, first result, last result]``, a measure's line as printed
    ``[length, result]``; numbers count from 0 in the lists beside them. Places, documents, topics and roles are those that something has; bodies are all.
    """
    entries = list(index.entries.values())
    duties = [r for e in entries for r in e.measure.responsibilities]
    documents = {d: n for n, d in enumerate(dict.fromkeys(r.document.id for r in found))}
    topics = _used(index.topics, (t for e in entries for t in e.measure.topics))
    agencies = {a: n for n, a in enumerate(index.agencies)}
    roles = _used(ROLES, (r.role for r in duties))
    labels = {label: n for n, label in enumerate(dict.fromkeys(r.label for r in found if isinstance(r, Passage)))}

    def described(result: Result) -> list[Any]:
        if isinstance(result, Passage):
            return [labels[result.label]]
        who = dict.fromkeys(
            (agencies.get(r.agency or "", NOBODY), roles[r.role]) for r in result.measure.responsibilities
        )
        return [[topics[t] for t in result.measure.topics if t in topics], [n for pair in who for n in pair]]

    return {
        "places": [{"id": p.id, "name": p.short, "colour": p.colour} for p in index.speaking_places],
        **_as_read([_document(index, index.documents[d]) for d in documents]),
        "topics": [{"id": t, "name": index.topics[t].zh, "en": index.topics[t].en} for t in topics],
        "agencies": [
            {"id": a, "name": index.agencies[a].name, "names": list(index.agencies[a].names)} for a in agencies
        ],
        "roles": [{"id": r, "name": ROLES[r]} for r in roles],
        "labels": list(labels),
        "synonyms": [{"terms": list(g.terms), "note": g.note} for g in index.corpus.vocabulary.synonyms],
        "results": [[length, documents[r.document.id], ref_of(r), *described(r)] for r, length in zip(found, lengths)],
        "headings": [
            [length, h.first] + [h.last] * (h.last is not None)
            for h, length in zip(above, lengths[len(found) :], strict=True)
        ],
        "files": [[f.first, f.name] for f in files],
    }


def ref_of(result: Result) -> str:
    """What names a result within its document: a measure's ref, a passage's anchor."""
    return result.anchor if isinstance(result, Passage) else result.measure.ref


def text_record(result: Result) -> dict[str, Any]:
    """A result as it is read, for its row. ``heading`` is the section's where a measure or a lead-in has none itself."""
    if isinstance(result, Passage):
        shown = {"number": result.label, "heading": result.section or "", "text": result.text}
    else:
        name = result.name if result.name != result.printed else ""
        shown = {"number": result.printed, "heading": name, "text": result.measure.text}
    return in_reading_form(shown, result.document.lang)


def _used(known: Iterable[str], seen: Iterable[str | None]) -> dict[str, int]:
    """The ids of ``known`` that occur in ``seen``, numbered in its order."""
    present = set(seen)
    return {k: n for n, k in enumerate(k for k in known if k in present)}


def _as_read(documents: list[dict[str, Any]]) -> dict[str, Any]:
    """The documents as they are read, each in its own language, and the way back for all of them."""
    read = [in_reading_form(d, d["lang"], frozenset({"id", "lang", "place", "date", "year"})) for d in documents]
    back = {f"documents.{n}.{path}": steps for n, d in enumerate(read) for path, steps in d.pop(RECEIVED, {}).items()}
    return {"documents": read} | ({RECEIVED: back} if back else {})


def _document(index: Index, document: Document) -> dict[str, Any]:
    day = day_of(document)
    return {
        "id": document.id,
        "title": document.title,
        "short": index.short_names[document.id],
        "number": document.number,
        "place": document.jurisdiction,
        "date": None if day.by_number else day.date,
        "year": day.date if day.by_number else None,
        "lang": document.lang,
    }
