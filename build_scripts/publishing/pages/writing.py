"""Pages onto disk: only what changed is written, what is no longer generated is removed, each file atomically."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from build_scripts.publishing.pages.drawn_pages import drawn
from build_scripts.publishing.pages.rendering import Page
from build_scripts.publishing.settings import LONGEST, Site
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.store.paths import write_atomically

MANIFEST = ".generated"


@dataclass(frozen=True)
class Written:
    """How many pages there are, how many files changed and how many were removed."""

    count: int
    changed: int
    removed: int


class StrayPath(ValueError):
    """A page's path that leads out of docs/."""


def write_pages(pages: Iterable[Page], docs_dir: Path, longest: int = LONGEST) -> Written:
    """Write ``pages`` below ``docs_dir``, those longer than ``longest`` bytes with their further pages, and delete the pages of the last run that are not among them.

    The list of generated files stands in ``docs_dir/.generated``. It is extended before anything is written,
    so that an interrupted run leaves nothing behind that the next one does not know of.
    """
    docs_dir = Path(docs_dir)
    found = list(pages)
    for page in found:
        _inside(docs_dir, page.path)
    wanted = {path: part.text for p in found for path, part in drawn(p, longest)}
    before = manifest(docs_dir)
    _write(docs_dir / MANIFEST, _lines(before | set(wanted)))
    changed = sum(_write(docs_dir / path, text) for path, text in wanted.items())
    removed = sum(_remove(docs_dir, path) for path in sorted(before - set(wanted)))
    _write(docs_dir / MANIFEST, _lines(set(wanted)))
    return Written(len(wanted), changed, removed)


def _inside(docs_dir: Path, path: str) -> Path:
    target = (docs_dir / path).resolve()
    if not target.is_relative_to(docs_dir.resolve()) or target == docs_dir.resolve():
        raise StrayPath(wording("problems")("stray_path", path=path, folder=docs_dir))
    return target


def _lines(paths: set[str]) -> str:
    return "".join(f"{p}\n" for p in sorted(paths))


def manifest(docs_dir: Path) -> set[str]:
    """The files that the last run generated, below docs/."""
    try:
        return set((docs_dir / MANIFEST).read_text("utf-8").split("\n")) - {""}
    except FileNotFoundError:
        return set()


def _write(path: Path, text: str) -> bool:
    return write_atomically(path, text.encode("utf-8"))


def _remove(docs_dir: Path, path: str) -> bool:
    try:
        target = _inside(docs_dir, path)
        target.unlink()
    except (FileNotFoundError, StrayPath):
        return False
    for folder in target.parents:
        if folder == docs_dir.resolve() or any(folder.iterdir()):
            break
        folder.rmdir()
    return True


def write_robots(site: Site, site_dir: Path) -> None:
    """Everything may be read by machines; the list of it is the sitemap."""
    _write(site_dir / "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site.absolute('sitemap.xml')}\n")
