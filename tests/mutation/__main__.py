"""``python -m tests.mutation [--anew] [--workers N] [--most N] [PACKAGE …]``: try every change, write the table into the docs.

A change that a test noticed before stays noticed as long as its module and the file of that test are the same; all others are
tried again. ``--anew`` forgets what is known. Results are kept under .cache/mutation/; a run that is stopped goes on where it was.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import json
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.mutation.mutants import Mutant, modules, mutated
from tests.mutation.packages import PACKAGES, Package, named
from tests.mutation.table import KEPT, rooms, written
from tests.mutation.table import held as kept
from tests.places import ROOT

TREE = KEPT / "tree"
COPIED = ("build_scripts", "docs", "structured", "tests")
FILES = (".gitattributes", "mkdocs.yml", "pyproject.toml", "LICENSE", "CITATION.cff", "README.md", "requirements.txt")
SEED = 20261126


def tree(packages: list[Package]) -> dict[str, list[Mutant]]:
    """Copy the repository to .cache/mutation/tree/ with every change of these packages in it; the changes by package."""
    shutil.rmtree(TREE, ignore_errors=True)
    skipped = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in COPIED:
        shutil.copytree(ROOT / name, TREE / name, ignore=skipped)
    for name in FILES:
        shutil.copyfile(ROOT / name, TREE / name)
    found: dict[str, list[Mutant]] = {}
    for package in packages:
        found[package.slug] = []
        for file in modules(ROOT, package.folder):
            code, mutants = mutated(file, (ROOT / file).read_text("utf-8"))
            (TREE / file).write_text(code, "utf-8")
            found[package.slug] += mutants
    return found


def settled(package: Package) -> dict[str, dict]:
    """What is known already and need not be tried again: noticed, its module and its test unchanged."""
    held = {}
    for row in kept(package.slug):
        test = ROOT / row["by"].split("::")[0]
        if row["status"] in ("killed", "timeout") and row["test_sum"] == _sum(test):
            held[_key(row)] = row
    return held


def _key(row: dict) -> str:
    return f"{row['file']} {row['name']} {row['key']}"


def _sum(test: Path) -> str:
    return hashlib.sha256(test.read_bytes()).hexdigest()[:16] if test.is_file() else ""


def gather(package: Package) -> None:
    """Put what the processes of a run wrote, were they stopped or not, to what is known of the package."""
    rows = {_key(r): r for r in kept(package.slug)}
    parts = sorted(KEPT.glob(f"{package.slug}.part*.jsonl"))
    for part in parts:
        for line in part.read_text("utf-8").splitlines():
            if line.endswith("}"):  # the last may be cut short
                row = json.loads(line)
                rows[_key(row)] = row | {"test_sum": _sum(TREE / row["by"].split("::")[0])}
    text = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows.values())
    (KEPT / f"{package.slug}.jsonl").write_text(text, "utf-8")
    for part in parts:
        part.unlink()


def run(package: Package, mutants: list[Mutant], given: argparse.Namespace) -> None:
    """Try the changes of a package that are not settled, stage by stage, in an order by chance: what is known of a run that
    was stopped is a sample."""
    wanted = {_key(dataclasses.asdict(m)): m for m in mutants}
    (KEPT / f"{package.slug}.all").write_text(json.dumps(sorted(wanted)), "utf-8")
    (KEPT / f"{package.slug}.commit").write_text(commit(), "utf-8")
    order = sorted(wanted)
    random.Random(SEED).shuffle(order)
    for number, tests in enumerate(package.stages[: given.stages], 1):
        held = settled(package)
        new = [wanted[key] for key in order[: given.most] if key not in held]
        print(f"{package.folder}：{len(mutants)} 处改动，第 {number} 轮试 {len(new)} 处…", flush=True)
        began = time.monotonic()
        if new:
            stage(package, tests, new, given.workers)
        gather(package)
        print(f"{package.folder}：{time.monotonic() - began:.0f} 秒", flush=True)


def commit() -> str:
    """The commit that is checked out, short; with a plus sign where the tree is not as it is."""
    asked = ["git", "describe", "--always", "--abbrev=8", "--dirty=+", "--exclude=*"]
    return subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def stage(package: Package, tests: tuple[str, ...], new: list[Mutant], workers: int) -> None:
    task = {
        "mutants": [dataclasses.asdict(m) | {"module": m.module} for m in new],
        "results": str(KEPT / f"{package.slug}.part"),
        "workers": workers,
        "remembers": package.remembers,
        "tests": [f"tests/{t}" for t in tests],
        "without": package.without,
    }
    path = KEPT / f"{package.slug}.task"
    path.write_text(json.dumps(task), "utf-8")
    command = [sys.executable, "-m", "tests.mutation.running", str(path)]
    subprocess.run(command, cwd=TREE, check=True, stdout=subprocess.DEVNULL)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("packages", nargs="*")
    parser.add_argument("--anew", action="store_true", help="forget what is known")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument(
        "--most", type=int, help="try no more than so many changes of each package, chosen by a fixed seed"
    )
    parser.add_argument("--stages", type=int, help="no more than so many stages of tests: 1 for a first look")
    given = parser.parse_args()
    if given.anew:
        shutil.rmtree(KEPT, ignore_errors=True)
    KEPT.mkdir(parents=True, exist_ok=True)
    packages = named(given.packages)
    if TREE.is_dir():
        for package in PACKAGES:
            gather(package)
    found = tree(packages)
    for package in packages:
        run(package, found[package.slug], given)
    written()
    for room in rooms():
        print(f"{room.folder}：{room.share:.1%}（{room.noticed}/{room.counted}）")
    return 0


if __name__ == "__main__":
    sys.exit(main())
