"""All characters of a part that Word could show, gathered element by element without regard to what holds them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ..xml_parts import name

_NO_PRINT = frozenset(
    [
        "instrText",
        "delInstrText",
        "posOffset",
        "align",
        "pctWidth",
        "pctHeight",
        "pctPosHOffset",
        "pctPosVOffset",
        "fldData",
        "binData",
    ]
)
"""Elements whose text is code or measure, by local name."""


def raw_text(root: etree._Element) -> str:
    """The text of every element; of two versions of one thing (``mc:AlternateContent``) only the one that is shown."""
    found: list[str] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if name(element) == "mc:AlternateContent":
            waiting += [v for v in [version(element)] if v is not None]
            continue
        if element.text and etree.QName(element).localname not in _NO_PRINT:
            found.append(element.text)
        waiting += [e for e in reversed(element) if isinstance(e.tag, str)]
    return "".join(found)


def version(element: etree._Element) -> etree._Element | None:
    """The version of an ``mc:AlternateContent`` to read: the first choice that has text, else the first with anything."""
    versions = [e for e in element if name(e) in ("mc:Choice", "mc:Fallback")]
    written = (e for e in versions if any(_texts(e)))
    return next(written, versions[0] if versions else None)


def _texts(element: etree._Element) -> Iterator[str]:
    for e in element.iter():
        if isinstance(e.tag, str) and etree.QName(e).localname not in _NO_PRINT and e.text and e.text.strip():
            yield e.text
