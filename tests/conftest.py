"""The frozen corpus, loaded once, and copies of it to break; the live one where a test holds of any data."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import settings

from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Corpus

from .places import FROZEN, ROOT
from .remembering import remembering
from .restored import Restored

os.environ.setdefault("PROCESSES", "1")  # the tests themselves run in as many as there are processors
settings.register_profile("any machine", deadline=None)  # however busy: no test depends on wall time
settings.load_profile("any machine")


BUILT = {"built", "page_at", "kept_once"}
"""The fixtures for which a whole site is built."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What reads or builds whole sites comes first: of several processes none is left with it at the end."""
    for item in items:
        if BUILT.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.builds)
    items.sort(key=lambda item: not (item.path.name.startswith("test_site") or item.get_closest_marker("builds")))


def pytest_collection_finish() -> None:
    """What stays to the end is not looked through for garbage again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(200_000)


def pytest_unconfigure() -> None:
    """Nor when the process ends."""
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def no_disk_waited_for() -> Iterator[None]:
    """That the power fails is no test's case: what is written need not have reached the disk."""
    with mock.patch.object(os, "fsync"):
        yield


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


@pytest.fixture(scope="session")
def copies() -> list[Restored]:
    """The copy that waits for the next test, if there is one."""
    return []


@pytest.fixture
def copy(
    copies: list[Restored], tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Path]:
    """A repository of nothing but a copy of the frozen structured/, that a test may break."""
    one = copies.pop() if copies else Restored(_copied(tmp_path_factory.mktemp("copy") / "tree"))
    failed = request.session.testsfailed
    with remembering():
        yield one.path
    if request.session.testsfailed == failed:  # else it stays as it is, to be looked at
        one.put_back()
        copies.append(one)


def _copied(root: Path) -> Path:
    shutil.copytree(FROZEN / "structured", root / "structured")
    return root
