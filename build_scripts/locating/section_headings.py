"""Where the headings of a record's sections stand in the source, by the outline of its reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..model import Document, Node, Section, Span

_HEADINGS = frozenset({"chapter", "section", "group", "heading"})


def headed(document: Document, nodes: Iterable[Node], source: str) -> Document:
    """The document with the places of its sections' headings: the words themselves, without their number. A heading that
    does not stand where the outline has the section keeps no place."""
    lines: dict[str | None, list[Span]] = {}
    for node in nodes:
        if node.kind in _HEADINGS:
            lines.setdefault(node.ref, []).append(node.at)
    return replace(document, sections=tuple(_placed(s, lines.get(s.ref, []), source) for s in document.sections))


def _placed(section: Section, lines: Iterable[Span], source: str) -> Section:
    for line in lines:
        at = source.find(section.heading, line.start, line.end)
        if at >= 0:
            return replace(section, at=Span(at, at + len(section.heading)))
    return section
