"""What the tests run of each room, as a table: ``python -m tests.coverage_by_room`` after ``make coverage`` has measured.

Statements and branches count alike, as coverage.py counts them in its totals.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

PACKAGE = "build_scripts"


@dataclass(frozen=True)
class Room:
    """A room, or the modules that stand beside the rooms: statements and branches there are, and of them those run."""

    name: str
    there: int
    run: int

    @property
    def share(self) -> float:
        return self.run / self.there if self.there else 1.0


def rooms(measured: Mapping[str, Any]) -> list[Room]:
    """By room in the order of names, all of them last; ``measured`` is the report of ``coverage json``."""
    there, run = Counter[str](), Counter[str]()
    for path, file in measured["files"].items():
        parts = PurePath(path.replace("\\", "/")).parts
        parts = parts[parts.index(PACKAGE) :]
        room = "/".join(parts[:2]) if len(parts) > 2 else PACKAGE
        counted = file["summary"]
        there[room] += counted["num_statements"] + counted.get("num_branches", 0)
        run[room] += counted["covered_lines"] + counted.get("covered_branches", 0)
    found = [Room(name, there[name], run[name]) for name in sorted(there)]
    return [*found, Room("全部", there.total(), run.total())]


def table(found: Iterable[Room]) -> str:
    """A Markdown table, for a terminal and for a job's summary alike."""
    lines = ["| 房间 | 语句与分支 | 测试跑到 |", "|---|---:|---:|"]
    return "\n".join([*lines, *(f"| {r.name} | {r.there:,} | {r.share:.1%} |" for r in found)])


def main() -> int:
    told = subprocess.run(
        [sys.executable, "-m", "coverage", "json", "--quiet", "-o", "-"], check=False, capture_output=True
    )
    if told.returncode:
        print("还没有量过：先运行 make coverage", file=sys.stderr)
        return 1
    print(table(rooms(json.loads(told.stdout))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
