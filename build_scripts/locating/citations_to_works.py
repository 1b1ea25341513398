"""Works cited and the places that cite them, joined by what is printed: number first, then title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from ..model import Citation, Citing, Document, Measure, Passage, Span, Work, measure_id
from ..reading.around_measures.document_words import SIGNATURE
from ..reading.measures.cited_for import cited_for
from ..reading.measures.sentences import sentences
from ..sources.fold import fold, to_simplified

_NUMBER = re.compile(r"(?P<code>\D+?) ?[\[<(](?P<year>(?:19|20)\d\d)[\]>)] ?(?:第)? ?(?P<n>\d{1,4}) ?号")
_MARKS = {"国发": "gf", "国办发": "gbf", "国函": "gh", "国办函": "gbh", "中发": "zf", "中办发": "zbf"}
_ISSUER = re.compile(r"(.+?)(?:关于|印发|转发|批转)")


def bare(text: str) -> str:
    """A title or number as such are compared: folded, without white space.

    >>> bare("國辦發〔2017〕 7號")
    '国办发[2017]7号'
    """
    return "".join(fold(text).split())


@dataclass(frozen=True)
class NumberParts:
    """A 发文字号 taken apart: 国办发, 2014, 54."""

    mark: str
    year: str
    n: int

    @property
    def ending(self) -> str:
        """How the id of the work ends."""
        return f"-{self.year}-{self.n}"


def number_parts(number: str) -> NumberParts | None:
    """
    >>> number_parts("国办发〔2014〕54号")
    NumberParts(mark='国办发', year='2014', n=54)
    """
    found = _NUMBER.fullmatch(bare(number))
    return NumberParts(found["code"], found["year"], int(found["n"])) if found else None


@dataclass(frozen=True)
class Shelf:
    """The works of structured/works.yml, found by what is printed."""

    works: tuple[Work, ...]

    @cached_property
    def by_number(self) -> Mapping[str, Work]:
        return {bare(w.number): w for w in reversed(self.works) if w.number}

    @cached_property
    def by_title(self) -> Mapping[str, Work]:
        return {bare(t): w for w in reversed(self.works) for t in (w.title, *w.names)}

    @cached_property
    def prefixes(self) -> Mapping[str, str]:
        """How ids begin, by 机关代字: those of the centre, else learnt from the works there are."""
        found: dict[str, str] = dict(_MARKS)
        for work in self.works:
            parts = number_parts(work.number or "")
            if parts and work.id.endswith(parts.ending):
                found.setdefault(parts.mark, work.id.removesuffix(parts.ending))
        return found

    def of(self, citation: Citation) -> Work | None:
        """The work cited. A number that no work has is another document, whatever its title."""
        if citation.number:
            return self.by_number.get(bare(citation.number)) or self._unnumbered(citation.title)
        return self.by_title.get(bare(citation.title))

    def _unnumbered(self, title: str) -> Work | None:
        work = self.by_title.get(bare(title))
        return work if work and not work.number else None

    def minted(self, citation: Citation) -> Work | None:
        """A work for a citation that has none, where its number says the id; None where an editor must choose one."""
        parts = number_parts(citation.number or "")
        prefix = self.prefixes.get(parts.mark) if parts else None
        if parts is None or prefix is None or self.of(citation) is not None:
            return None
        title, number = to_simplified(citation.title), to_simplified(citation.number or "")
        opening = _ISSUER.match(fold(title))
        issuer = title[: opening.end(1)] if opening and SIGNATURE.fullmatch(opening[1]) else None
        return Work(prefix + parts.ending, title, number, issuer)


def new_works(documents: Iterable[Document], works: tuple[Work, ...]) -> tuple[Work, ...]:
    """The works that can be minted from the numbers cited in ``documents``, each once."""
    held = works
    for cited in citations(documents):
        made = Shelf(held).minted(cited.citation)
        held = (*held, made) if made and made.id not in {w.id for w in held} else held
    return held[len(works) :]


def joined(document: Document, source: str, shelf: Shelf) -> Document:
    """A located document whose citations know their work, for what they cite it and in which sentence."""

    def part(item: Measure | Passage) -> tuple[Citation, ...]:
        return tuple(_joined(c, item.at, source, shelf) for c in item.citations)

    measures = tuple(replace(m, citations=part(m)) if m.citations else m for m in document.measures)
    passages = tuple(replace(p, citations=part(p)) if p.citations else p for p in document.passages)
    return replace(document, measures=measures, passages=passages)


def _joined(citation: Citation, within: Span | None, source: str, shelf: Shelf) -> Citation:
    work = shelf.of(citation)
    known = replace(citation, work=work.id if work else None)
    if work and work.document and not citation.document:
        known = replace(known, document=work.document)
    if citation.at is None or within is None:
        return known
    text, at = within.of(source), citation.at.start - within.start
    spans = (s.at for s in sentences(text) if s.at.start <= at < s.at.end)
    said = next((Span(within.start + s.start, within.start + s.end) for s in spans), within)
    relation = cited_for(fold(text), at, citation.at.end - within.start)
    return replace(known, relation=relation, sentence=said)


_TITLE = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,8}?(?:省|自治区|市|州|县|区))?(?:人民政府)?(?:办公[厅室])?(?:关于)?(?P<core>.*)"
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_FEW = 5
"""Characters of a title that are too few to know it by."""


def names_itself(document: Document, place: Citing) -> bool:
    """Whether a notice names the text that it issues (《某市若干措施》已经市政府同意，现印发给你们): no other work.

    Outside the measures the place and what stands in brackets (试行) may be told of one and not of the other; in a measure
    (本《办法》由市发展改革委负责解释) the title is the whole one.
    """
    if place.citation.number:
        return False
    said, title = bare(place.citation.title), bare(document.title)
    if place.passage is None:
        return said == title
    ours, theirs = _apart(title), _apart(said)
    if ours[0] and theirs[0] and ours[0] != theirs[0]:  # the province's of the same name
        return False
    return any(len(name) > _FEW and name in whole for name, whole in ((said, title), (theirs[1], ours[1])))


def _apart(title: str) -> tuple[str, str]:
    """The place that a bare title opens with, and the rest without what stands in brackets."""
    read = _TITLE.fullmatch(title)
    return (read["place"] or "", _IN_BRACKETS.sub("", read["core"])) if read else ("", title)


def citations(documents: Iterable[Document]) -> Iterator[Citing]:
    """Every place where something is cited: a document's passages before its measures, each in the order printed."""
    for d in documents:
        for p in d.passages:
            yield from (Citing(d.id, None, p.kind, p.ref, c) for c in p.citations)
        for m in d.measures:
            yield from (Citing(d.id, measure_id(d.id, m.ref), None, None, c) for c in m.citations)


def by_work(documents: Iterable[Document]) -> dict[str, tuple[Citing, ...]]:
    """By id of a work: the places that cite it, those of a document in the order of its text."""
    found: dict[str, list[Citing]] = defaultdict(list)
    for document in documents:
        for cited in sorted(citations([document]), key=lambda c: c.citation.at.start if c.citation.at else 0):
            if cited.citation.work:
                found[cited.citation.work].append(cited)
    return {work: tuple(places) for work, places in found.items()}
