"""A document as the browser sets it beside another article by article, where the two have no table of their own."""

from __future__ import annotations

from typing import Any

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Document
from build_scripts.publishing.index.lookups import Entry, Index
from build_scripts.publishing.pages.parts.essential_sentence import essential
from build_scripts.publishing.text.reading_form.in_json import in_reading_form


def document_record(index: Index, found: Comparison, document: Document) -> dict[str, Any]:
    """What stands in ``assets/compare/documents/<document>.json``, in the form in which it is read.

    ``tables`` are the documents that it has a table with; ``maybe``, by the number of a measure, what the program found in
    other documents, each a measure id and its score, the nearest first. (Two documents that an editor joined have a table.)
    """
    place = index.places[document.jurisdiction]
    entries = index.entries_of[document.id]
    partners = found.partners(index.published_tables).get(document.id, ())
    shown = {
        "id": document.id,
        "lang": document.lang,
        "title": document.title,
        "short": index.short_names[document.id],
        "place": {"id": place.id, "name": place.short, "colour": place.colour},
        "measures": [_measure(entry) for entry in entries],
        "maybe": {e.measure.ref: held for e in entries if (held := _maybe(found, e))},
        "tables": [p.document for p in partners if p.tabled],
    }
    return in_reading_form(shown, document.lang, frozenset({"id", "lang", "maybe", "tables"}))


def _measure(entry: Entry) -> dict[str, Any]:
    return {
        "ref": entry.measure.ref,
        "printed": entry.printed,
        "name": entry.name if entry.name != entry.printed else "",
        "text": entry.measure.text,
        "first": essential(entry.measure) or "",
    }


def _maybe(found: Comparison, entry: Entry) -> list[tuple[str, float]]:
    return [(p.other(entry.id), p.score) for p in found.pairs_of.get(entry.id, ()) if p.basis == "computed"]
