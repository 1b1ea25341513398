"""The site of the frozen corpus in a real browser, served as a static host would, at the root and under a sub-path."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from ..frozen_site import frozen_site
from .chromium import Missing, missing, ready
from .host import serve
from .window import Windows


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "own_window: changes what cannot be put back, and has a window to itself")
    config.addinivalue_line("markers", "faulty: something is made amiss in the page, and its console may say so")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Before the first test runs: what the browser tests need and the machine lacks, a line each with the mend.

    One of several processes cannot stop the others: there each test that needs a browser fails with these lines.
    """
    here = Path(__file__).parent
    if session.config.option.collectonly or not any(here in item.path.parents for item in session.items):
        return
    if one_of_several(session.config):
        return
    lacking = missing()
    if lacking:
        pytest.exit("\n" + "\n".join(lacking.values()), returncode=pytest.ExitCode.USAGE_ERROR)


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site of the frozen corpus."""
    return frozen_site()


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address of the site at the root of a host, with its trailing slash: the same for every test (window.py)."""
    yield from serve(site, "/")


@pytest.fixture
def unvisited_url(site: Path) -> Iterator[str]:
    """The address of the same site on a host of which no browser has anything yet."""
    yield from serve(site, "/")


@pytest.fixture
def subpath_url(site: Path) -> Iterator[str]:
    """The address of the same site under /repo/, as on Pages; on an unvisited host, too."""
    yield from serve(site, "/repo/")


def one_of_several(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        with ready() as launched:
            yield launched
    except Missing as lacking:
        pytest.fail(str(lacking), pytrace=False)


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Iterator[Windows]:
    kept = Windows(browser)
    yield kept
    kept.close()


def _page(windows: Windows, kind: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    marks = {mark.name for mark in request.node.iter_markers()}
    with windows.lent(kind, own="own_window" in marks) as window:
        yield window.page
        faults = window.faults.copy()
    assert not faults or "faulty" in marks, faults


@pytest.fixture
def page(windows: Windows, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that must finish without a console error and without a request to another host."""
    yield from _page(windows, "desk", request)


@pytest.fixture
def phone(windows: Windows, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The same on a phone that is touched."""
    yield from _page(windows, "phone", request)


@pytest.fixture
def plain(windows: Windows, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The same without scripts."""
    yield from _page(windows, "without scripts", request)
