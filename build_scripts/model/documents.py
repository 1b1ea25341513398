"""What a file of structured/records/ or structured/extracted/ holds: a document with its measures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .fact_sources import FactSource
from .measures import Measure, Passage
from .spans import Span

Lang = Literal["zh-Hans", "zh-Hant"]


@dataclass(frozen=True)
class Section:
    """A section or group heading: ``ref`` is ``3`` for 三、 and ``4.2`` for a （二） that only groups."""

    ref: str
    heading: str
    at: Span | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Supplied:
    """A fact the text does not state, supplied by an editor, with its reason."""

    field: str
    reason: str


@dataclass(frozen=True)
class Replaced:
    """A source that stood here before and was registered anew: its SHA-256, the day (ISO 8601) and the reason."""

    sha256: str
    date: str
    reason: str


@dataclass(frozen=True)
class Original:
    """The file that a source was taken from (.docx, .html, .pdf), kept beside it: its name and its SHA-256."""

    file: str
    sha256: str


@dataclass(frozen=True)
class Document:
    """A document and its measures. Absent facts are None or empty: 原文未载.

    ``date`` is the 成文日期 and ``published`` the 发布日期, both ISO 8601. ``stale`` is as in a measure.
    ``sources`` are where else the document was seen, and what was learnt of it there. ``reading`` is the
    ``text_hash`` of the file in structured/extracted/ that the record was last merged with; it stands last, so that a
    record that was cut short lacks it.
    """

    id: str
    title: str
    jurisdiction: str
    lang: Lang
    source: str
    sha256: str
    number: str | None = None
    issuers: tuple[str, ...] = ()
    date: str | None = None
    published: str | None = None
    supplied: tuple[Supplied, ...] = ()
    sections: tuple[Section, ...] = ()
    measures: tuple[Measure, ...] = ()
    note: str | None = None
    replaced: tuple[Replaced, ...] = ()
    stale: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    original: Original | None = None
    sources: tuple[FactSource, ...] = ()
    reading: str | None = None

    @property
    def title_basis(self) -> str:
        return "editor" if any(s.field == "title" for s in self.supplied) else "text"
