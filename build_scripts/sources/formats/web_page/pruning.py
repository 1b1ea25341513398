"""Parts of a page that are no text of its document, taken out of the tree and said."""

from __future__ import annotations

import re

from lxml import etree

from ..outcome import LeftOut
from ..xml_parts import text_of

_UNSHOWN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "svg",
        "head",
        "title",
        "object",
        "audio",
        "video",
        "canvas",
        "map",
        "datalist",
    ]
)
_NAVIGATION = frozenset(["nav"])
_CONTROLS = frozenset(["button", "select", "textarea", "input", "option", "optgroup"])
_DELETED = frozenset(["del"])
_RUBY = frozenset(["rt", "rp"])
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0*)?\s*(?:;|!|$)|font-size\s*:\s*0[a-z%]*\s*(?:;|!|$)",
    re.I,
)
_SIMPLE = re.compile(r"[a-z0-9]*([.#][\w-]+)", re.I)
_BRACE = re.compile(r"[{}]")
_SMALL_FORM, _ALL_FORMS = 0.2, 0.5


def prune(root: etree._Element) -> list[LeftOut]:
    """Take out what no browser shows or what is no text: scripts, hidden blocks, navigation, controls, small forms.

    A form that holds a good part of the page is the page itself, as some servers wrap it, and stays; so do forms
    that hold most of it together.
    """
    hidden = _hidden_by_sheet(root)
    left: list[LeftOut] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        kind = _kind(element, hidden)
        if kind and element is not root:
            _take(element, kind, left)
        else:
            waiting += reversed(element)
    whole = _size(root)
    forms = [(form, _size(form)) for form in root.iter("form") if next(form.iterancestors("form"), None) is None]
    if sum(size for _, size in forms) < _ALL_FORMS * whole:
        for form, size in forms:
            if size < _SMALL_FORM * whole:
                _take(form, "form", left)
    return left


def _kind(element: etree._Element, hidden: frozenset[str]) -> str:
    tag = str(element.tag)
    if tag in _UNSHOWN:
        return "unshown"
    if tag in _NAVIGATION or element.get("role") == "navigation":
        return "navigation"
    if tag in _CONTROLS:
        return "form"
    if tag in _DELETED:
        return "deleted"
    if tag in _RUBY:
        return "ruby"
    if element.get("hidden") is not None or _HIDING.search(element.get("style") or ""):
        return "hidden"
    if hidden:
        names = {f".{c}" for c in (element.get("class") or "").split()} | {f"#{element.get('id')}"}
        return "hidden" if names & hidden else ""
    return ""


def _hidden_by_sheet(root: etree._Element) -> frozenset[str]:
    """Classes and ids that the page's own style sheets hide outright, as ``.name`` and ``#name``."""
    found: set[str] = set()
    for sheet in root.iter("style"):
        text = sheet.text or ""
        depth, at, selector = 0, 0, ""
        for brace in _BRACE.finditer(text):
            if brace[0] == "{":
                selector = text[at : brace.start()].strip() if depth == 0 else "@"
                depth += 1
            else:
                if depth == 1 and not selector.startswith("@") and _HIDING.search(text[at : brace.start()]):
                    found |= {m[1] for s in selector.split(",") if (m := _SIMPLE.fullmatch(s.strip()))}
                depth = max(0, depth - 1)
            at = brace.end()
    return frozenset(found)


def _size(element: etree._Element) -> int:
    return len("".join(text_of(element).split()))


def _take(element: etree._Element, kind: str, left: list[LeftOut]) -> None:
    """Empty an element and make nothing of it; what follows it stays. What stands in an emptied one went with it."""
    if text := text_of(element).strip():
        left.append(LeftOut(kind, text))
    empty(element)
    element.tag = "span"


def empty(element: etree._Element) -> None:
    """Take everything out of an element; what follows it is not touched, whatever characters it has."""
    del element[:]
    element.text = None
    element.attrib.clear()
