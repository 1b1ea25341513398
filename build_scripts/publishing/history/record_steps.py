"""What git knows of structured/records/: which record changed when, and what stood in it.

The history of the main line alone (first parents): a change counts from when it landed. Where there is no git, no
repository, or only a part of its history (a shallow clone), there is no history to tell, and None says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from build_scripts import git

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
    if not git.is_whole(root):
        return None
    options = ("--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames", "--reverse", "--format=%cI")
    said = git.said(root, "log", *options, "HEAD", "--", "structured/records")
    return None if said is None else list(_parsed(said.decode("utf-8", "replace")))


def _parsed(log: str) -> Iterator[Step]:
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
