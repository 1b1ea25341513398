"""The three commands of a build: what goes before the generator, all of it, what comes after."""

from __future__ import annotations

from pathlib import Path

from build_scripts.publishing.building import running
from build_scripts.publishing.building.after import write_after
from build_scripts.publishing.building.before import write_before
from build_scripts.publishing.building.build import Build, read_build
from build_scripts.publishing.building.engines import NoSite, chosen, render
from build_scripts.publishing.text.wording.loading import wording

_SAID = wording("problems")


def pages(root: Path) -> str:
    """Write what goes before into docs/; what there is to say of it."""
    write_before(read_build(root), root / "docs")
    return _SAID("pages_written")


def finish(root: Path) -> str:
    """Complete the site that a generator has built; NoSite where there is none."""
    if not (root / "site" / "index.html").is_file():
        raise NoSite(_SAID.no_site)
    write_after(read_build(root), root / "site")
    return _told(root / "site")


def site(root: Path) -> str:
    """The whole site, by the generator that ``ENGINE`` names."""
    engine = chosen()
    write_site(read_build(root), engine)
    return _told(root / "site")


def write_site(build: Build, engine: str) -> None:
    """Both halves of a build with a generator between them, all of one reading of the tree."""
    running.keep(build)
    write_before(build, build.root / "docs")
    render(engine, build.root, build.site)
    write_after(build, build.root / "site")


def _told(site_dir: Path) -> str:
    count = sum(1 for _ in site_dir.rglob("*.html"))
    size = sum(f.stat().st_size for f in site_dir.rglob("*") if f.is_file())
    return _SAID("site_written", n=count, size=f"{size / 1e6:.1f}", folder=site_dir.name)
