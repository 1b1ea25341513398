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


def called(word: str, among: Iterable[Any]) -> str:
    """What has this Chinese name, by its id: 招商引资 的 id 是 investment; else the ids most like the word.

    ``among`` are entries of the vocabulary: what is called by ``zh``, ``name``, ``short`` or one of ``names``.
    """
    entries = list(among)
    meant = [e.id for e in entries if word in _names(e)]
    if not meant and not word.isascii():
        by_name = {name: e.id for e in entries for name in _names(e)}
        meant = [by_name[n] for n in _closest(word, tuple(by_name))]
        return "最接近的：" + "、".join(dict.fromkeys(meant)) if meant else ""
    if meant:
        return f"{word} 的 id 是 " + "、".join(meant)
    return near(word, dict.fromkeys(e.id for e in entries))


def _names(entry: Any) -> list[str]:
    named = (getattr(entry, key, None) for key in ("zh", "name", "short"))
    return [name for name in (*named, *getattr(entry, "names", ())) if isinstance(name, str) and name]


def near(word: str, known: Iterable[str]) -> str:
    """The known words that are most like one that is not known; nothing where none is."""
    close = _closest(word, tuple(dict.fromkeys(known)))
    return "最接近的：" + "、".join(close) if close else ""


@cache
def _closest(word: str, known: tuple[str, ...]) -> list[str]:
    """Asked once for each: what is gone may be named in hundreds of places."""
    return difflib.get_close_matches(word, known, n=3, cutoff=0.4)
