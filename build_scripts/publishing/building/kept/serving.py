"""A site while somebody edits: built once, then after each edit what it changed, the pages of the records edited first; browsers
reload by themselves. Whoever asks for another page before it is made again waits for it: no page is shown as it was.

A broken edit is said on the pages as they were last; after a change of the code the whole starts again.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from build_scripts.publishing.building.build_inputs import Refused, read_build
from build_scripts.publishing.building.keeping.ledger import Ledger
from build_scripts.publishing.building.kept import kept_site
from build_scripts.publishing.building.kept.mkdocs_frames import broken_notice
from build_scripts.publishing.building.site_generators import NoSite
from build_scripts.publishing.settings import read_site
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.store.paths import Layout
from build_scripts.store.yaml_files_to_model import remember

_SAID = wording("problems")
_WATCHED = ("structured", "docs", "build_scripts", "mkdocs.yml", "CITATION.cff")
_CODE = (".py", ".yml", ".csl", ".csv", ".json")
_PATIENCE = 300
"""Seconds that a page is waited for, at most."""
_EVERY = 0.2
"""Seconds between two looks at the files."""
_PLACE = b'<div class="pp-main" id="main" tabindex="-1">'

Answering = Callable[..., Any]


class NewCode(BaseException):
    """What this process has loaded is not the code any more."""


class _Edited(Exception):
    """There is another edit by now."""


class Serving:
    """The site of the tree at ``root`` in ``folder``, published at ``url``."""

    def __init__(self, root: Path, url: str, folder: Path) -> None:
        remember()
        self._root, self._url, self._folder = root, url, folder
        self._code = _stamps(root)
        self._ledger, self._made_with, self._look = Ledger(), "", False
        self._later: Iterator[Ledger] = iter(())
        self._following: threading.Thread | None = None
        self._one, self._hurry = threading.Lock(), threading.Event()
        self._records: dict[Path, int] = {}
        self._near: frozenset[str] = frozenset()
        self._stand = threading.Event()  # all pages
        self.broken: list[str] = []

    def first(self) -> None:
        """The whole site; Refused or NoSite where there can be none."""
        self.pages()
        self._rest()

    def again(self) -> None:
        """The pages after an edit, or what is wrong with it; the rest follows in a thread."""
        if _stamps(self._root) != self._code:
            raise NewCode
        self._hurry.set()
        with self._one:
            self._hurry.clear()
            began = time.perf_counter()
            try:
                self.pages()
                self.broken = []
            except Refused as refused:
                self.broken = [str(problem) for problem in refused.problems]
                self._stand.set()  # as they were, and what is wrong is said on them
            seconds = f"{time.perf_counter() - began:.1f}"
            broken = len(self.broken)
            told = _SAID("edit_broken", n=broken, seconds=seconds) if broken else _SAID("edit_shown", seconds=seconds)
            print(told, file=sys.stderr, flush=True)
        if not self.broken:
            self._following = threading.Thread(target=self._follow, daemon=True)
            self._following.start()

    def settled(self) -> None:
        """Wait until all that follows is done."""
        if self._following:
            self._following.join()

    def pages(self) -> None:
        """The pages of the records that were edited; the other pages and the rest are to follow."""
        self._later = iter(())
        edited = self._edited()
        build = read_build(self._root, read_site(self._root, self._url))
        made_with = kept_site.made_with_all(build)
        if made_with != self._made_with:
            self._ledger, self._made_with = Ledger(), made_with
        later = kept_site.steps(
            build, self._folder, self._ledger, self._stop, apart=True, live=True, look=self._look, first=edited
        )
        self._stand.clear()
        made = next(later)
        self._ledger |= made
        self._near = made.files
        self._later = later

    def other_pages(self) -> None:
        """All other pages."""
        for ledger in islice(self._later, 1):
            self._ledger |= ledger
        self._stand.set()

    def _edited(self) -> frozenset[str]:
        """The documents whose records were written since this was asked."""
        now = {path: path.stat().st_mtime_ns for path in Layout(self._root).records.glob("*.yml")}
        before, self._records = self._records, now
        return frozenset(path.stem for path, stamp in now.items() if before.get(path, stamp) != stamp)

    def _stop(self, done: int, total: int) -> None:
        if self._hurry.is_set():
            raise _Edited

    def _rest(self) -> None:
        """The other pages, what is no page, and the pages by hand; nothing where that is done."""
        self.other_pages()
        for ledger in self._later:
            self._ledger |= ledger
        self._look = False

    def _follow(self) -> None:
        with self._one:
            try:
                self._rest()
            except _Edited:
                self._look = True  # some files are newer than the ledger says
            except (NoSite, Refused) as stopped:
                self._look, self.broken = True, [str(stopped)]
                print(stopped, file=sys.stderr, flush=True)
            finally:
                if not self._hurry.is_set():  # else the edit that came between makes the pages, and they are waited for
                    self._stand.set()

    def shown(self, answer: Answering) -> Answering:
        """The server's answers, with what is wrong said on every page; a page that is not made again yet is waited for."""

        def application(environ: Any, start: Any) -> Iterable[bytes]:
            page = _page(environ.get("PATH_INFO", ""))
            if page and page not in self._near:
                self._stand.wait(_PATIENCE)
            if not self.broken:
                return answer(environ, start)  # type: ignore[no-any-return]
            head: list[Any] = []
            body = b"".join(answer(environ, lambda status, headers: head.extend((status, headers))))
            if _PLACE in body:
                body = body.replace(_PLACE, _PLACE + broken_notice(self._root / "mkdocs.yml", self.broken).encode(), 1)
                head[1] = [(k, str(len(body)) if k == "Content-Length" else v) for k, v in head[1]]
            start(*head)
            return [body]

        return application


def _page(path: str) -> str | None:
    """The file of the page that is asked for; None where it is no page.

    >>> _page("/topics/green/"), _page("/measures/a/3.4/index.html"), _page("/assets/css/site.css")
    ('topics/green/index.html', 'measures/a/3.4/index.html', None)
    """
    file = f"{path}index.html" if path.endswith("/") else path
    return file.lstrip("/") if file.endswith(".html") else None


def _stamps(root: Path) -> dict[Path, int]:
    """When each file of the code was last written."""
    files = (p for p in (root / "build_scripts").rglob("*") if p.suffix in _CODE)
    return {path: path.stat().st_mtime_ns for path in files}


def serve(root: Path, host: str, port: int) -> None:
    """Build and serve until it is stopped; Refused or NoSite where there is no site to begin with."""
    with tempfile.TemporaryDirectory(prefix="policy-in-parallel-") as name:
        serving = Serving(root, f"http://{host}:{port}/", Path(name))
        serving.first()
        server = LiveReloadServer(serving.again, host, port, name, polling_interval=_EVERY)
        server.set_app(serving.shown(server.serve_request))
        lost = Path(name) / "404.html"
        server.error_handler = lambda code: lost.read_bytes() if code == 404 and lost.is_file() else None
        for watched in _WATCHED:
            if (root / watched).exists():
                server.watch(str(root / watched))
        print(_SAID("serving", url=server.url), file=sys.stderr, flush=True)
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            return
        except NewCode:
            print(_SAID.new_code, file=sys.stderr, flush=True)
        finally:
            server.shutdown(wait=True)
    os.execv(sys.executable, [sys.executable, "-m", "build_scripts", *sys.argv[1:]])
