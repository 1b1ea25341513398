"""The tables of speed on the method page: out of what was recorded, nothing where nobody measured."""

from __future__ import annotations

import json
from pathlib import Path

from build_scripts.benching.recorded import record
from build_scripts.publishing.page_macros.speed_figures import speed_figures
from build_scripts.store.paths import Layout

FOUND = {"measures": 2000, "index_seconds": 1.25, "search_seconds": 2.5, "ms_per_measure": 1.88, "kept_of_exact": 0.992}
LOADED = {"measures": 20000, "always": 2048, "median": 3072, "most_of_95": 4096, "most": 5120}


def test_a_bench_is_recorded_beside_the_other(tmp_path: Path) -> None:
    assert record(tmp_path, "comparing", [FOUND], "2026-11-27")
    assert record(tmp_path, "search", [LOADED], "2026-11-28")
    assert not record(tmp_path, "search", [LOADED], "2026-11-28")
    held = json.loads(Layout(tmp_path).bench.read_text("utf-8"))
    assert {of: (kept["day"], kept["rows"]) for of, kept in held.items()} == {
        "comparing": ("2026-11-27", [FOUND]),
        "search": ("2026-11-28", [LOADED]),
    }


def test_tables_tell_what_was_recorded(tmp_path: Path) -> None:
    assert speed_figures(tmp_path, "comparing") == ""
    record(tmp_path, "comparing", [FOUND], "2026-11-27")
    record(tmp_path, "search", [LOADED], "2026-11-27")
    comparing, search = speed_figures(tmp_path, "comparing"), speed_figures(tmp_path, "search")
    assert "\n" not in comparing + search and "2026-11-27" in comparing
    assert [cell in comparing for cell in ("2,000", "1.25 秒", "1.2 毫秒", "3.75 秒", "99.2%")] == [True] * 5
    assert [cell in search for cell in ("20,000", "2 KB", "3 KB", "4 KB", "5 KB")] == [True] * 5
