"""The search index written into the built site: a corpus to its files."""

from __future__ import annotations

import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_scripts.publishing.browser_data.search_index.catalogue import catalogue, ref_of, text_record
from build_scripts.publishing.browser_data.search_index.columns import in_columns
from build_scripts.publishing.browser_data.search_index.folding import fold_table
from build_scripts.publishing.browser_data.search_index.postings import positions, shards
from build_scripts.publishing.browser_data.search_index.rows import headings, results, row
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.text.json_text import for_scripts


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
    shutil.rmtree(folder, ignore_errors=True)
    _write_json(folder / "catalogue.json", in_columns(catalogue(index, found, above, lengths, files)))
    _write_json(folder / "fold.json", fold_table(grams))
    (folder / "index").mkdir()
    for file in files:
        (folder / "index" / f"{file.name}.bin").write_bytes(file.data)
    for result in found:
        path = folder / "text" / result.document.id / f"{ref_of(result)}.json"
        _write_json(path, text_record(result))
    size = sum(f.stat().st_size for f in folder.rglob("*") if f.is_file())
    return Indexed(len(found), size, time.perf_counter() - started)


def _write_json(path: Path, value: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(for_scripts(value))
