"""Loading nearly the same data many times: what was read before is not read again.

Each function that is remembered depends on nothing but what it is given, so that a test sees what it would see without:
only sooner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from build_scripts.extracting import one
from build_scripts.locating import read_records
from build_scripts.store import files

_held: dict[tuple[Any, ...], Any] = {}


def _remembered(real: Callable[..., Any]) -> Callable[..., Any]:
    """A function of values; a list of problems that it gives is each caller's own."""

    def call(*given: Any) -> Any:
        key = (real, *given)
        if key not in _held:
            _held[key] = real(*given)
        answer = _held[key]
        return (answer[0], list(answer[1])) if isinstance(answer, tuple) else answer

    return call


def _of_file(real: Callable[..., Any]) -> Callable[..., Any]:
    """A function of a file: of its bytes and of the name that messages give it."""

    def load(path: Path, shown: str, cls: type) -> Any:
        if not path.is_file():
            return real(path, shown, cls)
        key = (real, path.read_bytes(), shown, cls)
        if key not in _held:
            _held[key] = real(path, shown, cls)
        loaded, problems = _held[key]
        return loaded, list(problems)

    return load


@contextmanager
def remembering() -> Iterator[None]:
    """Inside, files of structured/ and sources are read once a process, and records placed in them once."""
    with (
        mock.patch.object(files, "load_one", _of_file(files.load_one)),
        mock.patch.object(files, "load_list", _of_file(files.load_list)),
        mock.patch.object(read_records, "read", _remembered(read_records.read)),
        mock.patch.object(one, "read", _remembered(one.read)),
        mock.patch.object(read_records, "locate", _remembered(read_records.locate)),
    ):
        yield
