"""The corpus looked at from every side: who does what, what stands under a topic, what is next."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from build_scripts import addresses
from build_scripts.answering.agreement_on_answers import Agreement, agreements
from build_scripts.answering.sentences import Said, of_corpus
from build_scripts.answering.sentences_used import Coverage, coverage
from build_scripts.comparing.succession_of_bodies import Succession
from build_scripts.comparing.tables.measures_with_document import DocumentMeasure
from build_scripts.locating.citations_to_works import citations
from build_scripts.locating.distinguishing_names import short_names
from build_scripts.model import (
    Agency,
    Citing,
    Corpus,
    Document,
    Erratum,
    Line,
    Permalink,
    Responsibility,
    Topic,
    Work,
    measure_id,
)
from build_scripts.publishing.index import citings, points, sentence_addresses
from build_scripts.publishing.index.passages import Passage, passages
from build_scripts.publishing.text import labels

COLOURS = 7  # of places that have a document; all others share the next, a grey


@dataclass(frozen=True)
class Place:
    """A jurisdiction with its colour: a number from 1, told to the stylesheet as a class."""

    id: str
    name: str
    short: str
    colour: int
    within: str | None = None


@dataclass(frozen=True)
class Entry(DocumentMeasure):
    """A measure as it is shown: with its place; ``short`` names the document among all others."""

    place: Place
    short: str

    @property
    def printed(self) -> str:
        return labels.printed(self.measure.ref)

    @property
    def name(self) -> str:
        """The heading; where the entry is a whole section, the section's; else its printed number."""
        section = next((s.heading for s in self.document.sections if s.ref == self.measure.ref), None)
        return self.measure.heading or section or self.printed

    @property
    def titled(self) -> str:
        """The printed number with the name, where it has one."""
        return self.printed + (self.name if self.name != self.printed else "")

    @property
    def source_name(self) -> str:
        """How the document is called in short: by its number, or by its title where the text has none."""
        return self.document.number or self.document.title


class Index:
    """Look-ups over a corpus; computed once, read by every view."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus

    @cached_property
    def places(self) -> dict[str, Place]:
        """Every jurisdiction; those that have a document get a colour of their own, in the vocabulary's order."""
        speaking = {d.jurisdiction for d in self.corpus.documents}
        colours = (n % COLOURS + 1 for n in count())
        return {
            j.id: Place(j.id, j.name, j.short, next(colours) if j.id in speaking else COLOURS + 1, j.within)
            for j in self.corpus.vocabulary.jurisdictions
        }

    @cached_property
    def speaking_places(self) -> tuple[Place, ...]:
        """Places that have a document, in the vocabulary's order."""
        speaking = {d.jurisdiction for d in self.corpus.documents}
        return tuple(p for p in self.places.values() if p.id in speaking)

    @cached_property
    def place_names(self) -> str:
        """How the places that have a document are called, one after the other: 甘肃、张掖、河南."""
        return "、".join(p.short for p in self.speaking_places)

    @cached_property
    def documents(self) -> dict[str, Document]:
        return {d.id: d for d in self.corpus.documents}

    @cached_property
    def short_names(self) -> dict[str, str]:
        """By document id: a name that tells it from every other, short enough for a label."""
        return short_names(self.corpus.documents, {j.id: j for j in self.corpus.vocabulary.jurisdictions})

    @cached_property
    def entries(self) -> dict[str, Entry]:
        places, names = self.places, self.short_names
        entries = (Entry(d, m, places[d.jurisdiction], names[d.id]) for d in self.corpus.documents for m in d.measures)
        return {e.id: e for e in entries}

    @cached_property
    def entries_of(self) -> dict[str, tuple[Entry, ...]]:
        """By document id: its measures, in their order."""
        found: dict[str, list[Entry]] = {d.id: [] for d in self.corpus.documents}
        for entry in self.entries.values():
            found[entry.document.id].append(entry)
        return {name: tuple(entries) for name, entries in found.items()}

    @cached_property
    def published_tables(self) -> frozenset[frozenset[str]]:
        """Every two documents whose table article by article the register holds, by their ids."""
        parts = (p.address.strip("/").split("/") for p in self.corpus.permalinks)
        return frozenset(frozenset(p[1:]) for p in parts if p[0] + "/" == addresses.COMPARE and len(p) == 3)

    @cached_property
    def order(self) -> dict[str, int]:
        """By measure id: its place in the corpus's order."""
        return {name: n for n, name in enumerate(self.entries)}

    @cached_property
    def passages(self) -> dict[str, tuple[Passage, ...]]:
        """By document id: what it says outside its measures."""
        outlines, sources = self.corpus.nodes, self.corpus.sources
        return {d.id: tuple(passages(d, outlines.get(d.id, ()), sources.get(d.id, ""))) for d in self.corpus.documents}

    @cached_property
    def agencies(self) -> dict[str, Agency]:
        return {a.id: a for a in self.corpus.vocabulary.agencies}

    @cached_property
    def succession(self) -> Succession:
        return Succession(self.corpus.vocabulary)

    @cached_property
    def lines(self) -> dict[str, Line]:
        return {line.id: line for line in self.corpus.vocabulary.lines}

    @cached_property
    def topics(self) -> dict[str, Topic]:
        return {t.id: t for t in self.corpus.vocabulary.topics}

    @cached_property
    def duties(self) -> dict[str, tuple[tuple[Entry, Responsibility], ...]]:
        """By agency id: the measures it answers for, and how."""
        found: dict[str, list[tuple[Entry, Responsibility]]] = defaultdict(list)
        for entry in self.entries.values():
            for responsibility in entry.measure.responsibilities:
                if responsibility.agency:
                    found[responsibility.agency].append((entry, responsibility))
        return {agency: tuple(duties) for agency, duties in found.items()}

    @cached_property
    def under_topic(self) -> dict[str, tuple[Entry, ...]]:
        """By topic id: its entries, those whose first topic it is before the others."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries.values():
            for topic in entry.measure.topics:
                found[topic].append(entry)
        return {t: tuple(sorted(es, key=lambda e: e.measure.topics[0] != t)) for t, es in found.items()}

    @cached_property
    def errata(self) -> dict[str, tuple[Erratum, ...]]:
        """By id of a document or measure: what was corrected, the latest first."""
        found: dict[str, list[Erratum]] = defaultdict(list)
        for erratum in sorted(self.corpus.errata, key=lambda e: e.date, reverse=True):
            found[erratum.id].append(erratum)
        return {key: tuple(errata) for key, errata in found.items()}

    @cached_property
    def works(self) -> dict[str, Work]:
        """By id: the documents that ours cite."""
        return {w.id: w for w in self.corpus.works}

    @cached_property
    def cited(self) -> tuple[citings.CitedHere, ...]:
        """Every place where something is cited, document by document."""
        return citings.cited(self.documents, self.corpus.works, citations(self.corpus.documents), self._said_at)

    @cached_property
    def cited_by(self) -> dict[str, tuple[citings.CitedHere, ...]]:
        """By id of a work: the places that cite it."""
        return citings.by_work(self.cited)

    @cached_property
    def cited_in(self) -> dict[str, tuple[citings.CitedHere, ...]]:
        """By document id: what it cites, its preamble first."""
        return citings.by_document(self.cited)

    def _said_at(self, place: Citing) -> str:
        if place.measure is None:
            return sentence_addresses.in_passages(place.document, self.passages[place.document], place.citation.at)
        m = self.entries[place.measure].measure
        return sentence_addresses.in_measure(place.document, m.ref, m.text, m.at, place.citation.at)

    @cached_property
    def _said(self) -> dict[str, tuple[Said, ...]]:
        """The sentences of each document."""
        return of_corpus(self.corpus)

    @cached_property
    def coverage(self) -> dict[str, Coverage]:
        """By topic id: how many of its sentences serve as evidence, and which do not."""
        return coverage(self.corpus, self._said)

    @cached_property
    def agreements(self) -> dict[str, Agreement]:
        """By topic id, of topics that were read twice: how far the two readings agree."""
        return {a.topic: a for a in agreements(self.corpus, self._said)}

    @cached_property
    def questions(self) -> dict[str, points.Question]:
        """By id (``<topic>/<point>``): what people ask, in the order of the topics."""
        return points.questions(self.corpus.points, self.corpus.vocabulary.topics)

    @cached_property
    def questions_of_topic(self) -> dict[str, tuple[points.Question, ...]]:
        return points.by_topic(self.questions.values())

    @cached_property
    def questions_of_document(self) -> dict[str, tuple[points.Question, ...]]:
        """By document id: the questions that it answers."""
        return points.by_document(self.questions.values())

    @cached_property
    def quoted_of_measure(self) -> dict[str, tuple[points.Quoting, ...]]:
        """By measure id: which of its words answer a question."""
        return points.by_measure(self.questions.values())

    @cached_property
    def quoted_outside(self) -> dict[str, tuple[points.Quoting, ...]]:
        """By document id: which of its words outside the measures answer a question."""
        return points.outside_measures(self.questions.values())

    @cached_property
    def departed_questions(self) -> dict[str, tuple[tuple[str, Permalink], ...]]:
        """By topic id: anchors that its page must keep, each with where the question went."""
        return points.departed(self.corpus.permalinks)

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The entries before and after in the same document."""
        before, after = self._beside[entry.id]
        return self.entries[before] if before else None, self.entries[after] if after else None

    @cached_property
    def _beside(self) -> dict[str, tuple[str | None, str | None]]:
        """By measure id: the ids before and after it in its document."""
        found: dict[str, tuple[str | None, str | None]] = {}
        for document in self.corpus.documents:
            ids = [measure_id(document.id, m.ref) for m in document.measures]
            found |= zip(ids, zip([None, *ids[:-1]], [*ids[1:], None]))
        return found

    def section_heading(self, document: Document, ref: str | None) -> str | None:
        """A section's heading, or None where the ref names none."""
        return next((s.heading for s in document.sections if s.ref == ref), None)
