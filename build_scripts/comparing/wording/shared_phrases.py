"""Shared wording: the longest phrases that two or more texts have in common, none of their letters counted twice.

In rounds. Each text is read against each other; a stretch of it that cannot grow on is a candidate,
and is trimmed: of single letters hanging over a punctuation mark, and of particles at its edges. What then still has
``MINIMUM`` Han characters between two marks is kept. The longest candidate comes first (of equals, the one printed
first), takes all its places in all texts, and needs such a place in two texts at least; what lies within taken places
is thereby gone. Taken letters become barriers and the next round finds what remains beside them, until nothing does.
A round looks into the others only where they have ``MINIMUM`` letters in a row of a text, for each letter but once or
twice; the search for places is one pass a phrase.

docs/assets/js/compare/shared.js is the same in the browser; tests/cases/shared-wording.json holds both together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import groupby

from ...model import Span
from .folded_letters import BARRIER, Letters, is_han, letters

MINIMUM = 4
WALL = "\ue001"  # a barrier of the text that another is read against, so that barriers match nothing
LEADING = frozenset("的和与及等了之")
TRAILING = frozenset("的和与及等以为在对由将把从向")
REST = 3  # letters in a row outside every set phrase that make a phrase more than the genre's


@dataclass(frozen=True)
class SharedPhrase:
    """``text`` are the letters; ``printed`` how the first text that has it prints it; ``spans`` its places, text by text.

    ``genre``: the whole genre says so, not only these texts. ``number`` counts the others from 1, in reading order.
    """

    text: str
    printed: str
    spans: tuple[tuple[Span, ...], ...]
    genre: bool
    number: int | None


def shared_wording(
    texts: Sequence[str],
    genre: Collection[str] = (),
    skip: Sequence[tuple[tuple[int, int], ...]] = (),
) -> tuple[SharedPhrase, ...]:
    """The phrases shared by two or more of ``texts``, in reading order. Spans are code points of the text given.

    ``genre`` holds set phrases in letters (``genre_phrases``); ``skip`` for each text the stretches left out.
    """
    parts = [letters(text, skip[n] if n < len(skip) else ()) for n, text in enumerate(texts)]
    taken = [bytearray(len(part.text)) for part in parts]
    found: list[tuple[str, list[list[int]]]] = []
    while chosen := _round(parts, taken):
        found += chosen
    found.sort(key=lambda item: next((n, places[0]) for n, places in enumerate(item[1]) if places))
    phrases: list[SharedPhrase] = []
    number = 0
    for phrase, places in found:
        spans = tuple(
            tuple(Span(part.at[p], part.at[p + len(phrase) - 1] + 1) for p in starts)
            for part, starts in zip(parts, places)
        )
        first = next(n for n, starts in enumerate(places) if starts)
        common = is_genre(phrase, genre)
        number += not common
        phrases.append(
            SharedPhrase(phrase, spans[first][0].of(texts[first]), spans, common, None if common else number)
        )
    return tuple(phrases)


def _round(parts: Sequence[Letters], taken: Sequence[bytearray]) -> list[tuple[str, list[list[int]]]]:
    """Choose among one round's candidates and mark their letters taken."""
    open_ = [_open(part.text, marks) for part, marks in zip(parts, taken)]
    rows = [[text[n : n + MINIMUM] for n in range(len(text) - MINIMUM + 1)] for text in open_]
    first: dict[str, tuple[int, int]] = {}
    for i, own in enumerate(open_):
        walled = own.replace(BARRIER, WALL)
        known = {row for row in rows[i] if BARRIER not in row}
        for j, other in enumerate(open_):
            if i == j:
                continue
            for begin, stop in _common(known, rows[j]):
                for start, end in _candidates(walled, other, parts[j].soft, begin, stop):
                    phrase = other[start:end]
                    first[phrase] = min(first.get(phrase, (j, start)), (j, start))
    chosen = []
    for phrase in sorted(first, key=lambda p: (-len(p), first[p])):
        places = [list(_places(text, marks, phrase)) for text, marks in zip(open_, taken)]
        if sum(1 for starts in places if starts) < 2:
            continue
        for marks, starts in zip(taken, places):
            for start in starts:
                marks[start : start + len(phrase)] = b"\1" * len(phrase)
        chosen.append((phrase, places))
    return chosen


def _open(text: str, marks: bytearray) -> str:
    """The text with barriers for the letters that are taken."""
    return "".join(BARRIER if t else c for c, t in zip(text, marks)) if any(marks) else text


def _common(known: Set[str], rows: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The stretches of a text outside which no ``MINIMUM`` letters in a row are ``known``; ``rows`` are those of each
    place."""
    if known.isdisjoint(rows):
        return
    for common, places in groupby(range(len(rows)), lambda n: rows[n] in known):
        if common:
            begin, *others = places
            yield begin, (others[-1] if others else begin) + MINIMUM


def _candidates(own: str, text: str, soft: frozenset[int], begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """Parts of a stretch of ``text`` that ``own`` has too and that cannot grow on, trimmed."""
    at = 0  # text[begin:end] stands in own, first at ``at``
    for end in range(begin, stop):
        character = text[end]
        if own.startswith(character, at + end - begin):
            continue
        at = own.find(text[begin : end + 1], at)
        if at < 0:
            yield from _trimmed(text, begin, end, soft)
        while at < 0:
            begin += 1
            at = own.find(text[begin : end + 1])
    yield from _trimmed(text, begin, stop, soft)


def _trimmed(text: str, start: int, end: int, soft: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The stretch without hanging edges, or nothing where too little is left."""
    if end - start < MINIMUM:
        return
    while start < end and (text[start] in LEADING or start + 1 in soft):
        start += 1
    while start < end and (text[end - 1] in TRAILING or end - 1 in soft):
        end -= 1
    longest = run = 0
    for n in range(start, end):
        run = (0 if n in soft else run) + is_han(text[n])
        longest = max(longest, run)
    if longest >= MINIMUM:
        yield start, end


def _places(text: str, marks: bytearray, phrase: str) -> Iterator[int]:
    """Where the phrase stands in free letters, no place overlapping the one before."""
    at = text.find(phrase)
    while at >= 0:
        if any(marks[at : at + len(phrase)]):
            at = text.find(phrase, at + 1)
        else:
            yield at
            at = text.find(phrase, at + len(phrase))


def is_genre(phrase: str, genre: Collection[str]) -> bool:
    """Whether a phrase is part of a set phrase, or set phrases leave no ``REST`` letters of it in a row.

    >>> is_genre("加快高质量发展步伐", ["高质量发展"]), is_genre("加快飞地经济高质量发展", ["高质量发展"])
    (True, False)
    """
    covered = bytearray(len(phrase))
    for known in genre:
        if phrase in known:
            return True
        at = phrase.find(known)
        while at >= 0:
            covered[at : at + len(known)] = b"\1" * len(known)
            at = phrase.find(known, at + 1)
    return b"\0" * REST not in covered
