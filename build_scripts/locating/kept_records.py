"""What was made of records, kept from one run to the next: as little as the checks and the corpus ask, since what is kept must
be written, and read again, in less time than it takes to make it anew.

The texts of the record and of its source are not kept: their files are read anyway, to know that they are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..sources.decode import decode
from ..store.paths import Layout
from ..store.yaml_files_to_model import remembers, text_of
from ..store.yaml_tree import Places, Tree
from ..working.kept import Kept, content
from .record_as_read import ReadRecord


@dataclass(frozen=True)
class _Held:
    """A record without its texts, and the outer places of its file."""

    record: ReadRecord
    outer: Places


def files_of(layout: Layout, path: Path) -> tuple[Path, ...]:
    """All that a record is read from: its own file, its source and its merge base."""
    return path, layout.source(path.stem), layout.extracted_file(path.stem)


_last: dict[Path, tuple[bytes, ReadRecord]] = {}
"""In a process that lasts, the records as they were looked up last: what is the same stays the same thing."""


class KeptRecords:
    """Records of a layout, read with something beside their files; ``made_with`` is told apart by what it prints."""

    def __init__(self, layout: Layout, made_with: Any) -> None:
        self._layout = layout
        self._kept = Kept(layout.root / ".cache" / "records", repr(made_with))

    def key(self, path: Path) -> bytes:
        """The sum of all that the record in a file is read from, now."""
        return self._kept.key(path.stem, map(content, files_of(self._layout, path)))

    def look(self, path: Path) -> ReadRecord | None:
        """The record as it was read, where nothing has changed since and what was kept is sound."""
        contents = [content(file) for file in files_of(self._layout, path)]
        key = self._kept.key(path.stem, contents)
        if path in _last and _last[path][0] == key:
            return _last[path][1]
        found = self._looked_up(path, key, contents)
        if found is not None and remembers():
            _last[path] = key, found
        return found

    def _looked_up(self, path: Path, key: bytes, contents: Sequence[bytes | str]) -> ReadRecord | None:
        held = self._kept.look(path.stem, key)
        record, source = contents[0], contents[1]
        if not isinstance(held, _Held) or not isinstance(record, bytes) or not isinstance(source, bytes):
            return None
        decoded, _ = decode(source, "")
        if decoded is None or held.record.placed is None:
            return None
        tree = Tree(text_of(record), None, held.outer)
        placed = replace(held.record.placed, source=decoded.text)
        return replace(held.record, loaded=replace(held.record.loaded, tree=tree), placed=placed)

    def keep(self, path: Path, key: bytes, record: ReadRecord) -> None:
        """Keep a record that was read whole, from the files that it is usually read from."""
        tree, placed = record.loaded.tree, record.placed
        if tree is None or placed is None or placed.document.source != self._layout.source(path.stem).name:
            return
        light = replace(record, loaded=replace(record.loaded, tree=None), placed=replace(placed, source=""))
        self._kept.keep(path.stem, key, _Held(light, tree.outer))
