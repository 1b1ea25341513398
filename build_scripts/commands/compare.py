"""Comparing by itself: every pair of measures, in one process or on a cluster."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ..problems import Problem
from ..store.paths import Layout, root, write_atomically
from .command import Command, option, positive, say

if TYPE_CHECKING:
    from ..comparing.counterparts.pairs import Pair

COLUMNS = ("a", "b", "score", "basis", "status")


def _compare(args: argparse.Namespace) -> int:
    found, problems = _here() if args.engine == "here" else _on_dask(args.scheduler, args.workers)
    status = say(problems)
    if found is None:
        return status or 1
    text = as_csv(found)
    if args.out:
        changed = write_atomically(Path(args.out), text.encode())
        print(f"对应条目：{len(found):,} 对，{args.out} " + ("写好了" if changed else "没有变化"))
    else:
        sys.stdout.write(text)
    return 0


def _here() -> tuple[tuple[Pair, ...] | None, list[Problem]]:
    from ..checks.checked_corpus import load_corpus
    from ..comparing.counterparts.pairs import pairs

    corpus, problems = load_corpus(root())
    return (None, problems) if corpus is None else (pairs(corpus), problems)


def _on_dask(scheduler: str | None, workers: int) -> tuple[tuple[Pair, ...] | None, list[Problem]]:
    from ..comparing.counterparts.in_blocks import compared
    from ..problems import errors
    from ..store.yaml_files_to_model import load_alignments, load_vocabulary, load_works
    from ..working.engines import EngineMissing, dask

    layout = Layout(root())
    vocabulary, _, problems = load_vocabulary(layout)
    alignments, found = load_alignments(layout)
    works, found_of_works = load_works(layout)
    problems = [*problems, *found, *found_of_works]
    if errors(problems):
        return None, problems
    try:
        with dask(scheduler, workers) as engine:
            return compared(engine, layout, vocabulary, works.value or (), alignments.value or ())
    except EngineMissing:
        print("没有装 dask（只有在多台机器上比对才用得着）。运行 make scale 装上", file=sys.stderr)
    except OSError as error:
        print(f"连不上 {scheduler}：{error}。看看调度器（dask scheduler）开着没有、地址对不对", file=sys.stderr)
    return None, []


def as_csv(found: Iterable[Pair]) -> str:
    """The pairs in their order, one a line; the ids are addresses of measures below /measures/."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows((p.a, p.b, f"{p.score:.4f}", p.basis, p.status) for p in found)
    return text.getvalue()


COMMANDS = (
    Command(
        "compare",
        "各条措施两两比对：编者定的对应和程序算出的对应，写成 CSV；语料大到一台机器放不下时用 --engine dask",
        _compare,
        (
            option(
                "--engine", choices=("here", "dask"), default="here", help="在这个进程里（默认），或在 dask 的集群上"
            ),
            option(
                "--scheduler",
                metavar="ADDRESS",
                help="dask 调度器的地址，如 tcp://10.0.0.1:8786；不写就在本机开几个进程",
            ),
            option("--workers", metavar="N", type=positive, default=2, help="本机开几个进程，默认 2"),
            option("--out", metavar="FILE", help="写到文件；不写就打印出来"),
        ),
    ),
)
