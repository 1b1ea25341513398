"""What the free comparison reads in the browser, one small file a measure:

assets/compare/measures/<measure>.json  text, where its clauses of the bodies stand, bodies, targets, counterparts, the
                                        questions that its words answer
assets/compare/documents/<document>.json  its measures, and what the program found beside them in other documents
assets/compare/genre.json               set phrases of the genre
assets/compare/moved.json               measures that are no more: where they went, or why they are gone
assets/compare/names.json               short names of the documents
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from build_scripts import addresses
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.comparing.wording.compared_text import duty_spans
from build_scripts.model import Corpus, Target
from build_scripts.publishing.browser_data.compare_documents import document_record
from build_scripts.publishing.index.day_of_document import day_of
from build_scripts.publishing.index.lookups import Entry, Index
from build_scripts.publishing.index.sentence_of_evidence import sentence_of
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.json_text import for_scripts
from build_scripts.publishing.text.reading_form.in_json import in_reading_form
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.reading.measures.sentences import sentences
from build_scripts.store.paths import looked_at_again, write_atomically
from build_scripts.store.permalinks import destination

_WORDS = wording("parts")
_MEASURES = addresses.rooted(addresses.MEASURES)


def write_compare_files(index: Index, found: Comparison, site_dir: Path) -> int:
    """Write the files below the built site; how many measures there are."""
    folder = site_dir / "assets" / "compare"
    shutil.rmtree(folder, ignore_errors=True)
    with looked_at_again():
        _write(folder / "genre.json", found.genre_json)
        _write(folder / "moved.json", moved(index.corpus))
        _write(folder / "names.json", index.short_names)
        for entry in index.entries.values():
            _write(folder / "measures" / f"{entry.id}.json", record(index, found, entry))
        for document in index.documents.values():
            _write(folder / "documents" / f"{document.id}.json", document_record(index, found, document))
    return len(index.entries)


def record(index: Index, found: Comparison, entry: Entry) -> dict[str, Any]:
    """A measure as the comparison shows it, in the form in which it is read; spans are code points of ``text``."""
    document, measure = entry.document, entry.measure
    day = day_of(document)
    shown = {
        "id": entry.id,
        "printed": entry.printed,
        "name": entry.name if entry.name != entry.printed else "",
        "text": measure.text,
        "lang": document.lang,
        "skip": [list(s) for s in duty_spans(measure.text)],
        "sentences": [[s.at.start, s.at.end] for s in sentences(measure.text)],
        "document": {"id": document.id, "title": document.title, "source": entry.source_name, "short": entry.short},
        "place": {"id": entry.place.id, "name": entry.place.short, "colour": entry.place.colour},
        "date": day.date,
        "dateLabel": labels.date(day.date) + (_WORDS.by_number if day.by_number else "") if day.date else None,
        "duties": [_duty(index, r) for r in measure.responsibilities],
        "targets": [_target(t) for t in measure.targets],
        "bounds": [{"quote": x.quote, "kind": labels.limit_kind(x.kind)} for x in measure.limits],
        "wording": {k: len(getattr(measure.modality, k)) for k in labels.MODALITY},
        "counterparts": [
            {"id": p.other(entry.id), "basis": p.basis, "strength": p.strength, "why": p.why, "score": p.score}
            for p in found.pairs_of.get(entry.id, ())
        ],
        "points": _points(index, entry),
    }
    return in_reading_form(shown, document.lang, frozenset({"id", "lang", "counterparts", "points"}))


def _points(index: Index, entry: Entry) -> list[dict[str, Any]]:
    """The questions that words of a measure answer, each with the sentences that prove it, counted from 1."""
    found: dict[str, dict[str, Any]] = {}
    for quoting in index.quoted_of_measure.get(entry.id, ()):
        question = quoting.question
        shown: dict[str, Any] = {
            "id": question.id,
            "question": question.point.question,
            "url": question.address,
            "says": quoting.answer.says,
            "difference": question.point.difference,
            "sentences": [],
        }
        n = sentence_of(entry.measure, quoting.evidence)
        told = found.setdefault(question.id, shown)["sentences"]
        if n is not None and n not in told:
            told.append(n)
    return list(found.values())


def _duty(index: Index, duty: Any) -> dict[str, Any]:
    agency = index.agencies.get(duty.agency or "")
    line = index.lines.get(agency.line) if agency else None
    return {
        "printed": duty.name,
        "agency": agency.id if agency else None,
        "name": agency.name if agency else None,
        "line": line.id if line else None,
        "lineName": line.zh if line else None,
        "role": labels.role(duty.role),
        "basis": labels.basis(duty.basis),
        "collective": duty.collective,
    }


def _target(target: Target) -> dict[str, Any]:
    return {
        "quote": target.quote,
        "goal": labels.goal(target),
        "deadline": labels.date(target.deadline) if target.deadline else None,
    }


def moved(corpus: Corpus) -> dict[str, Any]:
    """By measure id: ``{"to": id}`` where the register names a successor, or ``{"gone": …}`` with what it says."""
    entries = {e.address: e for e in corpus.permalinks}
    found: dict[str, Any] = {}
    for entry in corpus.permalinks:
        if entry.kind != "measure" or (entry.successor is None and entry.gone is None):
            continue
        end = destination(entries, entry.address) or ""
        if entry.gone is not None:
            found[_id(entry.address)] = {"gone": {"was": entry.gone.was, "reason": entry.gone.reason}}
        elif end.startswith(_MEASURES):
            found[_id(entry.address)] = {"to": _id(end)}
        else:
            found[_id(entry.address)] = {"page": end.removeprefix("/")}
    return found


def _id(address: str) -> str:
    return address.removeprefix(_MEASURES).removesuffix("/")


def _write(path: Path, value: Mapping[str, Any]) -> None:
    write_atomically(path, for_scripts(value))
