"""What every file of a site was made of, written down from one build to the next: trusted whole or not at all.

A ledger names the sum of what all of it was made with (code, configuration, settings). It holds the sum of each value that
was read, and for each piece of work the sum of what it was given, which values it read, and the files that came of it with
their sums. It carries a sum of itself. A file is kept only where every sum is the same now, its own among them: whatever
stopped half-way, was damaged or edited since is made anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from build_scripts.publishing.building.keeping.sums import sum_of_bytes
from build_scripts.publishing.index.recording import Read
from build_scripts.store.paths import write_atomically


@dataclass(frozen=True)
class Made:
    """What came of a piece of work: ``given`` is the sum of what it was given, ``reads`` are sorted, ``files`` are sums by path
    below the site."""

    given: str
    reads: tuple[Read, ...]
    files: Mapping[str, str]


@dataclass(frozen=True)
class Ledger:
    """``made`` by the name of the piece of work; ``reads`` are the sums of what any of them read."""

    made: Mapping[str, Made] = field(default_factory=dict)
    reads: Mapping[Read, str] = field(default_factory=dict)

    def __or__(self, other: Ledger) -> Ledger:
        return Ledger({**self.made, **other.made}, {**self.reads, **other.reads})

    @property
    def files(self) -> frozenset[str]:
        return frozenset(path for made in self.made.values() for path in made.files)


def read_ledger(path: Path, made_with: str) -> Ledger:
    """The ledger at ``path``; an empty one where there is none, it is damaged, or all was made with something else."""
    try:
        told, _, text = path.read_text("utf-8").partition("\n")
        if told != f"{made_with} {sum_of_bytes(text.encode())}":
            return Ledger()
    except (OSError, ValueError):
        return Ledger()
    held = json.loads(text)  # of our own making: its sum was held against it
    reads = [Read(*read) for read, _ in held["reads"]]
    made = {
        name: Made(given, tuple(reads[n] for n in numbers), files)
        for name, (given, numbers, files) in held["made"].items()
    }
    return Ledger(made, {read: told for read, (_, told) in zip(reads, held["reads"], strict=True)})


def write_ledger(path: Path, made_with: str, ledger: Ledger) -> None:
    """Write it whole; OSError where it cannot be."""
    numbers = {read: n for n, read in enumerate(ledger.reads)}
    held = {
        "reads": [[list(read), told] for read, told in ledger.reads.items()],
        "made": {
            name: [made.given, [numbers[read] for read in made.reads], dict(made.files)]
            for name, made in ledger.made.items()
        },
    }
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    write_atomically(path, f"{made_with} {sum_of_bytes(text.encode())}\n{text}".encode())
