"""The whole site by mkdocs' theme, with what stands from the last time: only what changed is made, what went is removed.

The same files as by the long way (``before_all_after.by_halves``), to the byte. What was made of what is written down in
.cache/building/; a build that looks at none of it is one flag away.
"""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import distributions
from pathlib import Path

from build_scripts import addresses
from build_scripts.publishing.address_register import register
from build_scripts.publishing.building import after_generator, before_generator, held_build
from build_scripts.publishing.building.build_inputs import Build
from build_scripts.publishing.building.completing_pages import completed
from build_scripts.publishing.building.lighter_style_sheets import SHEETS, lightened
from build_scripts.publishing.building.mkdocs_frames import Frames, build_hand_written
from build_scripts.publishing.building.site_generators import by_mkdocs
from build_scripts.publishing.building.site_works import html_path, works
from build_scripts.publishing.dataset import about
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
    root, site_dir, kept = build.root, build.root / "site", build.root / KEPT
    docs = root / "docs"
    build = replace(build, **_recorded(build), downloads=site_dir)
    held_build.keep(build)
    pages = list(pages_of(build.index, build.comparison, build.site, build.history, build.essays))
    by_hand = register.by_hand(docs)
    hand_pages = [path for path in by_hand if path.endswith(".md") and not path.startswith(register.UNPUBLISHED)]
    before_generator.keep_addresses(build, [p.path for p in pages] + hand_pages)
    with looked_at_again():
        write_atomically(docs / before_generator.VERSION, build.site.version.encode())
    made_with = _made_with(build)
    before = Ledger() if fresh else read_ledger(kept / "ledger", made_with)
    sums = Sums(build.index.corpus, build.index, build.comparison)
    with by_mkdocs(build.site):
        frames = Frames(root / "mkdocs.yml", [p.path for p in pages] + hand_pages)
        todo = list(works(build, pages, hand_pages, frames.framed))
        after, _ = make(todo, site_dir, before, sums, told)
        files = {path for made in after.made.values() for path in made.files}
        asked = {p.path: lambda p=p.path: (site_dir / html_path(p)).read_text("utf-8") for p in pages}  # type: ignore[misc]
        folder = kept / "by-hand"
        shutil.rmtree(folder, ignore_errors=True)
        copied = build_hand_written(
            root / "mkdocs.yml", folder, by_hand, [f for f in files if not f.endswith(".html")], asked
        )
    with looked_at_again():
        mine = _by_hand(build, folder, copied)
        for path in mine.keys() - files:
            write_atomically(site_dir / path, mine[path])
    remove_others(site_dir, files | mine.keys())
    write_ledger(kept / "ledger", made_with, after)


def _recorded(build: Build) -> dict[str, object]:
    corpus = recorded(build.index.corpus)
    return {"index": RecordedIndex(corpus), "comparison": RecordedComparison(corpus)}


def _by_hand(build: Build, folder: Path, copied: dict[str, Path]) -> dict[str, bytes]:
    """The files of the site that are made of files by hand, and the theme's: pages are completed, style sheets lighter."""
    essays = {addresses.essay(e.slug): e for e in build.essays}
    scope = about.scope(build.index)
    found = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        if name.startswith(after_generator.UNUSED):
            continue
        if not name.endswith(".html"):
            found[name] = path.read_bytes()
            continue
        here = name.rpartition("/")[0]
        address = f"{here}/" if here else ""
        done = completed(path.read_text("utf-8"), address, build.site, _script(build), essays.get(address), scope)
        found[name] = done.encode()
    for name, path in copied.items():
        data = path.read_bytes()
        sheet = name.startswith(f"{SHEETS}/") and name.endswith(".css") and "/" not in name.removeprefix(f"{SHEETS}/")
        found[name] = lightened(data.decode()).encode() if sheet else data
    return found


def _script(build: Build) -> Callable[[str], str]:
    return lambda path: (build.root / "docs" / path).read_text("utf-8")


def _made_with(build: Build) -> str:
    """The sum of what everything is made with: the code and its templates, the theme's layer, the settings, Python and its
    packages."""
    code = Path(__file__).resolve().parents[3] / "build_scripts"
    overrides = build.root / "docs" / "overrides"
    told = [
        repr(build.site),
        platform.python_version(),
        *sorted(f"{d.name} {d.version}" for d in distributions()),
        *(sum_of_files((p for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc"), folder) for folder in (code, overrides)),
        (build.root / "mkdocs.yml").read_text("utf-8"),
        os.environ.get("SOURCE_DATE_EPOCH", ""),
    ]
    return sum_of_bytes("\0".join(told).encode())
