"""The real corpus, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.model import Corpus

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    loaded, problems = load_corpus(ROOT)
    assert loaded is not None, "\n".join(map(str, problems))
    return loaded
