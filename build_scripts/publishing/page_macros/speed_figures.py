"""How fast counterparts are found and how much a first query loads, from structured/bench.json: no figure is typed."""

from __future__ import annotations

import json
from pathlib import Path

from build_scripts.publishing.pages.rendering import render
from build_scripts.store.paths import Layout


def speed_figures(root: Path, of: str) -> str:
    """The table of one bench, ``comparing`` or ``search``, as one line of HTML; nothing where nobody has measured."""
    path = Layout(root).bench
    held = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return render(f"{of}_speed.html.j2", **held[of]).replace("\n", "") if of in held else ""
