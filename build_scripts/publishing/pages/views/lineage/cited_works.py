"""The list of works cited, and one page per work: who cites it, in which sentence, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts import addresses
from build_scripts.model import Document, Work
from build_scripts.model.dates import year_of
from build_scripts.publishing.index.citings import CitedHere, descent
from build_scripts.publishing.index.lookups import Entry, Index, Place
from build_scripts.publishing.pages.parts.overlapping_spans import Mark, Run, run
from build_scripts.publishing.pages.rendering import Page, later, page
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("works")


@dataclass(frozen=True)
class Said:
    """A place that cites: the sentence with the title marked, and the entry or passage it stands in."""

    cited: CitedHere
    place: Place
    entry: Entry | None
    sentence: Run


@dataclass(frozen=True)
class Row:
    """A work in the list: where it is from in time, whether the full text is here, who cites it."""

    work: Work
    day: str | None
    here: Document | None
    cited_by: tuple[CitedHere, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        return tuple({c.document.id: c.document for c in self.cited_by}.values())

    @property
    def basis(self) -> int:
        return sum(c.basis for c in self.cited_by)


def works(index: Index) -> Iterator[Page]:
    yield later(addresses.WORKS, _list, index)
    for work in index.works.values():
        yield later(addresses.work(work.id), _work, index, work)


def row(index: Index, work: Work) -> Row:
    day = work.date or year_of(work.number or "")
    return Row(work, day, index.documents.get(work.document or ""), index.cited_by.get(work.id, ()))


def _list(index: Index) -> Page:
    rows = [row(index, w) for w in index.works.values()]
    rows.sort(key=lambda r: (-len(r.documents), -r.basis, r.work.number is None))
    meta = {"title": _WORDS.title, "description": _WORDS("description", n=len(rows)), "kind": "works"}
    here = sum(r.here is not None for r in rows)
    return page(
        "works.md.j2", addresses.WORKS, meta, rows=rows, here_n=here, places=index.places, names=index.short_names
    )


def _work(index: Index, work: Work) -> Page:
    told = row(index, work)
    meta = {
        "title": work.title,
        "description": _WORDS("described", title=work.title, number=work.number or "", n=len(told.cited_by)),
        "kind": "work",
        "id": work.id,
    }
    return page(
        "work.md.j2",
        addresses.work(work.id),
        meta,
        row=told,
        work=work,
        basis=[_said(index, c) for c in told.cited_by if c.basis],
        mention=[_said(index, c) for c in told.cited_by if not c.basis],
        descent=descent(work, index.cited_by, index.works.values()),
        places=index.places,
        names=index.short_names,
    )


def _said(index: Index, cited: CitedHere) -> Said:
    citation, source = cited.citing.citation, index.corpus.sources[cited.document.id]
    within = citation.sentence
    marks = [Mark(citation.at.start, citation.at.end, "citation")] if citation.at else []
    sentence = run(source, marks, within.start, within.end) if within else ()
    entry = index.entries.get(cited.citing.measure or "")
    return Said(cited, index.places[cited.document.jurisdiction], entry, sentence)
