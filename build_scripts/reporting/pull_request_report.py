"""The report of a pull request: the states of two commits, each made by its own code, and what differs."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .. import git
from ..own_yaml import values
from ..problems import Problem
from .comparable_state import State
from .differences import Differences, differences

MOST = 40  # rows of a kind in the summary; the file has all
STATE = ("build_scripts", "structured", "tests/golds", "tests/frozen", ".github/CODEOWNERS")
"""What the state of a commit is made from: its code, its data, what the evaluation reads, what the checks look at."""
_SHOWN = 120  # characters of a value
_HERE = Path(__file__).parent
_MINUTES = 10


def report(root: Path, base: str, head: str, most: int = MOST) -> tuple[str, list[Problem]]:
    """The report in Markdown on what ``head`` changes against ``base``, or problems where git has not both."""
    unknown = [ref for ref in (base, head) if not git.has_commit(root, ref)]
    if unknown:
        tip = "先 git fetch，或换一个版本"
        return "", [Problem(".git", 0, 0, "ref-unknown", f"git 里没有 {ref}", tip) for ref in unknown]
    before, after = _state_at(root, base), _state_at(root, head)
    if after is None:
        return "", [Problem(".git", 0, 0, "report-state", f"{head} 的程序跑不起来", "先看 make check 说什么")]
    words = values((_HERE / "wording.yml").read_text(encoding="utf-8"))
    missing = words["unread"].format(base=base) if before is None else ""
    found = differences(before or {}, after) if before is not None else []
    return _rendered(words, found, missing, most), []


def _state_at(root: Path, ref: str) -> State | None:
    """The state at a commit, by that commit's own code in a folder of its own; None where it has no such command."""
    folders = [f for f in STATE if git.has_path(root, ref, f)]
    archive = git.said(root, "archive", "--format=zip", ref, *folders)
    if archive is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(BytesIO(archive)) as packed:
            packed.extractall(folder)
        command = [sys.executable, "-m", "build_scripts", "state"]
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=_MINUTES * 60)
    return json.loads(done.stdout) if done.returncode == 0 else None


def _rendered(words: Mapping[str, Any], found: list[Differences], missing: str, most: int) -> str:
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # Markdown: every value goes through ``code``
    )
    environment.filters["code"] = code
    return environment.get_template("report.md.j2").render(words=words, found=found, missing=missing, most=most)


def code(value: str) -> str:
    """A value as code in a Markdown table: nothing in it is markup.

    >>> code("a|b `c`")
    '`` a\\\\|b `c` ``'
    """
    text = " ".join(value.split())
    text = (text if len(text) <= _SHOWN else text[:_SHOWN] + "…").replace("|", "\\|")
    if not text:
        return ""
    ticks = "`" * (max((len(run) for run in _runs(text)), default=0) + 1)
    return f"{ticks} {text} {ticks}" if "`" in text else f"{ticks}{text}{ticks}"


def _runs(text: str) -> list[str]:
    """The runs of backticks in a text."""
    return "".join(c if c == "`" else " " for c in text).split()
