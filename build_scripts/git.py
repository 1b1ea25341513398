"""What git says of the checkout that is built. Where git is not there or refuses, the answer is None or nothing."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

_SECONDS = 60
_DECODING = ("utf-8", "replace")


def said(root: Path, *command: str, given: bytes = b"") -> bytes | None:
    """What git prints in ``root``, or None where it fails or is not there."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), "-c", "log.showSignature=false", *command],
            input=given,
            capture_output=True,
            check=True,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout


def _line(root: Path, *command: str) -> str | None:
    return (said(root, *command) or b"").decode(*_DECODING).strip() or None


def commit_of(root: Path) -> str | None:
    """The commit the tree stands at, or None outside a checkout."""
    return _line(root, "rev-parse", "HEAD")


def day_of_commit(root: Path) -> str | None:
    """The day of the commit the tree stands at, ISO 8601, or None outside a checkout."""
    return _line(root, "log", "-1", "--format=%cs")


def is_whole(root: Path) -> bool:
    """Whether ``root`` is the top of a repository with all of its history."""
    return said(root, "rev-parse", "--is-shallow-repository", "--show-prefix") in (b"false\n\n", b"false\n")


def has_commit(root: Path, ref: str) -> bool:
    return said(root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}") is not None


def has_path(root: Path, ref: str, path: str) -> bool:
    return said(root, "cat-file", "-e", f"{ref}:{path}") is not None


def file_at(root: Path, ref: str, path: str) -> str | None:
    """The text of a file as it stands at ``ref``, or None where there is none."""
    content = said(root, "show", f"{ref}:{path}")
    return None if content is None else content.decode(*_DECODING).replace("\r\n", "\n")


def not_ignored(folder: Path, pattern: str) -> set[str] | None:
    """Files below ``folder`` that git tracks or would, by path from there; None outside a checkout."""
    listed = said(folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard", pattern)
    if listed is None:
        return None
    return {p for p in listed.decode(*_DECODING).split("\0") if p and (folder / p).is_file()}


def last_days(root: Path, folder: str) -> dict[str, str]:
    """By path below ``root``: the day on which each file of a folder last changed; nothing without a whole history."""
    options = ("--first-parent", "-m", "--name-only", "--no-renames", "--format=%x00%cs")
    log = said(root, "log", *options, "HEAD", "--", folder) if is_whole(root) else None
    found: dict[str, str] = {}
    for commit in (log or b"").decode(*_DECODING).split("\0")[1:]:  # the latest first
        day, *paths = commit.split("\n")
        for path in filter(None, paths):
            found.setdefault(path, day)
    return found


def contents(root: Path, blobs: Iterable[str]) -> dict[str, bytes]:
    """What stands in each blob, by its name; those that git cannot give are left out."""
    wanted = sorted(set(blobs))
    given = "".join(f"{b}\n" for b in wanted).encode()
    told = said(root, "cat-file", "--batch", given=given) or b""
    found: dict[str, bytes] = {}
    at = 0
    for name in wanted if told else ():
        line_end = told.index(b"\n", at)
        head = told[at:line_end].split(b" ")
        at = line_end + 1
        if head[1] == b"blob":
            size = int(head[2])
            found[name] = told[at : at + size]
            at += size + 1
    return found
