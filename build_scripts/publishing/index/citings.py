"""The works cited as the pages need them: who cites each and where, what a document carries out, what came of what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from build_scripts.model import NODE_KINDS, Citing, Document, Work
from build_scripts.publishing.text import labels

_NODES = {"preamble": "preamble", "lead-in": "leadin", "closing": "closing"}


@dataclass(frozen=True)
class CitedHere:
    """A place where a work is cited. ``work`` is None where the work has no entry yet; ``address`` is the sentence's."""

    citing: Citing
    document: Document
    work: Work | None
    address: str

    @property
    def basis(self) -> bool:
        return self.citing.citation.relation == "basis"

    @property
    def passage(self) -> str | None:
        """What the passage is called in which it stands; None in a measure."""
        return NODE_KINDS[_NODES[self.citing.passage]] if self.citing.passage else None

    @property
    def where(self) -> str:
        """How the place is called: the passage, or the measure by its printed number."""
        return self.passage or labels.printed((self.citing.measure or "").partition("/")[2])

    @property
    def parent(self) -> bool:
        """Whether the document says at its head that it carries the work out."""
        return self.basis and self.citing.passage == "preamble"


@dataclass(frozen=True)
class Descendant:
    """A document that carries out a work, and what carries out that document in turn."""

    document: Document
    children: tuple[Descendant, ...]


def cited(
    documents: Mapping[str, Document], works: Iterable[Work], places: Iterable[Citing], said_at: Callable[[Citing], str]
) -> tuple[CitedHere, ...]:
    known = {w.id: w for w in works}
    return tuple(CitedHere(p, documents[p.document], known.get(p.citation.work or ""), said_at(p)) for p in places)


def by_work(held: Iterable[CitedHere]) -> dict[str, tuple[CitedHere, ...]]:
    found: dict[str, list[CitedHere]] = defaultdict(list)
    for place in held:
        if place.work:
            found[place.work.id].append(place)
    return {work: tuple(places) for work, places in found.items()}


def by_document(held: Iterable[CitedHere]) -> dict[str, tuple[CitedHere, ...]]:
    found: dict[str, list[CitedHere]] = defaultdict(list)
    for place in held:
        found[place.document.id].append(place)
    return {document: tuple(places) for document, places in found.items()}


def descent(
    work: Work, cited_by: Mapping[str, tuple[CitedHere, ...]], works: Iterable[Work], seen: frozenset[str] = frozenset()
) -> tuple[Descendant, ...]:
    """The documents here that carry out ``work``, each with its own descendants; none stands below itself."""
    own = {w.document: w for w in works if w.document}
    children = dict.fromkeys(c.document.id for c in cited_by.get(work.id, ()) if c.parent)
    documents = {c.document.id: c.document for c in cited_by.get(work.id, ())}
    found = []
    for id in children:
        if id not in seen:
            below = descent(own[id], cited_by, own.values(), seen | {id}) if id in own else ()
            found.append(Descendant(documents[id], below))
    return tuple(found)
