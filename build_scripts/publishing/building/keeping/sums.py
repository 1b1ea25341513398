"""Sums of values: equal values have equal sums, in any process and on any day; what differs has another.

A document is told without its measures: these are read, and recorded, apart.
"""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.comparing.succession_of_bodies import Succession
from build_scripts.comparing.tables.measures_with_document import DocumentMeasure
from build_scripts.model import Answer, Corpus, Document, Measure, Point
from build_scripts.publishing.building.keeping.recorded_corpus import (
    COMPARISON,
    CORPUS,
    DOC_PAIRS,
    INDEX,
    MEASURES,
    PARTNERS,
)
from build_scripts.publishing.index.lookups import Entry, Index
from build_scripts.publishing.index.recording import FILES, Read, unrecorded

_OFTEN = (Entry, DocumentMeasure, Document, Measure, Point, Answer)
"""What stands in many values: its sum is made once."""
_UNTOLD = ("measures", "_parts")
_NOTHING = "nothing there"
ANCHORS = "anchors"
"""The holder of anchors that are asked for in finished pages."""


def sum_of_bytes(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def sum_of_files(paths: Iterable[Path], root: Path) -> str:
    """Of names below ``root`` and contents together."""
    told = hashlib.blake2b(digest_size=16)
    for path in sorted(paths):
        told.update(f"{path.relative_to(root).as_posix()}\0{sum_of_bytes(path.read_bytes())}\n".encode())
    return told.hexdigest()


class Sums:
    """Sums of what stands in one corpus, its look-ups and its comparison. What is the very thing that it was ``before``,
    in a process that lasts, has the sum that it had."""

    def __init__(self, corpus: Corpus, index: Index, comparison: Comparison, before: Sums | None = None) -> None:
        self._holders = {CORPUS: corpus, INDEX: index, COMPARISON: comparison}
        self._index, self._comparison = index, comparison
        self._reads: dict[Read, tuple[Any, str]] = {}
        self._things: dict[int, tuple[Any, bytes]] = {}  # a thing is kept, so that its number stays its own
        self._reads_before = before._reads if before else {}
        self._things_before = before._things if before else {}
        if before:  # of what was before that nothing is known any more
            before._reads_before, before._things_before = {}, {}

    def of_read(self, read: Read) -> str:
        """The sum of what a read finds now."""
        if read not in self._reads:
            with unrecorded():
                found = self._found(read)
                held = self._reads_before.get(read)
                self._reads[read] = held if held and held[0] is found else (found, self.of(found))
        return self._reads[read][1]

    def of(self, value: Any) -> str:
        with unrecorded():
            return sum_of_bytes(self._bytes(value))

    def _found(self, read: Read) -> Any:
        if read.holder == MEASURES:
            document = self._index.documents.get(read.key)
            return document.measures if document else _NOTHING
        if read.holder == ANCHORS:
            page = Path(read.name)
            return page.is_file() and f'id="{read.key}"' in page.read_text("utf-8")
        if read.holder == FILES:
            path = Path(read.name)
            return path.read_bytes() if path.is_file() else _NOTHING
        if (read.holder, read.name) == (INDEX, "succession"):
            return self._index.corpus.vocabulary  # which it is made of
        if read.holder == COMPARISON and read.name in (DOC_PAIRS, PARTNERS):
            held = getattr(self._comparison, read.name)(self._index.published_tables)
        else:
            held = getattr(self._holders[read.holder], read.name)
        if read.key:
            return held.get(read.key, _NOTHING)
        if isinstance(held, dict):  # by the sums of its entries, most of which are asked for by themselves
            return tuple((key, self.of_read(Read(read.holder, read.name, key))) for key in held)
        return held

    def _bytes(self, value: Any) -> bytes:
        out = io.BytesIO()
        _Pickler(out, self).dump(_ordered(value))
        return out.getvalue()

    def once(self, thing: Any) -> bytes:
        """The sum of a thing that stands in many values."""
        held = self._things.get(id(thing)) or self._things_before.get(id(thing))
        if held is None:
            told = hashlib.blake2b(digest_size=16)
            told.update(type(thing).__name__.encode())
            for field in fields(thing):
                if field.name not in _UNTOLD or not isinstance(thing, Document):
                    told.update(hashlib.blake2b(self._bytes(getattr(thing, field.name))).digest())
            held = (thing, told.digest())
        self._things[id(thing)] = held
        return held[1]


def _ordered(value: Any) -> Any:
    """A set has no order; its sum goes by one. (A set inside another value is rare, and at worst takes for changed what is not.)"""
    return sorted(map(_ordered, value), key=repr) if isinstance(value, frozenset) else value


class _Pickler(pickle.Pickler):
    """Writes equal values alike: no memory of what was written before, things that stand in many values by their sum."""

    def __init__(self, out: io.BytesIO, sums: Sums) -> None:
        super().__init__(out, pickle.HIGHEST_PROTOCOL)
        self.fast = True
        self._sums = sums

    def reducer_override(self, thing: Any) -> Any:
        if isinstance(thing, _OFTEN):
            return bytes, (self._sums.once(thing),)
        if isinstance(thing, Index | Comparison | Succession):
            raise TypeError(f"{type(thing).__name__} is read, not given")
        return NotImplemented
