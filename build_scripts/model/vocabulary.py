"""What stands in structured/vocabulary/: places, agencies, functional lines, topics, indicator families, synonyms,
studies and the questions that a reader may start from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .fact_sources import FactSource


@dataclass(frozen=True)
class Jurisdiction:
    """``code`` is the six-digit GB/T 2260 string; ``within`` the id of the jurisdiction above.

    ``owners`` are who is asked about changes of its documents: ``@name``, ``@organisation/team`` or a mail address.
    """

    id: str
    code: str
    name: str
    short: str
    level: str
    within: str | None = None
    owners: tuple[str, ...] = ()


@dataclass(frozen=True)
class Event:
    """What became of a body: rename, merge, split, transfer, abolition, established.

    ``date`` is as precise as known (YYYY, YYYY-MM, YYYY-MM-DD) or None. What has no ``sources`` is
    unverified (未核).
    """

    type: str
    date: str | None = None
    to: tuple[str, ...] = ()
    origin: tuple[str, ...] = field(default=(), metadata={"key": "from"})
    note: str | None = None
    sources: tuple[FactSource, ...] = ()

    @property
    def verified(self) -> bool:
        return bool(self.sources)


@dataclass(frozen=True)
class Agency:
    """``names`` are the printed forms that mean this body within its jurisdiction.

    ``sources`` bear out what stands here of the body itself; its events have their own.
    """

    id: str
    name: str
    jurisdiction: str
    kind: str
    line: str
    names: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    note: str | None = None
    sources: tuple[FactSource, ...] = ()


@dataclass(frozen=True)
class Line:
    """A functional line (职能), across which counterparts in other places are found."""

    id: str
    zh: str
    en: str


@dataclass(frozen=True)
class Topic:
    """``patterns`` are regular expressions over text folded to Simplified; each matches an example."""

    id: str
    zh: str
    en: str
    definition: str
    patterns: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    gov_cn: tuple[str, ...] = ()


@dataclass(frozen=True)
class Indicator:
    """A family of indicators under which targets of different places are laid side by side.

    ``patterns`` are regular expressions over what a target is about, folded to Simplified; the first family that
    matches has it.
    """

    id: str
    zh: str
    en: str
    patterns: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class SynonymGroup:
    """Words for nearly the same thing, in Simplified: offered beside a search, never mixed into it unasked.

    ``note`` says in Chinese how close they are.
    """

    terms: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class RelationSort:
    """What one measure may do with another in a study: how it is called, and what is meant and not meant by it."""

    id: str
    zh: str
    meaning: str


@dataclass(frozen=True)
class Study:
    """An editor's reading of some documents against others, on a page of its own at relations/``slug``/.

    ``direction`` is what every relation of it must keep: ``down`` from a place to one within it, ``later`` from one
    document to another. ``zh`` names the study in tables, ``from_head`` and ``to_head`` the two sides on its page;
    ``caveats`` are what a reader must know first.
    """

    id: str
    zh: str
    title: str
    slug: str
    direction: Literal["down", "later"]
    from_head: str
    to_head: str
    relations: tuple[RelationSort, ...]
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True)
class Starter:
    """A question that a reader may start from: ``point`` is its id, ``<topic>/<point>``."""

    id: str
    point: str


@dataclass(frozen=True)
class Vocabulary:
    jurisdictions: tuple[Jurisdiction, ...] = ()
    agencies: tuple[Agency, ...] = ()
    lines: tuple[Line, ...] = ()
    topics: tuple[Topic, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    synonyms: tuple[SynonymGroup, ...] = ()
    studies: tuple[Study, ...] = ()
    starters: tuple[Starter, ...] = ()
