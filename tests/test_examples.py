"""The examples in docstrings are run: what they say must be so."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import build_scripts

MODULES = [m.name for m in pkgutil.walk_packages(build_scripts.__path__, "build_scripts.") if "__main__" not in m.name]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE).failed == 0


def test_there_are_examples_to_run() -> None:
    finder = doctest.DocTestFinder()
    found = [t for m in MODULES for t in finder.find(importlib.import_module(m)) if t.examples]
    assert len(found) > 40
