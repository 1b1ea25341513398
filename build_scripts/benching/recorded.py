"""Measured speed and sizes as they are kept in structured/bench.json, by what was measured; the method page reads them there."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..store.paths import Layout, write_atomically

Row = Mapping[str, float]


def record(root: Path, of: str, rows: Sequence[Row], day: str) -> bool:
    """Keep the rows of one bench (``comparing`` in seconds of processor time, ``search`` in bytes), in the place of its
    earlier ones, with the day (ISO 8601) and the Python they were measured with; the other bench stays as it is. Returns
    whether the file changed."""
    path = Layout(root).bench
    held = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    held[of] = {
        "day": day,
        "python": ".".join(platform.python_version_tuple()[:2]),
        "rows": [dict(row) for row in rows],
    }
    return write_atomically(path, (json.dumps(dict(sorted(held.items())), indent=1) + "\n").encode())
