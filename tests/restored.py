"""A folder that tests break one after another: put back after each, which is a fraction of making it anew."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path


class Restored:
    """A folder as it stands now, in one that nothing else stands in: what a test leaves beside it goes too."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._held = {name: held for name in _names(path) if (held := _as_it_stands(path / name)) is not None}

    def put_back(self) -> None:
        """Every file as it was: looked at by its bytes, not by when it was written."""
        for beside in self.path.parent.iterdir():
            if beside != self.path:
                _remove(beside)
        for name, held in self._held.items():
            at = self.path / name
            if _as_it_stands(at) != held:
                _remove(at)
                _make(at, *held)
        for name in [name for name in _names(self.path) if name not in self._held]:
            _remove(self.path / name)


Held = tuple[int, bytes]
"""The mode of a file, a folder or a link, and its bytes or where it leads."""


def _as_it_stands(path: Path) -> Held | None:
    try:
        mode = path.lstat().st_mode
    except OSError:
        return None
    if stat.S_ISLNK(mode):
        return mode, os.fsencode(path.readlink())
    return mode, path.read_bytes() if stat.S_ISREG(mode) and mode & stat.S_IRUSR else b""


def _names(root: Path) -> Iterator[str]:
    """Everything below a folder, a folder before what is in it."""
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        for entry in os.scandir(root / folder):
            name = f"{folder}/{entry.name}" if folder else entry.name
            yield name
            if entry.is_dir(follow_symlinks=False):
                waiting.append(name)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _make(path: Path, mode: int, data: bytes) -> None:
    if stat.S_ISDIR(mode):
        path.mkdir()
    elif stat.S_ISLNK(mode):
        path.symlink_to(os.fsdecode(data))
        return
    else:
        path.write_bytes(data)
    path.chmod(stat.S_IMODE(mode))
