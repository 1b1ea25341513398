"""The search index written into the built site: a corpus to its files."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from build_scripts.publishing.browser_data.search_index.catalogue import catalogue, ref_of, text_record
from build_scripts.publishing.browser_data.search_index.folding import fold_table
from build_scripts.publishing.browser_data.search_index.postings import positions, shards
from build_scripts.publishing.browser_data.search_index.rows import headings, results, row
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.text.json_text import for_scripts
from build_scripts.store.paths import looked_at_again, write_atomically


@dataclass(frozen=True)
class Indexed:
    """Results that can be found, bytes of all files written, and how long it took."""

    results: int
    bytes: int
    seconds: float


def write_search_index(index: Index, site_dir: Path) -> Indexed:
    """Index a corpus into the built site at ``site_dir``, replacing an earlier index. The same corpus, the same files."""
    started = time.perf_counter()
    found = results(index)
    above = headings(index, found)
    grams, lengths = positions([*map(row, found), *(h.text for h in above)])
    files = shards(grams)

    folder = site_dir / "assets" / "search"
    written = {
        "catalogue.json": for_scripts(catalogue(index, found, above, lengths, files)),
        "fold.json": for_scripts(fold_table(grams)),
        **{f"index/{file.name}.bin": file.data for file in files},
        **{f"text/{r.document.id}/{ref_of(r)}.json": for_scripts(text_record(r)) for r in found},
    }
    shutil.rmtree(folder, ignore_errors=True)
    with looked_at_again():
        for path, data in written.items():
            write_atomically(folder / path, data)
    return Indexed(len(found), sum(map(len, written.values())), time.perf_counter() - started)
