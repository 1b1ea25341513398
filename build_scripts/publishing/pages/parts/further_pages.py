"""A page that grows with the corpus, cut into a first page and further ones, none longer than it may be.

Templates mark what may go on elsewhere, and how. The marks are comments; they go, so a page that is short enough is as if it
had none.

    <!--long--> … <!--end-->     a list of which as much stays on the first page as it has room for
    <!--cut-->                   within it: a page may end here, and the next begin
    <!--again--> … <!--once-->   at the head of an element: stands again where the element goes on
    <!--more-->                  after it: where the first page leads on to the rest of the list
    <!--pages-->                 where the first page says what is on the others, and each of them which it is

Whatever is open where a page ends is closed there, and opened again on the next. What stands outside of lists stays on the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from build_scripts import addresses

_MARKS = "long|end|cut|again|once|more|pages"
# With what each begins said first, marks are looked for and not every line.
_ALONE = re.compile(rf"<!--(?<![^\n]<!--)(?:{_MARKS})-->(?:<!--(?:{_MARKS})-->)*\n|<!--(?:{_MARKS})-->")
_PIECE = re.compile(rf"""<!--({_MARKS})-->|<(/?)([a-zA-Z][\w-]*)(?:[^<>"]|"[^"]*")*?(/?)>""")
_VOID = frozenset({"br", "wbr", "hr", "img", "input", "meta", "link"})
_ID = re.compile(r'<[^<>]*? id="([^"]+)"')
_LINK = re.compile(r'(<[^<>]*? (?:href|src|action)=")([^"]*)(")')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/")
_SHARP = "&#35;"
_HEADING = re.compile(r'<(h2|h3|dt)\b[^>]*? id="([^"]+)"[^>]*>(.*?)</\1>', re.S)
_LEVELS = {"h2": 2, "h3": 3, "dt": 3}
_TAG = re.compile(r"<[^>]+>")
ROOM = 6
"""What a page says of the others may take one part in so many."""


@dataclass(eq=False)
class _Open:
    """An element that is open: its tag, and what stands at its head wherever it goes on."""

    name: str
    tag: str
    again: str = ""


Path = tuple[_Open, ...]


class _Chunk(NamedTuple):
    """A stretch of a page that is never cut, with what is open before and after it; ``moves``: whether it may go on further
    pages; ``list`` is the number of the list that it is in, or that ended before it."""

    html: str
    before: Path
    after: Path
    moves: bool
    list: int


class Heading(NamedTuple):
    """A heading, or a term, that went to a further page: the number of the page, its level, id and words (HTML)."""

    page: int
    level: int
    id: str
    words: str


class Words(Protocol):
    """What stands at the marks of the page with a number, of ``count``."""

    def pages(self, n: int, count: int, moved: Sequence[Heading]) -> str: ...

    def more(self, to: int) -> str: ...

    def foot(self, n: int, count: int) -> str: ...


def whole(body: str) -> str:
    r"""A page as one, without its marks.

    >>> whole("<ul>\n<!--long-->\n<li>甲</li><!--cut--><li>乙</li>\n</ul>")
    '<ul>\n<li>甲</li><li>乙</li>\n</ul>'
    """
    return _ALONE.sub("", body)


def cut(body: str, address: str, most: int, words: Words) -> tuple[str, ...]:
    """The page at ``address``, in as many as it takes that none is longer than ``most`` bytes, where its lists can be cut."""
    if len(body.encode()) <= most or "<!--cut-->" not in body:
        return (whole(body),)
    groups = _grouped(list(_chunks(body)), most - most // ROOM)
    page_of = {id: n for n, held in reversed([*enumerate(groups, 1)]) for c in held for id in _ID.findall(c.html)}
    moved = [h for n, held in enumerate(groups, 1) if n > 1 for h in _headings(held, n)]
    made = []
    for n, held in enumerate(groups, 1):
        html = _leading_on(held, groups, words) if n == 1 else _written(held, words.foot(n, len(groups)))
        html = html.replace("<!--pages-->", words.pages(n, len(groups), moved) if len(groups) > 1 else "")
        made.append(_linked(whole(html), address, addresses.further(address, n), page_of))
    return tuple(made)


def _leading_on(first: Sequence[_Chunk], groups: Sequence[Sequence[_Chunk]], words: Words) -> str:
    """The first page, which leads on to what of its lists is on others."""
    page_of: dict[int, int] = {}
    for n, held in enumerate(groups[1:], 2):
        for chunk in held:
            page_of.setdefault(chunk.list, n)

    def led_on(chunk: _Chunk) -> _Chunk:
        to = page_of.get(chunk.list)
        return chunk._replace(html=chunk.html.replace("<!--more-->", words.more(to))) if to else chunk

    return _written(map(led_on, first))


def _chunks(body: str) -> Iterator[_Chunk]:
    """A page in stretches, in order; ValueError where its elements are not closed as they were opened."""
    path: Path = ()
    before, start, moves, count, head = path, 0, False, 0, -1
    for piece in _PIECE.finditer(body):
        mark, closes, name, empty = piece.groups()
        if mark == "again":
            head = piece.end()
        elif mark == "once":
            path[-1].again = body[head : piece.start()]
        elif mark in ("long", "end", "cut"):
            yield _Chunk(body[start : piece.start()], before, path, moves, count)
            before, start = path, piece.end()
            moves = {"long": True, "end": False}.get(mark, moves)
            count += mark == "long"
        elif closes:
            if not path or path[-1].name != name:
                raise ValueError(f"</{name}> closes what is not open: {[e.name for e in path]}")
            path = path[:-1]
        elif name and not empty and name not in _VOID:
            path = (*path, _Open(name, piece[0]))
    yield _Chunk(body[start:], before, path, moves, count)


def _grouped(chunks: Sequence[_Chunk], most: int) -> list[list[_Chunk]]:
    """The chunks of each page: on the first all that stays, and what moves as far as there is room."""
    groups: list[list[_Chunk]] = [[]]
    size = sum(_size(c) for c in chunks if not c.moves)
    for chunk in chunks:
        if not chunk.moves:
            groups[0].append(chunk)
            continue
        if size + _size(chunk) > most and (len(groups) == 1 or groups[-1]):
            groups.append([])
            size = sum(len((e.tag + e.again).encode()) for e in chunk.before)
        groups[-1].append(chunk)
        size += _size(chunk)
    return groups


def _size(chunk: _Chunk) -> int:
    return len(chunk.html.encode())


def _written(chunks: Iterable[_Chunk], foot: str = "") -> str:
    """Chunks one after the other, with what must be closed and opened between them, and a foot before the last is closed."""
    out: list[str] = []
    path: Path = ()
    for chunk in chunks:
        out += [_moved(path, chunk.before), chunk.html]
        path = chunk.after
    return "".join([*out, _moved(path, path[:1]), foot, _moved(path[:1], ())])


def _moved(path: Path, to: Path) -> str:
    """What closes the elements of one place that are not open in another, and opens those that are."""
    same = 0
    while same < min(len(path), len(to)) and path[same] is to[same]:
        same += 1
    closed = "".join(f"</{e.name}>" for e in reversed(path[same:]))
    return closed + "".join(f"{e.tag}{e.again}" for e in to[same:])


def _headings(chunks: Iterable[_Chunk], page: int) -> Iterator[Heading]:
    for chunk in chunks:
        for name, id, words in _HEADING.findall(chunk.html):
            yield Heading(page, _LEVELS[name], id, " ".join(_TAG.sub("", words).split()))


def _linked(html: str, address: str, here: str, page_of: Mapping[str, int]) -> str:
    """Links as they are from ``here`` of a page that was drawn at ``address``; anchors are on the pages ``page_of`` says."""
    up = "../" * (here.count("/") - address.count("/"))

    def link(match: re.Match[str]) -> str:
        to = match[2].replace(_SHARP, "#")
        if _ELSEWHERE.match(to):
            return match[0]
        if to.startswith("#"):
            there = page_of.get(to[1:])
            to = addresses.relative((addresses.further(address, there) if there else here) + to, here)
        elif up:
            to = up + to.removeprefix("./")
        return f"{match[1]}{to.replace('#', _SHARP) if _SHARP in match[2] else to}{match[3]}"

    return _LINK.sub(link, html)
