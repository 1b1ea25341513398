"""What people wrote about measures in other files: it follows a measure whose number changes."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from ..merging.follow_renumbering import follow_ids
from ..problems import Problem
from ..store.paths import Layout
from ..store.yaml_files_to_model import (
    Loaded,
    load_alignments,
    load_errata,
    load_judged,
    load_point_readings,
    load_points,
    load_relations,
)
from ..store.yaml_writing.yaml_dump import dump


@dataclass(frozen=True)
class Judgements:
    """The files by path, as they stood and as they are to be."""

    before: Mapping[Path, Any]
    now: Mapping[Path, Any]

    def refs_of(self, document: str) -> frozenset[str]:
        """The refs of a document's measures of which any file speaks."""
        named = f"{document}/"
        return frozenset(id.removeprefix(named) for id in self._spoken_of if id.startswith(named))

    @cached_property
    def _spoken_of(self) -> frozenset[str]:
        return frozenset[str]().union(*map(_ids_in, self.now.values()))

    def renumbered(self, document: str, moved: Mapping[str, str]) -> Judgements:
        """The same with the document's measures under their new refs."""
        if not moved:
            return self
        return replace(self, now={path: follow_ids(items, document, moved) for path, items in self.now.items()})

    def changed(self) -> dict[Path, str]:
        """The texts of the files that are no longer as they stood."""
        return {path: dump(items) for path, items in self.now.items() if items != self.before[path]}


def load_judgements(layout: Layout) -> tuple[Judgements, list[Problem]]:
    """Alignments, relations, errata, points and all readings; a file with problems counts as empty, so nothing must be
    written then."""
    files: dict[Path, tuple[Loaded[Any], list[Problem]]] = {
        layout.alignments: load_alignments(layout),
        layout.relations: load_relations(layout),
        layout.errata: load_errata(layout),
    }
    points, of_points = load_points(layout)
    readings, of_readings = load_point_readings(layout)
    judged, of_judged = load_judged(layout)
    folders = (*readings.values(), *judged.values())
    for loaded in (*points.values(), *(file for held in folders for file in held.values())):
        files[layout.root / loaded.path] = (loaded, [])
    read = {path: loaded.value or () for path, (loaded, _) in files.items()}
    found = [p for _, problems in files.values() for p in problems]
    return Judgements(read, read), [*found, *of_points, *of_readings, *of_judged]


def _ids_in(items: Any) -> frozenset[str]:
    """The words of a file that may be ids of measures."""
    return frozenset(word for word in _words(items) if "/" in word)


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for f in dataclasses.fields(value):
            yield from _words(getattr(value, f.name))
