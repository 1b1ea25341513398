"""``python -m tests.mutation [--anew] [--workers N] [--sample N] [PACKAGE …]``: try every change, write the table into the docs.

A change that a test noticed before stays noticed as long as its module and the file of that test are the same; all others are
tried again. ``--anew`` forgets what is known. Results are kept under .cache/mutation/.
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
from tests.mutation.packages import Package, named
from tests.mutation.table import KEPT, known, rooms, written
from tests.places import ROOT

TREE = KEPT / "tree"
COPIED = ("build_scripts", "docs", "structured", "tests")
FILES = ("mkdocs.yml", "pyproject.toml", "LICENSE", "CITATION.cff", "README.md", "requirements.txt")
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
    for row in known(package.slug):
        test = ROOT / row["by"].split("::")[0]
        if row["status"] in ("killed", "timeout") and row.get("test_sum", "") == _sum(test):
            held[f"{row['file']} {row['name']} {row['key']}"] = row
    return held


def _sum(test: Path) -> str:
    return hashlib.sha256(test.read_bytes()).hexdigest()[:16] if test.is_file() else ""


def run(package: Package, mutants: list[Mutant], workers: int, sample: int | None) -> None:
    """Try the changes of a package that are not settled; the results of all go to their file."""
    held = settled(package)
    if sample is not None:
        mutants = random.Random(SEED).sample(mutants, min(sample, len(mutants)))
    old = [held[k] for m in mutants if (k := f"{m.file} {m.name} {m.key}") in held]
    new = [m for m in mutants if f"{m.file} {m.name} {m.key}" not in held]
    results = KEPT / f"{package.slug}.new"
    for left in KEPT.glob(f"{package.slug}.*.jsonl"):
        left.unlink()
    task = {
        "mutants": [dataclasses.asdict(m) | {"module": m.module} for m in new],
        "results": str(results),
        "workers": workers,
        "remembers": package.remembers,
        "tests": [f"tests/{t}" for t in package.tests if (TREE / "tests" / t).exists()],
        "without": package.without,
    }
    (KEPT / "task.json").write_text(json.dumps(task), "utf-8")
    print(f"{package.folder}：{len(mutants)} 处改动，{len(old)} 处已知有测试察觉，试 {len(new)} 处…", flush=True)
    began = time.monotonic()
    if new:
        command = [sys.executable, "-m", "tests.mutation.running", str(KEPT / "task.json")]
        subprocess.run(command, cwd=TREE, check=True, stdout=subprocess.DEVNULL)
    tried = [
        json.loads(line)
        for p in sorted(KEPT.glob(f"{package.slug}.*.jsonl"))
        for line in p.read_text("utf-8").splitlines()
    ]
    if len(tried) != len(new):
        raise SystemExit(f"{package.folder}：试了 {len(tried)} 处，应为 {len(new)} 处")
    for row in tried:
        row["test_sum"] = _sum(ROOT / row["by"].split("::")[0])
    text = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in [*old, *tried])
    (KEPT / f"{package.slug}.jsonl").write_text(text, "utf-8")
    for left in KEPT.glob(f"{package.slug}.*.jsonl"):
        left.unlink()
    print(f"{package.folder}：{time.monotonic() - began:.0f} 秒", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("packages", nargs="*")
    parser.add_argument("--anew", action="store_true", help="forget what is known")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--sample", type=int, help="as many changes of each package, by a fixed seed")
    given = parser.parse_args()
    if given.anew:
        shutil.rmtree(KEPT, ignore_errors=True)
    KEPT.mkdir(parents=True, exist_ok=True)
    packages = named(given.packages)
    found = tree(packages)
    for package in packages:
        run(package, found[package.slug], given.workers, given.sample)
    if not given.sample:
        written()
    for room in rooms():
        print(f"{room.folder}：{room.share:.1%}（{room.noticed}/{room.counted}）")
    return 0


if __name__ == "__main__":
    sys.exit(main())
