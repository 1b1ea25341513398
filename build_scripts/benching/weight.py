"""How heavy the pages are that grow with the corpus: ``python -m build_scripts.benching.weight [FOLDER…]`` in a tree's folder.

Each is drawn and framed as it is published, the largest told of each folder, with how many further pages there are.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable
from pathlib import Path

from .. import addresses
from ..publishing.building import held_build
from ..publishing.building.build_inputs import read_build
from ..publishing.building.kept.mkdocs_frames import Frames
from ..publishing.building.kept.site_pieces import page_pieces
from ..publishing.building.site_generators import by_mkdocs
from ..publishing.pages.all_pages import pages_of
from ..publishing.pages.rendering import Page
from ..store.paths import root

ONE_EACH = ("measures/", "documents/", "compare/")
"""Folders of which a page holds one thing, and grows with it: only their lists are weighed."""


def lists(pages: Iterable[Page], folders: Collection[str]) -> list[Page]:
    """The pages that list things, below some folders where they are given."""
    found = [p for p in pages if not p.path.startswith(ONE_EACH) or p.path.endswith("/index.md")]
    return [p for p in found if not folders or p.path.split("/")[0].removesuffix(".md") in folders]


def main(tree: Path, folders: Collection[str]) -> None:
    build = read_build(tree)
    held_build.keep(build)
    pages = list(pages_of(build.index, build.comparison, build.site, build.history, build.essays))
    with by_mkdocs(build.site):
        frames = Frames(tree / "mkdocs.yml", [p.path for p in pages])
    largest: dict[str, tuple[int, str]] = {}
    further: dict[str, int] = {}
    for piece in page_pieces(build, lists(pages, folders), frames.framed):
        sizes = {path: len(data) for path, data in piece.run().items() if path.endswith(".html")}
        for path, size in sizes.items():
            folder, address = path.split("/")[0], path.removesuffix("index.html")
            largest[folder] = max(largest.get(folder, (0, "")), (size, path))
            further[folder] = further.get(folder, 0) + (addresses.first_page(address) != address)
    for folder, (size, path) in sorted(largest.items()):
        print(f"{size:>9,}  {path}  (+{further[folder]})")


if __name__ == "__main__":
    main(root(), frozenset(sys.argv[1:]))
