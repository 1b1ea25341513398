"""Where on a page its document stands."""

from __future__ import annotations

from lxml import etree

_PLACES = (
    ("id", "UCAP-CONTENT"),
    ("id", "zoom"),
    ("class", "TRS_Editor"),
    ("class", "trs_editor_view"),
    ("id", "js_content"),
    ("class", "article-content"),
    ("class", "pages_content"),
    ("class", "content"),
    ("tag", "article"),
    ("tag", "main"),
)
"""Where sites of Chinese governments put the body of a document; tried in order, the longest text wins."""
_LEAST = 0.3


def content(root: etree._Element) -> etree._Element:
    """The block that holds the document: one of the usual places with a good part of the page's text, else the page."""
    sizes = _sizes(root)
    for kind, name in _PLACES:
        found = [e for e in sizes if _is(e, kind, name)]
        best = max(found, key=lambda e: sizes[e], default=None)
        if best is not None and sizes[best] > _LEAST * sizes[root]:
            return best
    return root


def _is(element: etree._Element, kind: str, name: str) -> bool:
    if kind == "tag":
        return str(element.tag) == name
    if kind == "id":
        return str(element.get("id")) == name
    return name in (element.get("class") or "").split()


def _sizes(root: etree._Element) -> dict[etree._Element, int]:
    """The printed characters in each element, counted once from the leaves up."""
    sizes: dict[etree._Element, int] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        if isinstance(element.tag, str):
            own = len((element.text or "").strip())
            sizes[element] = own + sum(sizes.get(e, 0) + len((e.tail or "").strip()) for e in element)
    return sizes
