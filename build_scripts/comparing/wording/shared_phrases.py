"""Shared wording: the longest phrases that two or more texts have in common, none of their letters counted twice.

In rounds. Each text is read against each other; a stretch of it that cannot grow on is a candidate,
and is trimmed: of single letters hanging over a punctuation mark, and of particles at its edges. What then still has
``MINIMUM`` Han characters between two marks is kept. The longest candidate comes first (of equals, the one printed
first), takes all its places in all texts, and needs such a place in two texts at least; what lies within taken places
is thereby gone. Taken letters become barriers and the next round finds what remains beside them, until nothing does.
A round looks into two texts only where they have ``MINIMUM`` letters in a row in common, and a later round only at
those places; the search for places is one pass a phrase.

docs/assets/js/compare/shared.js is the same in the browser; tests/cases/shared-wording.json holds both together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

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
    free = [part.text for part in parts]
    common = {(i, j): _common(free[i], free[j]) for i, j in combinations(range(len(parts)), 2)}
    found: list[tuple[str, list[list[int]]]] = []
    while chosen := _round(parts, free, common):
        found += chosen
        common = {(i, j): _still_common(free[i], free[j], *places) for (i, j), places in common.items()}
    found.sort(key=lambda item: next((n, places[0]) for n, places in enumerate(item[1]) if places))
    phrases: list[SharedPhrase] = []
    number = 0
    for phrase, places in found:
        spans = tuple(
            tuple(Span(part.at[p], part.at[p + len(phrase) - 1] + 1) for p in starts)
            for part, starts in zip(parts, places)
        )
        first = next(n for n, starts in enumerate(places) if starts)
        of_genre = is_genre(phrase, genre)
        number += not of_genre
        phrases.append(
            SharedPhrase(phrase, spans[first][0].of(texts[first]), spans, of_genre, None if of_genre else number)
        )
    return tuple(phrases)


def _round(
    parts: Sequence[Letters], free: list[str], common: Mapping[tuple[int, int], tuple[list[int], list[int]]]
) -> list[tuple[str, list[list[int]]]]:
    """Choose among one round's candidates; their letters become barriers in what is ``free``.

    ``common`` are the places of two texts at which a row begins that stands in both.
    """
    first: dict[str, tuple[int, int]] = {}
    for (i, j), (of_i, of_j) in common.items():
        for own, other, places in ((i, j, of_j), (j, i, of_i)):
            walled = free[own].replace(BARRIER, WALL)
            for begin, stop in _stretches(places):
                for start, end in _candidates(walled, free[other], parts[other].soft, begin, stop):
                    phrase = free[other][start:end]
                    first[phrase] = min(first.get(phrase, (other, start)), (other, start))
    chosen = []
    for phrase in sorted(first, key=lambda p: (-len(p), first[p])):
        if sum(phrase in text for text in free) < 2:
            continue
        chosen.append((phrase, [list(_places(text, phrase)) for text in free]))
        free[:] = [text.replace(phrase, BARRIER * len(phrase)) for text in free]
    return chosen


@lru_cache(maxsize=256)
def _rows(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The ``MINIMUM`` letters in a row from each place of a text on, and those of them without a barrier."""
    rows = tuple(text[n : n + MINIMUM] for n in range(len(text) - MINIMUM + 1))
    return rows, frozenset(row for row in rows if BARRIER not in row)


def _common(one: str, other: str) -> tuple[list[int], list[int]]:
    """The places in two texts at which a row begins that stands in both. Of the one, what depends on it alone is kept."""
    rows, known = _rows(one)
    of_other = [n for n in range(len(other) - MINIMUM + 1) if other[n : n + MINIMUM] in known]
    shared = {other[n : n + MINIMUM] for n in of_other}
    return [n for n, row in enumerate(rows) if row in shared] if shared else [], of_other


def _still_common(one: str, other: str, of_one: list[int], of_other: list[int]) -> tuple[list[int], list[int]]:
    """Of such places those at which such a row still begins, now that some letters are barriers."""
    met = {one[n : n + MINIMUM] for n in of_one} & {other[n : n + MINIMUM] for n in of_other}
    shared = {row for row in met if BARRIER not in row}
    if not shared:
        return [], []
    return (
        [n for n in of_one if one[n : n + MINIMUM] in shared],
        [n for n in of_other if other[n : n + MINIMUM] in shared],
    )


def _stretches(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches that the rows beginning at ``places`` make up, one behind another by a letter."""
    ends = [n for n, (a, b) in enumerate(pairwise(places), 1) if b - a > 1]
    for begin, end in pairwise([0, *ends, len(places)] if places else []):
        yield places[begin], places[end - 1] + MINIMUM


def _candidates(own: str, text: str, soft: frozenset[int], begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """Parts of a stretch of ``text`` that ``own`` has too and that cannot grow on, trimmed."""
    if text[begin:stop] in own:
        yield from _trimmed(text, begin, stop, soft)
        return
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
    run = 0
    for n in range(start, end):
        run = (0 if n in soft else run) + is_han(text[n])
        if run == MINIMUM:
            yield start, end
            return


def _places(text: str, phrase: str) -> Iterator[int]:
    """Where the phrase stands, no place overlapping the one before."""
    at = text.find(phrase)
    while at >= 0:
        yield at
        at = text.find(phrase, at + len(phrase))


def is_genre(phrase: str, genre: Collection[str]) -> bool:
    """Whether a phrase is part of a set phrase, or set phrases leave no ``REST`` letters of it in a row.

    >>> is_genre("加快高质量发展步伐", ["高质量发展"]), is_genre("加快飞地经济高质量发展", ["高质量发展"])
    (True, False)
    """
    return _is_genre(phrase, tuple(genre))


@lru_cache(maxsize=16_384)
def _is_genre(phrase: str, genre: tuple[str, ...]) -> bool:
    one_by_one, beginning = _set_phrases(genre)
    if phrase in one_by_one:
        return True
    covered = bytearray(len(phrase))
    for at, letter in enumerate(phrase):
        for known in beginning.get(letter, ()):
            if phrase.startswith(known, at):
                covered[at : at + len(known)] = b"\1" * len(known)
    return b"\0" * REST not in covered


@lru_cache(maxsize=4)
def _set_phrases(genre: tuple[str, ...]) -> tuple[str, Mapping[str, Sequence[str]]]:
    """Set phrases, each between barriers, and by the letter that each begins with."""
    beginning: defaultdict[str, list[str]] = defaultdict(list)
    for known in genre:
        beginning[known[0]].append(known)
    return BARRIER.join(genre), beginning
