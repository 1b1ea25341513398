"""What the draft desk reads in the browser beside the questions (points.py):

assets/desk/evidence.json  the words that prove the answers, document by document, with where they stand and what they
                           require; which of them belong to which answer
assets/desk/pairs.json     how many sentences have a pair of characters, for the common ones; synonyms

Words of the documents are in the reading form, with the way back to the text as received (reading_form/in_json.py).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from build_scripts import addresses
from build_scripts.model import Document, Evidence, Span
from build_scripts.publishing.browser_data.questions_for_search_and_desk import ordered
from build_scripts.publishing.browser_data.search_index.folding import normal
from build_scripts.publishing.browser_data.search_index.rows import results, row
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.index.points import Quoting, quotings
from build_scripts.publishing.index.sentence_of_evidence import sentence_of
from build_scripts.publishing.text import labels
from build_scripts.publishing.text.json_text import for_scripts
from build_scripts.publishing.text.reading_form.in_json import RECEIVED, in_reading_form
from build_scripts.reading.measures.sentences import sentences
from build_scripts.store.paths import write_atomically

FOLDER = "assets/desk"
COMMON = 3
"""A pair that fewer sentences have is written down nowhere: it counts as rare."""

_IDEOGRAPHS = range(0x4E00, 0xA000)
_OUR_OWN = frozenset({"id", "lang", "short", "colour", "places"})


def quoted_evidence(index: Index) -> dict[str, Any]:
    """The documents with their quotations, and ``answers``: by question, ``[document, [quotation…]]`` for each answer;
    ``scopes``: by question what counts as an answer.

    A document's ``places[n]`` is the address of its quotation n; what it requires stands beside its words: figures,
    days, bodies, words of duty. Numbers count from 0 in the order of points.json.
    """
    held: dict[str, list[Quoting]] = defaultdict(list)
    answers: dict[str, dict[int, list[int]]] = {}
    documents = ordered(index)
    numbers = {d.id: n for n, d in enumerate(documents)}
    seen: dict[tuple[str, Span | None], int] = {}
    for quoting in quotings(index.questions.values()):
        document = quoting.answer.document
        key = (document, quoting.evidence.at)
        if key not in seen:
            seen[key] = len(held[document])
            held[document].append(quoting)
        told = answers.setdefault(quoting.question.id, {}).setdefault(numbers[document], [])
        if seen[key] not in told:
            told.append(seen[key])
    read = [_document(index, d, held[d.id]) for d in documents]
    back = {f"documents.{n}.{path}": steps for n, d in enumerate(read) for path, steps in d.pop(RECEIVED, {}).items()}
    listed = {point: [[n, quotes] for n, quotes in told.items()] for point, told in answers.items()}
    scopes = {q.id: q.point.scope for q in index.questions.values()}
    return {"documents": read, "answers": listed, "scopes": scopes} | ({RECEIVED: back} if back else {})


def _document(index: Index, document: Document, held: list[Quoting]) -> dict[str, Any]:
    shown = {
        "id": document.id,
        "lang": document.lang,
        "short": index.short_names[document.id],
        "colour": index.places[document.jurisdiction].colour,
        "title": document.title,
        "number": document.number,
        "quotes": [_quote(index, document, q.evidence) for q in held],
        "places": [_address(index, document, q.evidence) for q in held],
    }
    return in_reading_form(shown, document.lang, _OUR_OWN)


def _quote(index: Index, document: Document, evidence: Evidence) -> dict[str, Any]:
    shown: dict[str, Any] = {"text": evidence.quote, "of": _titled(index, document, evidence)}
    required = _required(index, document, evidence)
    return shown | {kind: list(dict.fromkeys(words)) for kind, words in required.items() if words}


def _titled(index: Index, document: Document, evidence: Evidence) -> str:
    if evidence.measure is not None:
        return index.entries[evidence.measure].titled
    passage = _passage(index, document, evidence)
    return f"{passage.section or ''}{passage.label}" if passage else ""


def _address(index: Index, document: Document, evidence: Evidence) -> str:
    if evidence.measure is not None:
        n = sentence_of(index.entries[evidence.measure].measure, evidence)
        return addresses.measure(evidence.measure) if n is None else addresses.sentence(evidence.measure, n)
    passage = _passage(index, document, evidence)
    return addresses.document(document.id) + (f"#{passage.anchor}" if passage else "")


def _passage(index: Index, document: Document, evidence: Evidence) -> Any:
    at = evidence.at
    return next((p for p in index.passages[document.id] if at and p.at.start <= at.start < p.at.end), None)


def _required(index: Index, document: Document, evidence: Evidence) -> dict[str, list[str]]:
    """What the words quoted ask for: figures and bounds, days, bodies of their measure, words of duty."""
    at = evidence.at
    if evidence.measure is None or at is None:
        return {}
    measure = index.entries[evidence.measure].measure
    within = [t for t in measure.targets if _touches(t.at, at)]
    duties = [s for s in measure.modality.mandatory if _touches(s, at)]
    source = index.corpus.sources[document.id]
    return {
        "figures": [
            *(g for t in within if (g := labels.goal(t))),
            *(b.quote for b in measure.limits if _touches(b.at, at)),
        ],
        "days": [labels.date(t.deadline) for t in within if t.deadline],
        "bodies": [r.name for r in measure.responsibilities if not r.collective],
        "musts": [s.of(source) for s in duties],
    }


def _touches(span: Span | None, other: Span) -> bool:
    return span is not None and span.start < other.end and other.start < span.end


def pairs_of_characters(index: Index) -> dict[str, Any]:
    """``units``: how many sentences there are; ``pairs``: by the number of sentences that have them, the pairs one
    after another; ``synonyms``: words that may stand for each other."""
    counts, units = _counted(index)
    told: dict[int, list[str]] = defaultdict(list)
    for pair, n in sorted(counts.items()):
        if n >= COMMON:
            told[n].append(pair)
    return {
        "units": units,
        "pairs": {str(n): "".join(pairs) for n, pairs in sorted(told.items())},
        "synonyms": [list(group.terms) for group in index.corpus.vocabulary.synonyms],
    }


def _counted(index: Index) -> tuple[Counter[str], int]:
    counts: Counter[str] = Counter()
    units = 0
    for result in results(index):
        text = row(result)
        for sentence in sentences(text):
            counts.update(set(pairs_of(normal(sentence.at.of(text)))))
            units += 1
    return counts, units


def pairs_of(text: str) -> Iterable[str]:
    """Every two characters of the unified ideographs that stand side by side.

    >>> list(pairs_of("飞地,经济圈"))
    ['飞地', '经济', '济圈']
    """
    return (a + b for a, b in pairwise(text) if ord(a) in _IDEOGRAPHS and ord(b) in _IDEOGRAPHS)


def write_desk(index: Index, site_dir: Path) -> int:
    """Write both files below the built site; returns their bytes."""
    files = {"evidence.json": quoted_evidence(index), "pairs.json": pairs_of_characters(index)}
    written = {n: for_scripts(v) for n, v in files.items()}
    for name, data in written.items():
        write_atomically(site_dir / FOLDER / name, data)
    return sum(map(len, written.values()))
