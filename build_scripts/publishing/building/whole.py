"""The three commands of a build: what goes before the generator, all of it, what comes after."""

from __future__ import annotations

from pathlib import Path

from build_scripts.publishing.building import running
from build_scripts.publishing.building.after import write_after
from build_scripts.publishing.building.before import write_before
from build_scripts.publishing.building.build import Build, read_build
from build_scripts.publishing.building.engines import NoSite, chosen, render


def pages(root: Path) -> str:
    """Write what goes before into docs/; what there is to say of it."""
    write_before(read_build(root), root / "docs")
    return "页面与下载已写进 docs/"


def finish(root: Path) -> str:
    """Complete the site that a generator has built; NoSite where there is none."""
    if not (root / "site" / "index.html").is_file():
        raise NoSite("还没有 site/：先用生成器由 docs/ 生成，如 mkdocs build")
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
    return f"{count} 个页面，{size / 1e6:.1f} MB → {site_dir.name}/"
