"""Where a fact that none of our texts states was seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

SourceKind = Literal["primary", "secondary"]


@dataclass(frozen=True)
class FactSource:
    """A page or paper that bears out a fact: what it is called, the day it was seen (ISO 8601) and what it shows.

    ``kind`` is ``primary`` where whoever decided or issued says it, ``secondary`` where another tells of it. ``url`` is
    None for what is on no page.
    """

    title: str = field(metadata={"meant": "网页或文件的题名"})
    seen: str = field(metadata={"meant": "见到它的那一天，YYYY-MM-DD，加引号"})
    shows: str = field(metadata={"meant": "它证明了哪一件事，哪些没有见到"})
    kind: SourceKind = field(metadata={"meant": "primary（决定的、印发的机关自己说的）或 secondary（别人转述）"})
    url: str | None = None
