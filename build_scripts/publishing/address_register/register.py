"""The register of addresses and the site: what there is of pages, what is new, what stands where a page has gone.

A page that moved leaves a redirect, one that went leaves a tombstone: plain HTML files, written beside mkdocs' pages
so that neither the sitemap nor the search knows of them.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from build_scripts import addresses
from build_scripts.checks import run_checks
from build_scripts.checks.permalinks import lost, unregistered
from build_scripts.locating.loading import corpus_of, load
from build_scripts.model import Corpus, Permalink
from build_scripts.problems import Problem, errors
from build_scripts.publishing.pages.all_pages import pages
from build_scripts.publishing.pages.rendering import render
from build_scripts.publishing.pages.writing import manifest
from build_scripts.publishing.settings import Site
from build_scripts.store.paths import Layout, write_atomically
from build_scripts.store.permalinks import destination, in_order, of_records
from build_scripts.store.yaml_dump import dump

PATH = "structured/permalinks.yml"


def address_of(page_path: str) -> str:
    """The address at which mkdocs publishes a Markdown file of docs/.

    >>> address_of("measures/a/3.4.md"), address_of("topics/index.md"), address_of("index.md")
    ('/measures/a/3.4/', '/topics/', '/')
    """
    path = page_path.removesuffix(".md")
    path = "" if path == "index" else path.removesuffix("/index")
    return f"/{path}/" if path else "/"


def hand_written(docs_dir: Path) -> list[str]:
    """The Markdown files below docs/ that a person wrote, with forward slashes: those git does not ignore."""
    listed = subprocess.run(
        ["git", "-C", str(docs_dir), "ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.md"],
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:  # no checkout: all but what the generator says it wrote
        found = {p.relative_to(docs_dir).as_posix() for p in docs_dir.rglob("*.md")} - manifest(docs_dir)
    else:
        found = {p for p in listed.stdout.split("\0") if p and (docs_dir / p).is_file()}
    return sorted(p for p in found if not p.startswith("overrides/"))


def register(root: Path, today: str | None = None) -> tuple[list[str], list[Problem]]:
    """Add every page that is not in the register yet, first published ``today``; nothing is removed or changed.

    Returns the addresses added, and the problems that stand in the way.
    """
    day = today or date.today().isoformat()
    loading = load(root)
    found = sorted(loading.problems + run_checks(loading))
    wrong = [p for p in errors(found) if p.code != "address-unregistered"]
    if wrong:
        return [], wrong
    corpus = corpus_of(loading)
    docs_dir = root / "docs"
    paths = [p.path for p in pages(corpus)] + (hand_written(docs_dir) if docs_dir.is_dir() else [])
    plain = {address_of(p): Permalink(address_of(p), "page", day) for p in paths}
    here = plain | of_records(corpus.documents, corpus.vocabulary, day)
    known = {e.address for e in corpus.permalinks}
    new = [here[a] for a in sorted(here.keys() - known)]
    if new:
        write_atomically(Layout(root).permalinks, dump(in_order([*corpus.permalinks, *new])).encode())
    return [e.address for e in new], []


def unkept(corpus: Corpus, here: Iterable[str]) -> list[Problem]:
    """Where the pages of a build and the register differ; nothing without a register."""
    if not corpus.permalinks:
        return []
    here = set(here)
    return lost(PATH, corpus.permalinks, here) + unregistered(PATH, corpus.permalinks, here)


def departed(corpus: Corpus, site: Site) -> dict[str, str]:
    """By path below the site's root: the page that stands where another was."""
    entries = {e.address: e for e in corpus.permalinks}
    found = {}
    for entry in corpus.permalinks:
        here = entry.address.removeprefix("/")
        if entry.gone is not None:
            found[f"{here}index.html"] = _render("gone.html.j2", here, entry=entry)
        elif entry.successor is not None:
            to = (destination(entries, entry.address) or "/").removeprefix("/")
            found[f"{here}index.html"] = _render("moved.html.j2", here, canonical=site.absolute(to), to=to)
    return found


def _render(template: str, here: str, **context: object) -> str:
    return render(template, here=here, href=lambda to: addresses.relative(to, here), **context)


def write_departed(corpus: Corpus, site_dir: Path, site: Site) -> int:
    """Write redirects and tombstones into the built site; a page that is there is never written over."""
    found = departed(corpus, site)
    for path, text in found.items():
        target = site_dir / path
        if not os.path.lexists(target) or _ours(target):
            write_atomically(target, text.encode())
    return len(found)


def _ours(path: Path) -> bool:
    return b'name="departed"' in path.read_bytes()
