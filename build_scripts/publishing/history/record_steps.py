"""What git knows of structured/records/: which record changed when, and what stood in it.

The history of the main line alone (first parents): a change counts from when it landed. Where there is no git, no
repository, or only a part of its history (a shallow clone), there is no history to tell, and None says so.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

_RECORD = re.compile(r"structured/records/([a-z0-9-]+)\.yml")


@dataclass(frozen=True)
class Step:
    """A record changed: ``before`` and ``after`` are names of blobs, None where there was or is no file."""

    when: datetime
    document: str
    before: str | None
    after: str | None


def steps(root: Path) -> list[Step] | None:
    """Every change of a record, oldest first; None without a whole history."""
    if not _whole(root):
        return None
    options = ("--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames", "--reverse", "--format=%cI")
    said = _git(root, "-c", "log.showSignature=false", "log", *options, "HEAD", "--", "structured/records")
    return None if said is None else list(_parsed(said.decode("utf-8", "replace")))


def last_days(root: Path, folder: str) -> dict[str, str]:
    """By path below ``root``: the day on which each file of a folder last changed; nothing without a whole history."""
    options = ("--first-parent", "-m", "--name-only", "--no-renames", "--format=%x00%cs")
    said = _git(root, "-c", "log.showSignature=false", "log", *options, "HEAD", "--", folder) if _whole(root) else None
    found: dict[str, str] = {}
    for commit in (said or b"").decode("utf-8", "replace").split("\0")[1:]:  # the latest first
        day, *paths = commit.split("\n")
        for path in filter(None, paths):
            found.setdefault(path, day)
    return found


def _whole(root: Path) -> bool:
    """Whether ``root`` is the top of a repository with all of its history."""
    said = _git(root, "rev-parse", "--is-shallow-repository", "--show-prefix")
    return said in (b"false\n\n", b"false\n")


def _parsed(log: str) -> Iterable[Step]:
    when = None
    for line in log.splitlines():
        if line.startswith(":"):
            modes, _, path = line.partition("\t")
            name = _RECORD.fullmatch(path)
            _, _, before, after, _ = modes.split(" ")
            if name and when:
                yield Step(when, name[1], _blob(before), _blob(after))
        elif line:
            when = datetime.fromisoformat(line)


def _blob(name: str) -> str | None:
    return None if set(name) == {"0"} else name


def contents(root: Path, blobs: Iterable[str]) -> dict[str, bytes]:
    """What stands in each blob, by its name; those that git cannot give are left out."""
    wanted = sorted(set(blobs))
    said = _git(root, "cat-file", "--batch", given="".join(f"{b}\n" for b in wanted).encode())
    found: dict[str, bytes] = {}
    at = 0
    for name in wanted if said else ():
        line_end = said.index(b"\n", at)
        head = said[at:line_end].split(b" ")
        at = line_end + 1
        if head[1] == b"blob":
            size = int(head[2])
            found[name] = said[at : at + size]
            at += size + 1
    return found


def _git(root: Path, *command: str, given: bytes = b"") -> bytes | None:
    """What git says, or None where it fails or is not there."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *command], input=given, capture_output=True, check=True, timeout=60
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
