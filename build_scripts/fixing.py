"""What is mechanical to mend: files of structured/ in the canonical form, works and addresses of new records in their
registers, the file of owners."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from .addresses import valid_address
from .checks.all_checks import run_checks
from .checks.rules.permalinks import UNSETTLED, withheld
from .checks.rules.stray_files_and_owners import owners_file
from .locating.citations_to_works import new_works
from .locating.loading import Loading, load
from .model import Work
from .problems import Problem, errors
from .store.paths import Layout
from .store.permalinks import in_order, joined, of_records
from .store.transaction import recover, write_together
from .store.yaml_files_to_model import Loaded
from .store.yaml_writing.yaml_dump import dump


def canonical(loading: Loading) -> dict[Path, str]:
    """Every hand-edited file and its canonical text; a file that cannot be read is left out."""
    register = loading.permalinks
    ordered = replace(register, value=register.value and in_order(joined(register.value)))
    held: list[Loaded[Any]] = [*loading.records.values(), *loading.vocabulary_files.values()]
    held += [*loading.points.values(), *(f for files in loading.point_readings.values() for f in files.values())]
    held += [f for files in loading.judged.values() for f in files.values()]
    held += [loading.alignments, loading.relations, loading.works, ordered, loading.errata]
    paths = ((loading.layout.root / each.path, each.value) for each in held)
    return {path: dump(value) for path, value in paths if value is not None and path.is_file()}


def begin(root: Path) -> tuple[Loading | None, list[Problem]]:
    """Finish what an interrupted run left, then load everything; None where that cannot be finished."""
    unfinished = recover(Layout(root))
    return (None if errors(unfinished) else load(root)), unfinished


def fix(root: Path, today: str | None = None, in_doubt: Collection[str] = ()) -> tuple[list[str], list[Problem]]:
    """Rewrite what is not canonical, register the addresses of new records as first published ``today``.

    No address of a document in grave doubt is registered, unless ``in_doubt`` names it. Returns the files changed and
    the problems that only a person can mend.
    """
    loading, unfinished = begin(root)
    if loading is None:
        return [], unfinished
    return rewrite(loading, today, in_doubt), [*loading.problems, *unfinished]


def rewrite(loading: Loading, today: str | None = None, in_doubt: Collection[str] = ()) -> list[str]:
    """The same for what is loaded; the files changed."""
    files = canonical(loading)
    works = _minted(loading, in_doubt)
    if works:
        files[loading.layout.works] = dump((*(loading.works.value or ()), *works))
    register = _registered(loading, today or date.today().isoformat(), in_doubt, works)
    if register is not None:
        files[loading.layout.permalinks] = register
    encoded: dict[Path, bytes | None] = {path: text.encode() for path, text in files.items()}
    encoded |= _owners(loading)
    return [loading.layout.shown(p) for p in write_together(loading.layout, encoded)]


def _owners(loading: Loading) -> dict[Path, bytes | None]:
    """The file of owners as it ought to be, taken away where nobody is named; nothing while a place or record is unread."""
    _, expected, unread = owners_file(loading)
    places = loading.vocabulary_files["jurisdictions"].value
    if unread or places is None or any(loaded.value is None for loaded in loading.records.values()):
        return {}
    return {loading.layout.code_owners: expected.encode() or None}


def _sound(loading: Loading) -> bool:
    """Whether nothing is wrong but addresses that are not registered yet: what is minted or registered is for good."""
    return not loading.problems and all(p.code in UNSETTLED for p in errors(run_checks(loading)))


def with_minted_works(loading: Loading, in_doubt: Collection[str] = ()) -> Loading:
    """What is loaded with the works that would be minted: their pages will be registered too."""
    works = _minted(loading, in_doubt)
    held = loading.works
    return replace(loading, works=replace(held, value=(*(held.value or ()), *works))) if works else loading


def _minted(loading: Loading, in_doubt: Collection[str]) -> tuple[Work, ...]:
    """The works that documents cite by numbers whose ids are known to begin so; none while anything is wrong."""
    unsure = loading.in_grave_doubt - set(in_doubt)
    sure = [d for name, d in sorted(loading.documents.items()) if name not in unsure]
    made = new_works(sure, loading.works.value or ()) if loading.works.value is not None else ()
    return made if made and _sound(loading) else ()


def _registered(loading: Loading, today: str, in_doubt: Collection[str], works: Collection[Work] = ()) -> str | None:
    """The register with the addresses it lacked; None without a register, or where anything else is wrong: what is
    registered is promised for good."""
    entries = loading.permalinks.value
    if not entries or not _sound(loading):
        return None
    unsure = loading.in_grave_doubt - set(in_doubt)
    sure = [d for name, d in loading.documents.items() if name not in unsure]
    here = of_records(sure, loading.vocabulary, today, loading.topic_points, (*(loading.works.value or ()), *works))
    known = {e.address for e in entries}
    waiting = withheld(loading)
    new = [p for a, p in here.items() if a not in known and a not in waiting and valid_address(a)]
    return dump(in_order([*entries, *new])) if new else None
