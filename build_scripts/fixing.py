"""What is mechanical to mend: files of structured/ in the canonical form, addresses of new records in the register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from .addresses import valid_address
from .checks.all_checks import run_checks
from .locating.loading import load
from .problems import Problem, errors
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
from .store.paths import Layout
from .store.permalinks import in_order, of_records
from .store.transaction import recover, write_together
from .store.yaml_dump import dump


def canonical(layout: Layout) -> tuple[dict[Path, str], list[Problem]]:
    """Every hand-edited file and its canonical text. A file with problems is left out and its problems returned."""
    files: dict[Path, str] = {}
    problems: list[Problem] = []

    def add(path: Path, loaded: Loaded[Any], found: list[Problem]) -> None:
        problems.extend(found)
        if loaded.value is not None and path.exists():
            files[path] = dump(loaded.value)

    for path in sorted(layout.records.glob("*.yml")):
        add(path, *load_document(layout, path))
    for name in VOCABULARY:
        add(layout.vocabulary / f"{name}.yml", *load_vocabulary_file(layout, name))
    add(layout.alignments, *load_alignments(layout))
    add(layout.relations, *load_relations(layout))
    register, found = load_permalinks(layout)
    add(layout.permalinks, replace(register, value=register.value and in_order(register.value)), found)
    add(layout.errata, *load_errata(layout))
    return files, problems


def fix(root: Path, today: str | None = None) -> tuple[list[str], list[Problem]]:
    """Rewrite what is not canonical, register the addresses of new records as first published ``today``.

    Returns the files changed and the problems that only a person can mend.
    """
    layout = Layout(root)
    unfinished = recover(layout)
    if errors(unfinished):
        return [], unfinished
    files, problems = canonical(layout)
    problems += unfinished
    register = _registered(root, today or date.today().isoformat())
    if register is not None:
        files[layout.permalinks] = register
    return [layout.shown(p) for p in write_together(layout, {p: t.encode() for p, t in files.items()})], problems


def _registered(root: Path, today: str) -> str | None:
    """The register with the addresses it lacked; None without a register, or where anything else is wrong: what is
    registered is promised for good."""
    loading = load(root)
    entries = loading.permalinks.value
    if not entries or loading.problems:
        return None
    if any(p.code != "address-unregistered" for p in errors(run_checks(loading))):
        return None
    here = of_records(loading.documents.values(), loading.vocabulary, today)
    known = {e.address for e in entries}
    new = [p for a, p in here.items() if a not in known and valid_address(a)]
    return dump(in_order([*entries, *new]))
