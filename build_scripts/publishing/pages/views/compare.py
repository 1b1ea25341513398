"""Comparing at will, and every two documents article by article (条文对照表), in the order of either."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts import addresses
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.comparing.counterparts.pairs import Pair
from build_scripts.comparing.tables.article_by_article import EVERY_TWO, DocPair, DocRow, Partner
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
class Neighbour:
    """A document to be read beside another: at which address, and how many pairs an editor found close, and partial;
    ``tabled`` where there is a table of the two, else it is drawn in the browser."""

    named: Named
    address: str
    strong: int
    partial: int
    tabled: bool


@dataclass(frozen=True)
class Side:
    """One document against another: ``rows`` in the order of ``own``; ``lacking`` is what only ``other`` has. ``read``
    where an editor found a counterpart: else only what the program found can be told, and that nothing is said of the rest."""

    own: Document
    other: Document
    rows: tuple[DocRow, ...]
    lacking: tuple[Entry, ...]
    read: bool


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
    """A row: an entry of the first document and its counterparts in the second. ``answered`` where an editor confirmed one;
    of two documents that no editor read beside each other, where the program found one."""

    entry: Entry
    matches: tuple[Counterpart, ...]
    answered: bool


def tables(found: Comparison, index: Index) -> tuple[DocPair, ...]:
    """Every two documents that have a table of their own; one that was published stays."""
    return found.doc_pairs(index.published_tables)


def sides(found: Comparison, index: Index) -> Iterator[Side]:
    """Every two documents that have a table, first in the order of the one, then of the other."""
    for pair in tables(found, index):
        read = any(row.confirmed for row in pair.forward)
        yield Side(pair.a, pair.b, pair.forward, _lacking(index, pair.b, pair.backward, read), read)
        yield Side(pair.b, pair.a, pair.backward, _lacking(index, pair.a, pair.forward, read), read)


def _answered(row: DocRow, read: bool) -> bool:
    return row.confirmed if read else bool(row.matches)


def compared(found: Comparison, index: Index) -> tuple[tuple[Document, Document], ...]:
    """Every two documents that have a page: the one in whose order it stands, and the other."""
    return tuple((side.own, side.other) for side in sides(found, index))


def _lacking(index: Index, document: Document, rows: tuple[DocRow, ...], read: bool) -> tuple[Entry, ...]:
    return tuple(index.entries[measure_id(document.id, r.measure.ref)] for r in rows if not _answered(r, read))


def lines_of(index: Index, side: Side) -> tuple[Line, ...]:
    return tuple(
        Line(
            index.entries[measure_id(side.own.id, row.measure.ref)],
            tuple(Counterpart(index.entries[measure_id(side.other.id, m.measure.ref)], m.pair) for m in row.matches),
            _answered(row, side.read),
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
    documents = [named(index, d) for d in index.documents.values()]
    there = {d.document.id: neighbours(index, found, d.document) for d in documents}
    return page(
        "compare.md.j2",
        addresses.COMPARE,
        meta,
        documents=documents,
        neighbours={own: {n.named.document.id: n for n in others} for own, others in there.items()},
        grid=EVERY_TWO,
        examples=examples(index, found),
        studies=studies,
    )


def named(index: Index, document: Document) -> Named:
    return Named(document, index.places[document.jurisdiction], index.short_names[document.id])


def neighbours(index: Index, found: Comparison, document: Document) -> list[Neighbour]:
    """The documents to be read beside one article by article, those with the most confirmed counterparts first."""
    there = found.partners(index.published_tables).get(document.id, ())
    ranked = sorted(there, key=lambda p: (p.tabled, p.strong, p.partial), reverse=True)
    return [_neighbour(index, document, p) for p in ranked]


def _neighbour(index: Index, own: Document, partner: Partner) -> Neighbour:
    two = own.id, partner.document
    address = addresses.compare_documents(*two) if partner.tabled else addresses.compare_in_browser(*two)
    other = named(index, index.documents[partner.document])
    return Neighbour(other, address, partner.strong, partner.partial, partner.tabled)


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
    own, other = named(index, side.own), named(index, side.other)
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
        read=side.read,
        lacking=side.lacking,
        cite=cite_comparison(side.own, side.other, site),
    )
