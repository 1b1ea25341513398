"""What a document says outside its measures: title, addressees, preamble, lead-ins, closing, signature.

No measure holds these words, so they are cited and found on the document's own page, each by an anchor there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts import addresses
from build_scripts.locating.text_outside_measures import outside
from build_scripts.model import NODE_KINDS, Document, Node, Span


@dataclass(frozen=True)
class Passage:
    """A node outside the measures. ``at`` leaves out the white space around it; ``section`` is a lead-in's heading."""

    document: Document
    node: Node
    anchor: str
    text: str
    at: Span
    section: str | None = None

    @property
    def label(self) -> str:
        return NODE_KINDS[self.node.kind]


def passages(document: Document, nodes: Sequence[Node], source: str) -> Iterator[Passage]:
    """The passages of a document in the order of its text; ``nodes`` are the outline of ``source``."""
    headings = {s.ref: s.heading for s in document.sections}
    seen: Counter[str] = Counter()
    for found in outside(nodes, source):
        node, at = found.node, found.at
        seen[name := f"{node.kind}-{node.ref}" if node.ref else node.kind] += 1
        anchor = addresses.passage_anchor(name, seen[name])
        yield Passage(document, node, anchor, at.of(source), at, headings.get(node.ref or ""))
