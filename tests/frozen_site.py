"""The site of the frozen corpus: the pages, scripts and templates of the repository as they stand, over data that stay.

Built by the command that builds the real one, in a copy of the tree; kept under .cache/ by what it was made of, so that
one build serves all processes of a run and the runs after it.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pathspec

from .places import FROZEN, ROOT

DAY = "2026-12-01"
"""The day on which the site is built and its only commit made."""
EPOCH = "1796083200"  # that day, in seconds
KEPT = 3
"""Sites kept beside the one in use: of two generators, and of what the tree was before."""
_CODE = ("build_scripts", "docs")
_FILES = ("mkdocs.yml", "requirements.txt")
_GENERATED = pathspec.GitIgnoreSpec.from_lines(["__pycache__/", "*.pyc", ".DS_Store"])


def hand_written(folder: Path) -> Iterator[Path]:
    """The files below ``folder``, as paths from there, without what a build leaves (.gitignore of ``folder``)."""
    ignore = folder / ".gitignore"
    lines = ignore.read_text("utf-8").splitlines() if ignore.is_file() else []
    generated = _GENERATED + pathspec.GitIgnoreSpec.from_lines(lines)
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if path.is_file() and not generated.match_file(relative.as_posix()):
            yield relative


def inputs() -> dict[Path, Path]:
    """Every file the site is made of: its place in the tree that is built, and where it stands here."""
    made = {Path(name): ROOT / name for name in _FILES}
    for folder in _CODE:
        made |= {Path(folder) / path: ROOT / folder / path for path in hand_written(ROOT / folder)}
    essays = {Path("docs") / p.relative_to(FROZEN / "docs").parts[0] for p in (FROZEN / "docs").rglob("*")}
    made = {to: path for to, path in made.items() if not essays.intersection(to.parents)}
    return made | {path: FROZEN / path for path in hand_written(FROZEN)}


def _sum(files: dict[Path, Path], engine: str) -> str:
    told = hashlib.sha256(f"{sys.version} {DAY} {engine}".encode())
    for to, path in sorted(files.items()):
        told.update(f"{to.as_posix()}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return told.hexdigest()[:16]


def frozen_site(engine: str = "mkdocs") -> Path:
    """The site as a generator builds it; built now unless it stands there from before."""
    files = inputs()
    cache = ROOT / ".cache" / "frozen-sites"
    site = cache / _sum(files, engine)
    cache.mkdir(parents=True, exist_ok=True)
    with locked(cache / ".lock"):
        if not site.is_dir():
            for old in sorted((p for p in cache.iterdir() if p.is_dir()), key=lambda p: p.stat().st_mtime)[: 1 - KEPT]:
                shutil.rmtree(old)
            build(files, site, engine)
    return site


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """One process at a time."""
    with path.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def build(files: dict[Path, Path], site: Path, engine: str) -> None:
    """Build the tree of ``files`` in a folder of its own, as the one commit of a repository, and keep its site."""
    tree = site.with_name("building")
    shutil.rmtree(tree, ignore_errors=True)
    for to, path in files.items():
        (tree / to).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, tree / to)
    moment = f"{DAY}T09:00:00+08:00"
    env = {k: v for k, v in os.environ.items() if k not in ("SITE_URL", "REPO_URL", "CONTACT")}
    env |= {"ENGINE": engine, "SOURCE_DATE_EPOCH": EPOCH, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    who = ("-c", "user.name=x", "-c", "user.email=x@example.test", "-c", "commit.gpgsign=false")
    for command in (
        ["git", "init", "--quiet", "--initial-branch", "main"],
        ["git", "add", "--all"],
        ["git", *who, "commit", "--quiet", "--message", "冻结的语料"],
        [sys.executable, "-m", "build_scripts", "site"],
    ):
        done = subprocess.run(command, cwd=tree, env=env, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"冻结语料的站点没有生成：{' '.join(command)}\n{done.stdout}{done.stderr}")
    (tree / "site").rename(site)
    shutil.rmtree(tree)
