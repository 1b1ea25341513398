"""Pagefind, run from its wheel on a folder of shadow pages."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

_LANGUAGE = "und"  # no stemming and no segmenting: the tokens are cut already
# Places in one file of the index. Pagefind's own 20,000 makes a first query load the better part of a small index;
# smaller files mean more of them to list, hence more in a file where there are many pages.
_CHUNK_LEAST = 2000
_FRAGMENT_MAGIC = b"pagefind_dcd"
_KEEP = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "*.pf_meta", "wasm.*.pagefind", "index/*")


class PagefindError(RuntimeError):
    """The indexer failed, or wrote something this module does not know."""


def build_index(pages: Sequence[str], target: Path) -> list[str]:
    """Index HTML ``pages`` into the folder ``target``, replacing it; the ids by which Pagefind names them, in order."""
    chunk = max(_CHUNK_LEAST, len(pages) * 2 // 5)
    with tempfile.TemporaryDirectory(prefix="search-") as folder:
        source, built = Path(folder, "pages"), Path(folder, "index")
        for number, page in enumerate(pages):
            path = source / f"{number:06d}" / "index.html"
            path.parent.mkdir(parents=True)
            path.write_text(page, "utf-8")
        if pages:
            _run(source, built, chunk)
        ids = _ids(built, len(pages))
        _ship(built, target)
    return ids


def _run(source: Path, built: Path, chunk: int) -> None:
    command = [
        sys.executable,
        "-m",
        "pagefind",
        "--site",
        str(source),
        "--output-path",
        str(built),
        "--force-language",
        _LANGUAGE,
        "--silent",
    ]
    environment = {**os.environ, "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": str(chunk)}
    done = subprocess.run(command, cwd=source, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise PagefindError(f"pagefind 建索引失败（{done.returncode}）：{done.stderr.strip() or done.stdout.strip()}")


def _ids(built: Path, count: int) -> list[str]:
    """The id of each page by its number, read from the fragments that Pagefind writes one a page."""
    found: dict[int, str] = {}
    for fragment in (built / "fragment").glob("*.pf_fragment"):
        data = gzip.decompress(fragment.read_bytes()).removeprefix(_FRAGMENT_MAGIC)
        found[int(json.loads(data)["url"].strip("/"))] = fragment.stem
    if sorted(found) != list(range(count)):
        raise PagefindError(f"pagefind 应有 {count} 页的索引，实得 {len(found)} 页")
    return [found[n] for n in range(count)]


def _ship(built: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    for pattern in _KEEP:
        for path in sorted(built.glob(pattern)):
            copy = target / path.relative_to(built)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
