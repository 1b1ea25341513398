"""Where a fact that none of our texts states was seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SourceKind = Literal["primary", "secondary"]


@dataclass(frozen=True)
class FactSource:
    """A page or paper that bears out a fact: what it is called, the day it was seen (ISO 8601) and what it shows.

    ``kind`` is ``primary`` where whoever decided or issued says it, ``secondary`` where another tells of it. ``url`` is
    None for what is on no page.
    """

    title: str
    seen: str
    shows: str
    kind: SourceKind
    url: str | None = None
