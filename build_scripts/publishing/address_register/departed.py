"""What stands where a page was: a redirect where it moved, a tombstone where it went; and where its files were.

Pages are plain HTML files, written beside mkdocs' pages so that neither the sitemap nor the search knows of them. A static host
cannot lead a program from one file to another, so an old file holds what the new one does.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Sequence
from pathlib import Path

from build_scripts import addresses
from build_scripts.model import Corpus, Permalink
from build_scripts.publishing.pages.rendering import render
from build_scripts.publishing.settings import Site
from build_scripts.publishing.text.json_text import for_people
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


def files_of(address: str) -> dict[str, str]:
    """The files that go with the page at an address (below the site's root), by form: where they are, if they are."""
    kind, _, id = address.rstrip("/").partition("/")
    found = {"md": addresses.page_markdown(address), "json": addresses.entry_json(kind, id)}
    cited = f"{kind}/{id}" if f"{kind}/" in (addresses.TOPICS, addresses.COMPARE, addresses.ANALYSIS) else id
    found |= {f"cite.{ending}": addresses.citation(cited, ending) for ending in ("bib", "ris", "json")}
    if f"{kind}/" == addresses.TOPICS:
        found |= {"feed": addresses.topic_feed(id), "docx": addresses.questions_in_word(id)}
    if f"{kind}/" == addresses.DOCUMENTS:
        forms = (("akn", "xml"), ("text", "txt"), ("markdown", "md"))
        found |= {folder: addresses.download(folder, id, ending) for folder, ending in forms}
        found["source"] = addresses.source_text(id)
    if f"{kind}/" == addresses.COMPARE:
        found |= {ending: f"{address}table.{ending}" for ending in ("csv", "xlsx", "docx")}
    return found


def departed_files(
    permalinks: Sequence[Permalink], read: Callable[[str], bytes | None], there_already: Container[str]
) -> dict[str, bytes]:
    """Where files of what moved were, those of where it is now; where data of what went were, a word on why.

    ``read`` gives a file of the site by its path below it, or None; one that is there is not made again.
    """
    entries = {e.address: e for e in permalinks}
    found: dict[str, bytes] = {}
    for entry in permalinks:
        if entry.kind == "point":
            continue
        here = files_of(addresses.unrooted(entry.address))
        if entry.gone is not None:
            gone = {"was": entry.gone.was, "reason": entry.gone.reason, "date": entry.gone.date}
            if entry.kind != "page":
                found[here["json"]] = for_people({"gone": gone})
        elif entry.successor is not None:
            to = addresses.unrooted((destination(entries, entry.address) or "/").partition("#")[0])
            there = files_of(to)
            for form in here.keys() & there.keys():
                if (data := read(there[form])) is not None:
                    found[here[form]] = data
    return {path: data for path, data in found.items() if path not in there_already}


def write_departed(corpus: Corpus, site_dir: Path, site: Site) -> int:
    """Write redirects and tombstones into the built site; a page that is there is never written over."""
    found = departed(corpus, site)
    for path, text in found.items():
        target = site_dir / path
        if not os.path.lexists(target) or _ours(target):
            write_atomically(target, text.encode())
    files = {p.relative_to(site_dir).as_posix() for p in site_dir.rglob("*") if p.is_file()}
    of_files = departed_files(
        corpus.permalinks, lambda path: (site_dir / path).read_bytes() if path in files else None, files
    )
    for path, data in of_files.items():
        write_atomically(site_dir / path, data)
    return len(found)


def _ours(path: Path) -> bool:
    return b'name="departed"' in path.read_bytes()
