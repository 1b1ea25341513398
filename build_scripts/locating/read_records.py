"""Each record with its source: read, placed in it, and what else is asked of it; many of them in several processes.

What was made of a record and asked of it is kept from one run to the next (``kept_records.py``), where there are enough
for it to tell.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..model import Document, Vocabulary
from ..problems import Problem
from ..reading.reader import read
from ..sources.decode import decode
from ..store.paths import Layout
from ..store.yaml_files_to_model import Loaded, load_document, remembers
from ..working.processes import each
from .citations_to_works import Shelf, joined
from .kept_records import KeptRecords
from .record_as_read import Also, Fresh, Placed, ReadRecord
from .record_in_source import locate, overlay
from .section_headings import headed

FEW = 20
"""Fewer records than this are read in one process, and nothing is kept of them but for a process that lasts: it takes less
than half a second."""


@dataclass(frozen=True)
class _Shared:
    """What all records are read with; ``kept`` is None where nothing is kept."""

    layout: Layout
    vocabulary: Vocabulary
    shelf: Shelf
    also: Also | None
    kept: KeptRecords | None


def records(
    layout: Layout, vocabulary: Vocabulary, shelf: Shelf, also: Also | None, fresh: bool
) -> Iterator[tuple[str, ReadRecord]]:
    """Every record by its document's id, in the order of their names."""
    paths = sorted(layout.records.glob("*.yml"))
    kept = None
    if also and (len(paths) >= FEW or remembers()) and not fresh:
        kept = KeptRecords(layout, (vocabulary, shelf.works, also.__module__, also.__qualname__))
    shared = _Shared(layout, vocabulary, shelf, also, kept)
    held = {path: found for path in paths if kept and (found := kept.look(path)) is not None}
    made = each(_one, shared, [p for p in paths if p not in held], layout.shown, FEW)
    for path in paths:
        yield path.stem, held.pop(path) if path in held else next(made)


def one_record(layout: Layout, vocabulary: Vocabulary, shelf: Shelf, path: Path) -> ReadRecord:
    """One record, read from its files; nothing is kept."""
    return _made(_Shared(layout, vocabulary, shelf, None, None), path)


def _one(shared: _Shared, path: Path) -> ReadRecord:
    if shared.kept is None:
        return _made(shared, path)
    before = shared.kept.key(path)
    record = _made(shared, path)
    if shared.kept.key(path) == before:  # nothing changed while it was read
        shared.kept.keep(path, before, record)
    return record


def _made(shared: _Shared, path: Path) -> ReadRecord:
    loaded, problems = load_document(shared.layout, path)
    placed = None
    if loaded.value is not None:
        placed, found = _with_source(shared, loaded, loaded.value)
        problems = [*problems, *found]
    record = ReadRecord(loaded, placed, tuple(problems))
    if shared.also is None:
        return record
    return _light(replace(record, also=shared.also(shared.layout, shared.vocabulary, path.stem, record)))


def _light(record: ReadRecord) -> ReadRecord:
    """A record without what was wanted to ask of it: its tree's value, its fresh reading, and the document twice."""
    loaded, placed = record.loaded, record.placed
    if loaded.tree is not None:
        loaded = replace(loaded, tree=loaded.tree.without_value())
    if placed is not None:
        placed = replace(placed, fresh=None)
        if placed.document == loaded.value:  # but for the places
            loaded = replace(loaded, value=placed.document)
    return replace(record, loaded=loaded, placed=placed)


def _with_source(shared: _Shared, loaded: Loaded[Document], document: Document) -> tuple[Placed | None, list[Problem]]:
    path = shared.layout.sources / document.source
    if "/" in document.source or "\\" in document.source or ".." in document.source or not path.is_file():
        message, tip = f"找不到原文 {document.source}", "原文应在 structured/sources/ 下，source 只写文件名"
        return None, [Problem(loaded.path, *loaded.place(("source",)), "source-missing", message, tip)]
    data = path.read_bytes()
    decoded, problems = decode(data, shared.layout.shown(path))
    if decoded is None:
        return None, problems
    if hashlib.sha256(data).hexdigest() != document.sha256:
        message, tip = "原文文件与登记时不同（SHA-256 不符）", "原文是证据，不可改动；请恢复原文，或重新登记为新文件"
        problems.append(Problem(loaded.path, *loaded.place(("sha256",)), "source-changed", message, tip))
    located, found = locate(document, decoded.text, loaded.path)
    refs = {m.ref: i for i, m in enumerate(document.measures)}
    problems += [_in_file(p, loaded, refs) for p in found]
    reading = read(decoded.text, shared.layout.shown(path), shared.vocabulary, document.jurisdiction)
    nodes = overlay(reading.nodes, located)
    document = headed(joined(located, decoded.text, shared.shelf), nodes, decoded.text)
    return Placed(document, decoded.text, nodes, reading.doubts, Fresh(data, reading)), problems


def _in_file(problem: Problem, loaded: Loaded[Document], refs: dict[str, int]) -> Problem:
    if problem.line or problem.record not in refs:
        return problem
    line, column = loaded.place(("measures", refs[problem.record], "text"))
    return replace(problem, line=line, column=column)
