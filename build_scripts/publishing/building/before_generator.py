"""What stands in docs/ before a generator runs: pages, downloads, feeds, citations."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from build_scripts import addresses
from build_scripts.publishing.address_register import register
from build_scripts.publishing.building.build_inputs import Build, Refused
from build_scripts.publishing.building.build_step import Writer, write
from build_scripts.publishing.building.site_files.site_descriptions import write_descriptions
from build_scripts.publishing.citing.citation_files import write_citations
from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.writing import write_data
from build_scripts.publishing.history.feeds import write_feeds
from build_scripts.publishing.pages.all_pages import pages_of
from build_scripts.publishing.pages.views.compare import compared
from build_scripts.publishing.pages.writing import write_pages
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.store.paths import write_atomically

VERSION = "overrides/generated/version.html"
"""The version of the data, where the theme's templates find it: a generator hands them nothing of ours."""


def _pages(build: Build, docs_dir: Path) -> None:
    pages = pages_of(build.index, build.comparison, build.site, build.history, build.essays)
    write_pages(pages, docs_dir, build.site.longest)


def _dataset(build: Build, docs_dir: Path) -> None:
    write_data(build.index.corpus, docs_dir, build.commit, build.root, build.comparison, build.site)


def _feeds(build: Build, docs_dir: Path) -> None:
    write_feeds(build.index, build.history, build.site, docs_dir)


def _citations(build: Build, docs_dir: Path) -> None:
    write_citations(build.index, docs_dir, build.site, compared(build.comparison, build.index), build.essays)


def _descriptions(build: Build, docs_dir: Path) -> None:
    write_descriptions(build.index, build.site, docs_dir)


def _version(build: Build, docs_dir: Path) -> None:
    write_atomically(docs_dir / VERSION, build.site.version.encode())


_AT_ROOT = (addresses.OPENSEARCH, addresses.LLMS, f"{addresses.DATA}{about.DCAT}")

BEFORE = (
    Writer("pages", ("index", "comparison", "site", "history", "essays"), ("**.md", ".generated"), _pages),
    Writer(
        "dataset",
        ("index", "comparison", "site", "root", "commit"),
        ("data/*", "data/*/*", "data/*/*/*"),
        _dataset,
        lambda build: build.comparison.phrases_of_pairs(),
    ),
    Writer("feeds", ("index", "site", "history"), (f"{addresses.FEEDS}*.xml",), _feeds),
    Writer("citations", ("index", "comparison", "site", "essays"), (f"{addresses.CITATIONS}**",), _citations),
    Writer("descriptions", ("index", "site"), _AT_ROOT, _descriptions),
    Writer("version", ("site",), (VERSION,), _version),
)


def write_before(build: Build, docs_dir: Path) -> None:
    """All of it; Refused where a page of the register would be missing, or one that is here is not in it."""
    write(BEFORE, build, docs_dir)
    keep_addresses(build, register.published(docs_dir))


def keep_addresses(build: Build, paths: Iterable[str]) -> None:
    """Refused where the pages at ``paths`` below docs/ are not those of the register."""
    here = [addresses.rooted(addresses.published_at(p)) for p in paths]
    problems = register.unkept(build.index.corpus, here)
    if problems:
        raise Refused(wording("problems").unkept, problems)
