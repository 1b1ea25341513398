"""From province to city, and from an earlier text to a later one: an editor's judgements with their evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts import addresses
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.comparing.counterparts.pairs import Pair
from build_scripts.model import Document, Relation, RelationSort, Study
from build_scripts.publishing.index.lookups import Entry, Index
from build_scripts.publishing.pages.rendering import Page, later, page
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.reading.measures.sentences import sentences

_WORDS = wording("relations")


@dataclass(frozen=True)
class Evidence:
    """Words of a measure and the address of the sentence they begin in."""

    entry: Entry
    words: str | None
    address: str


@dataclass(frozen=True)
class Claim:
    """A relation with both sides; a side without a measure is None, ``absent`` says in what it was looked for."""

    relation: Relation
    origin: Evidence | None
    to: Evidence | None
    absent: tuple[Document, ...]


@dataclass(frozen=True)
class ClaimsOfSort:
    """Claims of one sort."""

    sort: RelationSort
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Suggestion:
    a: Entry
    b: Entry
    pair: Pair


def relations(index: Index, found: Comparison) -> Iterator[Page]:
    """A page for each study that has judgements, and the list of them."""
    held = [s for s in index.corpus.vocabulary.studies if any(r.kind == s.id for r in index.corpus.relations)]
    if held:
        yield later(addresses.RELATIONS, _list, index, held)
    for study in held:
        yield later(addresses.study(study.slug), _study, index, found, study)


def _list(index: Index, held: Sequence[Study]) -> Page:
    meta = {"title": _WORDS.all, "description": _WORDS.all_description, "kind": "relations"}
    told = [(study, sorts := _sorts(index, study), sum(len(s.claims) for s in sorts)) for study in held]
    return page("studies.md.j2", addresses.RELATIONS, meta, studies=told)


def _sorts(index: Index, study: Study) -> list[ClaimsOfSort]:
    sorts = (ClaimsOfSort(s, _claims(index, study.id, s.id)) for s in study.relations)
    return [s for s in sorts if s.claims]


def _claims(index: Index, kind: str, name: str) -> tuple[Claim, ...]:
    return tuple(
        Claim(
            r,
            _evidence(index, r.origin, r.evidence_from),
            _evidence(index, r.to, r.evidence_to),
            tuple(index.documents[d] for d in r.absent_in if d in index.documents),
        )
        for r in index.corpus.relations
        if r.kind == kind and r.relation == name
    )


def _evidence(index: Index, measure: str | None, words: str | None) -> Evidence | None:
    entry = index.entries.get(measure or "")
    if entry is None:
        return None
    at = entry.measure.text.find(words) if words else -1
    here = next((s.n for s in sentences(entry.measure.text) if s.at.start <= at < s.at.end), None)
    return Evidence(entry, words, addresses.sentence(entry.id, here) if here else addresses.measure(entry.id))


def _study(index: Index, found: Comparison, study: Study) -> Page:
    sorts = _sorts(index, study)
    claims = [c for s in sorts for c in s.claims]
    sources = _documents(index, [c.origin for c in claims])
    targets = _documents(index, [c.to for c in claims])
    meta = {
        "title": study.title,
        "description": _WORDS("description", title=study.title, n=len(claims)),
        "kind": "relations",
    }
    return page(
        "relations.md.j2",
        addresses.study(study.slug),
        meta,
        study=study,
        names=index.short_names,
        sorts=sorts,
        sources=sources,
        targets=targets,
        total=len(claims),
        suggested=_suggested(index, found, {d.id for d in sources}, {d.id for d in targets}),
    )


def _documents(index: Index, sides: list[Evidence | None]) -> list[Document]:
    named = {s.entry.document.id for s in sides if s}
    return [d for d in index.documents.values() if d.id in named]


def _suggested(index: Index, found: Comparison, sources: set[str], targets: set[str]) -> list[Suggestion]:
    """Pairs between the two sides that the method suggests and no editor judged."""
    pairs = [p for p in found.pairs if p.status == "suggested"]
    suggestions = [Suggestion(index.entries[p.a], index.entries[p.b], p) for p in pairs]
    return [s for s in suggestions if _between(s, sources, targets) or _between(s, targets, sources)]


def _between(s: Suggestion, first: set[str], second: set[str]) -> bool:
    return s.a.document.id in first and s.b.document.id in second
