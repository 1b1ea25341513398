"""What the first command installs: all that building needs, pinned with hashes, and nothing that tests alone need."""

from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.parsed_source import nodes

ROOT = Path(__file__).resolve().parents[1]
SITE, TESTS, MUTATION = ("requirements.in", "requirements-test.in", "requirements-mutation.in")
OPTIONAL = ("requirements-parquet.in", "requirements-scale.in")
"""What a command alone needs, and says so where it is not there."""
LOCKS = (
    *("requirements-build.txt", "requirements.txt", "requirements-test.txt"),
    *("requirements-zensical.txt", "requirements-parquet.txt", "requirements-mutation.txt"),
)


def name(text: str) -> str:
    return re.sub(r"[-_.]+", "-", text).lower()


def named(file: str) -> set[str]:
    """The distributions that a requirements file names."""
    return {name(found) for found in re.findall(r"^[A-Za-z][\w.-]*", (ROOT / file).read_text("utf-8"), re.M)}


def pinned(file: str) -> dict[str, str]:
    """The lines of each pin in a lock file."""
    pins = re.findall(r"^([\w.-]+)==(.*(?:\n    --hash=.*)*)", (ROOT / file).read_text("utf-8"), re.M)
    return {name(found): rest for found, rest in pins}


def imported(folder: str) -> set[str]:
    """The distributions that the modules under a folder import."""
    modules: set[str] = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in nodes(path):
            if isinstance(node, ast.Import):
                modules |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                modules.add(node.module.partition(".")[0])
    theirs = modules - set(sys.stdlib_module_names) - {"build_scripts", "tests"}
    distributions = packages_distributions()
    return {name(distributions.get(module, [module])[0]) for module in theirs}  # by its own name where not installed


def test_what_building_imports_is_named_for_the_site() -> None:
    assert imported("build_scripts") - named(SITE) - set().union(*map(named, OPTIONAL)) == set()


def test_what_tests_import_is_named_too() -> None:
    assert imported("tests") - named(SITE) - named(TESTS) - named(MUTATION) == set()
    assert named(MUTATION) & imported("tests") - imported("tests/mutation") == set()


def test_nothing_is_named_twice() -> None:
    assert named(SITE) & named(TESTS) == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_one_version_and_hashes_and_no_lock_names_a_host(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert named(lock.replace(".txt", ".in")) <= set(pinned(lock))
    assert [pin for pin, rest in pinned(lock).items() if "--hash=sha256:" not in rest] == []
    assert len(re.findall(r"^[^\s#].*$", text, re.M)) == len(pinned(lock))
    assert "//" not in text and "index" not in text


@pytest.mark.parametrize("lock", LOCKS[2:])
def test_lock_files_pin_what_they_share_with_the_site_and_its_tests_to_one_version(lock: str) -> None:
    site, more = pinned(LOCKS[1]) | pinned(LOCKS[2]), pinned(lock)
    shared = site.keys() & more.keys()
    assert shared and [pin for pin in shared if site[pin].split()[0] != more[pin].split()[0]] == []


def test_one_lowest_python_is_promised() -> None:
    """README, the package's own statement, what make refuses, what the pins are made for, what the workflow runs."""
    assert "Python ≥ 3.11" in (ROOT / "README.md").read_text("utf-8")
    assert 'requires-python = ">=3.11"' in (ROOT / "pyproject.toml").read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert "sys.version_info >= (3, 11)" in makefile and "--python-version 3.11 " in makefile
    assert "PYTHONS = 3.11.0 " in makefile
    assert '"3.11"' in (ROOT / ".github/workflows/check.yml").read_text("utf-8")
