"""The search index of the site: every measure findable by any stretch of its words, in either script.

A shadow page per measure (folded, cut into pairs of characters) goes through Pagefind, which answers one question:
which pages hold these tokens in a row, and where first. All else the search page needs stands beside it as plain JSON:

    pagefind/                          Pagefind's script, wasm and index; no fragments, no user interface
    assets/search/catalogue.json       what each indexed page is: its document, topics, bodies; labels; synonyms
    assets/search/fold.json            the table by which queries are folded like the texts
    assets/search/text/<measure>.json  heading and text as printed, for excerpts; fetched when a result is seen
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_scripts.model import Corpus
from build_scripts.publishing.index import Entry, Index
from build_scripts.publishing.search_index.catalogue import catalogue, text_record
from build_scripts.publishing.search_index.pagefind import build_index
from build_scripts.publishing.search_index.shadow import shadow_page
from build_scripts.publishing.search_index.synonyms import SynonymGroup, read_synonyms
from build_scripts.publishing.search_index.tokens import fold_table

__all__ = ["Indexed", "SynonymGroup", "read_synonyms", "write_search_index"]


@dataclass(frozen=True)
class Indexed:
    """Measures indexed, bytes of all files written, and how long it took."""

    pages: int
    bytes: int
    seconds: float


def write_search_index(corpus: Corpus, site_dir: Path, synonyms: Iterable[SynonymGroup] = ()) -> Indexed:
    """Index every measure of ``corpus`` into the built site at ``site_dir``, replacing an earlier index.

    The same corpus gives the same files. Raises ``PagefindError`` where the indexer fails.
    """
    started = time.perf_counter()
    index = Index(corpus)
    entries = list(index.entries.values())
    hashes = build_index([shadow_page(e, index) for e in entries], site_dir / "pagefind")

    assets = site_dir / "assets" / "search"
    shutil.rmtree(assets, ignore_errors=True)
    _write_json(assets / "catalogue.json", catalogue(index, hashes, synonyms))
    _write_json(assets / "fold.json", fold_table())
    _write_texts(assets / "text", entries, index)
    size = sum(f.stat().st_size for d in (assets, site_dir / "pagefind") for f in d.rglob("*") if f.is_file())
    return Indexed(len(entries), size, time.perf_counter() - started)


def _write_texts(folder: Path, entries: Iterable[Entry], index: Index) -> None:
    for entry in entries:
        _write_json(folder / f"{entry.id}.json", text_record(entry, index))


def _write_json(path: Path, value: Mapping) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), "utf-8")
