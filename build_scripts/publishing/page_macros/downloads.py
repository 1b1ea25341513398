"""What hand-written pages say of the downloads."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from build_scripts import addresses
from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.corpus.corpus_schema import LISTS
from build_scripts.publishing.dataset.tables.all_tables import TABLES
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.rendering import render


def document_downloads(index: Index, here: str) -> str:
    """A table: every document as received, as plain text, Markdown and Akoma Ntoso; links as from the page at ``here``."""

    def href(to: str) -> Markup:
        return Markup(addresses.relative(to, here))

    return render("downloads.html.j2", documents=index.documents.values(), href=href).replace("\n", "")


def table_downloads(here: str) -> str:
    """A table: every CSV file and what a row of it is; links as from the page at ``here``."""

    def href(to: str) -> Markup:
        return Markup(addresses.relative(to, here))

    told = [(t, addresses.DATA + about.csv_path(t.name)) for t in TABLES]
    return render("table_downloads.html.j2", tables=told, href=href).replace("\n", "")


def list_names() -> str:
    """The lists of corpus.json by name, to read in a sentence."""
    return render("list_names.html.j2", names=list(LISTS)).strip()


def file_size(path: Path) -> str:
    """A file's size for a reader: ``287 KB``, ``1.4 MB``; empty where there is no file.

    >>> file_size(Path("does-not-exist"))
    ''
    """
    if not path.is_file():
        return ""
    kilobytes = path.stat().st_size / 1000
    return f"{kilobytes / 1000:.1f} MB" if kilobytes >= 1000 else f"{max(1, round(kilobytes))} KB"
