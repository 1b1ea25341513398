"""The pages that people write, built by mkdocs and completed, and the other files by hand: one piece of work."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from build_scripts import addresses
from build_scripts.publishing.building.after_generator import UNUSED
from build_scripts.publishing.building.build_inputs import Build
from build_scripts.publishing.building.completing_pages import SHEETS, completed, lightened
from build_scripts.publishing.building.keeping.making import Piece
from build_scripts.publishing.building.keeping.sums import ANCHORS, sum_of_files
from build_scripts.publishing.building.kept.mkdocs_frames import build_hand_written
from build_scripts.publishing.building.kept.site_pieces import forms_of, html_path, sum_of_tree, with_markdown
from build_scripts.publishing.building.site_generators import by_mkdocs
from build_scripts.publishing.dataset import about
from build_scripts.publishing.index.recording import note


def by_hand(
    build: Build,
    site_dir: Path,
    written: Collection[str],
    pages: Collection[str],
    made: Collection[str],
    live: bool = False,
) -> Piece:
    """``written`` are all files by hand and ``pages`` the generated pages, below docs/; ``made`` the files that stand below
    ``site_dir`` by now: they can be linked to, and their sizes told."""
    docs = build.root / "docs"
    files = sorted(path for path in made if not path.endswith(".html"))
    sizes = [(path, (site_dir / path).stat().st_size) for path in files]
    given = (sum_of_files((docs / path for path in written), docs), sum_of_tree(build.root), sorted(pages), sizes)

    def has(page: str, anchor: str) -> bool:
        html = site_dir / html_path(page)
        note(ANCHORS, str(html), anchor)
        return f'id="{anchor}"' in html.read_text("utf-8")

    def run() -> dict[str, bytes]:
        with tempfile.TemporaryDirectory(prefix="by-hand-") as name:
            with by_mkdocs(build.site):
                copied = build_hand_written(build.root / "mkdocs.yml", Path(name), written, files, pages, has, live)
            found = [*_built(build, Path(name)), *_copied(copied)]
        return {path: data for path, data in found if path not in made}

    return Piece("by hand", given, run)


def _built(build: Build, folder: Path) -> Iterator[tuple[str, bytes]]:
    """What mkdocs built in ``folder`` that belongs into the site, its pages completed."""
    essays = {addresses.essay(e.slug): e for e in build.essays}
    scope = about.scope(build.index)

    def script(path: str) -> str:
        return (build.root / "docs" / path).read_text("utf-8")

    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        if name.startswith(UNUSED):
            continue
        if name.endswith(".html"):
            here = name.rpartition("/")[0]
            address = f"{here}/" if here else addresses.HOME
            essay = essays.get(address)
            html = completed(path.read_text("utf-8"), address, build.site, script, essay, scope, forms_of(build))
            if name.endswith("index.html"):
                yield from with_markdown(html, address, build.site).items()
            else:
                yield name, html.encode()
        else:
            yield name, path.read_bytes()


def _copied(files: dict[str, Path]) -> Iterable[tuple[str, bytes]]:
    for name, path in files.items():
        folder, _, last = name.rpartition("/")
        data = path.read_bytes()
        yield name, lightened(data.decode()).encode() if folder == SHEETS and last.endswith(".css") else data
