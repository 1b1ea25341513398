"""Where things stand under structured/."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ORIGINALS = (".docx", ".html", ".htm", ".pdf")
"""What a source may have been taken from: such a file lies beside it under the same name."""
MOST_OF_AN_ORIGINAL = 50 * 1024 * 1024


@dataclass(frozen=True)
class Layout:
    """The folders of the data, below the root of the repository."""

    root: Path

    @property
    def data(self) -> Path:
        return self.root / "structured"

    @property
    def sources(self) -> Path:
        return self.data / "sources"

    @property
    def extracted(self) -> Path:
        return self.data / "extracted"

    @property
    def records(self) -> Path:
        return self.data / "records"

    @property
    def vocabulary(self) -> Path:
        return self.data / "vocabulary"

    @property
    def schema(self) -> Path:
        return self.data / "schema"

    @property
    def alignments(self) -> Path:
        return self.data / "alignments.yml"

    @property
    def relations(self) -> Path:
        return self.data / "relations.yml"

    @property
    def works(self) -> Path:
        return self.data / "works.yml"

    @property
    def permalinks(self) -> Path:
        return self.data / "permalinks.yml"

    @property
    def errata(self) -> Path:
        return self.data / "errata.yml"

    @property
    def bench(self) -> Path:
        """Measured speed and sizes, as the method page tells them."""
        return self.data / "bench.json"

    @property
    def code_owners(self) -> Path:
        """Whom the repository's host asks about a change."""
        return self.root / ".github" / "CODEOWNERS"

    @property
    def points(self) -> Path:
        return self.data / "points"

    @property
    def point_readings(self) -> Path:
        """A folder for each topic: both readings of its questions, and how their differences were settled."""
        return self.points / "readings"

    @property
    def judged(self) -> Path:
        """A folder for each kind of judgement: both readings of it, and how their differences were settled."""
        return self.data / "readings"

    def topic_points(self, topic: str) -> Path:
        return self.points / f"{topic}.yml"

    def source(self, document: str) -> Path:
        return self.sources / f"{document}.txt"

    def extracted_file(self, document: str) -> Path:
        return self.extracted / f"{document}.yml"

    def record(self, document: str) -> Path:
        return self.records / f"{document}.yml"

    @property
    def unfinished(self) -> Path:
        """Where a write of several files keeps them until all of them stand."""
        return self.data / ".unfinished"

    def shown(self, path: Path) -> str:
        """A path as messages name it: from the root, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


def root() -> Path:
    """The root of this repository."""
    return Path(__file__).resolve().parents[2]


_lasting = True


@contextmanager
def looked_at_again() -> Iterator[None]:
    """What is written until the end of the block is looked at again before it is trusted: it need not be on the disk when
    writing it returns."""
    global _lasting  # noqa: PLW0603 — of the whole process
    before, _lasting = _lasting, False
    try:
        yield
    finally:
        _lasting = before


_held_back: dict[Path, bytes] | None = None


@contextmanager
def held_back() -> Iterator[dict[Path, bytes]]:
    """What is written until the end of the block stands in the table that is given, and not on the disk."""
    global _held_back  # noqa: PLW0603 — of the whole process
    before, _held_back = _held_back, {}
    try:
        yield _held_back
    finally:
        _held_back = before


def write_atomically(path: Path, data: bytes) -> bool:
    """Write a file by replacing it whole; returns whether anything changed.

    A stop leaves the old file or the new one, never half of one; what fails (disk full, folder not writable) leaves
    nothing beside it and raises OSError.
    """
    if _held_back is not None:
        _held_back[path] = data
        return True
    if path.exists() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            if _lasting:
                os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    return True
