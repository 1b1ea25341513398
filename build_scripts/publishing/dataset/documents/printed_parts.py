"""A document in parts, in reading order, without the furniture of the web page it came from.

What plain text, Markdown and Akoma Ntoso are made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model import Corpus, Document, Measure, Span

_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Part:
    """One part: its printed number and heading (``（三）``, ``加大…力度。``), and its paragraphs as places in the source.

    ``kind`` is that of its node, or ``measure``; a measure's heading and body are one part.
    """

    kind: str
    ref: str | None = None
    num: str = ""
    heading: str = ""
    paragraphs: tuple[Span, ...] = ()
    measure: Measure | None = None


def parts(corpus: Corpus, document: Document) -> Iterator[Part]:
    """Every part. Joined without white space, they are the source without its furniture."""
    source = corpus.sources[document.id]
    measures = {m.ref: m for m in document.measures}
    headings = {s.ref: s.heading for s in document.sections}
    held: Part | None = None
    for node in corpus.nodes[document.id]:
        if node.kind == "furniture":
            continue
        ref = node.ref or ""
        measure = measures.get(ref) if node.kind in ("heading", "body") else None
        if measure and held and held.measure is measure:
            held = Part("measure", ref, held.num, held.heading, held.paragraphs + _paragraphs(source, node.at), measure)
            continue
        if held:
            yield held
            held = None
        if measure and node.kind == "heading":
            held = Part("measure", ref, *_numbered(node.at.of(source), measure.heading), measure=measure)
        elif measure:
            held = Part("measure", ref, paragraphs=_paragraphs(source, node.at), measure=measure)
        elif node.kind in ("chapter", "section", "group"):
            yield Part(node.kind, node.ref, *_numbered(node.at.of(source), headings.get(ref)))
        else:
            yield Part(node.kind, node.ref, paragraphs=_paragraphs(source, node.at))
    if held:
        yield held


def _numbered(text: str, heading: str | None) -> tuple[str, str]:
    """A heading line as number and heading; all of it heading where it does not hold the words expected."""
    text = text.strip()
    at = text.find(heading) if heading else -1
    return ("", text) if at < 0 else (text[:at].strip(), text[at:])


def _paragraphs(source: str, at: Span) -> tuple[Span, ...]:
    """The lines of a stretch, white space around them left out, empty ones too."""
    found = []
    for match in _PARAGRAPH.finditer(source, at.start, at.end):
        line = match[0]
        start = match.start() + len(line) - len(line.lstrip())
        end = match.end() - (len(line) - len(line.rstrip()))
        if start < end:
            found.append(Span(start, end))
    return tuple(found)
