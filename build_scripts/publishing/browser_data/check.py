"""The texts that quotations are checked against, for the browser: ``assets/check/<document>.json`` and their list.

A document is its source text with its measures and their sentences by place, in code points as everywhere in the data.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from build_scripts.model import Document
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.text.json_text import for_scripts
from build_scripts.publishing.text.reading_form.in_json import in_reading_form
from build_scripts.reading.measures.sentences import sentences
from build_scripts.store.paths import write_atomically

FOLDER = "assets/check"


def text_to_check(index: Index, d: Document) -> dict[str, Any]:
    """One document, as it is read: title, number, language, text, and its measures with the starts of their sentences."""
    measures = []
    for entry in index.entries.values():
        m = entry.measure
        if entry.document.id != d.id or m.at is None:
            continue
        starts = [m.at.start + s.at.start for s in sentences(m.text)]
        name = entry.name if entry.name != entry.printed else ""
        measures.append(
            {
                "id": entry.id,
                "number": entry.printed,
                "name": name,
                "place": [m.at.start, m.at.end],
                "sentences": starts,
            }
        )
    record = {
        "id": d.id,
        "title": d.title,
        "number": d.number,
        "place": index.places[d.jurisdiction].short,
        "lang": d.lang,
        "text": index.corpus.sources[d.id],
        "measures": measures,
    }
    return in_reading_form(record, d.lang, frozenset({"id", "lang"}))


def write_texts(index: Index, site_dir: Path) -> int:
    """Write every document and the list of their ids; returns the bytes written."""
    folder = site_dir / FOLDER
    files = {f"{d.id}.json": text_to_check(index, d) for d in index.documents.values()}
    written = {name: for_scripts(value) for name, value in files.items()}
    written["documents.json"] = for_scripts({"documents": list(index.documents)})
    for name, data in written.items():
        write_atomically(folder / name, data)
    return sum(map(len, written.values()))
