"""A paper as the bytes of a .docx: a zip of XML parts; they depend on the paper alone.

The parts that are the same in every document stand in parts/, the others are templates. Fonts are named (仿宋, 黑体, 宋体 for
Chinese, Times New Roman for Latin) with a second name for systems that know them by it; none is embedded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from markupsafe import escape

from build_scripts.publishing.dataset.archive import zip_bytes
from build_scripts.publishing.pages.word.paper import Paper, Paragraph, Piece, Text, WordTable
from build_scripts.publishing.text.escaping import legal
from build_scripts.publishing.text.lean_templates import LeanEnvironment

_HERE = Path(__file__).parent
_STATIC = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "fontTable.xml",
}
_PARTS = (
    ("styles", "styles"),
    ("settings", "settings"),
    ("fontTable", "fontTable"),
    ("footnotes", "footnotes"),
    ("footer1", "footer"),
)


def docx_bytes(paper: Paper) -> bytes:
    """The document as a file."""
    body, notes = _links(_pieces(paper)), _links(t for note in paper.notes for t in note)
    made = {
        "word/document.xml": _render("document.xml.j2", paper=paper, links=body),
        "word/footnotes.xml": _render("footnotes.xml.j2", paper=paper, links=notes),
        "word/footer1.xml": _render("footer1.xml.j2", paper=paper),
        "word/_rels/document.xml.rels": _render("links.xml.j2", parts=_PARTS, links=body),
        "word/_rels/footnotes.xml.rels": _render("links.xml.j2", parts=(), links=notes),
        "docProps/core.xml": _render("core.xml.j2", paper=paper),
    }
    return zip_bytes({**_static(), **made})


@cache
def _static() -> dict[str, bytes]:
    return {name: (_HERE / "parts" / file).read_bytes() for name, file in _STATIC.items()}


@cache
def _environment() -> LeanEnvironment:
    return LeanEnvironment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _printed(value: object) -> str:
    return escape(legal(value) if type(value) is str else value)


def _render(template: str, **context: Any) -> bytes:
    return _environment().get_template(template).render(**context).encode()


def _links(pieces: Iterable[Piece]) -> dict[str, str]:
    """By address, in the order in which they are first met: the id of its relation."""
    urls = dict.fromkeys(p.url for p in pieces if isinstance(p, Text) and p.url)
    return {url: f"link{n}" for n, url in enumerate(urls, 1)}


def _pieces(paper: Paper) -> Iterator[Piece]:
    for block in paper.blocks:
        paragraphs: Iterable[Paragraph] = _of_table(block) if isinstance(block, WordTable) else (block,)
        for paragraph in paragraphs:
            yield from paragraph.pieces


def _of_table(table: WordTable) -> Iterator[Paragraph]:
    for row in (table.head, *table.rows):
        for cell in row.cells:
            yield from cell.paragraphs
