"""The generators that can stand between the two halves of a build: Markdown under docs/ to HTML under site/.

``ENGINE`` in the environment names one. All build from the same tree and the same mkdocs.yml; which is the usual one,
and what is lost with the other, stands in docs/decisions/generator.md.
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.labels import listed
from build_scripts.publishing.text.wording.loading import wording

_SAID = wording("problems")


class NoSite(Exception):
    """No site came out; the message says why, and what to do where that is known."""


def chosen(environment: Mapping[str, str] = os.environ) -> str:
    """The generator asked for; NoSite where there is none of that name, or it is not installed."""
    name = environment.get("ENGINE") or MKDOCS
    if name not in ENGINES:
        raise NoSite(_SAID("no_engine", name=name, engines=listed(ENGINES)))
    if find_spec(name) is None:
        raise NoSite(MEND.format(name=name))
    return name


def render(engine: str, root: Path, site: Site) -> None:
    """Build ``root``/site/ out of ``root``/docs/ anew, published as ``site`` says; NoSite where a generator fails."""
    shutil.rmtree(root / "site", ignore_errors=True)
    with _environment(SITE_URL=site.url, REPO_URL=site.repo):
        ENGINES[engine](root)


def _mkdocs(root: Path) -> None:
    """In this process, so that its macros find the build that is running; its hook stays out of it."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    with _told_by_mkdocs():
        config = load_config(str(root / "mkdocs.yml"), hooks=[])
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()


def _zensical(root: Path) -> None:
    """By its command; its macros read the tree for themselves.

    Links are not checked: it takes downloads that end in .md, which come with the second half, for pages.
    """
    command = [sys.executable, "-m", "zensical", "build", "--clean"]
    with _environment(LINKS_NOT_FOUND="ignore"):
        done = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)
    if done.returncode:
        raise NoSite(f"{done.stdout}{done.stderr}zensical：{done.returncode}")


MKDOCS, ZENSICAL = "mkdocs", "zensical"
ENGINES: Mapping[str, Callable[[Path], None]] = {MKDOCS: _mkdocs, ZENSICAL: _zensical}
MEND = _SAID.not_installed


@contextmanager
def by_mkdocs(site: Site) -> Iterator[None]:
    """mkdocs in this process, for a site published as ``site`` says; NoSite with all it says where it refuses a page."""
    with _environment(SITE_URL=site.url, REPO_URL=site.repo), _told_by_mkdocs():
        yield


@contextmanager
def _told_by_mkdocs() -> Iterator[None]:
    with _environment(NO_MKDOCS_2_WARNING="1"), _warnings() as said:  # the theme's word on its own end, planned for
        try:
            yield
        except (Exception, SystemExit) as error:
            told = said if type(error) is SystemExit and said else [*said, f"mkdocs：{error}"]  # a bare number
            raise NoSite("\n".join(told)) from error


@contextmanager
def _environment(**given: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in given}
    os.environ.update(given)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None) if value is None else os.environ.update({name: value})


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """What mkdocs says that stops a strict build."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(f"{record.levelname}: {record.getMessage()}")  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)
