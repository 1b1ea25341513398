"""What stands where a page was: a redirect where it moved, a tombstone where it went.

Both are plain HTML files, written beside mkdocs' pages so that neither the sitemap nor the search knows of them.
"""

from __future__ import annotations

import os
from pathlib import Path

from build_scripts import addresses
from build_scripts.model import Corpus
from build_scripts.publishing.pages.rendering import render
from build_scripts.publishing.settings import Site
from build_scripts.store.paths import write_atomically
from build_scripts.store.permalinks import destination


def departed(corpus: Corpus, site: Site) -> dict[str, str]:
    """By path below the site's root: the page that stands where another was."""
    entries = {e.address: e for e in corpus.permalinks}
    found = {}
    for entry in corpus.permalinks:
        if entry.kind == "point":  # an anchor on its topic's page, which says itself where it went
            continue
        here = entry.address.removeprefix("/")
        if entry.gone is not None:
            found[f"{here}index.html"] = _render("gone.html.j2", here, entry=entry)
        elif entry.successor is not None:
            to = (destination(entries, entry.address) or "/").removeprefix("/")
            found[f"{here}index.html"] = _render("moved.html.j2", here, canonical=site.absolute(to), to=to)
    return found


def _render(template: str, here: str, **context: object) -> str:
    return render(template, here=here, href=lambda to: addresses.relative(to, here), **context)


def write_departed(corpus: Corpus, site_dir: Path, site: Site) -> int:
    """Write redirects and tombstones into the built site; a page that is there is never written over."""
    found = departed(corpus, site)
    for path, text in found.items():
        target = site_dir / path
        if not os.path.lexists(target) or _ours(target):
            write_atomically(target, text.encode())
    return len(found)


def _ours(path: Path) -> bool:
    return b'name="departed"' in path.read_bytes()
