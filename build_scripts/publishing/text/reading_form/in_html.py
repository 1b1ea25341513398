"""A finished page in the reading form, with the way back to the text as received written into it.

The page comes as HTML with its texts as received, Traditional ones marked ``lang="zh-Hant"``. Afterwards

- every text stands as it is read; an element whose text that changed has ``data-received``, the patch to what was
  received (``patch``), counted over the text of the element, buttons left out;
- what was ``lang="zh-Hant"`` has ``data-hant`` instead: its language, once it is shown as received;
- labels and titles (``_LABELS``) stand as they are read, without a way back; ``data-from``, what a copied sentence is
  attributed to, has one.

Within ``data-marks`` (a citation, whose style has marks of its own) only the script changes. Scripts, styles, code and
whatever is marked ``data-verbatim`` stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from html import escape
from itertools import accumulate, groupby
from operator import itemgetter
from typing import NamedTuple

from build_scripts.publishing.text.reading_form.form import (
    TRADITIONAL,
    Changes,
    changes,
    reading_form,
    told_form,
)
from build_scripts.publishing.text.reading_form.patch import patch
from build_scripts.publishing.text.reading_form.pieces_of_page import Chunk, Text, taken_apart, unescaped
from build_scripts.publishing.text.reading_form.traditional_to_simplified import simplified

_ATTRIBUTE = re.compile(r"""\s([a-z-]+)=("[^"]*"|'[^']*')""")
_LABELS = frozenset({"title", "aria-label", "data-label", "alt"})
_ATTRIBUTION = "data-from"

Wrap = Callable[[str, str], str]
"""Markup around words that have no element to themselves: a patch and the words, both as HTML."""


def in_reading_form(html: str, wrap: Wrap) -> tuple[str, Changes]:
    """The page as it is read, and how much of it that changes: code points of the script, and marks."""
    page = taken_apart(html)
    total = Changes()
    for at in page.speaking:
        page.pieces[at] = _attributes(page.pieces[at])
    for chunk in page.chunks:
        if changed := _as_read(chunk.texts):
            _lay(page.pieces, chunk, changed, wrap)
            total += changed.changes
    return _breaking(page.pieces), total


def _breaking(pieces: list[str]) -> str:
    """The page; a text may break between two quotations side by side, where browsers would not (seen in Chromium 156)."""
    whole = "".join(pieces)
    if "”“" not in whole:
        return whole
    return "".join([p.replace("”“", "”<wbr>“") if "”“" in p and not p.startswith("<") else p for p in pieces])


class _Changed(NamedTuple):
    """The words of a chunk as they are read, with the way back to those received, and what that changes."""

    read: str
    back: str
    changes: Changes


@lru_cache(maxsize=8192)
def _as_read(texts: tuple[Text, ...]) -> _Changed | None:
    """The texts of a chunk; None where nothing changes. Most stand on many pages."""
    received = "".join(words for words, *_ in texts)
    read = _read(texts)
    return None if read == received else _Changed(read, patch(read, received), changes(received, read))


def _lay(pieces: list[str], chunk: Chunk, changed: _Changed, wrap: Wrap) -> None:
    """Put the texts of a chunk as they are read, with the way back on the block or, where that holds more, on each."""
    at = 0
    for place, (received, *_) in zip(chunk.places, chunk.texts, strict=True):
        words = changed.read[at : at + len(received)]
        at += len(received)
        if words != received:
            said = _escaped(words)
            pieces[place] = said if chunk.block else wrap(_escaped(patch(words, received)), said)
    if chunk.block:
        pieces[chunk.block] = f'{pieces[chunk.block][:-1]} data-received="{_escaped(changed.back)}">'


def _escaped(text: str) -> str:
    """As HTML, in a text or in double quotes; a browser would take a carriage return for a line feed."""
    return escape(text).replace("\r", "&#13;")


def _read(texts: Sequence[Text]) -> str:
    """The texts as they are read: the script stretch by stretch, then the punctuation of all together."""
    words, traditional, marked = zip(*texts)
    script = "".join(simplified(said) if hant else said for hant, said in _stretches(traditional, words))
    ends = accumulate(map(len, words))
    folded = [script[end - len(said) : end] for said, end in zip(words, ends)]
    return "".join(said if own else reading_form(said, "zh-Hans") for own, said in _stretches(marked, folded))


def _stretches(told: Iterable[bool], words: Iterable[str]) -> Iterator[tuple[bool, str]]:
    """The words of neighbours that are alike in what is told of each, together."""
    for alike, run in groupby(zip(told, words), itemgetter(0)):
        yield alike, "".join(said for _, said in run)


@lru_cache(maxsize=16384)
def _attributes(tag: str) -> str:
    """A tag whose labels stand as they are read, and whose language is that of its text as it is read."""

    def told(found: re.Match[str]) -> str:
        name, value = found[1], unescaped(found[2][1:-1])
        if name == "lang" and value == TRADITIONAL:
            return " data-hant"
        if name not in _LABELS and name != _ATTRIBUTION:
            return found[0]
        read = told_form(value)
        if read == value:
            return found[0]
        back = f' {_ATTRIBUTION}-received="{_escaped(value)}"' if name == _ATTRIBUTION else ""
        return f' {name}="{_escaped(read)}"{back}'

    return _ATTRIBUTE.sub(told, tag)
