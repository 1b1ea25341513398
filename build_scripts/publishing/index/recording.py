"""What is read while something is made: each value by the thing that holds it, its name there, and a key where it is a table.

One record at a time, of this process. What a look-up computes for itself is not recorded: it is told by the value that
comes of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeVar

Value = TypeVar("Value")


class Read(NamedTuple):
    """``holder`` says of what (corpus, index…), ``name`` which of its values; ``key`` which of its entries, empty for all."""

    holder: str
    name: str
    key: str = ""


FILES = "files"
"""The holder of files that are read, by their paths."""

_into: set[Read] | None = None


@contextmanager
def recording() -> Iterator[set[Read]]:
    """The reads until the end of the block."""
    with _recording_into(set()) as reads:
        assert reads is not None
        yield reads


@contextmanager
def unrecorded() -> Iterator[None]:
    """Nothing is recorded until the end of the block."""
    with _recording_into(None):
        yield


@contextmanager
def _recording_into(reads: set[Read] | None) -> Iterator[set[Read] | None]:
    global _into  # noqa: PLW0603 — what is recorded is of the whole process
    before, _into = _into, reads
    try:
        yield reads
    finally:
        _into = before


def note(holder: str, name: str, key: str = "") -> None:
    """Record that a value is read, where anything is recorded."""
    if _into is not None:
        _into.add(Read(holder, name, key))


class RecordedDict(dict[str, Value]):
    """A table that records which of its entries are read, or that all are."""

    def __init__(self, values: Any, holder: str, name: str) -> None:
        super().__init__(values)
        self._holder, self._name = holder, name

    def __getitem__(self, key: str) -> Value:
        note(self._holder, self._name, key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        note(self._holder, self._name, str(key))
        return super().__contains__(key)

    def get(self, key: str, default: Any = None) -> Any:
        note(self._holder, self._name, key)
        return super().get(key, default)

    def __iter__(self) -> Iterator[str]:
        note(self._holder, self._name)
        return super().__iter__()

    def __len__(self) -> int:
        note(self._holder, self._name)
        return super().__len__()

    def __eq__(self, other: object) -> bool:
        note(self._holder, self._name)
        return super().__eq__(other)

    __hash__ = None

    def __reversed__(self) -> Iterator[str]:
        note(self._holder, self._name)
        return super().__reversed__()

    def __or__(self, other: Any) -> Any:
        return self.copy() | other

    def copy(self) -> dict[str, Value]:
        note(self._holder, self._name)
        return super().copy()

    def keys(self) -> Any:
        note(self._holder, self._name)
        return super().keys()

    def values(self) -> Any:
        note(self._holder, self._name)
        return super().values()

    def items(self) -> Any:
        note(self._holder, self._name)
        return super().items()
