"""Every pair of neighbouring characters, and where it stands: the index by which any stretch of text is found exactly.

Rows of text stand one after another on a single line of positions, a gap between them. A phrase is where its pairs
stand side by side; since pairs overlap by a character, every second one says it all.
docs/assets/js/search/postings.js reads what is written here.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import sub

from build_scripts.publishing.browser_data.search_index.folding import normal

GAP = 1
"""Positions between two rows: no pair of the one is the neighbour of a pair of the other."""

# Bytes in one file of the index. Small files let a query load little; in a large corpus there would be too many.
_LEAST = 4 * 1024
_MOST_FILES = 1500


@dataclass(frozen=True)
class Shard:
    """One file: the grams from ``first`` on, in the order of UTF-16 as JavaScript compares. Named by its content."""

    first: str
    data: bytes

    @property
    def name(self) -> str:
        return hashlib.sha256(self.data).hexdigest()[:8]


def positions(rows: Iterable[str]) -> tuple[dict[str, list[int]], list[int]]:
    """Where each gram stands, ascending, and the length of each row in normal form.

    A gram is a pair of characters; a single character too, for queries of one, with its first place in each row.

    >>> positions(["飞地", "地，"])
    ({'飞地': [0], '飞': [0], '地': [1, 3], '地,': [3], ',': [4]}, [2, 2])
    """
    found: dict[str, list[int]] = defaultdict(list)
    lengths = []
    base = 0
    for row in rows:
        text = normal(row)
        for at in range(len(text) - 1):
            found[text[at : at + 2]].append(base + at)
        for character in dict.fromkeys(text):
            found[character].append(base + text.index(character))
        lengths.append(len(text))
        base += len(text) + GAP
    return dict(found), lengths


def grams_of(phrase: str) -> list[str]:
    """The grams that say together where a phrase in normal form stands: every second pair, and the last one.

    >>> grams_of("飞地园区"), grams_of("飞地园"), grams_of("省")
    (['飞地', '园区'], ['飞地', '地园'], ['省'])
    """
    last = len(phrase) - 2
    starts = dict.fromkeys([*range(0, last + 1, 2), last])
    return [phrase[n : n + 2] for n in starts] if last >= 0 else list(phrase)


def shards(found: dict[str, list[int]]) -> list[Shard]:
    """The index cut into files of about the same size; a gram is never cut."""
    encoded = [(gram, _entry(gram), _steps(found[gram])) for gram in sorted(found, key=_utf16)]
    size = max(_LEAST, sum(len(head) + len(body) for _, head, body in encoded) // _MOST_FILES)
    return [Shard(part[0][0], _file(part)) for part in _cut(encoded, size)]


def _utf16(gram: str) -> bytes:
    return gram.encode("utf-16-be")


def _entry(gram: str) -> bytes:
    """A gram as two code points; a single character is followed by 0."""
    return _varints(map(ord, gram)) + (b"\0" if len(gram) == 1 else b"")


def _steps(places: list[int]) -> bytes:
    return _varints(map(sub, places, [0, *places]))


def _file(part: list[tuple[str, bytes, bytes]]) -> bytes:
    """The number of grams; each gram with the bytes its places take; then the places of all, as steps."""
    head = b"".join(entry + _varints([len(steps)]) for _, entry, steps in part)
    return _varints([len(part)]) + head + b"".join(steps for _, _, steps in part)


def _cut(encoded: list[tuple[str, bytes, bytes]], size: int) -> Iterator[list[tuple[str, bytes, bytes]]]:
    part: list[tuple[str, bytes, bytes]] = []
    held = 0
    for item in encoded:
        weight = len(item[1]) + len(item[2])
        if part and held + weight > size:
            yield part
            part, held = [], 0
        part.append(item)
        held += weight
    if part:
        yield part


def _varints(numbers: Iterable[int]) -> bytes:
    """Seven bits a byte, the lowest first; the high bit says that more follow.

    >>> _varints([5, 300])
    b'\\x05\\xac\\x02'
    """
    out = bytearray()
    for number in numbers:
        rest = number
        while rest > 0x7F:
            out.append(rest & 0x7F | 0x80)
            rest >>= 7
        out.append(rest)
    return bytes(out)
