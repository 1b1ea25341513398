"""Every sentence of the documents, in measures and outside them, and which of them serve as evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..locating.text_outside_measures import outside
from ..model import Corpus, Document, Evidence, Node, PassageName, Point, Span, TopicPoints, measure_id
from ..reading.measures.sentences import sentences


@dataclass(frozen=True)
class Said:
    """A sentence, with its place in the source and how evidence names where it stands.

    ``n`` is its number in the measure (the anchor ``#s<n>``) or in the passage; 0 is the measure's heading.
    """

    document: str
    at: Span
    text: str
    n: int
    measure: str | None = None
    passage: PassageName | None = None
    ref: str | None = None

    @property
    def is_heading(self) -> bool:
        return self.measure is not None and self.n == 0

    @property
    def is_clause(self) -> bool:
        """Whether it is nothing but a parenthesis: the clause that names who answers for the measure."""
        return self.text[0] in "（(" and self.text.rstrip("。")[-1] in "）)"

    def as_evidence(self, quote: str) -> Evidence:
        """A piece of it as evidence."""
        if self.measure is not None:
            return Evidence(self.measure, quote=quote)
        return Evidence(document=self.document, passage=self.passage, ref=self.ref, quote=quote)


def of_document(document: Document, nodes: Sequence[Node], source: str) -> tuple[Said, ...]:
    """The sentences of one document in the order of its text: headings, bodies, passages."""
    found = [*_in_measures(document, nodes, source), *_in_passages(document, nodes, source)]
    return tuple(sorted(found, key=lambda s: s.at))


def of_corpus(corpus: Corpus) -> dict[str, tuple[Said, ...]]:
    """The sentences of each document."""
    return {d.id: of_document(d, corpus.nodes.get(d.id, ()), corpus.sources.get(d.id, "")) for d in corpus.documents}


def _in_measures(document: Document, nodes: Sequence[Node], source: str) -> Iterator[Said]:
    refs = {m.ref for m in document.measures}
    for node in nodes:
        words = node.at.of(source)
        if node.kind == "heading" and node.ref in refs and words.strip():
            start = node.at.start + len(words) - len(words.lstrip())
            at = Span(start, start + len(words.strip()))
            yield Said(document.id, at, at.of(source), 0, measure_id(document.id, node.ref or ""))
    for m in document.measures:
        if m.at is None:
            continue
        for s in sentences(m.text):
            at = Span(m.at.start + s.at.start, m.at.start + s.at.end)
            yield Said(document.id, at, at.of(source), s.n, measure_id(document.id, m.ref))


def _in_passages(document: Document, nodes: Sequence[Node], source: str) -> Iterator[Said]:
    for passage in outside(nodes, source):
        if passage.name is None:
            continue
        for s in sentences(passage.at.of(source)):
            at = Span(passage.at.start + s.at.start, passage.at.start + s.at.end)
            yield Said(document.id, at, at.of(source), s.n, passage=passage.name, ref=passage.node.ref)


def serving(held: Collection[Said], places: Iterable[Span | None]) -> frozenset[Said]:
    """The sentences of one document that evidence at ``places`` in it is taken from."""
    spans = [at for at in places if at is not None]
    return frozenset(s for at in spans for s in held if at.start < s.at.end and s.at.start < at.end)


def evidence_in(points: Iterable[Point], document: str) -> list[Span | None]:
    """Where the evidence of a document's answers stands."""
    return [e.at for p in points if (a := p.answer(document)) for e in a.evidence]


def points_of(topics: Iterable[TopicPoints]) -> tuple[Point, ...]:
    return tuple(p for t in topics for p in t.points)
