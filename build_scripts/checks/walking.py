"""What the checks share: walking over documents, measures and lists, and problems with their places."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, TypeVar

from ..locating.loading import Loading
from ..model import Document, Measure, Point, TopicPoints
from ..problems import Problem, Severity
from ..store.yaml_files_to_model import Loaded
from ..store.yaml_tree import Path

Check = Callable[[Loading], Iterable[Problem]]
T = TypeVar("T")


def documents(loading: Loading) -> Iterator[tuple[str, Document, Loaded[Document]]]:
    for name, loaded in loading.records.items():
        if loaded.value is not None:
            yield name, loaded.value, loaded


def measures(loading: Loading) -> Iterator[tuple[Document, Loaded[Document], int, Measure]]:
    for _, document, loaded in documents(loading):
        for i, measure in enumerate(document.measures):
            yield document, loaded, i, measure


def points(loading: Loading) -> Iterator[tuple[Loaded[TopicPoints], int, Point]]:
    """Each question of each topic, with its file and its place in it."""
    for loaded in loading.points.values():
        for n, point in enumerate(loaded.value.points if loaded.value is not None else ()):
            yield loaded, n, point


def entries(loaded: Loaded[tuple[T, ...]]) -> Iterator[tuple[int, T]]:
    """What stands in a file that holds a list, with its place in it; nothing where the file could not be read."""
    if loaded.tree is not None and loaded.value is not None:
        yield from enumerate(loaded.value)


def problem(
    loaded: Loaded[Any], at: Path, code: str, message: str, tip: str, record: str = "", severity: Severity = "error"
) -> Problem:
    """A problem at a path of a file."""
    line, column = loaded.place(at)
    return Problem(loaded.path, line, column, code, message, tip, record, severity)


def near(word: str, known: Iterable[str]) -> str:
    """The known words that are most like one that is not known; nothing where none is."""
    close = _closest(word, tuple(known))
    return "最接近的：" + "、".join(close) if close else ""


@cache
def _closest(word: str, known: tuple[str, ...]) -> list[str]:
    """Asked once for each: what is gone may be named in hundreds of places."""
    return difflib.get_close_matches(word, known, n=3, cutoff=0.4)
