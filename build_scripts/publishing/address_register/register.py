"""The register of addresses and the pages of this build: what there is of pages, what is new, what is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

import pathspec

from build_scripts import addresses, git
from build_scripts.checks.all_checks import run_checks
from build_scripts.checks.rules.permalinks import UNSETTLED, lost, unregistered, withheld
from build_scripts.locating.loading import Loading, corpus_of, load
from build_scripts.model import Corpus, Permalink
from build_scripts.problems import Problem, errors
from build_scripts.publishing.pages.all_pages import pages
from build_scripts.publishing.pages.writing import manifest
from build_scripts.store.paths import write_atomically
from build_scripts.store.permalinks import in_order, of_records
from build_scripts.store.yaml_writing.yaml_dump import dump

PATH = "structured/permalinks.yml"


UNPUBLISHED = ("overrides/", "decisions/", "architecture/")
"""Folders of docs/ of which no page is made: mkdocs.yml leaves out the same (``exclude_docs``)."""


def published(docs_dir: Path) -> list[str]:
    """The Markdown files below docs/ that a generator makes pages of, with forward slashes; of a list that goes on on further
    pages the first: what is promised is its address."""
    found = (p.relative_to(docs_dir).as_posix() for p in docs_dir.rglob("*.md"))
    return sorted(p for p in found if not p.startswith(UNPUBLISHED) and not _goes_on(p))


def _goes_on(path: str) -> bool:
    address = addresses.published_at(path)
    return addresses.first_page(address) != address


def hand_written(docs_dir: Path) -> list[str]:
    """Those of them that a person wrote: those git does not ignore."""
    found = git.not_ignored(docs_dir, "*.md")
    if found is None:  # no checkout: all but what the generator says it wrote
        found = {p.relative_to(docs_dir).as_posix() for p in docs_dir.rglob("*.md")} - manifest(docs_dir)
    return sorted(p for p in found if not p.startswith(UNPUBLISHED))


def by_hand(docs_dir: Path) -> frozenset[str]:
    """All files below docs/ that a person wrote, pages or not, with forward slashes."""
    found = git.not_ignored(docs_dir, ".")
    if found is None:  # no checkout: what docs/.gitignore does not leave out
        found = {p.relative_to(docs_dir).as_posix() for p in docs_dir.rglob("*") if p.is_file()}
        ignore = docs_dir / ".gitignore"
        lines = ignore.read_text("utf-8").splitlines() if ignore.is_file() else []
        found -= set(pathspec.GitIgnoreSpec.from_lines(lines).match_files(found))
    return frozenset(found)


def register(root: Path, today: str | None = None, in_doubt: Collection[str] = ()) -> tuple[list[str], list[Problem]]:
    """Add every page that is not in the register yet, first published ``today``; nothing is removed or changed.

    Pages of a document in grave doubt are left out unless ``in_doubt`` names it.

    Returns the addresses added, and the problems that stand in the way.
    """
    return enter(load(root), today, in_doubt)


def enter(
    loading: Loading, today: str | None = None, in_doubt: Collection[str] = ()
) -> tuple[list[str], list[Problem]]:
    """The same for what is loaded. No page is rendered for it: each tells its address."""
    new, wrong = to_enter(loading, today, in_doubt)
    if new:
        register = in_order([*(loading.permalinks.value or ()), *new])
        write_atomically(loading.layout.permalinks, dump(register).encode())
    return [e.address for e in new], wrong


def to_enter(
    loading: Loading, today: str | None = None, in_doubt: Collection[str] = ()
) -> tuple[list[Permalink], list[Problem]]:
    """What would be entered, all of it for good; nothing is written."""
    day = today or date.today().isoformat()
    found = sorted(loading.problems + run_checks(loading))
    wrong = [p for p in errors(found) if p.code not in UNSETTLED]
    if wrong:
        return [], wrong
    corpus = corpus_of(loading)
    docs_dir = loading.layout.root / "docs"
    paths = [p.path for p in pages(corpus)] + (hand_written(docs_dir) if docs_dir.is_dir() else [])
    here = [addresses.rooted(addresses.published_at(p)) for p in paths]
    plain = {a: Permalink(a, "page", day) for a in here}
    made = plain | of_records(corpus.documents, corpus.vocabulary, day, corpus.points, corpus.works)
    known = {e.address for e in corpus.permalinks} | withheld(loading).keys()
    unsure = {f"/{name}/" for name in loading.in_grave_doubt - set(in_doubt)}
    made = {a: p for a, p in made.items() if not any(name in a for name in unsure)}
    return [made[a] for a in sorted(made.keys() - known)], []


def unkept(corpus: Corpus, here: Iterable[str]) -> list[Problem]:
    """Where the pages of a build and the register differ; nothing without a register.

    Of a point the register has no page but an anchor: the checks hold it against the points.
    """
    if not corpus.permalinks:
        return []
    pages_promised, here = [e for e in corpus.permalinks if e.kind != "point"], set(here)
    return lost(PATH, pages_promised, here) + unregistered(PATH, pages_promised, here)
