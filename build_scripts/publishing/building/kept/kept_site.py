"""The whole site by mkdocs' theme, with what stands from the last time: only what changed is made, what went is removed.

The same files as by the long way (``before_all_after.by_halves``), to the byte. What was made of what is written down in
.cache/building/; a build that looks at none of it is one flag away.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import cache
from importlib.metadata import distributions
from itertools import chain
from pathlib import Path

from build_scripts import addresses
from build_scripts.publishing.address_register import register
from build_scripts.publishing.building import before_generator, held_build
from build_scripts.publishing.building.build_inputs import Build
from build_scripts.publishing.building.keeping.kept_templates import KeptTemplates
from build_scripts.publishing.building.keeping.ledger import Ledger, read_ledger, write_ledger
from build_scripts.publishing.building.keeping.making import make, remove_others
from build_scripts.publishing.building.keeping.recorded_corpus import RecordedComparison, RecordedIndex, recorded
from build_scripts.publishing.building.keeping.sums import Sums, sum_of_bytes, sum_of_files
from build_scripts.publishing.building.kept.mkdocs_frames import Frames
from build_scripts.publishing.building.kept.pages_by_hand import by_hand
from build_scripts.publishing.building.kept.site_pieces import departed_piece, file_pieces, page_pieces
from build_scripts.publishing.building.site_generators import by_mkdocs
from build_scripts.publishing.pages.all_pages import pages_of
from build_scripts.publishing.pages.rendering import TEMPLATES, environment
from build_scripts.store.paths import looked_at_again, write_atomically
from build_scripts.store.yaml_files_to_model import remembers

KEPT, COMPILED = Path(".cache") / "building", Path(".cache") / "templates"
Told = Callable[[int, int], object]


def build_kept(build: Build, fresh: bool = False, told: Told = lambda *_: None) -> None:
    """Build ``build.root``/site/; ``fresh``, with nothing of what was kept.

    ``told`` is called as pieces of work are done: how many, of how many. NoSite where mkdocs refuses a page by hand,
    Refused where the register does not hold.
    """
    site_dir, ledger, made_with = build.root / "site", build.root / KEPT / "ledger", made_with_all(build)
    before = Ledger() if fresh else read_ledger(ledger, made_with)
    environment().bytecode_cache = None if fresh else KeptTemplates(build.root / COMPILED)
    *_, after = steps(build, site_dir, before, told)
    write_ledger(ledger, made_with, after)


def steps(
    build: Build,
    site_dir: Path,
    before: Ledger,
    told: Told = lambda *_: None,
    apart: bool = False,
    live: bool = False,
    look: bool = True,
    first: Collection[str] = (),
) -> Iterator[Ledger]:
    """The same in steps into ``site_dir``, with what there is after each: generated pages and files, pages by hand.

    Pages and files are made together, so that no process waits for another; ``apart``, the pages of the documents ``first``
    (by id), then the other pages, each as a step of its own. ``live`` pages are served where something is put into them.
    Files are not looked at, to see whether they stand as they were made, where ``look`` says so.
    """
    root = build.root
    build = replace(_recorded(build), downloads=site_dir)
    held_build.keep(build)
    pages = list(pages_of(build.index, build.comparison, build.site, build.history, build.essays))
    written = register.by_hand(root / "docs")
    mine = [path for path in written if path.endswith(".md") and not path.startswith(register.UNPUBLISHED)]
    paths = [p.path for p in pages]
    before_generator.keep_addresses(build, [*paths, *mine])
    with looked_at_again():
        write_atomically(root / "docs" / before_generator.VERSION, build.site.version.encode())
    sums = _sums(build)
    with by_mkdocs(build.site):
        frames = Frames(root / "mkdocs.yml", [*paths, *mine], live)
    of_first = {p.path: addresses.document_of(addresses.published_at(p.path)) in first for p in pages}
    near, far = (
        page_pieces(build, [p for p in pages if of_first[p.path] is own], frames.framed) for own in (True, False)
    )
    after = Ledger()
    if apart:
        yield (after := make(list(near), site_dir, before, sums, told, look))
    _foresee(build)
    others = file_pieces(build, pages, mine)
    for pieces in (far, others) if apart else (chain(others, near, far),):
        yield (after := after | make(list(pieces), site_dir, before, sums, told, look))
    last = by_hand(build, site_dir, written, paths, after.files, live)
    after |= make([last], site_dir, before, sums, told, look)
    after |= make([departed_piece(build, site_dir, after.files)], site_dir, before, sums, told, look)
    remove_others(site_dir, after.files)
    yield after


_last: Sums | None = None
"""In a process that lasts, the sums of its last build."""


def _sums(build: Build) -> Sums:
    global _last  # noqa: PLW0603 — of the whole process
    found = Sums(build.index.corpus, build.index, build.comparison, _last)
    _last = found if remembers() else None
    return found


def _foresee(build: Build) -> None:
    """Find what many pieces of work will ask for, once, before there are several processes."""
    for holder, name in ((build.comparison, "genre"), (build.index, "coverage"), (build.index, "agreements")):
        getattr(holder, name)


def _recorded(build: Build) -> Build:
    corpus = recorded(build.index.corpus)
    return replace(build, index=RecordedIndex(corpus), comparison=RecordedComparison(corpus))


def of_everything(path: Path) -> bool:
    """Whether a file of the code is part of what everything is made with."""
    return path.is_file() and path.suffix != ".pyc" and path.parent != TEMPLATES


@cache
def _packages() -> tuple[str, ...]:
    return tuple(sorted(f"{d.name} {d.version}" for d in distributions()))


def made_with_all(build: Build) -> str:
    """The sum of what everything is made with: the code, the theme's layer, the settings, Python and its packages. (Templates
    of pages are recorded where they are used.)"""
    code, layer = Path(__file__).resolve().parents[3] / "build_scripts", build.root / "docs" / "overrides"
    told = [
        str(build.root),  # scripts and templates are recorded by their paths
        repr(build.site),
        platform.python_version(),
        *_packages(),
        *(sum_of_files(filter(of_everything, f.rglob("*")), f) for f in (code, layer)),
        (build.root / "mkdocs.yml").read_text("utf-8"),
        os.environ.get("SOURCE_DATE_EPOCH", ""),
    ]
    return sum_of_bytes("\0".join(told).encode())
