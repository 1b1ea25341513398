"""A page taken apart into tags and texts, and its texts block by block.

A page has hundreds of tags of which few differ: what a tag does is found once for each (``_tag``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from build_scripts.publishing.text.reading_form.form import TRADITIONAL

TAG = re.compile(r"""<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>"']*+(?:(?:"[^"]*"|'[^']*')[^<>"']*+)*+>""", re.S)
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
_SPEAKING = re.compile(r' (?:lang="zh-Hant"|title=|aria-label=|data-label=|alt=|data-from=)')


Text = tuple[str, bool, bool]
"""Words as received, whether they belong to a Traditional text, and whether their punctuation is their own. (A tuple and
no more, for there are hundreds on a page.)"""


class Chunk:
    """The texts that are read in one go: those of one block, or of a stretch of it between blocks inside it.

    ``block`` is the place of the block's tag, ``places`` are those of the texts; ``whole``, whether the texts are all that
    the block has.
    """

    __slots__ = ("block", "places", "texts", "whole")

    def __init__(self, block: int, whole: bool) -> None:
        self.block, self.whole = block, whole
        self.places: list[int] = []
        self.texts: list[Text] = []

    @property
    def words(self) -> str:
        return "".join([words for words, *_ in self.texts])

    @property
    def traditional(self) -> bool:
        return any(traditional for _, traditional, _ in self.texts)


@dataclass(frozen=True, slots=True)
class _Tag:
    """What a tag does. ``speaks``, it says something itself; ``end``, all up to there is kept with it, which is ``said``
    or not; ``traditional`` is None where it says no language."""

    name: str = ""
    closes: bool = False
    opens: bool = False
    inline: bool = False
    speaks: bool = False
    end: str = ""
    said: bool = True
    traditional: bool | None = None
    marked: bool = False


@lru_cache(maxsize=2048)
def _tag(whole: str) -> _Tag:
    found = TAG.fullmatch(whole)
    if found is None or not found[2]:
        return _Tag()
    name = found[2].lower()
    if found[1]:
        return _Tag(name, closes=True, inline=name in _INLINE)
    kept = name in _KEPT or _VERBATIM in whole
    return _Tag(
        name,
        opens=not kept and name not in _VOID and not whole.endswith("/>"),
        inline=name in _INLINE,
        speaks=bool(_SPEAKING.search(whole)),
        end=f"</{found[2]}>" if kept else "",
        said=name not in _UNSAID,
        traditional=f'lang="{TRADITIONAL}"' in whole if " lang=" in whole else None,
        marked=_OWN_MARKS in whole,
    )


class Pieces:
    """A page taken apart: ``pieces``, which together are the page (tags, comments, texts; what is kept, in one piece),
    and its texts in ``chunks``; ``speaking`` are the places of tags that say something themselves."""

    def __init__(self, html: str) -> None:
        self.pieces: list[str] = []
        self.chunks: list[Chunk] = []
        self.speaking: list[int] = []
        self._open: list[tuple[str, bool, bool]] = [("", False, False)]  # name, whether Traditional, whether marks stay
        self._buttons = 0  # of the open elements
        self._blocks: list[Chunk] = [Chunk(-1, whole=False)]
        at = 0
        for start, end, tag in _tags(html):
            if start > at:
                self._text(html[at:start])
            at = end
            if tag.speaks:
                self.speaking.append(len(self.pieces))
            if tag.closes:
                self._close(tag)
            elif tag.opens:
                self._opened(tag)
            elif tag.end:
                self._blocks[-1].whole &= not tag.said  # else its words would count among those of the block
            self.pieces.append(html[start:end])
        if at < len(html):
            self._text(html[at:])
        self._flush()

    def _text(self, piece: str) -> None:
        if not self._buttons:
            _, traditional, marked = self._open[-1]
            chunk = self._blocks[-1]
            chunk.places.append(len(self.pieces))
            chunk.texts.append((unescaped(piece) if "&" in piece else piece, traditional, marked))
        self.pieces.append(piece)

    def _opened(self, tag: _Tag) -> None:
        _, traditional, marked = self._open[-1]
        said = traditional if tag.traditional is None else tag.traditional
        self._open.append((tag.name, said, marked or tag.marked))
        if tag.name == "button":
            self._buttons += 1
        elif not tag.inline:
            self._blocks[-1].whole = False
            self._flush()
            self._blocks.append(Chunk(len(self.pieces), whole=True))

    def _close(self, tag: _Tag) -> None:
        name = tag.name
        if name != self._open[-1][0] and name not in [n for n, *_ in self._open]:
            return
        while True:
            last = self._open.pop()[0]
            self._buttons -= last == "button"
            if last == name:
                break
        if not tag.inline and name != "button":
            self._flush()
            if len(self._blocks) > 1:
                self._blocks.pop()

    def _flush(self) -> None:
        """What the block has said so far is a chunk; what it says from here on is another."""
        chunk = self._blocks[-1]
        if chunk.texts:
            self.chunks.append(chunk)
            self._blocks[-1] = Chunk(chunk.block, whole=False)


def _tags(html: str) -> Iterator[tuple[int, int, _Tag]]:
    """The tags and comments of a page with where each starts and ends, what is kept with one included."""
    at = 0
    while found := TAG.search(html, at):
        at = found.end()
        tag = _tag(found[0])
        if tag.end:
            end = html.find(tag.end, at)
            at = len(html) if end < 0 else end + len(tag.end)
        yield found.start(), at, tag


_NUMBERED = re.compile("&#([0-9]+);")


def unescaped(html: str) -> str:
    """What a browser reads: control characters stay, which Python's own ``unescape`` drops."""
    return unescape(_NUMBERED.sub(lambda n: chr(int(n[1])) if int(n[1]) < 32 else n[0], html))
