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
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from itertools import accumulate, groupby
from typing import NamedTuple

from build_scripts.publishing.text.reading_form.form import (
    TRADITIONAL,
    Changes,
    changes,
    reading_form,
    told_form,
)
from build_scripts.publishing.text.reading_form.patch import patch
from build_scripts.publishing.text.reading_form.punctuation.punctuated import LOOSE
from build_scripts.publishing.text.reading_form.traditional_to_simplified import simplified

_TAG = re.compile(r"""<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>"']*+(?:(?:"[^"]*"|'[^']*')[^<>"']*+)*+>""", re.S)
_ATTRIBUTE = re.compile(r"""\s([a-z-]+)=("[^"]*"|'[^']*')""")
_KEPT = frozenset(["script", "style", "pre", "code", "textarea", "title", "noscript"])
_UNSAID = frozenset(["script", "style"])
_VERBATIM, _OWN_MARKS = " data-verbatim", " data-marks"
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "dfn",
        "em",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
    ]
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_LABELS = frozenset({"title", "aria-label", "data-label", "alt"})
_ATTRIBUTION = "data-from"
_SPEAKING = re.compile(r' (?:lang="zh-Hant"|title=|aria-label=|data-label=|alt=|data-from=)')

Wrap = Callable[[str, str], str]
"""Markup around words that have no element to themselves: a patch and the words, both as HTML."""


def in_reading_form(html: str, wrap: Wrap) -> tuple[str, Changes]:
    """The page as it is read, and how much of it that changes: code points of the script, and marks."""
    page = _Page()
    page.read(html)
    total = Changes()
    for chunk in page.chunks:
        words = chunk.words
        if chunk.traditional or LOOSE.search(words):
            total += _lay(page.pieces, chunk, words, wrap)
    for at in page.speaking:
        page.pieces[at] = _attributes(page.pieces[at])
    return "".join(p if p.startswith("<") else _breaking(p) for p in page.pieces), total


def _breaking(text: str) -> str:
    """A text that may break between two quotations side by side, where browsers would not (seen in Chromium 156)."""
    return text.replace("”“", "”<wbr>“")


class _Text(NamedTuple):
    """The piece at ``at``: its words as received, whether they belong to a Traditional text, and whether their
    punctuation is their own."""

    at: int
    words: str
    traditional: bool
    marked: bool


@dataclass
class _Chunk:
    """The texts that are read in one go: those of one block, or of a stretch of it between blocks inside it.

    ``block`` is the place of the block's tag; ``whole``, whether the texts are all that the block has.
    """

    block: int
    texts: list[_Text] = field(default_factory=list)
    whole: bool = True

    @property
    def words(self) -> str:
        return "".join(t.words for t in self.texts)

    @property
    def traditional(self) -> bool:
        return any(t.traditional for t in self.texts)


class _Page:
    """A page taken apart: ``pieces``, which together are the page (tags, comments, texts; what is kept, in one piece),
    and its texts in ``chunks``."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.chunks: list[_Chunk] = []
        self.speaking: list[int] = []  # tags that say something themselves
        self._open: list[tuple[str, bool, bool]] = [("", False, False)]  # name, whether Traditional, whether marks stay
        self._buttons = 0  # of the open elements
        self._blocks: list[_Chunk] = [_Chunk(-1, whole=False)]

    def read(self, html: str) -> None:
        at = 0
        while tag := _TAG.search(html, at):
            start = tag.start()
            if start > at:
                self._text(html[at:start])
            whole, closing, name = tag[0], tag[1], (tag[2] or "").lower()
            at = tag.end()
            if closing:
                self._close(name)
            elif name:
                if _SPEAKING.search(whole):
                    self.speaking.append(len(self.pieces))
                if name in _KEPT or _VERBATIM in whole:
                    end = html.find(f"</{tag[2]}>", at)
                    at = len(html) if end < 0 else end + len(tag[2]) + 3
                    self._blocks[-1].whole &= name in _UNSAID  # else its words would count among those of the block
                elif name not in _VOID and not whole.endswith("/>"):
                    self._opened(name, whole)
            self.pieces.append(html[start:at])
        if at < len(html):
            self._text(html[at:])
        self._flush()

    def _text(self, piece: str) -> None:
        if not self._buttons:
            _, traditional, marked = self._open[-1]
            words = _unescaped(piece) if "&" in piece else piece
            self._blocks[-1].texts.append(_Text(len(self.pieces), words, traditional, marked))
        self.pieces.append(piece)

    def _opened(self, name: str, tag: str) -> None:
        _, traditional, marked = self._open[-1]
        if " lang=" in tag:
            traditional = f'lang="{TRADITIONAL}"' in tag
        self._open.append((name, traditional, marked or _OWN_MARKS in tag))
        if name == "button":
            self._buttons += 1
        elif name not in _INLINE:
            self._blocks[-1].whole = False
            self._flush()
            self._blocks.append(_Chunk(len(self.pieces)))

    def _close(self, name: str) -> None:
        if name != self._open[-1][0] and name not in [n for n, *_ in self._open]:
            return
        while True:
            last = self._open.pop()[0]
            self._buttons -= last == "button"
            if last == name:
                break
        if name not in _INLINE and name != "button":
            self._flush()
            if len(self._blocks) > 1:
                self._blocks.pop()

    def _flush(self) -> None:
        """What the block has said so far is a chunk; what it says from here on is another."""
        chunk = self._blocks[-1]
        if chunk.texts:
            self.chunks.append(chunk)
            self._blocks[-1] = _Chunk(chunk.block, whole=False)


def _lay(pieces: list[str], chunk: _Chunk, received: str, wrap: Wrap) -> Changes:
    """Put the texts of a chunk as they are read, with the way back on the block or, where that holds more, on each."""
    read = _read(chunk.texts)
    if read == received:
        return Changes()
    at = 0
    for text in chunk.texts:
        words = read[at : at + len(text.words)]
        at += len(text.words)
        if words != text.words:
            said = _escaped(words)
            pieces[text.at] = said if chunk.whole else wrap(_escaped(patch(words, text.words)), said)
    if chunk.whole:
        pieces[chunk.block] = f'{pieces[chunk.block][:-1]} data-received="{_escaped(patch(read, received))}">'
    return changes(received, read)


_NUMBERED = re.compile("&#([0-9]+);")


def _unescaped(html: str) -> str:
    """What a browser reads: control characters stay, which Python's own ``unescape`` drops."""
    return unescape(_NUMBERED.sub(lambda n: chr(int(n[1])) if int(n[1]) < 32 else n[0], html))


def _escaped(text: str) -> str:
    """As HTML, in a text or in double quotes; a browser would take a carriage return for a line feed."""
    return escape(text).replace("\r", "&#13;")


def _read(texts: list[_Text]) -> str:
    """The texts as they are read: the script stretch by stretch, then the punctuation of all together."""
    script = "".join(
        simplified(said) if traditional else said
        for traditional, said in _stretches(texts, lambda t: t.traditional, [t.words for t in texts])
    )
    ends = list(accumulate(len(t.words) for t in texts))
    words = [script[end - len(t.words) : end] for t, end in zip(texts, ends)]
    return "".join(
        said if marked else reading_form(said, "zh-Hans")
        for marked, said in _stretches(texts, lambda t: t.marked, words)
    )


def _stretches(texts: list[_Text], of: Callable[[_Text], bool], words: list[str]) -> Iterator[tuple[bool, str]]:
    """The words of neighbours that are alike in something, together."""
    for alike, run in groupby(zip(texts, words), lambda pair: of(pair[0])):
        yield alike, "".join(said for _, said in run)


def _attributes(tag: str) -> str:
    """A tag whose labels stand as they are read, and whose language is that of its text as it is read."""

    if not _TAG.fullmatch(tag):
        return tag

    def told(found: re.Match[str]) -> str:
        name, value = found[1], _unescaped(found[2][1:-1])
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
