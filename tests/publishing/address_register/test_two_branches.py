"""Registers of two branches, merged by git as .gitattributes says: no address that either of them promised is lost."""

from __future__ import annotations

import os
import random
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.checks.rules.permalinks import kept
from build_scripts.fixing import fix
from build_scripts.model import Gone, Permalink
from build_scripts.store.paths import Layout
from build_scripts.store.permalinks import in_order, joined
from build_scripts.store.yaml_files_to_model import load_permalinks
from build_scripts.store.yaml_writing.yaml_dump import dump
from tests.places import ROOT

AT = "/topics/talent/"
EARLY, LATE = Permalink(AT, "topic", "2026-11-21"), Permalink(AT, "topic", "2026-11-24")
MOVED = replace(LATE, successor="/topics/people/")
WITHDRAWN = replace(EARLY, gone=Gone("人才", "重复", "2026-12-01"))


@pytest.mark.parametrize(
    ("both", "one"),
    [
        ((EARLY, LATE), (EARLY,)),
        ((LATE, EARLY), (EARLY,)),
        ((EARLY, MOVED), (replace(MOVED, first="2026-11-21"),)),
        ((WITHDRAWN, LATE), (WITHDRAWN,)),
        ((WITHDRAWN, WITHDRAWN), (WITHDRAWN,)),
        ((WITHDRAWN, MOVED), (WITHDRAWN, MOVED)),  # two fates: a person chooses
        ((EARLY, replace(LATE, kind="agency")), (EARLY, replace(LATE, kind="agency"))),
    ],
)
def test_what_two_say_of_one_address_becomes_one_where_they_agree(
    both: tuple[Permalink, ...], one: tuple[Permalink, ...]
) -> None:
    assert joined(both) == one


def git(root: Path, *command: str) -> None:
    names = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.test"}
    names |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.test"}
    subprocess.run(["git", "-C", str(root), *command], check=True, capture_output=True, env=os.environ | names)


def committed(root: Path, register: list[Permalink]) -> None:
    Layout(root).permalinks.write_text(dump(in_order(register)), "utf-8")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "a register", "--allow-empty")


def changed(register: list[Permalink], chance: random.Random, day: str) -> list[Permalink]:
    """What a contributor makes of a register: some pages new, some moved, some withdrawn."""
    after = list(register)
    for n in chance.sample(range(40), 6):
        if all(e.address != f"/topics/t-{n}/" for e in after):
            after.append(Permalink(f"/topics/t-{n}/", "topic", day))
    for entry in chance.sample(register, 2):
        at = after.index(entry)
        if chance.random() < 0.5:
            after[at] = replace(entry, successor=chance.choice(after).address)
        else:
            after[at] = replace(entry, gone=Gone("一页", "重复", day))
    return after


@pytest.mark.parametrize("seed", range(8))
def test_a_merge_of_two_registers_keeps_every_address(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    (tmp_path / "structured").mkdir()
    (tmp_path / ".gitattributes").write_bytes((ROOT / ".gitattributes").read_bytes())
    before = [Permalink(f"/topics/t-{n}/", "topic", "2026-11-21") for n in chance.sample(range(40), 12)]
    git(tmp_path, "init", "-q", "-b", "main")
    committed(tmp_path, before)
    git(tmp_path, "checkout", "-qb", "other")
    theirs = changed(before, chance, "2026-11-23")
    committed(tmp_path, theirs)
    git(tmp_path, "checkout", "-q", "main")
    ours = changed(before, chance, "2026-11-25")
    committed(tmp_path, ours)
    git(tmp_path, "merge", "-q", "--no-edit", "other")
    loaded, problems = load_permalinks(Layout(tmp_path))
    merged = joined(loaded.value or ())
    assert problems == []
    register = {e.address: e for e in merged}
    assert {e.address for e in (*ours, *theirs)} == register.keys()
    assert kept(before, register, "") == []


def test_fix_makes_one_of_what_a_merge_left_double(copy: Path) -> None:
    path = Layout(copy).permalinks
    whole = path.read_text("utf-8")
    line = next(one for one in whole.splitlines(keepends=True) if "/topics/talent/," in one)
    path.write_text(whole + line, "utf-8")
    assert fix(copy) == (["structured/permalinks.yml"], [])
    assert path.read_text("utf-8") == whole


# ── what continuous integration holds a register against ──


@pytest.mark.parametrize(
    ("earlier", "main", "expected"),
    [("HEAD~2", "HEAD", "HEAD~2"), ("", "HEAD~2", "HEAD~2"), ("", "HEAD", "HEAD^"), ("0" * 40, "HEAD", "HEAD^")],
    ids=["a push to main", "a branch", "main itself", "a branch made anew"],
)
def test_a_register_is_never_held_against_itself(earlier: str, main: str, expected: str, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    for _ in range(4):
        git(tmp_path, "commit", "-qm", "one more", "--allow-empty")
    git(tmp_path, "update-ref", "refs/remotes/origin/main", main)
    given = os.environ | {"EARLIER": commit(tmp_path, earlier) if earlier.startswith("HEAD") else earlier}
    said = subprocess.run(
        [ROOT / ".ci" / "earlier"], cwd=tmp_path, env=given, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == commit(tmp_path, expected)


def commit(root: Path, ref: str) -> str:
    told = subprocess.run(["git", "-C", str(root), "rev-parse", ref], capture_output=True, text=True, check=True)
    return told.stdout.strip()
