"""Which part of a Word file is which: the body, its styles and lists, and what stands around the body."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from lxml import etree

from ..archive import Archive
from ..outcome import Refusal
from ..xml_parts import name, parse

AROUND = {"header": "header", "footer": "footer", "footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
"""Parts beside the body, by the last word of their relationship's type, to the kind of what is left out."""
EMBEDDED = {
    "chart": "图表",
    "diagramData": "SmartArt 图示",
    "package": "嵌入的文件",
    "oleObject": "嵌入的对象",
    "aFChunk": "并入的文件",
}
"""Parts that hold something to read which is no part of the text, by the last word of their relationship's type."""

_BODY = "word/document.xml"


@dataclass(frozen=True)
class Package:
    """The parsed parts. ``around`` has the kind of each part beside the body; ``embedded`` counts by name."""

    body: etree._Element
    styles: etree._Element | None = None
    numbering: etree._Element | None = None
    around: tuple[tuple[str, etree._Element], ...] = ()
    embedded: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class _Related:
    kind: str
    target: str


def open_package(archive: Archive) -> Package | Refusal:
    """The parts of a Word file; a damaged part refuses the whole, since nobody would know what it held."""
    start = _related(archive, "_rels/.rels", "")
    if isinstance(start, Refusal):
        return start
    at = next((r.target for r in start if r.kind == "officeDocument"), _BODY)
    body = _part(archive, at)
    if isinstance(body, Refusal):
        return body
    if body is None or name(body) != "w:document":
        return Refusal("source-format", "不是 Word 文件（里面没有 Word 正文）", "用 Word 或 WPS 打开，另存为 .docx")
    folder, _, file = at.rpartition("/")
    related = _related(archive, f"{folder}/_rels/{file}.rels", folder)
    if isinstance(related, Refusal):
        return related
    parts: dict[str, list[etree._Element]] = {}
    embedded: dict[str, int] = {}
    for r in related:
        if r.kind in EMBEDDED:
            embedded[EMBEDDED[r.kind]] = embedded.get(EMBEDDED[r.kind], 0) + 1
        elif r.kind in AROUND or r.kind in ("styles", "numbering"):
            part = _part(archive, r.target)
            if isinstance(part, Refusal):
                return part
            if part is not None:
                parts.setdefault(r.kind, []).append(part)
    return Package(
        body,
        next(iter(parts.get("styles", ())), None),
        next(iter(parts.get("numbering", ())), None),
        tuple((AROUND[kind], part) for kind in AROUND for part in parts.get(kind, ())),
        embedded,
    )


def _part(archive: Archive, at: str) -> etree._Element | Refusal | None:
    data = archive.part(at)
    return parse(data, at) if isinstance(data, bytes) else data


def _related(archive: Archive, at: str, folder: str) -> list[_Related] | Refusal:
    """The relationships listed in a part; none where the part is missing."""
    root = _part(archive, at)
    if isinstance(root, Refusal):
        return root
    if root is None:
        return []
    return [
        _Related(r.get("Type", "").rpartition("/")[2], _resolved(folder, r.get("Target", "")))
        for r in root
        if name(r) == "rel:Relationship" and r.get("TargetMode") != "External"
    ]


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
