"""What a sentence of ours says that the texts it speaks of do not: numbers, works, bodies, quoted words, in either script."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..reading.lines.numerals import numbers_in
from ..sources.fold import fold

_TITLES = re.compile("《[^》]*》")
_QUOTED = re.compile("“([^”]+)”")
_COUNTING = re.compile(
    "(?<![零〇一二三四五六七八九十百千万亿两])[一二三四五六七八九两](?![十百千万亿零〇一二三四五六七八九])"
)
_MARKS = re.compile(r"[^\w%]+")
_HELD = 8192  # texts, so many at least as one check asks for again and again


@lru_cache(_HELD)
def folded(text: str) -> str:
    """``fold``, of what is asked for again and again."""
    return fold(text)


@lru_cache(_HELD)
def _numbers(text: str) -> frozenset[float]:
    return frozenset(numbers_in(folded(text)))


@lru_cache(_HELD)
def _printed(text: str) -> str:
    """A text without its marks."""
    return _MARKS.sub("", folded(text))


class WordIndex:
    """WordIndex, of which a sentence has few: found in it by their first two characters.

    >>> sorted(WordIndex(["省财政厅", "省科技厅", "财政厅", "市"]).within("由省财政厅办"))
    ['省财政厅', '财政厅']
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._begun: dict[str, list[str]] = {}
        for word in dict.fromkeys(words):
            self._begun.setdefault(word[:2], []).append(word)

    def within(self, text: str) -> set[str]:
        """Those that a text holds."""
        begun = self._begun
        pairs = {text[i : i + 2] for i in range(len(text))} | set(text)
        return {word for start in begun.keys() & pairs for word in begun[start] if word in text}


@dataclass(frozen=True)
class NamedBodies:
    """NamedBodies, each by all its names as they are folded, and the numbers of those that go by a name."""

    names: tuple[tuple[str, ...], ...]
    called: Mapping[str, tuple[int, ...]]
    words: WordIndex

    def named(self, said: str) -> Iterator[tuple[str, ...]]:
        """All names of each body that a text names, in the order of the bodies."""
        for number in sorted({n for name in self.words.within(said) for n in self.called[name]}):
            yield self.names[number]


@lru_cache(8)
def bodies_by(names: tuple[tuple[str, ...], ...]) -> NamedBodies:
    """NamedBodies by their names as they are printed."""
    all_ = tuple(tuple(map(folded, called)) for called in names)
    numbers: dict[str, tuple[int, ...]] = {}
    for n, called in enumerate(all_):
        for name in called:
            numbers[name] = (*numbers.get(name, ()), n)
    return NamedBodies(all_, numbers, WordIndex(numbers))


@lru_cache(8)
def _longest_first(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(map(folded, names), key=len, reverse=True))


def added_words(says: str, proof: str, bodies: WordIndex) -> list[str]:
    """The numbers, works in 《》 and bodies that an answer says and its evidence does not, in either script and width.

    >>> added_words("省财政厅每年安排2000万元", "省財政廳安排２０００萬元", WordIndex(["省财政厅"]))
    []
    >>> added_words("省财政厅到2025年安排三成，见《办法》", "安排資金", WordIndex(["省财政厅"]))
    ['“3”', '“2025”', '“《办法》”', '“省财政厅”']
    """
    said, proven = folded(says), folded(proof)
    added = [f"{number:g}" for number in sorted(_numbers(says) - _numbers(proof))]
    added += [title for title in _TITLES.findall(said) if title not in proven]
    added += sorted(body for body in bodies.within(said) if body not in proven)
    return [f"“{word}”" for word in added]


def unproven(
    says: str,
    proof: Collection[str],
    bodies: Iterable[Iterable[str]],
    names: Iterable[str] = (),
    years: Collection[str] = (),
) -> list[str]:
    """The same of a reason, which speaks of whole texts: quoted words too, and each body by any of its names.

    ``proof`` are the texts, each by itself: what comes again with other reasons is looked through once.
    ``names`` are what documents are called (甘肃2015); ``years`` those of the documents spoken of, by which they may be
    called too. A numeral below ten in Chinese is the reason's own counting (一为…，一为…).

    >>> unproven("甘肃2015设省工信委，2023分两步到２０％，“飞地”", ["到20%,“飞地經濟”由工信廳"], [], ["甘肃2015"], ["2023"])
    []
    >>> unproven("三个“飞地园区”，十个集群，到2030年", ["飞地經濟,3個"], [])
    ['“10”', '“2030”', '“飞地园区”']
    >>> unproven("省工信厅牵头，市住建局配合", ["工业和信息化厅"], [("省工信厅", "工业和信息化厅"), ("市住建局",)])
    ['“市住建局”']
    """
    said = folded(says)
    for name in _longest_first(tuple(names)):
        said = said.replace(name, " ")
    known = {float(year) for year in years if year.isdecimal()}.union(*map(_numbers, proof))
    added = [f"{number:g}" for number in sorted(numbers_in(_COUNTING.sub(" ", said)) - known)]
    added += [word for word in _QUOTED.findall(said) if not _in(_MARKS.sub("", word), map(_printed, proof))]
    added += [title for title in _TITLES.findall(said) if not _in(title, map(folded, proof))]
    for called in bodies_by(tuple(map(tuple, bodies))).named(said):
        if not any(_in(name, map(folded, proof)) for name in called):
            added += sorted((name for name in called if name in said), key=len)[-1:]
    return [f"“{word}”" for word in dict.fromkeys(added)]


def _in(word: str, texts: Iterable[str]) -> bool:
    return any(word in text for text in texts)
