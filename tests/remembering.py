"""Loading nearly the same data many times: what was read before is not read again.

Each function that is remembered depends on nothing but what it is given, so that a test sees what it would see without:
only sooner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import mock

from build_scripts import fixing
from build_scripts.checks.judgements import whys
from build_scripts.checks.points import answers
from build_scripts.checks.rules import characters
from build_scripts.extracting import judgements_of_renumbered, one_document
from build_scripts.locating import read_records
from build_scripts.locating.kept_records import files_of
from build_scripts.moving import double_readings, points, register, rename, what_can_move, withdraw
from build_scripts.store import yaml_files_to_model
from build_scripts.working.kept import content

_held: dict[tuple[Any, ...], Any] = {}


def _remembered(real: Callable[..., Any]) -> Callable[..., Any]:
    """A function of values; a list that it gives, or gives beside its answer, is each caller's own."""

    def call(*given: Any) -> Any:
        key = (real, *given)
        if key not in _held:
            _held[key] = real(*given)
        answer = _held[key]
        if isinstance(answer, list):
            return list(answer)
        return (answer[0], list(answer[1])) if isinstance(answer, tuple) else answer

    return call


def _of_record(real: Callable[..., Any]) -> Callable[..., Any]:
    """What is made of a record: a function of the files that what is kept of it is kept by, and of what all are read with."""

    def made(shared: Any, path: Path) -> Any:
        files = (content(file) for file in files_of(shared.layout, path))
        tables = (*vars(shared.vocabulary).values(), shared.shelf.works)
        key = (real, path.name, *files, *map(id, tables), shared.also)
        if key in _held:
            return _held[key][0]
        record = real(shared, path)
        if record.placed and record.placed.document.source == shared.layout.source(path.stem).name:
            _held[key] = record, tables  # held on to, or others might come to stand where the tables stood
        return record

    return made


def _of_words(real: Callable[..., Any]) -> Callable[..., Any]:
    """What is made of words and never changed: the same for the same words, so that what is asked of it is remembered too."""
    made = _remembered(real)
    return lambda words: made(tuple(words))


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


def _of_tree(real: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A function of one object that nobody changes, whose answer nobody changes either."""

    def call(value: Any) -> Any:
        key = (real, id(value))
        if key not in _held:
            _held[key] = value, real(value)  # held on to, or another might come to stand where it stood
        return _held[key][1]

    return call


def _of_objects(real: Callable[[Any], str]) -> Callable[[Any], str]:
    """A function of an object that nobody changes, or of a tuple of such: of those very ones, which are held on to, since
    equal ones may be written differently (1 and 1.0)."""

    def write(value: Any) -> str:
        parts = value if isinstance(value, tuple) else (value,)
        key = (real, isinstance(value, tuple), *map(id, parts))
        if key not in _held:
            _held[key] = parts, real(value)
        text: str = _held[key][1]
        return text

    return write


_REMEMBERED: tuple[tuple[ModuleType, str, Callable[..., Callable[..., Any]]], ...] = (
    (yaml_files_to_model, "load_one", _of_file),
    (yaml_files_to_model, "load_list", _of_file),
    (read_records, "read", _remembered),
    (one_document, "read", _remembered),
    (read_records, "locate", _remembered),
    (read_records, "_made", _of_record),
    (characters, "odd", _of_tree),
    (judgements_of_renumbered, "_ids_in", _of_tree),
    (whys, "NamedBodies", _of_words),
    (whys, "SoughtWords", _of_words),
    (whys, "_said", _of_tree),
    (whys, "_head", _of_tree),
    (whys, "unproven", _remembered),
    (answers, "SoughtWords", _of_words),
    (answers, "added_words", _remembered),
    (answers, "words", _remembered),
    (answers, "out_of_form", _remembered),
    *((module, "dump", _of_objects) for module in (fixing, one_document, judgements_of_renumbered)),
    *((module, "dump", _of_objects) for module in (what_can_move, double_readings, points, register, rename, withdraw)),
)


@contextmanager
def remembering() -> Iterator[None]:
    """Inside, files of structured/ and sources are read once a process, records placed in them once, and what is as it
    was read is written as YAML once."""
    with ExitStack() as stack:
        for module, name, kind in _REMEMBERED:
            stack.enter_context(mock.patch.object(module, name, kind(getattr(module, name))))
        yield
