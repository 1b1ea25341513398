"""Rules of the reasons of pairs and relations, and of what is said between the answers of a question.

A reason holds no number, year, body, work or quoted word that neither text has, and names whom a clause is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...locating.distinguishing_names import possible_names
from ...locating.loading import Loading
from ...model import Alignment, Document, Measure, Point, Relation
from ...model.dates import is_day, year_of
from ...problems import Problem
from ...sources.fold import fold
from ...sources.words_in_text import NamedBodies, SoughtWords
from ...store.yaml_files_to_model import Loaded
from ...store.yaml_tree import Path
from ..unproven_words import unproven
from ..walking import Check, entries, points, problem
from .limiters_left_out import left_out

_TIP = "数字、年份、单位名、《》和引号里的字，都要在所说的两条（或文件的题名、字号、日期）里：改这句话，或照原文写"


@dataclass(frozen=True)
class _Known:
    """What reasons may speak of: measures by id, the years of documents by id, bodies by all their names, what
    documents are called."""

    measures: Mapping[str, tuple[Document, Measure]]
    years_of: Mapping[str, frozenset[str]]
    bodies: NamedBodies
    names: SoughtWords

    def proof(self, ids: Iterable[str | None]) -> tuple[str, ...]:
        """All that measures and their documents' heads say."""
        held = [self.measures[id] for id in ids if id is not None and id in self.measures]
        return (*(_said(m) for _, m in held), *(_head(d) for d, _ in held))

    def years(self, documents: Iterable[str]) -> frozenset[str]:
        return frozenset[str]().union(*(self.years_of.get(id, ()) for id in documents))


def _said(m: Measure) -> str:
    return "\n".join((m.heading or "", m.text, *(r.name for r in m.responsibilities)))


def _head(d: Document) -> str:
    return "\n".join((d.title, d.number or "", *d.issuers))


def _years(d: Document) -> Iterator[str]:
    yield from (day[:4] for day in (d.date, d.published) if day and is_day(day))
    if year := year_of(d.number or ""):
        yield year


def _known(loading: Loading) -> _Known:
    places = {j.id: j for j in loading.vocabulary.jurisdictions}
    held = [d for d in loading.documents.values() if d.jurisdiction in places]
    return _Known(
        loading.measures,
        {d.id: frozenset(_years(d)) for d in loading.documents.values()},
        NamedBodies((a.name, *a.names) for a in loading.vocabulary.agencies),
        SoughtWords(fold(name) for names in possible_names(held, places).values() for name in names),
    )


def pairs(loading: Loading) -> Iterator[Problem]:
    """The reason of a pair."""
    known = _known(loading)
    for i, pair in entries(loading.alignments):
        record = f"{pair.a} ↔ {pair.b}"
        yield from _faults(loading.alignments, (i, "why"), record, pair.why, (pair.a, pair.b), (), known)


def relations(loading: Loading) -> Iterator[Problem]:
    """The reason of a relation; it may also name, by what it is called, a document in which the matter is absent."""
    known = _known(loading)
    for i, relation in entries(loading.relations):
        sides = (relation.origin, relation.to)
        record = f"{relation.origin or '—'} → {relation.to or '—'}"
        yield from _faults(loading.relations, (i, "why"), record, relation.why, sides, relation.absent_in, known)


def _faults(
    loaded: Loaded[tuple[Relation, ...]] | Loaded[tuple[Alignment, ...]],
    at: Path,
    record: str,
    why: str,
    sides: tuple[str | None, ...],
    absent_in: tuple[str, ...],
    known: _Known,
) -> Iterator[Problem]:
    if any(side is not None and side not in known.measures for side in sides):
        return  # that there is no such measure is said of the pair itself
    spoken_of = [side.partition("/")[0] for side in sides if side is not None]
    years = known.years((*spoken_of, *absent_in))
    if added := unproven(why, known.proof(sides), known.bodies, known.names, years):
        message = f"理由里的{'、'.join(added)}不见于所说的条目"
        yield problem(loaded, at, "why-unproven", message, _TIP, record)
    for side in sides:
        text = known.measures[side][1].text if side is not None and side in known.measures else ""
        for limiter in left_out(why, text):
            message = f"{side} 写的是“{limiter}”，理由里没有说"
            tip = "说到它管的事，就写明对谁、多少以上才管"
            yield problem(loaded, at, "why-unlimited", message, tip, record)


def between(loading: Loading) -> Iterator[Problem]:
    """What is said between the answers of a question: the difference, of what they answer; the caution, of all that was
    read for it, and of where else to look: a topic, another question."""
    known = _known(loading)
    elsewhere = "\n".join((*(t.zh for t in loading.vocabulary.topics), *(p.question for _, _, p in points(loading))))
    for loaded, n, point in points(loading):
        read = (*(a.document for a in point.answers), *point.silent, *(d.document for d in point.not_applicable))
        whole = (elsewhere, *(loading.sources.get(d, "") for d in read))
        for key, called, proof in (
            ("difference", "差别", _answered(point, known)),
            ("caution", "提醒", (*_answered(point, known), *whole)),
        ):
            text = getattr(point, key)
            if text and (added := unproven(text, proof, known.bodies, known.names, known.years(read))):
                message = f"{called}里的{'、'.join(added)}不见于所说的条目"
                yield problem(loaded, ("points", n, key), "why-unproven", message, _TIP, point.id)


def _answered(point: Point, known: _Known) -> tuple[str, ...]:
    """What the answers say, with the whole of the measures that prove them."""
    evidence = [e for a in point.answers for e in a.evidence]
    quotes = [e.quote for e in evidence] + [point.question, *(a.says for a in point.answers)]
    return (*known.proof(e.measure for e in evidence), *quotes)


CHECKS: tuple[Check, ...] = (pairs, relations, between)
