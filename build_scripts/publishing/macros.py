"""Macros for hand-written pages that opt in with ``render_macros: true``: ``quote`` and ``count``."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any

sys.path[:0] = [p for p in [str(Path(__file__).resolve().parents[2])] if p not in sys.path]

from build_scripts.publishing import quoting, snapshot  # noqa: E402

log = logging.getLogger("mkdocs.macros.quote")


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros."""

    @env.macro
    def quote(measure_id: str, s: int | None = None) -> str:
        """A block quotation with its permalink; an unknown measure or sentence fails the build."""
        try:
            return quoting.quotation(snapshot.held(), measure_id, s, env.page.url)
        except quoting.UnknownQuotation as unknown:
            path = Path(env.page.file.abs_src_path)
            line = quoting.line_of_call(path.read_text("utf-8-sig"), measure_id, s)
            message = f"docs/{env.page.file.src_uri}:{line}: {unknown}"
            log.error(message)  # mkdocs-macros itself only warns, which --quiet hides
            raise quoting.UnknownQuotation(message) from None

    @env.macro
    def count(what: str) -> int:
        """How many documents, measures, agencies, topics, targets… there are."""
        return quoting.counts(snapshot.held())[what]
