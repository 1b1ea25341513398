"""The site of the frozen corpus in a real browser, served as a static host would, at the root and under a sub-path."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from ..frozen_site import frozen_site
from .chromium import missing, start
from .host import serve
from .window import Window


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "own_window: changes what cannot be put back, and has a window to itself")


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


@pytest.fixture
def site_url(site: Path) -> Iterator[str]:
    """The address of the site at the root of a host, with its trailing slash."""
    yield from serve(site, "/")


@pytest.fixture
def subpath_url(site: Path) -> Iterator[str]:
    """The address of the same site under /repo/, as on Pages."""
    yield from serve(site, "/repo/")


def one_of_several(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    lacking = missing() if one_of_several(pytestconfig) else {}
    if lacking:
        pytest.fail("\n".join(lacking.values()), pytrace=False)
    with sync_playwright() as playwright, start(playwright) as launched:
        yield launched


@pytest.fixture(scope="session")
def shared_windows() -> Iterator[list[Window]]:
    """The window that waits for the next test, if there is one."""
    windows: list[Window] = []
    yield windows
    for window in windows:
        window.close()


@pytest.fixture
def page(browser: Browser, shared_windows: list[Window], request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that must finish without a console error and without a request to another host."""
    own = request.node.get_closest_marker("own_window") is not None
    window = Window(browser) if own or not shared_windows else shared_windows.pop()
    if not own:
        window.share()
    yield window.page
    faults = window.faults.copy()
    if own:
        window.close()
    else:
        window.put_back()
        shared_windows.append(window)
    assert not faults, faults
