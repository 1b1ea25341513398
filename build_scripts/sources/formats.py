"""Text out of the files people have: Word (.docx) and saved web pages (.html), through well-kept libraries."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from ..problems import Problem

_BLOCKS = {
    "p",
    "div",
    "li",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
    "article",
    "table",
    "ul",
    "ol",
    "dd",
    "dt",
    "blockquote",
    "center",
}
_SILENT = ("script", "style", "noscript", "template", "iframe", "svg", "nav", "form", "button", "select", "head")
# Where sites of Chinese governments put the body of a document; tried in order, the longest text wins.
_CONTENT = (
    "#UCAP-CONTENT",
    "#zoom",
    ".TRS_Editor",
    ".trs_editor_view",
    "#js_content",
    ".article-content",
    ".pages_content",
    ".content",
    "article",
    "main",
)


def _docx(data: bytes) -> str:
    from docx import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    lines: list[str] = []
    for block in Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, Paragraph):
            lines.append(block.text)
        elif isinstance(block, Table):
            lines += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
    return "\n".join(lines) + "\n"


def _lines(tag: Tag, found: list[str]) -> None:
    for child in tag.children:
        if isinstance(child, Tag):
            if child.name == "br":
                found.append("\n")
                continue
            block = child.name in _BLOCKS
            found.append("\n" if block else "")
            _lines(child, found)
            found.append("\n" if block else "")
        elif type(child) is NavigableString:
            found.append(re.sub(r"[ \t\r\n\f]+", " ", child))


def _html(data: bytes) -> str:
    soup = BeautifulSoup(data, "lxml")
    for tag in soup(_SILENT):
        tag.decompose()
    whole = soup.body or soup
    length = len(whole.get_text())
    chosen = next(
        (
            t
            for css in _CONTENT
            for t in sorted(soup.select(css), key=lambda t: -len(t.get_text()))[:1]
            if len(t.get_text()) > 0.3 * length
        ),
        whole,
    )
    found: list[str] = []
    _lines(chosen, found)
    lines = (line.strip(" ") for line in "".join(found).split("\n"))
    return "\n".join(line for line in lines if line.strip()) + "\n"


CONVERTERS: dict[str, Callable[[bytes], str]] = {".docx": _docx, ".html": _html, ".htm": _html}
"""By file ending; each takes the file's bytes and returns its text, one paragraph a line."""


def convert(data: bytes, suffix: str, path: str) -> tuple[str | None, list[Problem]]:
    """The text of a Word file or web page, or one problem saying why there is none."""
    try:
        text = CONVERTERS[suffix.lower()](data)
    except (KeyError, ValueError, zipfile.BadZipFile, OSError) as error:
        return None, [
            Problem(
                path,
                0,
                0,
                "source-format",
                f"读不出文字：{type(error).__name__}",
                "请另存为 .docx、.html 或纯文本；.doc 要先转成 .docx",
            )
        ]
    return text, []
