"""The register compared with that of another version of the repository: what was promised there must hold here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from build_scripts import git
from build_scripts.checks.rules.permalinks import kept
from build_scripts.problems import Problem
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.store.paths import Layout
from build_scripts.store.permalinks import read_register
from build_scripts.store.yaml_files_to_model import load_permalinks

_SAID = wording("problems")


def against(root: Path, ref: str) -> tuple[int, list[Problem]]:
    """How many addresses the register at a git ``ref`` holds, and those removed or changed since.

    A ref that has no register promised nothing; a ref that does not exist is a problem.
    """
    layout = Layout(root)
    shown = layout.shown(layout.permalinks)
    if not git.has_commit(root, ref):
        return 0, [Problem(shown, 0, 0, "ref-unknown", _SAID("ref_unknown", ref=ref), _SAID.ref_unknown_tip)]
    text = git.file_at(root, ref, shown)
    if text is None:
        return 0, []
    loaded, problems = load_permalinks(layout)
    before, _, unread = read_register(text, f"{ref}:{shown}")
    if before is None or problems:
        return len(before or ()), [*problems, *unread]
    entries = loaded.value or ()
    places = {e.address: loaded.tree.place((i,)) for i, e in enumerate(entries)} if loaded.tree else {}
    found = kept(before, {e.address: e for e in entries}, shown)
    return len(before), [_placed(p, places.get(p.record)) for p in found]


def _placed(problem: Problem, place: tuple[int, int] | None) -> Problem:
    return replace(problem, line=place[0], column=place[1]) if place else problem
