"""sitemap.xml, and the same compressed: every page with the day on which what it shows last changed."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree

from build_scripts import addresses, git
from build_scripts.publishing.building.build_inputs import Build
from build_scripts.publishing.history.last_changes import last_changes
from build_scripts.publishing.settings import Site
from build_scripts.store.paths import write_atomically

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'


def days_of(build: Build, paths: Iterable[str], written: Mapping[str, str] | None = None) -> dict[str, str]:
    """By address, for the pages at ``paths`` below docs/: the day of their last change (ISO 8601), or nothing.

    A generated page changes with the records behind it, a hand-written one with its file; ``written`` are the days of
    files by path below the root, asked of git where they are not given.
    """
    generated = last_changes(build.index, build.history or ())
    written = git.last_days(build.root, "docs") if written is None else written
    by_path = {path: addresses.published_at(path) for path in sorted(paths, key=_reading_order)}
    return {to: generated.get(to) or written.get(f"docs/{path}") or "" for path, to in by_path.items()}


def _reading_order(path: str) -> list[tuple[bool, bool, str]]:
    """A folder's own pages before those of its folders, its index first."""
    *folders, name = path.split("/")
    return [*((True, True, f) for f in folders), (False, name != "index.md", name)]


def sitemap(days: Mapping[str, str], site: Site) -> bytes:
    """The list of addresses with their days; a day that is not known is left out."""
    root = etree.Element("urlset", xmlns=NAMESPACE)
    root.text = "\n"
    for address, day in days.items():
        url = etree.SubElement(root, "url")
        url.tail = "\n"
        etree.SubElement(url, "loc").text = site.absolute(address)
        if day:
            etree.SubElement(url, "lastmod").text = day
    return _HEAD + bytes(etree.tostring(root, encoding="utf-8"))


def sitemap_files(build: Build, paths: Iterable[str], written: Mapping[str, str] | None = None) -> dict[str, bytes]:
    """Both files; the compressed one bears the day of the build, so that the same build gives the same bytes."""
    text = sitemap(days_of(build, paths, written), build.site)
    packed = io.BytesIO()
    day = datetime.fromisoformat(build.site.today).replace(tzinfo=UTC)
    with gzip.GzipFile("sitemap.xml", "wb", fileobj=packed, mtime=day.timestamp()) as file:
        file.write(text)
    return {"sitemap.xml": text, "sitemap.xml.gz": packed.getvalue()}


def write_sitemap(build: Build, paths: Iterable[str], site_dir: Path) -> None:
    for path, data in sitemap_files(build, paths).items():
        write_atomically(site_dir / path, data)
