"""Measured figures for the method page: always from what was measured, never typed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from build_scripts.publishing.pages.rendering import render
from build_scripts.store.paths import Layout


def counterparts(evaluation: Mapping[str, Any]) -> str:
    """How well the computed scores agree with the editor's pairs."""
    return _one_block(render("counterpart_figures.html.j2", e=evaluation))


def reading(root: Path) -> str:
    """How often the reading errs, from structured/evaluation.json; nothing where nobody has measured."""
    path = Layout(root).data / "evaluation.json"
    if not path.is_file():
        return ""
    return _one_block(render("reading_figures.html.j2", e=json.loads(path.read_text("utf-8"))))


def _one_block(html: str) -> str:
    """Without line ends, so that Markdown takes it for one block."""
    return html.replace("\n", "")
