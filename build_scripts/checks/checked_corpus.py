"""The whole of structured/, loaded and checked: what comparing and publishing start from."""

from __future__ import annotations

from pathlib import Path

from ..locating.loading import corpus_of, load
from ..model import Corpus
from ..problems import Problem, errors
from ..working.collector import collector_at_rest
from .all_checks import check_one, run_checks
from .problems_to_show import told


def load_corpus(root: Path, fresh: bool = False) -> tuple[Corpus | None, list[Problem]]:
    """The corpus, or None and every problem of every file. Warnings come back beside a corpus.

    ``fresh``: of what was kept of earlier runs nothing is looked at.
    """
    with collector_at_rest():
        loading = load(root, check_one, fresh)
        problems = told(loading.problems + run_checks(loading), loading)
    return (None if errors(problems) else corpus_of(loading)), problems
