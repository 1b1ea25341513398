"""Everything that a site is made of beside the pages by hand, as pieces of work, each with what it is given."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from build_scripts import addresses, git
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.publishing.address_register.departed import departed, departed_files
from build_scripts.publishing.building import after_generator, before_generator
from build_scripts.publishing.building.build_inputs import Build
from build_scripts.publishing.building.build_step import Writer
from build_scripts.publishing.building.completing_pages import Forms, completed
from build_scripts.publishing.building.keeping.making import Piece
from build_scripts.publishing.building.keeping.sums import sum_of_files
from build_scripts.publishing.building.site_files import sitemap
from build_scripts.publishing.building.site_files.pages_as_markdown import page_markdown
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.index.recording import FILES, note, unrecorded
from build_scripts.publishing.pages.article_by_article_downloads import table_files
from build_scripts.publishing.pages.drawn_pages import drawn
from build_scripts.publishing.pages.other_forms import links
from build_scripts.publishing.pages.rendering import Page
from build_scripts.publishing.pages.views.compare import sides
from build_scripts.publishing.pages.word.writing import article_files, question_files
from build_scripts.publishing.settings import Site
from build_scripts.store.paths import Layout, held_back

Framed = Callable[[str, Mapping[str, Any], str], str]
"""The theme around a page: its path below docs/, its front matter, its HTML."""

_APART = frozenset(
    {
        *("pages", "version", "unused", "style sheets", "completed pages", "markdown of pages"),
        *("tables", "word", "sitemap", "departed"),
    }
)
"""Writers of the long way that are done otherwise here, page by page or table by table."""
_WHOLE = tuple(w for w in (*before_generator.BEFORE, *after_generator.AFTER) if w.name not in _APART)
"""Writers that are one piece of work each, in a folder of their own: most of what they write is made of the whole corpus."""
_RECORDED = ("index", "comparison", "site", "root")
"""What is not given but recorded as it is read; and the settings and the place, with which everything is made."""


def page_pieces(build: Build, pages: Sequence[Page], framed: Framed) -> Iterator[Piece]:
    """A piece of work for each generated page, with its further pages. ``build`` tells what is read of it."""
    for page in pages:
        yield _page(build, page, framed)


def file_pieces(build: Build, pages: Sequence[Page], by_hand: Collection[str]) -> Iterator[Piece]:
    """What is no page, those that take longest first; ``by_hand`` are the pages by hand, below docs/."""
    for writer in _WHOLE:
        yield _whole(build, writer)
    paths = sorted({p.path for p in pages} | set(by_hand))
    days = git.last_days(build.root, "docs")
    yield Piece("sitemap", (paths, days, build.history), lambda: sitemap.sitemap_files(build, paths, days))
    yield Piece("departed", paths, lambda: _departed(build, paths))
    for side in sides(build.comparison, build.index):
        yield Piece(
            f"table {side.own.id} {side.other.id}",
            side,
            lambda s=side: table_files(build.index, s, build.site) | article_files(build.index, s, build.site),  # type: ignore[misc]
        )
    for topic in build.index.topics.values():
        yield Piece(
            f"word {topic.id}",
            topic,
            lambda t=topic: question_files(build.index, t, build.site),  # type: ignore[misc]
        )


def html_path(path: str) -> str:
    """Where the page of a Markdown file stands below the site.

    >>> html_path("measures/a/3.4.md"), html_path("topics/index.md")
    ('measures/a/3.4/index.html', 'topics/index.html')
    """
    return f"{addresses.published_at(path)}index.html"


def _page(build: Build, page: Page, framed: Framed) -> Piece:
    def script(path: str) -> str:
        file = build.root / "docs" / path
        note(FILES, str(file))
        return file.read_text("utf-8")

    def run() -> dict[str, bytes]:
        files: dict[str, bytes] = {}
        for path, part in drawn(page, build.site.longest):
            address, html = addresses.published_at(path), framed(path, part.head, part.body)
            done = completed(html, address, build.site, script, forms=forms_of(build))
            files |= with_markdown(done, address, build.site)
        return files

    given = tuple(g for g in page.given if not isinstance(g, Index | Comparison | Site))
    return Piece(f"page {page.path}", given, run, _kind(page.path))


def forms_of(build: Build) -> Forms:
    return lambda address: links(build.index, address)


def with_markdown(html: str, address: str, site: Site) -> dict[str, bytes]:
    """A finished page, and the same as Markdown beside it, by path below the site."""
    files = {f"{address}index.html": html.encode()}
    if made := page_markdown(html, address, site):
        files[addresses.page_markdown(address)] = made.encode()
    return files


def _kind(path: str) -> str:
    """What pages have in common that load and compute the same for themselves: their folder, and how deep they stand.

    >>> _kind("measures/a/3.4.md"), _kind("topics/green.md"), _kind("targets.md")
    ('measures/2', 'topics/1', '')
    """
    folder, _, rest = path.partition("/")
    return f"{folder}/{rest.count('/') + 1}" if rest else ""


def _whole(build: Build, writer: Writer) -> Piece:
    """A writer by itself, for a folder in which nothing is: what it would write there are its files."""
    given = [getattr(build, name) for name in writer.reads if name not in _RECORDED]
    if "root" in writer.reads:
        given.append(sum_of_tree(build.root))

    def run() -> dict[str, bytes]:
        with tempfile.TemporaryDirectory(prefix="writer-") as name, held_back() as files:
            writer.run(build, Path(name))
            return {path.relative_to(name).as_posix(): files[path] for path in sorted(files)}

    return Piece(f"files {writer.name}", tuple(given), run, foresee=lambda: writer.foresee(build))


def sum_of_tree(root: Path) -> str:
    """The sum of all that is read of a tree beside its code: structured/, licence and citation."""
    data = Layout(root).data
    files = [*data.rglob("*"), root / "CITATION.cff", root / "LICENSE"]
    return sum_of_files((f for f in files if f.is_file()), root)


def departed_piece(build: Build, site_dir: Path, made: Collection[str]) -> Piece:
    """The files that went with pages that moved or went; ``made`` are those that stand by now."""
    with unrecorded():
        entries = build.index.corpus.permalinks
        found = departed_files(entries, lambda path: (site_dir / path).read_bytes() if path in made else None, made)
    return Piece("departed files", sorted(found.items()), lambda: found)


def _departed(build: Build, paths: Sequence[str]) -> dict[str, bytes]:
    with unrecorded():
        standing = {html_path(path) for path in paths}
    found = departed(build.index.corpus, build.site)
    return {path: text.encode() for path, text in found.items() if path not in standing}
