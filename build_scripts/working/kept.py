"""What was made of files, kept below .cache/ from one run to the next: trusted only where everything it was made of is the
same, to the byte, and it is itself as it was written.

A kept thing names the sum of what it was made of: the files, what else went into it, this code, this Python and the
libraries that read. It carries a sum of itself. Where either differs it is made anew, and a folder that cannot be written
keeps nothing: what comes out is the same with it, without it, and from nothing.
"""

from __future__ import annotations

import hashlib
import pickle
import stat
import sys
import tempfile
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

_LIBRARIES = ("PyYAML", "OpenCC")
_PACKAGE = Path(__file__).resolve().parents[1]
_SUM = 32  # bytes of a SHA-256


class Kept:
    """A folder of kept things; ``made_with`` is what all of them were made with beside their files."""

    def __init__(self, folder: Path, made_with: Any) -> None:
        self._folder = folder
        self._with = hashlib.sha256(_code() + pickle.dumps(made_with)).digest()

    def key(self, name: str, contents: Iterable[bytes | str]) -> bytes:
        """The sum of all that the thing called ``name`` is made of, now; ``contents`` are those of its files."""
        told = hashlib.sha256(self._with + name.encode() + b"\0")
        for held in contents:
            told.update(hashlib.sha256(held).digest() if isinstance(held, bytes) else held.encode() + b"\0")
        return told.digest()

    def look(self, name: str, key: bytes) -> Any:
        """The thing as it was kept; None where it was not, was made of something else, or is damaged."""
        try:
            data = (self._folder / name).read_bytes()
        except OSError:
            return None
        held = data[2 * _SUM :]
        if data[: 2 * _SUM] != key + hashlib.sha256(held).digest():
            return None
        return pickle.loads(held)  # of our own making: its sum was held against it

    def keep(self, name: str, key: bytes, thing: Any) -> None:
        """Keep a thing by replacing its file whole: who reads at the same time sees the old one or the new one."""
        held = pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)
        beside = None
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, prefix=".", delete=False) as file:
                beside = Path(file.name)
                file.write(key + hashlib.sha256(held).digest() + held)
            beside.replace(self._folder / name)
        except OSError:
            if beside is not None:
                beside.unlink(missing_ok=True)


def content(path: Path) -> bytes | str:
    """The bytes of a file; why they cannot be had, where they cannot. A pipe is never waited for."""
    try:
        return path.read_bytes() if stat.S_ISREG(path.stat().st_mode) else "no file"
    except OSError as error:
        return type(error).__name__


@cache
def _code() -> bytes:
    """A sum of this package, of Python and of the libraries that files are read with."""
    told = hashlib.sha256(sys.version.encode())
    for path in sorted(p for p in _PACKAGE.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        told.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0")
        told.update(hashlib.sha256(path.read_bytes()).digest())
    for name in _LIBRARIES:
        try:
            told.update(f"{name} {version(name)}\0".encode())
        except PackageNotFoundError:
            continue
    return told.digest()
