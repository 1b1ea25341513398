"""How each stage grows: made-up trees of several sizes, each stage of them measured, and the exponent of its growth."""

from __future__ import annotations

import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..model import Corpus
from ..store.paths import Layout
from .stages import REFERENCE, STAGES
from .synthesizing import synthesize

SIZES = (5, 20, 40)
_TOLD = 4
"""How many of the last lines of what a failed stage said are told."""
_UNTIMED = (
    *("characters", "measures", "pairs", "tables", "pages", "bytes a page"),
    *("files of data", "bytes of data", "files of index", "bytes of index"),
)


@dataclass(frozen=True)
class Size:
    """What was told of one size: seconds and counts by name, megabytes at the peak by stage, and what failed, by stage."""

    documents: int
    told: Mapping[str, float] = field(default_factory=dict)
    megabytes: Mapping[str, float] = field(default_factory=dict)
    failed: Mapping[str, str] = field(default_factory=dict)

    def ratio(self, name: str) -> float | None:
        """A time as a multiple of the reference at this size; None where it was not measured."""
        seconds, reference = self.told.get(name), self.told.get(REFERENCE)
        return seconds / reference if seconds is not None and reference else None


def growth(root: Path, corpus: Corpus, sizes: Sequence[int], stages: Sequence[str] = tuple(STAGES)) -> Iterator[Size]:
    """Measure the stages at each size, in a folder that is removed afterwards."""
    for number in sizes:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            tree = Path(folder) / "tree"
            done = synthesize(root, corpus, tree, number)
            assert not done.problems, done.problems
            Layout(tree).permalinks.write_text(
                "[]\n", "utf-8"
            )  # a site that has published nothing yet: no page is missed
            yield _measured(tree, number, stages)


def _measured(tree: Path, number: int, stages: Sequence[str]) -> Size:
    told: dict[str, float] = {}
    megabytes: dict[str, float] = {}
    failed: dict[str, str] = {}
    for stage in stages:
        command = [sys.executable, "-m", "build_scripts.benching.stages", stage]
        done = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)
        if done.returncode:
            failed[stage] = " ".join((done.stderr.strip() or done.stdout.strip()).split("\n")[-_TOLD:])
            continue
        said: dict[str, Any] = json.loads(done.stdout.strip().rpartition("\n")[2])
        told |= said["told"]
        megabytes[stage] = said["megabytes"]
    return Size(number, told, megabytes, failed)


def exponent(rows: Sequence[Size], name: str) -> float | None:
    """How a time grows with the documents, n to this power, from the smallest size to the largest that have it.

    >>> exponent([Size(5, {"read": 1.0}), Size(20, {"read": 4.0})], "read")
    1.0
    """
    held = [(r.documents, r.told[name]) for r in rows if r.told.get(name)]
    if len(held) < 2:
        return None
    (n, first), (m, last) = held[0], held[-1]
    return math.log(last / first) / math.log(m / n)


def table(rows: Sequence[Size]) -> Iterator[str]:
    """The figures as lines: a row for each that was told, a column for each size, the exponent last."""
    names = list(dict.fromkeys(name for row in rows for name in row.told))
    yield _line("", [f"{row.documents}" for row in rows], "幂")
    for name in names:
        if name in _UNTIMED:
            yield _line(name, [f"{row.told[name]:,.0f}" if name in row.told else "–" for row in rows], "")
            continue
        power = exponent(rows, name)
        cells = [
            f"{row.told[name]:.2f}（{row.ratio(name):.1f}）" if row.ratio(name) is not None else "–" for row in rows
        ]
        yield _line(name, cells, "–" if power is None else f"{power:.2f}")
    for stage in dict.fromkeys(stage for row in rows for stage in row.megabytes):
        yield _line(
            f"{stage} MB", [f"{row.megabytes[stage]:,.0f}" if stage in row.megabytes else "–" for row in rows], ""
        )
    for row in rows:
        yield from (f"{row.documents} × {stage}：{why}" for stage, why in row.failed.items())


def _line(name: str, cells: Sequence[str], last: str) -> str:
    return f"{name:<24}" + "".join(f"{cell:>20}" for cell in cells) + f"{last:>8}"


def as_json(rows: Sequence[Size]) -> str:
    """The same for programs: seconds of processor time, and their multiples of the reference at the same size."""
    names = dict.fromkeys(name for row in rows for name in row.told if name not in _UNTIMED)
    held = {
        "reference": REFERENCE,
        "sizes": [
            {
                "documents": row.documents,
                "told": row.told,
                "ratios": {name: row.ratio(name) for name in names if row.ratio(name) is not None},
                "megabytes": row.megabytes,
                "failed": row.failed,
            }
            for row in rows
        ],
        "exponents": {name: exponent(rows, name) for name in names},
    }
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"
