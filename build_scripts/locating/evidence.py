"""Answers back to their places in the sources: where the words that prove them stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ..model import Answer, Document, Evidence, Node, PassageName, Point, Span, TopicPoints, measure_id
from .quoted import find_printed
from .text_outside_measures import outside

Named = tuple[str, PassageName | None, str | None]
"""A passage by its document, kind and ref."""


@dataclass(frozen=True)
class Grounds:
    """Where evidence may stand: by measure its text and its heading, by passage each stretch that has its name."""

    sources: Mapping[str, str]
    measures: Mapping[str, tuple[Span, ...]]
    passages: Mapping[Named, tuple[Span, ...]]

    def stretches(self, evidence: Evidence) -> tuple[Span, ...] | None:
        """The stretches that evidence names, its text before its heading; None where there is nothing of that name."""
        if evidence.measure is not None:
            return self.measures.get(evidence.measure)
        return self.passages.get((evidence.document or "", evidence.passage, evidence.ref))

    def find(self, evidence: Evidence) -> Span | None:
        """Where its words stand in the source; None where they do not."""
        source = self.sources.get(document_of(evidence) or "", "")
        for stretch in self.stretches(evidence) or ():
            hit = find_printed(source, evidence.quote, stretch.start, stretch.end) if evidence.quote else None
            if hit:
                return Span(hit.start, hit.end)
        return None


def document_of(evidence: Evidence) -> str | None:
    """The document whose words are quoted."""
    return evidence.measure.partition("/")[0] if evidence.measure is not None else evidence.document


def grounds(
    documents: Iterable[Document], nodes: Mapping[str, tuple[Node, ...]], sources: Mapping[str, str]
) -> Grounds:
    """The grounds of located documents; ``nodes`` and ``sources`` by document id."""
    measures: dict[str, tuple[Span, ...]] = {}
    passages: dict[Named, tuple[Span, ...]] = defaultdict(tuple)
    for document in documents:
        outline = nodes.get(document.id, ())
        headings: dict[str | None, tuple[Span, ...]] = defaultdict(tuple)
        for node in outline:
            if node.kind == "heading":
                headings[node.ref] += (node.at,)
        for m in document.measures:
            measures[measure_id(document.id, m.ref)] = ((m.at,) if m.at else ()) + headings[m.ref]
        for passage in outside(outline, sources.get(document.id, "")):
            if passage.name is not None:
                passages[document.id, passage.name, passage.node.ref] += (passage.at,)
    return Grounds(sources, measures, dict(passages))


def located(points: Iterable[TopicPoints], where: Grounds) -> tuple[TopicPoints, ...]:
    """Points with the places of their evidence; what stands nowhere keeps none."""
    return tuple(replace(t, points=tuple(_point(p, where) for p in t.points)) for t in points)


def _point(point: Point, where: Grounds) -> Point:
    return replace(point, answers=tuple(placed(a, where) for a in point.answers))


def placed(answer: Answer, where: Grounds) -> Answer:
    return replace(answer, evidence=tuple(replace(e, at=where.find(e)) for e in answer.evidence))
