"""Examples of how the data are used, as the page shows them: files that can be run, each with the tool that it is for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from build_scripts import addresses
from build_scripts.publishing.pages.rendering import render
from build_scripts.publishing.text.wording.loading import wording

FOLDER = "docs/data/examples"


@dataclass(frozen=True)
class Example:
    """A file to be run, word for word, and what it does with which tool."""

    id: str
    name: str
    note: str
    address: str
    text: str


def examples(root: Path) -> Iterator[Example]:
    """Those of the tree at ``root``, in the order of the words; a tool without a file is left out."""
    for file, words in wording("use").tools.items():
        path = root / FOLDER / file
        if path.is_file():
            yield Example(**words, address=addresses.example(file), text=path.read_text("utf-8"))


def shown(root: Path, here: str) -> str:
    """All of them, in one block that Markdown leaves alone; links as from the page at ``here``."""

    def href(to: str) -> Markup:
        return Markup(addresses.relative(to, here))

    return render("examples.html.j2", examples=list(examples(root)), href=href).replace("\n", "")
