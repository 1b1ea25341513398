"""What is mechanical to mend: files of structured/ rewritten in the canonical form."""

from __future__ import annotations

from pathlib import Path

from .problems import Problem
from .store.dump import dump
from .store.files import (
    VOCABULARY,
    Loaded,
    load_alignments,
    load_document,
    load_errata,
    load_permalinks,
    load_relations,
    load_vocabulary_file,
)
from .store.paths import Layout, write_atomically


def canonical(layout: Layout) -> tuple[dict[Path, str], list[Problem]]:
    """Every hand-edited file and its canonical text. A file with problems is left out and its problems returned."""
    files: dict[Path, str] = {}
    problems: list[Problem] = []

    def add(path: Path, loaded: Loaded, found: list[Problem]) -> None:
        problems.extend(found)
        if loaded.value is not None and path.exists():
            files[path] = dump(loaded.value)

    for path in sorted(layout.records.glob("*.yml")):
        add(path, *load_document(layout, path))
    for name in VOCABULARY:
        add(layout.vocabulary / f"{name}.yml", *load_vocabulary_file(layout, name))
    add(layout.alignments, *load_alignments(layout))
    add(layout.relations, *load_relations(layout))
    add(layout.permalinks, *load_permalinks(layout))
    add(layout.errata, *load_errata(layout))
    return files, problems


def fix(root: Path) -> tuple[list[str], list[Problem]]:
    """Rewrite what is not canonical; returns the files changed and the problems that only a person can mend."""
    layout = Layout(root)
    files, problems = canonical(layout)
    return [layout.shown(p) for p, text in files.items() if write_atomically(p, text.encode())], problems
