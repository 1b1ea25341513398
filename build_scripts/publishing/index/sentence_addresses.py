"""The address of the sentence in which something stands."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts import addresses
from build_scripts.model import Span, measure_id
from build_scripts.publishing.index.passages import Passage
from build_scripts.reading.measures.sentences import sentences


def in_measure(document: str, ref: str, text: str, within: Span | None, at: Span | None) -> str:
    """The sentence of a measure that ``at`` begins in; the measure's page where that is not known."""
    id = measure_id(document, ref)
    n = _sentence(text, within, at)
    return addresses.sentence(id, n) if n else addresses.measure(id)


def in_passages(document: str, passages: Iterable[Passage], at: Span | None) -> str:
    """The sentence of a document's passages that ``at`` begins in; the document's page where that is not known."""
    page = addresses.document(document)
    here = next((p for p in passages if at and p.at.start <= at.start < p.at.end), None)
    if here is None:
        return page
    n = _sentence(here.text, here.at, at)
    return f"{page}#{here.anchor}" + (f"-{addresses.sentence_anchor(n)}" if n else "")


def _sentence(text: str, within: Span | None, at: Span | None) -> int | None:
    if within is None or at is None:
        return None
    start = at.start - within.start
    return next((s.n for s in sentences(text) if s.at.start <= start < s.at.end), None)
