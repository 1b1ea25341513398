"""Pieces of work come in; those of which nothing changed are kept, the others done, in several processes, and the site stands.

The files of a piece of work depend on nothing but what it is given and what it reads; so they are the same in any number of
processes and any order, and the same as those of a build from nothing.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_scripts.publishing.building.keeping.ledger import Ledger, Made
from build_scripts.publishing.building.keeping.sums import Sums, sum_of_bytes
from build_scripts.publishing.index.recording import Read, recording
from build_scripts.store.paths import looked_at_again, write_atomically
from build_scripts.working.processes import each

FEW = 32
"""Fewer pieces of work than this are done in this process: to start others takes as long."""


@dataclass(frozen=True)
class Piece:
    """``run()`` gives files by path below the site; ``given`` is all it is made of that it does not read as it runs.

    The first of a ``kind`` is done before a process is forked: what it loads and computes for the others is there by then.
    So is what a piece that is to be done can ``foresee``: what it asks for that is itself found in several processes.
    """

    name: str
    given: Any
    run: Callable[[], Mapping[str, bytes]]
    kind: str = ""
    foresee: Callable[[], object] = lambda: None


@dataclass(frozen=True)
class Finished:
    """What a process tells of a piece of work: its files, written, with their sums, and what it read."""

    files: Mapping[str, str]
    reads: tuple[Read, ...]


def make(
    pieces: Sequence[Piece],
    folder: Path,
    before: Ledger,
    sums: Sums,
    told: Callable[[int, int], object] = lambda *_: None,
    look: bool = True,
) -> Ledger:
    """Do what is to be done below ``folder``; the new ledger. ``look`` says whether files must be seen to stand as they were made.

    ``told`` is called with how many pieces of work are done, of how many that there are to do.
    """
    asked = {piece.name: sums.of(piece.given) for piece in pieces}
    made = {w.name: before.made[w.name] for w in pieces if w.name in before.made}
    asked_then = {read for held in made.values() for read in held.reads}
    same = {read for read in asked_then if sums.of_read(read) == before.reads[read]}
    kept = {
        name: held
        for name, held in made.items()
        if held.given == asked[name] and same.issuperset(held.reads) and (not look or _stands(folder, held.files))
    }
    to_do = [piece for piece in pieces if piece.name not in kept]
    for piece in to_do:
        piece.foresee()
    done = 0
    once: dict[Read, Read] = {}  # what many pieces read is held once: each answer of another process has its own
    for part in _firsts_and_others(to_do):
        for piece, answer in zip(part, _done(part, folder)):
            reads = tuple(once.setdefault(read, read) for read in answer.reads)
            kept[piece.name] = Made(asked[piece.name], reads, answer.files)
            done += 1
            told(done, len(to_do))
    sums_of_reads = {read: sums.of_read(read) for read in sorted({r for held in kept.values() for r in held.reads})}
    return Ledger({piece.name: kept[piece.name] for piece in pieces}, sums_of_reads)


def _stands(folder: Path, files: Mapping[str, str]) -> bool:
    """Whether files are there as they were made."""
    try:
        return all(sum_of_bytes((folder / path).read_bytes()) == told for path, told in files.items())
    except OSError:
        return False


_known: set[str] = set()
"""Kinds of which this process has done a piece."""


def _firsts_and_others(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    firsts = {piece.kind: piece for piece in reversed(pieces) if piece.kind and piece.kind not in _known}
    _known.update(firsts)
    return list(firsts.values()), [piece for piece in pieces if firsts.get(piece.kind) is not piece]


def _done(pieces: Sequence[Piece], folder: Path) -> Iterator[Finished]:
    # What is shared goes to a process by being there when it starts, for which it must be a fork of this one.
    forked = "fork" in multiprocessing.get_all_start_methods()
    alone = not forked or len({piece.kind for piece in pieces}) == len(pieces)
    least = len(pieces) + 1 if alone else FEW
    gc.freeze()  # what is here by now is shared with the processes for good: none of them goes through it for rubbish
    try:
        yield from each(_one, (pieces, folder), range(len(pieces)), lambda n: pieces[n].name, least)
    finally:
        gc.unfreeze()


def _one(shared: tuple[Sequence[Piece], Path], n: int) -> Finished:
    pieces, folder = shared
    with looked_at_again():
        with recording() as reads:
            files = pieces[n].run()
        for path, data in files.items():
            write_atomically(folder / path, data)
    return Finished({path: sum_of_bytes(data) for path, data in files.items()}, tuple(sorted(reads)))


def remove_others(folder: Path, wanted: Iterable[str]) -> int:
    """Remove every file below ``folder`` that is not wanted, by path from there, and folders left empty; how many files."""
    kept = set(wanted)
    count = 0
    for here, folders, files in os.walk(folder, topdown=False):
        base = Path(here)
        for name in files:
            path = base / name
            if path.relative_to(folder).as_posix() not in kept:
                path.unlink()
                count += 1
        for name in folders:
            if (base / name).is_symlink():
                (base / name).unlink()
        if base != folder and not any(base.iterdir()):
            base.rmdir()
    return count
