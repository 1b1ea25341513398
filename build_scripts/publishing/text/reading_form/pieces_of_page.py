"""A page taken apart into tags and texts, and what of its texts could change, chunk by chunk.

A page has hundreds of tags of which few differ, and most of what it says is as it is read: what a tag does is found once
for each (``_tag``), and the texts of a chunk are told apart only where one of them could change.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import unescape
from itertools import count
from typing import NamedTuple

from build_scripts.publishing.text.reading_form.form import TRADITIONAL
from build_scripts.publishing.text.reading_form.punctuation.punctuated import LOOSE

_NAME = "[a-zA-Z][a-zA-Z0-9-]*+"
_REST = r"""[^<>"']*+(?:(?:"[^"]*"|'[^']*')[^<>"']*+)*+>"""
_REST_UNMARKED = r"""[^<>"'v]*+(?:(?:"[^"]*"|'[^']*'|v(?!(?<=\sdata-v)erbatim))[^<>"'v]*+)*+>"""
_KEPT = "(?i:script|style|pre|code|textarea|title|noscript)(?![a-zA-Z0-9-])"
_PIECE = re.compile(
    rf"(</{_NAME}{_REST}"  # an end
    rf"|<(?!{_KEPT}){_NAME}{_REST_UNMARKED}"  # a beginning
    rf"|<!--.*?-->"
    rf"|<({_NAME}){_REST}(?:.*?</\2>|.*))",  # an element that is kept, with all that is in it, and its name
    re.S,
)
_BEGINNING = re.compile(f"<(/?)({_NAME})")
_UNSAID = frozenset(["script", "style"])
_INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "cite", "dfn", "em", "i", "kbd", "mark", "q", "s", "small", "span"),
        *("strong", "sub", "sup", "time", "u", "var"),
    }
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_SPEAKING = re.compile(r' (?:lang="zh-Hant"|title=|aria-label=|data-label=|alt=|data-from=)')
_OWN_MARKS = " data-marks"


class Text(NamedTuple):
    """Words as received, whether they belong to a Traditional text, and whether their punctuation is their own."""

    words: str
    traditional: bool
    marked: bool


class Chunk(NamedTuple):
    """The texts that are read in one go: those of one block, or of a stretch of it between blocks inside it.

    ``places`` are those of the texts; ``block`` is that of the block's tag where the texts are all that the block has,
    else 0.
    """

    block: int
    places: tuple[int, ...]
    texts: tuple[Text, ...]


class TakenApart(NamedTuple):
    """A page taken apart: ``pieces``, which together are the page, and the ``chunks`` of its texts that could change.

    Between two texts, which may be empty, stands a tag, a comment, or an element that is kept; ``speaking`` are the places
    of tags that say something themselves.
    """

    pieces: list[str]
    chunks: list[Chunk]
    speaking: list[int]


class _State(NamedTuple):
    """What holds for the texts of an element."""

    traditional: bool = False
    marked: bool = False
    button: bool = False


class _Tag(NamedTuple):
    """What a tag does. ``speaks``, it says something itself; ``own``, it says what holds for its texts: each as in
    ``_State``, None where it is as around it."""

    name: str = ""
    opens: bool = False
    closes: bool = False
    block: bool = False
    speaks: bool = False
    own: tuple[bool | None, ...] = ()


@lru_cache(maxsize=8192)
def _tag(whole: str) -> _Tag:
    found = _BEGINNING.match(whole)
    if found is None:
        return _Tag()
    name = found[2].lower()
    block = name not in _INLINE and name != "button"
    if found[1]:
        return _Tag(name, closes=True, block=block)
    lang = f'lang="{TRADITIONAL}"' in whole if " lang=" in whole else None
    own = (lang, _OWN_MARKS in whole or None, name == "button" or None)
    return _Tag(
        name,
        opens=name not in _VOID and not whole.endswith("/>"),
        block=block,
        speaks=bool(_SPEAKING.search(whole)),
        own=() if own == (None, None, None) else own,
    )


def taken_apart(html: str) -> TakenApart:
    """The page in pieces. An end without a beginning ends nothing; what an element leaves open ends with it."""
    pieces = _PIECE.split(html)
    tags, kept = pieces[1::3], pieces[2::3]
    del pieces[2::3]
    page = TakenApart(pieces, [], [])
    open_elements = [("", _State())]  # with what holds around each
    state = _State()
    start, block, states = 0, 0, {-1: state}  # of the chunk: its first place, its block, what holds after which places
    for place, tag, name_kept in zip(count(1, 2), tags, kept):
        if name_kept:
            block = block if name_kept.lower() in _UNSAID else 0  # else its words would count among those of the block
            continue
        name, opens, closes, at_block, speaks, own = _tag(tag)
        before = state
        if speaks:
            page.speaking.append(place)
        if opens:
            open_elements.append((name, state))
            state = _within(state, own) if own else state
        elif closes and _back_to(name, open_elements):
            state = open_elements.pop()[1]
        else:
            continue
        if at_block:
            if place > start + 1 or pieces[start].strip():  # else there is no text
                _end(page, start, place, 0 if opens else block, states)
            start, block, states = place + 1, place if opens else 0, {place: state}
        elif state is not before:
            states[place] = state
    _end(page, start, len(pieces), block, states)
    return page


def _back_to(name: str, elements: list[tuple[str, _State]]) -> bool:
    """Whether there is an open element of the name, which is the last then: those within it end with it."""
    if elements[-1][0] != name:
        if name not in [n for n, _ in elements]:
            return False
        while elements[-1][0] != name:
            elements.pop()
    return True


def _within(around: _State, own: tuple[bool | None, ...]) -> _State:
    return _State(*(a if o is None else o for a, o in zip(around, own)))


def _end(page: TakenApart, start: int, end: int, block: int, states: Mapping[int, _State]) -> None:
    """The chunk from ``start`` to ``end`` is one of the page if it could change."""
    words = "".join(page.pieces[start:end:2])
    if not ("&" in words or LOOSE.search(words) or any(s.traditional for s in states.values())):
        return
    state = _State()
    told: dict[int, Text] = {}
    for place in range(start, end, 2):
        state = states.get(place - 1, state)
        if (piece := page.pieces[place]) and not state.button:
            told[place] = Text(unescaped(piece) if "&" in piece else piece, state.traditional, state.marked)
    if told:
        page.chunks.append(Chunk(block, tuple(told), tuple(told.values())))


_NUMBERED = re.compile("&#([0-9]+);")


def unescaped(html: str) -> str:
    """What a browser reads: control characters stay, which Python's own ``unescape`` drops."""
    return unescape(_NUMBERED.sub(lambda n: chr(int(n[1])) if int(n[1]) < 32 else n[0], html))
