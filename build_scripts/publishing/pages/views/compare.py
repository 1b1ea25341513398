"""Comparing at will, and every two documents article by article (条文对照表), in the order of either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts import addresses
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.comparing.counterparts.pairs import Pair
from build_scripts.comparing.tables.article_by_article import DocPair, DocRow
from build_scripts.model import Document, measure_id
from build_scripts.publishing.citing.citations import cite_comparison
from build_scripts.publishing.index.lookups import Entry, Index, Place
from build_scripts.publishing.pages import metadata
from build_scripts.publishing.pages.parts.essential_sentence import essential
from build_scripts.publishing.pages.rendering import Page, later, page
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("compare")
_SCRIPT = "assets/js/compare/page.js"

EXAMPLES = 5
GRID = 12
"""Up to this many documents every two of them stand in a grid, beyond it each with those it has tables with."""


@dataclass(frozen=True)
class Named:
    """A document as a head of a table."""

    document: Document
    place: Place
    short: str

    @property
    def name(self) -> str:
        return self.document.number or self.document.title


@dataclass(frozen=True)
class Side:
    """One document against another: ``rows`` in the order of ``own``; ``lacking`` is what only ``other`` has."""

    own: Document
    other: Document
    rows: tuple[DocRow, ...]
    lacking: tuple[Entry, ...]


@dataclass(frozen=True)
class Counterpart:
    """An entry of the other document and the pair that joins it to the row."""

    entry: Entry
    pair: Pair

    @property
    def essential(self) -> str | None:
        """The sentence to show first where the text is long."""
        return essential(self.entry.measure)


@dataclass(frozen=True)
class Line:
    """A row: an entry of the first document and its counterparts in the second."""

    entry: Entry
    matches: tuple[Counterpart, ...]
    confirmed: bool


def tables(found: Comparison, index: Index) -> tuple[DocPair, ...]:
    """Every two documents that have a table: those comparing finds near, and those whose table was published before."""
    return found.doc_pairs(index.published_tables)


def sides(found: Comparison, index: Index) -> Iterator[Side]:
    """Every two documents that have a table, first in the order of the one, then of the other."""
    for pair in tables(found, index):
        yield Side(pair.a, pair.b, pair.forward, _lacking(index, pair.b, pair.backward))
        yield Side(pair.b, pair.a, pair.backward, _lacking(index, pair.a, pair.forward))


def compared(found: Comparison, index: Index) -> tuple[tuple[Document, Document], ...]:
    """Every two documents that have a page: the one in whose order it stands, and the other."""
    return tuple((side.own, side.other) for side in sides(found, index))


def _lacking(index: Index, document: Document, rows: tuple[DocRow, ...]) -> tuple[Entry, ...]:
    return tuple(index.entries[measure_id(document.id, r.measure.ref)] for r in rows if not r.confirmed)


def has_paper(lines: Sequence[Line]) -> bool:
    """Whether two documents have a Word document: where an editor confirmed a counterpart."""
    return any(line.confirmed for line in lines)


def lines_of(index: Index, side: Side) -> tuple[Line, ...]:
    return tuple(
        Line(
            index.entries[measure_id(side.own.id, row.measure.ref)],
            tuple(Counterpart(index.entries[measure_id(side.other.id, m.measure.ref)], m.pair) for m in row.matches),
            row.confirmed,
        )
        for row in side.rows
    )


def compare(index: Index, found: Comparison, site: Site) -> Iterator[Page]:
    yield later(addresses.COMPARE, _free, index, found)
    for side in sides(found, index):
        yield later(addresses.compare_documents(side.own.id, side.other.id), _documents, index, side, site)


def _free(index: Index, found: Comparison) -> Page:
    meta = {"title": _WORDS.title, "description": _WORDS.description, "kind": "compare", "module": _SCRIPT}
    kinds = [r.kind for r in index.corpus.relations]
    held = [(s, kinds.count(s.id)) for s in index.corpus.vocabulary.studies]
    studies = [(addresses.study(s.slug), s.title, n) for s, n in held if n]
    documents = [_named(index, d) for d in index.documents.values()]
    numbers = counts(found, index)
    return page(
        "compare.md.j2",
        addresses.COMPARE,
        meta,
        documents=documents,
        counts=numbers,
        partners={d.document.id: _partners(d, documents, numbers) for d in documents},
        grid=GRID,
        examples=examples(index, found),
        studies=studies,
    )


def _named(index: Index, document: Document) -> Named:
    return Named(document, index.places[document.jurisdiction], index.short_names[document.id])


def _partners(own: Named, documents: list[Named], numbers: dict[tuple[str, str], tuple[int, int]]) -> list[Named]:
    """The documents that one has tables with, those with the most confirmed counterparts first."""
    there = [d for d in documents if (own.document.id, d.document.id) in numbers]
    return sorted(there, key=lambda d: numbers[own.document.id, d.document.id], reverse=True)


def counts(found: Comparison, index: Index) -> dict[tuple[str, str], tuple[int, int]]:
    """By the ids of two documents, in either order: pairs that an editor found close, and partial."""
    held = found.partners(index.published_tables)
    return {(own, p.document): (p.strong, p.partial) for own, there in held.items() for p in there}


def examples(index: Index, found: Comparison) -> list[tuple[list[str], list[Entry]]]:
    """Groups that an editor found close across the most places, the nearest in wording first; no entry twice."""
    groups: list[tuple[int, float, list[str]]] = []
    for name, entry in index.entries.items():
        best: dict[str, Pair] = {}
        for pair in found.pairs_of.get(name, ()):
            place = index.entries[pair.other(name)].place.id
            if (
                pair.strength == "strong"
                and place != entry.place.id
                and (place not in best or pair.score > best[place].score)
            ):
                best[place] = pair
        if best:
            members = [name, *(p.other(name) for p in best.values())]
            groups.append((len(members), sum(p.score for p in best.values()), members))
    chosen: list[list[str]] = []
    taken: set[str] = set()
    for _, _, members in sorted(groups, key=lambda g: (-g[0], -g[1], g[2])):
        if not taken.intersection(members):
            taken.update(members)
            chosen.append([n for n in index.entries if n in members])
    return [(ids, [index.entries[i] for i in ids]) for ids in chosen[:EXAMPLES]]


def _documents(index: Index, side: Side, site: Site) -> Page:
    own, other = _named(index, side.own), _named(index, side.other)
    lines = lines_of(index, side)
    meta = {
        "title": _WORDS("table_title", own=own.short, other=other.short),
        "description": _WORDS("table_description", own=side.own.title, other=side.other.title),
        "kind": "compare",
        **metadata.of_comparison(side.own, side.other, site),
    }
    return page(
        "compare_documents.md.j2",
        addresses.compare_documents(side.own.id, side.other.id),
        meta,
        own=own,
        other=other,
        rows=lines,
        in_word=has_paper(lines),
        lacking=side.lacking,
        cite=cite_comparison(side.own, side.other, site),
    )
