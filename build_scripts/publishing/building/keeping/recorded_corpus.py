"""The corpus, its look-ups and what comparing finds in it, which tell what is read of them; to everyone else as they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cached_property
from typing import Any

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.comparing.tables.article_by_article import DocPair, Partner
from build_scripts.comparing.wording.phrases_of_pairs import Printed
from build_scripts.comparing.wording.shared_phrases import SharedPhrase
from build_scripts.model import Corpus, Document, Measure
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.index.recording import RecordedDict, note, unrecorded

CORPUS, INDEX, COMPARISON, MEASURES = "corpus", "index", "comparison", "measures"
DOC_PAIRS, PARTNERS = "doc_pairs", "partners"
"""What the comparison has by which tables were published; that is told by the index (``published_tables``)."""

_FIELDS = frozenset(f.name for f in fields(Corpus))
_KEPT = {
    kind: frozenset(name for name in dir(kind) if isinstance(getattr(kind, name), cached_property))
    for kind in (Index, Comparison)
}


class RecordedDocument(Document):
    """A document whose measures are recorded apart: most pages name a document and show one measure of it."""

    @property
    def measures(self) -> tuple[Measure, ...]:
        note(MEASURES, MEASURES, self.id)
        return self._measures

    @measures.setter
    def measures(self, held: tuple[Measure, ...]) -> None:
        self.__dict__["_measures"] = held

    _measures: tuple[Measure, ...] = ()


class RecordedCorpus(Corpus):
    """A corpus whose fields are recorded as they are read, entry by entry where they are tables."""

    def __getattribute__(self, name: str) -> Any:
        if name not in _FIELDS:
            return super().__getattribute__(name)
        return _part(self, CORPUS, name, super().__getattribute__)


class RecordedIndex(Index):
    """Look-ups that are recorded as they are asked."""

    def __getattribute__(self, name: str) -> Any:
        if name not in _KEPT[Index]:
            return super().__getattribute__(name)
        return _part(self, INDEX, name, super().__getattribute__)


class RecordedComparison(Comparison):
    """What comparing finds, recorded as it is asked."""

    def __getattribute__(self, name: str) -> Any:
        if name not in _KEPT[Comparison]:
            return super().__getattribute__(name)
        return _part(self, COMPARISON, name, super().__getattribute__)

    def shared(self, *ids: str) -> tuple[SharedPhrase, ...]:
        """The same, with what it is found in: it is kept, and would be read but once."""
        for name in ids:
            self.measures[name]
        self.genre  # noqa: B018 — read, so that it is recorded
        with unrecorded():
            return super().shared(*ids)

    def phrases_of_pairs(self) -> Printed:
        """The same, with what they are found in."""
        for name in ("pairs", "measures", "genre"):
            note(COMPARISON, name)
        with unrecorded():
            return super().phrases_of_pairs()

    def doc_pairs(self, kept: frozenset[frozenset[str]] = frozenset()) -> tuple[DocPair, ...]:
        note(COMPARISON, DOC_PAIRS)
        with unrecorded():
            return super().doc_pairs(kept)

    def partners(self, kept: frozenset[frozenset[str]] = frozenset()) -> Mapping[str, tuple[Partner, ...]]:
        parts: dict[Any, Any] = self.__dict__.setdefault("_parts", {})
        if (PARTNERS, kept) not in parts:
            with unrecorded():
                parts[PARTNERS, kept] = RecordedDict(super().partners(kept), COMPARISON, PARTNERS)
        return parts[PARTNERS, kept]  # type: ignore[no-any-return]


def _part(held: object, holder: str, name: str, get: Callable[[str], Any]) -> Any:
    parts: dict[str, Any] = held.__dict__.setdefault("_parts", {})
    if name not in parts:
        with unrecorded():
            value = get(name)
        parts[name] = RecordedDict(value, holder, name) if isinstance(value, dict) else value
    value = parts[name]
    if not isinstance(value, RecordedDict):
        note(holder, name)
    return value


def recorded(corpus: Corpus) -> RecordedCorpus:
    """A corpus that tells what is read of it, and whose documents do."""
    values = {f.name: getattr(corpus, f.name) for f in fields(Corpus)}
    documents = tuple(
        RecordedDocument(**{f.name: getattr(d, f.name) for f in fields(Document)}) for d in corpus.documents
    )
    return RecordedCorpus(**{**values, "documents": documents})
