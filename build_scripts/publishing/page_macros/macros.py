"""Macros for hand-written pages that opt in with ``render_macros: true``: quotations, counts, the edition, downloads."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path[:0] = [p for p in [str(Path(__file__).resolve().parents[3])] if p not in sys.path]

from build_scripts.publishing import snapshot  # noqa: E402
from build_scripts.publishing.citing.citations import cite_dataset  # noqa: E402
from build_scripts.publishing.page_macros import figures, quotations  # noqa: E402
from build_scripts.publishing.page_macros.downloads import document_downloads, file_size  # noqa: E402
from build_scripts.publishing.settings import Site, released  # noqa: E402
from build_scripts.publishing.text.escaping import encode  # noqa: E402
from build_scripts.publishing.text.wording.loading import wording  # noqa: E402
from build_scripts.store.paths import root  # noqa: E402

log = logging.getLogger("mkdocs.macros.quote")


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros."""

    def checked(made: Callable[[], str], measure_id: str, s: int | None, words: str | None = None) -> str:
        """What a macro makes; what does not exist fails the build, naming page and line."""
        try:
            return made()
        except quotations.UnknownQuotation as unknown:
            path = Path(env.page.file.abs_src_path)
            line = quotations.line_of_call(path.read_text("utf-8-sig"), measure_id, s, words)
            message = f"docs/{env.page.file.src_uri}:{line}: {unknown}"
            log.error(message)  # mkdocs-macros itself only warns, which --quiet hides
            raise quotations.UnknownQuotation(message) from None

    @env.macro
    def quote(measure_id: str, s: int | None = None) -> str:
        """A block quotation with its permalink; an unknown measure or sentence fails the build."""
        return checked(lambda: quotations.quotation(snapshot.held(), measure_id, s, env.page.url), measure_id, s)

    @env.macro
    def ref(measure_id: str, s: int | None = None) -> str:
        """A link to the sentence that bears out what is said; unknown ones fail the build."""
        return checked(lambda: quotations.reference(snapshot.held(), measure_id, s, env.page.url), measure_id, s)

    @env.macro
    def said(measure_id: str, words: str, s: int | None = None) -> str:
        """Words quoted inside a sentence, linked to where they stand; words that do not stand there fail the build."""
        return checked(
            lambda: quotations.words(snapshot.held(), measure_id, words, s, env.page.url), measure_id, s, words
        )

    @env.macro
    def counterpart_figures() -> str:
        """How well the computed counterparts agree with the editor's, as tables."""
        return figures.counterparts(snapshot.compared().evaluation)

    @env.macro
    def reading_figures() -> str:
        """How often the reading errs, as a table with its caveat."""
        return figures.reading(root())

    @env.macro
    def count(what: str) -> int:
        """How many documents, measures, agencies, topics, targets… there are."""
        return quotations.counts(snapshot.held())[what]

    @env.macro
    def edition() -> str:
        """The version of the data."""
        return released(root())[0]

    @env.macro
    def released_on() -> str:
        """The day that version was set, ISO 8601."""
        return released(root())[1]

    @env.macro
    def size(path: str) -> str:
        """How large a download below docs/ is."""
        return file_size(Path(env.conf["docs_dir"]) / path)

    @env.macro
    def downloads() -> str:
        """A table of the documents with their downloads."""
        return document_downloads(snapshot.held(), env.page.url)

    @env.macro
    def cite_data() -> str:
        """How to cite the data, by GB/T 7714."""
        version, day = released(root())
        words = cite_dataset(Site(env.conf["site_url"] or Site.url, version=version, released=day)).words[0]
        return encode(f"{words.before}{wording('citing').accessed}{words.after}")
