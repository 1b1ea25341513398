"""The site of the frozen corpus in a real browser, served as a static host would, at the root and under a sub-path."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from ..frozen_site import frozen_site
from .chromium import executable, missing, start


class _Handler(SimpleHTTPRequestHandler):
    """A static host: no listing, 404.html for what is not there, a prefix that can stand before every path."""

    prefix = "/"

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path[len(self.prefix) :]) if path.startswith(self.prefix) else "/nowhere"

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, message, explain)
        # Built for the root; for a path mkdocs puts it before every address (tests/publishing/pages/test_all_pages.py).
        body = page.read_bytes().replace(b'="/', f'="{self.prefix}'.encode())
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, format: str, *args: object) -> None:
        pass


def serve(site: Path, prefix: str) -> Iterator[str]:
    """Serve a built site under a prefix; yields its address."""
    handler = type(
        "Handler",
        (_Handler,),
        {
            "prefix": prefix,
            "extensions_map": {
                **SimpleHTTPRequestHandler.extensions_map,
                ".js": "text/javascript",
            },
        },
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{prefix}"
    server.shutdown()


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
    """The address of the site at the root of a host, with its trailing slash."""
    yield from serve(site, "/")


@pytest.fixture(scope="session")
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
    with sync_playwright() as playwright:
        path = executable(playwright)
        assert path is not None
        with start(playwright, path) as launched:
            yield launched


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that must finish without a console error and without a request to another host."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    opened = context.new_page()
    faults: list[str] = []
    opened.on(
        "console", lambda m: faults.append(f"console: {m.text}") if m.type == "error" and "404" not in m.text else None
    )
    opened.on("pageerror", lambda e: faults.append(f"error: {e}"))
    opened.on(
        "request",
        lambda r: (
            faults.append(f"outside: {r.url}")
            if not r.url.startswith(("http://127.0.0.1:", "data:", "blob:"))
            else None
        ),
    )
    yield opened
    context.close()
    assert not faults, faults
