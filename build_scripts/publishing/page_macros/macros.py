"""Macros for hand-written pages that opt in with ``render_macros: true``: quotations, counts, the edition, downloads."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

sys.path[:0] = [p for p in [str(Path(__file__).resolve().parents[3])] if p not in sys.path]

from build_scripts.checks.codes import groups  # noqa: E402
from build_scripts.publishing.building.held_build import held  # noqa: E402
from build_scripts.publishing.citing.citations import cite_dataset  # noqa: E402
from build_scripts.publishing.page_macros import claims, error_figures, quotations  # noqa: E402
from build_scripts.publishing.page_macros import judged_figures as judged  # noqa: E402
from build_scripts.publishing.page_macros import point_figures as points  # noqa: E402
from build_scripts.publishing.page_macros.contact_ways import ways_to_us  # noqa: E402
from build_scripts.publishing.page_macros.downloads import document_downloads, file_size, list_names, table_downloads  # noqa: E402
from build_scripts.publishing.page_macros.essay_list import listed_essays  # noqa: E402
from build_scripts.publishing.page_macros.examples import shown  # noqa: E402
from build_scripts.publishing.page_macros.problem_codes import explained  # noqa: E402
from build_scripts.publishing.page_macros.speed_figures import speed_figures as speed  # noqa: E402
from build_scripts.publishing.text.escaping import encode  # noqa: E402
from build_scripts.publishing.text.wording.loading import wording  # noqa: E402

log = logging.getLogger("mkdocs.macros.quote")


Macro = TypeVar("Macro", bound=Callable[..., object])


class Env(Protocol):
    """What a generator hands to a module of macros: its settings, the page at hand, a way to register."""

    conf: Any
    page: Any

    def macro(self, made: Macro, /) -> Macro: ...


def define_env(env: Env) -> None:  # noqa: C901  (a list of macros, each of one way)
    """Register the macros with mkdocs-macros."""

    def checked(made: Callable[[], str], measure_id: str, s: int | None, words: str | None = None) -> str:
        """What a macro makes; what does not exist fails the build, naming page and line."""
        try:
            return made()
        except quotations.UnknownQuotation as unknown:
            line = quotations.line_of_call(_source(env).read_text("utf-8-sig"), measure_id, s, words)
            message = f"docs/{_path(env)}:{line}: {unknown}"
            log.error(message)  # mkdocs-macros itself only warns, which --quiet hides
            raise quotations.UnknownQuotation(message) from None

    @env.macro
    def quote(measure_id: str, s: int | None = None) -> str:
        """A block quotation with its permalink; an unknown measure or sentence fails the build."""
        return checked(lambda: quotations.quotation(held().index, measure_id, s, env.page.url), measure_id, s)

    @env.macro
    def ref(measure_id: str, s: int | None = None) -> str:
        """A link to the sentence that bears out what is said; unknown ones fail the build."""
        return checked(lambda: quotations.reference(held().index, measure_id, s, env.page.url), measure_id, s)

    @env.macro
    def said(measure_id: str, words: str, s: int | None = None) -> str:
        """Words quoted inside a sentence, linked to where they stand; words that do not stand there fail the build."""
        return checked(lambda: quotations.words(held().index, measure_id, words, s, env.page.url), measure_id, s, words)

    @env.macro
    def silent(question_id: str, *documents: str) -> str:
        """That these documents are silent on a question, linked to it; where one is not, the build fails."""
        return checked(lambda: claims.silence(held().index, question_id, documents, env.page.url), question_id, None)

    @env.macro
    def counted(document_id: str, what: str) -> str:
        """How many goals with a number (numbers), without one (words), limits, or deadlines a document has."""
        return checked(lambda: str(claims.counted(held().index, document_id, what)), document_id, None)

    @env.macro
    def essays() -> str:
        """The list of essays with what each is about."""
        return listed_essays(held().essays, env.page.url)

    @env.macro
    def counterpart_figures() -> str:
        """How well the computed counterparts agree with the editor's, as tables."""
        return error_figures.counterparts(held().comparison.evaluation)

    @env.macro
    def reading_figures() -> str:
        """How often the reading errs, as a table with its caveat."""
        return error_figures.reading(held().root)

    @env.macro
    def speed_figures(of: str) -> str:
        """How fast counterparts are found (comparing) or how much a first query loads (search), as measured, as a table."""
        return speed(held().root, of)

    @env.macro
    def point_figures() -> str:
        """What the questions cover and how far their two readings agreed, as a table by topic."""
        return points.point_figures(held().index, held().root)

    @env.macro
    def judged_figures() -> str:
        """How far both readings of topics, pairs, relations and bodies agreed: a sentence each, the table to open."""
        return judged.judged_figures(held().index.corpus)

    @env.macro
    def direction_figures() -> str:
        """How many verdicts of the first reading were changed, and which way, as a table to open."""
        return judged.direction_figures(held().index.corpus)

    @env.macro
    def changed(of: str, way: str = "all") -> str:
        """How many verdicts of a kind the settling changed: all, to less, to more, to something else."""
        return judged.changed(held().index.corpus, of, way)

    @env.macro
    def divergence(of: str = "points") -> str:
        """How many of a hundred cells two readings of the questions, or of a kind of judgement, differ in, as a whole number."""
        index = held().index
        return points.divergence(index) if of == "points" else judged.judged_divergence(index.corpus, of)

    @env.macro
    def ways() -> str:
        """How to reach those who made the site, as a list of the ways that are set up."""
        return ways_to_us(held().site)

    @env.macro
    def problem_codes() -> str:
        """Every code of the check with what it means and how to mend it."""
        return explained(groups())

    @env.macro
    def count(what: str) -> int:
        """How many documents, measures, agencies, topics, targets… there are."""
        return quotations.counts(held().index)[what]

    @env.macro
    def edition() -> str:
        """The version of the data."""
        return held().site.version

    @env.macro
    def contact() -> str:
        """The mail address of those who answer for the data; empty where none is given."""
        return held().site.contact

    @env.macro
    def released_on() -> str:
        """The day that version was set, ISO 8601."""
        return held().site.released

    @env.macro
    def size(path: str) -> str:
        """How large a download is, by its path below the site."""
        return file_size((held().downloads or _docs(env)) / path)

    @env.macro
    def downloads() -> str:
        """A table of the documents with their downloads."""
        return document_downloads(held().index, env.page.url)

    @env.macro
    def examples() -> str:
        """How the data are used with this and that tool: examples to be run, word for word."""
        return shown(held().root, env.page.url)

    @env.macro
    def tables() -> str:
        """A table of the CSV files with what a row of each is."""
        return table_downloads(env.page.url)

    @env.macro
    def lists() -> str:
        """The lists of corpus.json by name."""
        return list_names()

    @env.macro
    def cite_data() -> str:
        """How to cite the data, by GB/T 7714."""
        words = cite_dataset(held().site).words[0]
        return encode(f"{words.before}{wording('citing').accessed}{words.after}")


def _path(env: Env) -> str:
    """The page's path below docs/: each generator has its own word for it."""
    return str(env.page.file.src_uri if hasattr(env.page, "file") else env.page.path)


def _source(env: Env) -> Path:
    return Path(env.page.file.abs_src_path) if hasattr(env.page, "file") else _docs(env) / _path(env)


def _docs(env: Env) -> Path:
    """The folder of the pages; given from the root of the tree, it is that of the build that is running."""
    return held().root / str(env.conf["docs_dir"])
