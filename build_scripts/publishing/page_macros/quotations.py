"""Quotations and counts for hand-written pages: taken from the corpus, so that they cannot drift from it."""

from __future__ import annotations

import difflib
import re

from markupsafe import Markup

from build_scripts import addresses
from build_scripts.publishing.index.lookups import Entry, Index
from build_scripts.publishing.pages.rendering import render
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.reading.measures.sentences import sentences

_PROBLEMS = wording("problems")


class UnknownQuotation(LookupError):
    """A quotation of a measure or sentence that does not exist."""


def quotation(index: Index, measure_id: str, s: int | None, here: str) -> str:
    """A block quotation of a measure, or of its sentence ``s``, with its permalink, for the page at ``here``."""
    entry = _entry(index, measure_id)
    text, anchor = _sentence(entry, s)
    return _rendered("quote.html.j2", here, entry=entry, text=text, anchor=anchor)


def reference(index: Index, measure_id: str, s: int | None, here: str) -> str:
    """A link to the evidence for what an essay says: the place and the printed number of a measure, at a sentence."""
    entry = _entry(index, measure_id)
    return _rendered("ref.html.j2", here, entry=entry, anchor=_sentence(entry, s)[1])


def words(index: Index, measure_id: str, said: str, s: int | None, here: str) -> str:
    """Words of a measure inside a sentence of one's own, linked to the sentence they stand in.

    They must stand there to the letter: in sentence ``s``, or else in the first that has them.
    """
    entry = _entry(index, measure_id)
    found = sentences(entry.measure.text)
    wanted = [x for x in found if s is None or x.n == s]
    if s is not None and not wanted:
        _sentence(entry, s)
    at = next((x for x in wanted if said and said in x.at.of(entry.measure.text)), None)
    if at is None:
        name = "no_words" if s is None else "no_words_there"
        raise UnknownQuotation(_PROBLEMS(name, measure=measure_id, n=s, words=said))
    return _rendered("words.html.j2", here, entry=entry, said=said, anchor=f"#{addresses.sentence_anchor(at.n)}")


def _entry(index: Index, measure_id: str) -> Entry:
    entry = index.entries.get(measure_id)
    if entry is None:
        near = difflib.get_close_matches(measure_id, index.entries, 1)
        name = "no_measure_but" if near else "no_measure"
        raise UnknownQuotation(_PROBLEMS(name, measure=measure_id, near=near and near[0]))
    return entry


def _sentence(entry: Entry, s: int | None) -> tuple[str, str]:
    """The text of a sentence, or of the whole measure, and the fragment that leads to it."""
    if s is None:
        return entry.measure.text, ""
    found = {x.n: x for x in sentences(entry.measure.text)}
    if s not in found:
        raise UnknownQuotation(_PROBLEMS("no_sentence", measure=entry.id, n=s, count=len(found)))
    return found[s].at.of(entry.measure.text), f"#{addresses.sentence_anchor(s)}"


def _rendered(template: str, here: str, **context: object) -> str:
    def href(to: str) -> Markup:
        return Markup(addresses.relative(to, here))

    return render(template, href=href, here=here, **context).replace("\n", "")


def line_of_call(source: str, measure_id: str, s: int | None, said: str | None = None) -> int:
    """The line of a page's source in which it names this sentence, or quotes these words; 0 if it is not found."""
    named = rf"(?:quote|ref|said)\(\s*[\"']{re.escape(measure_id)}[\"']"
    if said is not None:
        call = named + rf"\s*,\s*[\"']{re.escape(said)}[\"']"
    else:
        call = named + (r"\s*\)" if s is None else rf"\s*,\s*(?:s\s*=\s*)?{s}\b")
    match = re.search(call, source) or re.search(re.escape(measure_id), source)
    return source.count("\n", 0, match.start()) + 1 if match else 0


def counts(index: Index) -> dict[str, int]:
    """How many there are of everything, by a name that a page can use."""
    entries = index.entries.values()
    events = [e for a in index.agencies.values() for e in a.events]
    return {
        "documents": len(index.documents),
        "measures": len(index.entries),
        "agencies": len(index.agencies),
        "topics": len(index.topics),
        "questions": len(index.questions),
        "points": len(index.questions),
        "places": len(index.speaking_places),
        "targets": sum(len(e.measure.targets) for e in entries),
        "citations": sum(len(e.measure.citations) for e in entries)
        + sum(len(p.citations) for d in index.documents.values() for p in d.passages),
        "events": len(events),
        "events_with_source": sum(e.verified for e in events),
        "agencies_with_source": sum(bool(a.sources) for a in index.agencies.values()),
        "documents_with_source": sum(bool(d.sources) for d in index.documents.values()),
        "responsibilities": sum(len(e.measure.responsibilities) for e in entries),
    }
