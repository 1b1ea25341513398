"""The whole site by mkdocs' theme, with what stands from the last time: only what changed is made, what went is removed.

The same files as by the long way (``before_all_after.by_halves``), to the byte. What was made of what is written down in
.cache/building/; a build that looks at none of it is one flag away.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import distributions
from pathlib import Path

from build_scripts.publishing.address_register import register
from build_scripts.publishing.building import before_generator, held_build
from build_scripts.publishing.building.build_inputs import Build
from build_scripts.publishing.building.mkdocs_frames import Frames
from build_scripts.publishing.building.pages_by_hand import by_hand
from build_scripts.publishing.building.site_generators import by_mkdocs
from build_scripts.publishing.building.site_works import works
from build_scripts.publishing.keeping.ledger import Ledger, read_ledger, write_ledger
from build_scripts.publishing.keeping.making import make, remove_others
from build_scripts.publishing.keeping.recorded_corpus import RecordedComparison, RecordedIndex, recorded
from build_scripts.publishing.keeping.sums import Sums, sum_of_bytes, sum_of_files
from build_scripts.publishing.pages.all_pages import pages_of
from build_scripts.store.paths import looked_at_again, write_atomically

KEPT = Path(".cache") / "building"
Told = Callable[[int, int], object]


def build_kept(build: Build, fresh: bool = False, told: Told = lambda *_: None) -> None:
    """Build ``build.root``/site/; ``fresh``, with nothing of what was kept.

    ``told`` is called as pieces of work are done: how many, of how many. NoSite where mkdocs refuses a page by hand,
    Refused where the register does not hold.
    """
    root, site_dir, ledger = build.root, build.root / "site", build.root / KEPT / "ledger"
    build = replace(_recorded(build), downloads=site_dir)
    held_build.keep(build)
    pages = list(pages_of(build.index, build.comparison, build.site, build.history, build.essays))
    written = register.by_hand(root / "docs")
    mine = [path for path in written if path.endswith(".md") and not path.startswith(register.UNPUBLISHED)]
    paths = [p.path for p in pages]
    before_generator.keep_addresses(build, [*paths, *mine])
    with looked_at_again():
        write_atomically(root / "docs" / before_generator.VERSION, build.site.version.encode())
    made_with = _made_with(build)
    before = Ledger() if fresh else read_ledger(ledger, made_with)
    sums = Sums(build.index.corpus, build.index, build.comparison)
    with by_mkdocs(build.site):
        frames = Frames(root / "mkdocs.yml", [*paths, *mine])
    first = make(list(works(build, pages, mine, frames.framed)), site_dir, before, sums, told)
    second = make([by_hand(build, site_dir, written, paths, first.files)], site_dir, before, sums)
    after = Ledger({**second.made, **first.made}, {**second.reads, **first.reads})
    remove_others(site_dir, after.files)
    write_ledger(ledger, made_with, after)


def _recorded(build: Build) -> Build:
    corpus = recorded(build.index.corpus)
    return replace(build, index=RecordedIndex(corpus), comparison=RecordedComparison(corpus))


def _made_with(build: Build) -> str:
    """The sum of what everything is made with: the code and its templates, the theme's layer, the settings, Python and its
    packages."""
    code, layer = Path(__file__).resolve().parents[3] / "build_scripts", build.root / "docs" / "overrides"
    told = [
        repr(build.site),
        platform.python_version(),
        *sorted(f"{d.name} {d.version}" for d in distributions()),
        *(sum_of_files((p for p in f.rglob("*") if p.is_file() and p.suffix != ".pyc"), f) for f in (code, layer)),
        (build.root / "mkdocs.yml").read_text("utf-8"),
        os.environ.get("SOURCE_DATE_EPOCH", ""),
    ]
    return sum_of_bytes("\0".join(told).encode())
