"""A document as plain text and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from build_scripts.model import Document
from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.documents.printed_parts import Part, parts
from build_scripts.publishing.dataset.table_model import Data
from build_scripts.publishing.text.markdown_text import escape

_LEVELS = {"chapter": 2, "section": 2, "group": 3}


def plain_text(data: Data, document: Document) -> bytes:
    """The text as printed, a paragraph a line: UTF-8, LF, without the furniture of the web page."""
    source = data.corpus.sources[document.id]
    lines: list[str] = []
    for part in parts(data.corpus, document):
        if part.num or part.heading:
            lines.append(part.num + part.heading)
        lines += [span.of(source) for span in part.paragraphs]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def markdown(data: Data, document: Document) -> bytes:
    """The text as CommonMark with its headings, what is known of it in a YAML head. Nothing in it is markup but ours."""
    facts = {
        "id": document.id,
        "title": document.title,
        "title_basis": document.title_basis,
        "number": document.number,
        "issuers": list(document.issuers),
        "date": document.date,
        "published": document.published,
        "jurisdiction": document.jurisdiction,
        "lang": document.lang,
        "source_sha256": document.sha256,
        "data_version": data.edition.version,
        "license": "CC-BY-4.0 (annotations); the text itself is an official document",
        "dataset": about.NAME,
    }
    head = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=10**9)
    blocks = [f"# {escape(document.title)}"]
    for part in parts(data.corpus, document):
        blocks += _blocks(part, document, data.corpus.sources[document.id])
    return (f"---\n{head}---\n\n" + "\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def _blocks(part: Part, document: Document, source: str) -> Iterator[str]:
    if part.kind == "title":
        return
    if part.num or part.heading:
        yield f"{'#' * _level(part)} {escape(part.num + part.heading)}"
    for span in part.paragraphs:
        yield escape(span.of(source))


def _level(part: Part) -> int:
    if part.measure is None:
        return _LEVELS[part.kind]
    return 4 if part.measure.group else 3 if part.measure.section else 2
