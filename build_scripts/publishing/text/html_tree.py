"""The elements of a page that was built, with what is inside them: no more than reading its text takes.

A page has hundreds of tags of which few differ: what a tag says is found once for each (``_tags``). (A tree of lxml, which
mends what is broken as a browser does, is made as fast, but to look at all that stands in it takes as long again.)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache, lru_cache
from html import unescape
from typing import NamedTuple

_UNSAID = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>", re.S)
_TAG = re.compile(r"""(</?[a-zA-Z][^<>"']*+(?:(?:"[^"]*"|'[^']*')[^<>"']*+)*+>)""")
_NAME = re.compile("</?([a-zA-Z][a-zA-Z0-9-]*)")
_ATTRIBUTE = re.compile(r"""\s([^\s"'>/=]+)(?:=("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)

Kept = Callable[[str, Mapping[str, str]], bool]
"""Whether an element, by its tag and its attributes, belongs to the tree with what is inside it."""


class Element:
    """``inside`` are its texts and elements in their order."""

    __slots__ = ("attributes", "inside", "tag")

    def __init__(self, tag: str, attributes: Mapping[str, str], inside: list[str | Element]) -> None:
        self.tag, self.attributes, self.inside = tag, attributes, inside

    @property
    def elements(self) -> list[Element]:
        return [child for child in self.inside if not isinstance(child, str)]

    def texts(self) -> Iterator[str]:
        for child in self.inside:
            if isinstance(child, str):
                yield child
            else:
                yield from child.texts()


def tree(html: str, kept: Kept, thin: Collection[str] = ()) -> Element:
    """What ``html`` says, in an element without a tag. What an element leaves open ends with it; an end without a beginning is
    none.

    An element whose tag is ``thin`` is not there either, but what is inside it stands in its place.
    """
    tag_of = _tags(kept)
    pieces = _TAG.split(_UNSAID.sub("", html))
    open_elements = [Element("", {}, [])]
    inside = open_elements[-1].inside
    left_out, depth = "", 0  # the tag of an element that is not kept, and how many of its kind are open within
    for text, piece in zip(pieces[::2], pieces[1::2]):
        tag, opens, closes, stays, attributes = tag_of(piece)
        if depth:
            if tag == left_out:
                depth += opens - closes
            continue
        if text:
            inside.append(_said(text))
        if not stays:
            left_out, depth = tag, int(opens)
        elif tag in thin:
            continue
        elif closes:
            _close(tag, open_elements)
            inside = open_elements[-1].inside
        else:
            element = Element(tag, attributes, [])
            inside.append(element)
            if opens:
                open_elements.append(element)
                inside = element.inside
    if pieces[-1] and not depth:
        inside.append(_said(pieces[-1]))
    return open_elements[0]


def _said(text: str) -> str:
    return unescape(text) if "&" in text else text


def _close(tag: str, elements: list[Element]) -> None:
    if elements[-1].tag == tag:
        elements.pop()
    elif tag in [element.tag for element in elements]:
        while elements.pop().tag != tag:
            pass


class _Tag(NamedTuple):
    """Its name, whether it opens an element or closes one, whether that is kept, and what its attributes say."""

    name: str
    opens: bool
    closes: bool
    kept: bool
    attributes: Mapping[str, str]


@cache
def _tags(kept: Kept) -> Callable[[str], _Tag]:
    @lru_cache(maxsize=8192)
    def tag(piece: str) -> _Tag:
        found = _NAME.match(piece)
        assert found is not None
        name = found[1].lower()
        if piece[1] == "/":
            return _Tag(name, opens=False, closes=True, kept=True, attributes={})
        attributes = {key: unescape(_unquoted(value)) for key, value in _ATTRIBUTE.findall(piece, found.end())}
        opens = name not in _VOID and not piece.endswith("/>")
        return _Tag(name, opens, closes=False, kept=kept(name, attributes), attributes=attributes)

    return tag


def _unquoted(value: str) -> str:
    return value[1:-1] if value.startswith(('"', "'")) else value
