"""What the checks of records share: walking over documents and measures, and problems with their places."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from ..locating.loading import Loading
from ..model import Document, Measure
from ..problems import Problem
from ..store.files import Loaded


def documents(loading: Loading) -> Iterator[tuple[str, Document, Loaded]]:
    for name, loaded in loading.records.items():
        if loaded.value is not None:
            yield name, loaded.value, loaded


def measures(loading: Loading) -> Iterator[tuple[Document, Loaded, int, Measure]]:
    for _, document, loaded in documents(loading):
        for i, measure in enumerate(document.measures):
            yield document, loaded, i, measure


def problem(
    loaded: Loaded, at: tuple, code: str, message: str, tip: str, record: str = "", severity: str = "error"
) -> Problem:
    return Problem(loaded.path, *loaded.tree.place(at), code, message, tip, record, severity)


def near(word: str, known: set[str]) -> str:
    close = difflib.get_close_matches(word, known, n=3, cutoff=0.4)
    return "最接近的：" + "、".join(close) if close else ""
