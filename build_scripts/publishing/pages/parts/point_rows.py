"""Questions in rows: each place's answers with their proof, its silences, and how the answers differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_scripts import addresses
from build_scripts.locating.evidence import document_of
from build_scripts.model import Answer, Document, Evidence, Span, State
from build_scripts.publishing.index.lookups import Entry, Index, Place
from build_scripts.publishing.index.points import Question
from build_scripts.publishing.text import labels
from build_scripts.reading.measures.sentences import sentences


@dataclass(frozen=True)
class Proof:
    """Words that prove an answer, and where they stand: ``address`` leads to the sentence, ``printed`` names the entry,
    or the kind of passage."""

    quote: str
    address: str
    printed: str
    document: Document


@dataclass(frozen=True)
class ShownAnswer:
    """What one document answers. ``short`` names the document among all others; ``tones`` are the kinds of wording that
    its proof is put in (a key of labels.MODALITY each), as often as none."""

    document: Document
    short: str
    says: str
    tones: tuple[str, ...]
    proofs: tuple[Proof, ...]


@dataclass(frozen=True)
class Without:
    """A document without an answer: silent, not asked, or not read for the question yet; ``why`` where it is not asked."""

    short: str
    state: State
    why: str | None = None


@dataclass(frozen=True)
class PlaceCell:
    """What a place's documents answer, in their order, and those that do not."""

    place: Place
    answers: tuple[ShownAnswer, ...]
    without: tuple[Without, ...]

    def named(self, state: State) -> tuple[str, ...]:
        """The short names of the documents in that state."""
        return tuple(w.short for w in self.without if w.state == state)

    @property
    def alone(self) -> bool:
        """Whether the place has one document only, so that it need not be named."""
        return len(self.answers) + len(self.without) == 1

    @property
    def unread(self) -> bool:
        """Whether none of the place's documents has been read for the question: then they need not be named."""
        return not self.answers and all(w.state == "unread" for w in self.without)

    @property
    def state(self) -> State | None:
        """The state of the first document that does not answer."""
        return self.without[0].state if self.without else None

    @property
    def excused(self) -> tuple[Without, ...]:
        return tuple(w for w in self.without if w.why)


@dataclass(frozen=True)
class PointRow:
    question: Question
    cells: tuple[PlaceCell, ...]

    @property
    def answered(self) -> tuple[PlaceCell, ...]:
        return tuple(c for c in self.cells if c.answers)


def point_rows(index: Index, questions: Iterable[Question]) -> tuple[PointRow, ...]:
    """The questions in their order, each with every place that has a document."""
    return tuple(PointRow(q, tuple(_cells(index, q))) for q in questions)


def _cells(index: Index, question: Question) -> Iterator[PlaceCell]:
    for place in index.speaking_places:
        documents = [d for d in index.documents.values() if d.jurisdiction == place.id]
        given = [(d, question.answer(d.id)) for d in documents]
        yield PlaceCell(
            place,
            tuple(_shown(index, d, answer) for d, answer in given if answer),
            tuple(_without(index, question, d) for d, answer in given if answer is None),
        )


def _without(index: Index, question: Question, document: Document) -> Without:
    why = next((n.why for n in question.point.not_applicable if n.document == document.id), None)
    return Without(index.short_names[document.id], question.state(document.id), why)


def _shown(index: Index, document: Document, answer: Answer) -> ShownAnswer:
    tones = [k for k in labels.MODALITY if any(k in _tones(index, e) for e in answer.evidence)]
    return ShownAnswer(
        document,
        index.short_names[document.id],
        answer.says,
        tuple(tones),
        tuple(proof(index, e) for e in answer.evidence),
    )


def proof(index: Index, evidence: Evidence) -> Proof:
    """Evidence with the address of the sentence it begins in."""
    if evidence.measure is not None:
        entry = index.entries[evidence.measure]
        return Proof(evidence.quote, _sentence(entry, evidence.at), entry.printed, entry.document)
    document = index.documents[document_of(evidence) or ""]
    held = (p for p in index.passages[document.id] if evidence.at and p.at.start <= evidence.at.start < p.at.end)
    passage = next(held, None)
    to = addresses.document(document.id)
    if passage is None:
        return Proof(evidence.quote, to, "", document)
    return Proof(evidence.quote, f"{to}#{passage.anchor}", passage.label, document)


def _sentence(entry: Entry, at: Span | None) -> str:
    """The address of the sentence of a measure in which a span of its source begins; of the measure for its heading."""
    begins = at.start - entry.measure.at.start if at and entry.measure.at else -1
    number = next((s.n for s in sentences(entry.measure.text) if s.at.start <= begins < s.at.end), None)
    return addresses.sentence(entry.id, number) if number else addresses.measure(entry.id)


def _tones(index: Index, evidence: Evidence) -> frozenset[str]:
    """The kinds of wording in the words quoted; where they have none, in the sentences they stand in."""
    entry = index.entries.get(evidence.measure or "")
    if entry is None or evidence.at is None or entry.measure.at is None:
        return frozenset()
    return _within(entry, evidence.at) or _within(entry, _whole_sentences(entry, evidence.at))


def _within(entry: Entry, at: Span) -> frozenset[str]:
    modality = entry.measure.modality
    return frozenset(k for k in labels.MODALITY if any(at.start <= w.start < at.end for w in getattr(modality, k)))


def _whole_sentences(entry: Entry, at: Span) -> Span:
    start = entry.measure.at.start if entry.measure.at else 0
    touched = [
        s.at for s in sentences(entry.measure.text) if s.at.start + start < at.end and at.start < s.at.end + start
    ]
    return Span(start + touched[0].start, start + touched[-1].end) if touched else at
