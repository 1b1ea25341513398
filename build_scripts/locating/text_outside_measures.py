"""What a document says outside its measures, as its outline has it: each stretch with its name and its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..model import NODE_KINDS, Node, PassageName, Span

KINDS = frozenset(NODE_KINDS) - {"furniture", "section", "group", "heading", "body"}
"""Kinds of nodes that are passages. Furniture is no part of the document; headings of sections are found with what
stands under them."""

NAMES: Mapping[str, PassageName] = {
    "title": "title",
    "number": "number",
    "addressees": "addressees",
    "preamble": "preamble",
    "leadin": "lead-in",
    "closing": "closing",
    "annex": "annex",
    "signature": "signature",
    "date": "date",
}
"""By kind of node: how the dataset and evidence name the passage. Kinds without a name cannot be evidence."""


@dataclass(frozen=True)
class Outside:
    """A node outside the measures; ``at`` leaves out the white space around it."""

    node: Node
    at: Span

    @property
    def name(self) -> PassageName | None:
        return NAMES.get(self.node.kind)


def outside(nodes: Iterable[Node], source: str) -> Iterator[Outside]:
    """The passages of a source, in the order of its text; blank ones are left out."""
    for node in nodes:
        words = node.at.of(source)
        if node.kind in KINDS and words.strip():
            start = node.at.start + len(words) - len(words.lstrip())
            yield Outside(node, Span(start, start + len(words.strip())))
