"""The frozen corpus, loaded once, and copies of it to break; the live one where a test holds of any data."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Corpus

from .places import FROZEN, ROOT
from .remembering import remembering

settings.register_profile("any machine", deadline=None)  # however busy: no test depends on wall time
settings.load_profile("any machine")


def pytest_collection_finish() -> None:
    """What stays to the end is not looked through for garbage again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000)


def pytest_unconfigure() -> None:
    """Nor when the process ends."""
    gc.freeze()


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def frozen() -> Path:
    """What stands to the frozen corpus as the repository does to the live one: it has a structured/."""
    return FROZEN


def loaded(root: Path) -> Corpus:
    with remembering():
        corpus, problems = load_corpus(root)
    assert corpus is not None, "\n".join(map(str, problems))
    return corpus


@pytest.fixture(scope="session")
def five_texts() -> Corpus:
    """The frozen corpus: five texts that nobody made up, with their records, and that stay as they are."""
    return loaded(FROZEN)


@pytest.fixture(scope="session")
def corpus(five_texts: Corpus) -> Corpus:
    """The frozen corpus; below publishing/ it is a small one, made up in part."""
    return five_texts


@pytest.fixture(scope="session")
def compared(five_texts: Corpus) -> Comparison:
    """What comparing finds in the frozen corpus."""
    return Comparison(five_texts)


@pytest.fixture(scope="session")
def live() -> Corpus:
    """The corpus of the repository as it stands."""
    return loaded(ROOT)


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Path]:
    """A repository of nothing but a copy of the frozen structured/, that a test may break."""
    shutil.copytree(FROZEN / "structured", tmp_path / "structured")
    with remembering():
        yield tmp_path
