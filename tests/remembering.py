"""Loading nearly the same data many times: a file or a source that was read before is not read again.

Both functions that are remembered depend on nothing but what they are given, so that a test sees what it would see
without: only sooner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from build_scripts.extracting import one
from build_scripts.locating import loading
from build_scripts.store import files

_held: dict[tuple[Any, ...], Any] = {}


def _file(real: Callable[..., Any]) -> Callable[..., Any]:
    def load(path: Path, shown: str, cls: type) -> Any:
        if not path.is_file():
            return real(path, shown, cls)
        key = (real, path.read_bytes(), shown, cls)
        if key not in _held:
            _held[key] = real(path, shown, cls)
        loaded, problems = _held[key]
        return loaded, list(problems)

    return load


def _source(real: Callable[..., Any]) -> Callable[..., Any]:
    def read(*given: Any) -> Any:
        if (real, *given) not in _held:
            _held[(real, *given)] = real(*given)
        return _held[(real, *given)]

    return read


@contextmanager
def remembering() -> Iterator[None]:
    """Inside, files of structured/ and sources are read once a process."""
    with (
        mock.patch.object(files, "load_one", _file(files.load_one)),
        mock.patch.object(files, "load_list", _file(files.load_list)),
        mock.patch.object(loading, "read", _source(loading.read)),
        mock.patch.object(one, "read", _source(one.read)),
    ):
        yield
