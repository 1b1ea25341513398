"""What hand-written pages say of the downloads."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from build_scripts import addresses
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.pages.rendering import render


def document_downloads(index: Index, here: str) -> str:
    """A table: every document as received, as plain text, Markdown and Akoma Ntoso; links as from the page at ``here``."""

    def href(to: str) -> Markup:
        return Markup(addresses.relative(to, here))

    return render("downloads.html.j2", documents=index.documents.values(), href=href).replace("\n", "")


def file_size(path: Path) -> str:
    """A file's size for a reader: ``287 KB``, ``1.4 MB``; empty where there is no file.

    >>> file_size(Path("does-not-exist"))
    ''
    """
    if not path.is_file():
        return ""
    kilobytes = path.stat().st_size / 1000
    return f"{kilobytes / 1000:.1f} MB" if kilobytes >= 1000 else f"{max(1, round(kilobytes))} KB"
