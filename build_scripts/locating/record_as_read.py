"""A record with its source, as reading and locating hand it on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..model import Document, Node, Vocabulary
from ..problems import Problem
from ..reading.reader import Reading
from ..store.paths import Layout
from ..store.yaml_files_to_model import Loaded


@dataclass(frozen=True)
class Fresh:
    """What a source was read from, its bytes, and the reading itself: much, and asked for by few."""

    data: bytes
    reading: Reading


@dataclass(frozen=True)
class Placed:
    """A record's document with its places and works, its source, the outline of a fresh reading of it around the record's
    measures, and the signs that it was read poorly. ``fresh`` is None where it was left behind."""

    document: Document
    source: str
    nodes: tuple[Node, ...]
    doubts: tuple[Problem, ...]
    fresh: Fresh | None


@dataclass(frozen=True)
class ReadRecord:
    """A record as it stands in its file, with its source where there is one; ``also`` is what else was asked."""

    loaded: Loaded[Document]
    placed: Placed | None
    problems: tuple[Problem, ...]
    also: Any = None


Also = Callable[[Layout, Vocabulary, str, ReadRecord], Any]
"""What else is asked of a record: a function of a module, of the vocabulary, the document's id and the record as read.

It stands for the fresh reading, which is then left behind."""
