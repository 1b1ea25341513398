"""Documents that the texts name: what structured/works.yml says of each, and the places where it is cited."""

from __future__ import annotations

from dataclasses import dataclass

from .measures import Citation, PassageKind


@dataclass(frozen=True)
class Work:
    """A document that is cited, ours or not.

    ``id`` is minted once, from the number (``gbf-2014-54``), or by an editor where none is known. ``title``, ``number`` and
    ``issuer`` are Simplified; ``issuer`` and ``date`` (ISO 8601, as precise as stated) stand only where a text states them.
    ``document`` is an id of ours where the work is one of ours. ``names`` are further titles under which it is cited.
    """

    id: str
    title: str
    number: str | None = None
    issuer: str | None = None
    date: str | None = None
    document: str | None = None
    names: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class Citing:
    """One place where a work is cited: in the measure ``measure`` (an id), or else in a passage by its kind and ``ref``."""

    document: str
    measure: str | None
    passage: PassageKind | None
    ref: str | None
    citation: Citation
