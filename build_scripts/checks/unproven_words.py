"""What a sentence of ours says that the texts it speaks of do not: numbers, works, bodies, quoted words, in either script."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from ..reading.lines.numerals import numbers_in
from ..sources.fold import fold
from ..sources.words_in_text import NOTHING_SOUGHT, NamedBodies, SoughtWords

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


def added_words(says: str, proof: str, bodies: SoughtWords) -> list[str]:
    """The numbers, works in 《》 and bodies (names, folded) that an answer says and its evidence does not, in either
    script and width.

    >>> added_words("省财政厅每年安排2000万元", "省財政廳安排２０００萬元", SoughtWords(["省财政厅"]))
    []
    >>> added_words("省财政厅到2025年安排三成，见《办法》", "安排資金", SoughtWords(["省财政厅"]))
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
    bodies: NamedBodies,
    names: SoughtWords = NOTHING_SOUGHT,
    years: Collection[str] = (),
) -> list[str]:
    """The same of a reason, which speaks of whole texts: quoted words too, and each body by any of its names.

    ``proof`` are the texts, each by itself: what comes again with other reasons is looked through once.
    ``names`` are what documents are called (甘肃2015), folded; ``years`` those of the documents spoken of, by which they
    may be called too. A numeral below ten in Chinese is the reason's own counting (一为…，一为…).

    >>> unproven("甘肃2015设省工信委，2023分两步到２０％，“飞地”", ["到20%,“飞地經濟”由工信廳"], NamedBodies([]), SoughtWords(["甘肃2015"]), ["2023"])
    []
    >>> unproven("三个“飞地园区”，十个集群，到2030年", ["飞地經濟,3個"], NamedBodies([]))
    ['“10”', '“2030”', '“飞地园区”']
    >>> called = NamedBodies([("省工信厅", "工业和信息化厅"), ("市住建局",)])
    >>> unproven("省工信厅牵头，市住建局配合", ["工业和信息化厅"], called)
    ['“市住建局”']
    """
    said = folded(says)
    for name in sorted(names.within(said), key=lambda name: (-len(name), name)):
        said = said.replace(name, " ")
    added = []
    if numbers := numbers_in(_COUNTING.sub(" ", said)):
        known = {float(year) for year in years if year.isdecimal()}.union(*map(_numbers, proof))
        added = [f"{number:g}" for number in sorted(numbers - known)]
    added += [word for word in _QUOTED.findall(said) if not _in(_MARKS.sub("", word), map(_printed, proof))]
    added += [title for title in _TITLES.findall(said) if not _in(title, map(folded, proof))]
    for called in bodies.named_in(said):
        if not any(_in(name, map(folded, proof)) for name in called):
            added += sorted((name for name in called if name in said), key=len)[-1:]
    return [f"“{word}”" for word in dict.fromkeys(added)]


def _in(word: str, texts: Iterable[str]) -> bool:
    return any(word in text for text in texts)
