"""What a document says outside its measures, as corpus.json has it: title, preamble, lead-ins and the like.

A passage is named by its kind and, for a lead-in, its section's ref; neighbours of one name are one passage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from build_scripts.locating.text_outside_measures import Outside, outside
from build_scripts.model import Document, Node, Passage, Span
from build_scripts.publishing.dataset.corpus.measure_parts_json import citation_json, limit_json, span, target_json


def passages_json(document: Document, nodes: Sequence[Node], source: str) -> list[dict[str, Any]]:
    """In the order of the text; ``nodes`` are the outline of ``source``. Targets, limits and works cited are those of the
    record."""
    named = [p for p in outside(nodes, source) if p.name is not None]
    return [_passage(first, at, source, document.passages) for first, at in _joined(named, source)]


def _joined(named: Iterable[Outside], source: str) -> Iterator[tuple[Outside, Span]]:
    """Each passage by its first node, and where the whole of it stands."""
    first: Outside | None = None
    at = Span(0, 0)
    for passage in named:
        same = first is not None and (passage.name, passage.node.ref) == (first.name, first.node.ref)
        if first is not None and same and not source[at.end : passage.at.start].strip():
            at = Span(at.start, passage.at.end)
            continue
        if first is not None:
            yield first, at
        first, at = passage, passage.at
    if first is not None:
        yield first, at


def _passage(first: Outside, at: Span, source: str, recorded: Iterable[Passage]) -> dict[str, Any]:
    held = [p for p in recorded if p.at and p.kind == first.name and p.at.start < at.end and at.start < p.at.end]
    return {
        "kind": first.name,
        "ref": first.node.ref,
        "text": at.of(source),
        **span(at),
        "targets": [target_json(t) for p in held for t in p.targets],
        "limits": [limit_json(x) for p in held for x in p.limits],
        "citations": [citation_json(c) for p in held for c in p.citations],
    }
