"""Each record with its source: read, placed in it, and what else is asked of it; many of them in several processes.

What was made of a record is kept from one run to the next (``working/kept.py``), where there are enough for it to tell.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..model import Document, Node, Vocabulary
from ..problems import Problem
from ..reading.reader import Reading, read
from ..sources.decode import decode
from ..store.paths import Layout
from ..store.yaml_files_to_model import Loaded, load_document
from ..working.kept import Kept
from ..working.processes import each
from .citations_to_works import Shelf, joined
from .record_in_source import locate, overlay
from .section_headings import headed

FEW = 20
"""Fewer records than this are read in one process, and nothing is kept of them: it takes less than half a second."""


@dataclass(frozen=True)
class Placed:
    """A record's document with its places and works, its source as text and as bytes, a fresh reading of it, and that
    reading's outline around the record's measures."""

    document: Document
    source: str
    data: bytes
    reading: Reading
    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class ReadRecord:
    """A record as it stands in its file, with its source where there is one; ``also`` is what else was asked."""

    loaded: Loaded[Document]
    placed: Placed | None
    problems: tuple[Problem, ...]
    also: Any = None


Also = Callable[[Layout, Vocabulary, str, ReadRecord], Any]
"""What else is asked of a record: a function of a module, of the vocabulary, the document's id and the record as read."""


@dataclass(frozen=True)
class _Shared:
    """What all records are read with; ``kept`` is None where nothing is kept."""

    layout: Layout
    vocabulary: Vocabulary
    shelf: Shelf
    also: Also | None
    kept: Kept | None


def records(
    layout: Layout, vocabulary: Vocabulary, shelf: Shelf, also: Also | None, fresh: bool
) -> Iterator[tuple[str, ReadRecord]]:
    """Every record by its document's id, in the order of their names."""
    paths = sorted(layout.records.glob("*.yml"))
    kept = None
    if len(paths) >= FEW and not fresh:
        kept = Kept(layout.root / ".cache" / "records", (vocabulary, shelf.works, also and also.__qualname__))
    shared = _Shared(layout, vocabulary, shelf, also, kept)
    held = {path: kept.look(path.stem, kept.key(path.stem, _inputs(layout, path))) for path in paths} if kept else {}
    made = each(_one, shared, [p for p in paths if held.get(p) is None], layout.shown, FEW)
    for path in paths:
        yield path.stem, held.get(path) or next(made)


def _inputs(layout: Layout, path: Path) -> tuple[Path, ...]:
    """The files that a record is read with."""
    return path, layout.source(path.stem), layout.extracted_file(path.stem)


def _one(shared: _Shared, path: Path) -> ReadRecord:
    if shared.kept is None:
        return _made(shared, path)
    before = shared.kept.key(path.stem, _inputs(shared.layout, path))
    record = _made(shared, path)
    document = record.placed and record.placed.document
    usual = document is not None and document.source == shared.layout.source(path.stem).name
    if (
        usual and shared.kept.key(path.stem, _inputs(shared.layout, path)) == before
    ):  # nothing changed while it was read
        shared.kept.keep(path.stem, before, record)
    return record


def _made(shared: _Shared, path: Path) -> ReadRecord:
    loaded, problems = load_document(shared.layout, path)
    placed = None
    if loaded.value is not None:
        placed, found = _with_source(shared, loaded, loaded.value)
        problems = [*problems, *found]
    record = ReadRecord(loaded, placed, tuple(problems))
    return (
        replace(record, also=shared.also(shared.layout, shared.vocabulary, path.stem, record))
        if shared.also
        else record
    )


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
    placed = headed(joined(located, decoded.text, shared.shelf), nodes, decoded.text)
    return Placed(placed, decoded.text, data, reading, nodes), problems


def _in_file(problem: Problem, loaded: Loaded[Document], refs: dict[str, int]) -> Problem:
    if problem.line or problem.record not in refs:
        return problem
    line, column = loaded.place(("measures", refs[problem.record], "text"))
    return replace(problem, line=line, column=column)
