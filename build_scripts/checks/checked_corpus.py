"""The whole of structured/, loaded and checked: what comparing and publishing start from."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..locating.loading import corpus_of, load
from ..model import Corpus
from ..problems import Problem, errors
from .all_checks import check_one, run_checks
from .problems_to_show import told

_MUCH = 500_000
"""Objects; to look through so many takes a tenth of a second."""


def load_corpus(root: Path, fresh: bool = False) -> tuple[Corpus | None, list[Problem]]:
    """The corpus, or None and every problem of every file. Warnings come back beside a corpus.

    ``fresh``: of what was kept of earlier runs nothing is looked at.
    """
    with _collector_at_rest():
        loading = load(root, check_one, fresh)
        problems = told(loading.problems + run_checks(loading), loading)
    return (None if errors(problems) else corpus_of(loading)), problems


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Without looking for garbage: all that is loaded stays, and looking through it again and again is half of the time.
    Where much was loaded, it is not looked through afterwards either."""
    worked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > _MUCH:
            gc.freeze()
        if worked:
            gc.enable()
