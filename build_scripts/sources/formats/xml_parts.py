"""XML of documents, parsed without entities, network or depth beyond measure; names of elements in short."""

from __future__ import annotations

from functools import cache

from lxml import etree

from .outcome import Refusal

_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "urn:schemas-microsoft-com:vml": "v",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
}
"""Namespaces of Word's XML, transitional and strict, to one prefix each."""

_MEND = "请用 Word 打开核对，另存为新的 .docx 后再登记"


@cache
def _short(tag: str) -> str:
    space, _, local = tag.removeprefix("{").rpartition("}")
    return f"{_SPACES.get(space, '?')}:{local}"


def name(element: etree._Element) -> str:
    """``w:p`` for a paragraph; elements of unknown namespaces have the prefix ``?``."""
    tag = element.tag
    return _short(tag) if isinstance(tag, str) else ""


def attribute(element: etree._Element | None, local: str) -> str | None:
    """An attribute by its local name, in the element's own namespace or in none."""
    if element is None:
        return None
    space = str(element.tag).partition("}")[0] + "}"
    value: str | None = element.get(space + local) if space.startswith("{") else None
    if value is None:
        value = element.get(local)
    return value


def child(element: etree._Element | None, short: str) -> etree._Element | None:
    """The first child of that name."""
    return next((c for c in element if name(c) == short), None) if element is not None else None


def text_of(element: etree._Element) -> str:
    """All text in an element, in order."""
    return "".join(str(piece) for piece in element.itertext())


def parse(data: bytes, shown: str) -> etree._Element | Refusal:
    """The root of an XML part; ``shown`` names the part in messages."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        what = "标签嵌套太深" if "depth" in str(error) else f"第 {error.lineno} 行起不是完整的 XML"
        return Refusal("source-xml", f"{shown} {what}", _MEND)
    if root.getroottree().docinfo.internalDTD is not None:
        return Refusal("source-xml", f"{shown} 带 DTD 或实体定义，不读", _MEND)
    return root
