"""In which direction a first reading errs: where settling moved its verdicts, by kind of judgement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import NONE, UNLISTED, JudgedKind, JudgedTwice

_RANK = {"strong": 2, "partial": 1, NONE: 0, UNLISTED: 0}


@dataclass(frozen=True)
class Moved:
    """Of one kind, of ``cells`` read twice: how many verdicts of the first reading came to say less, to say more, or
    something else. Less: fewer topics, a weaker pair, no relation; more: what the first reading had left out."""

    of: JudgedKind
    cells: int
    less: int = 0
    more: int = 0
    other: int = 0

    @property
    def all(self) -> int:
        return self.less + self.more + self.other


def moved(judged: Iterable[JudgedTwice]) -> list[Moved]:
    """Of each kind that was read twice."""
    return [_of(each) for each in judged]


def _of(judged: JudgedTwice) -> Moved:
    first = {j.key: j.verdict for j in judged.first.judgements}
    second = {j.key: j.verdict for j in judged.second.judgements}
    ways = {"less": 0, "more": 0, "other": 0, "": 0}
    for cell in judged.settled.judgements:
        if cell.key in first and cell.key in second:
            stands = {"first": first, "second": second}.get(cell.settled, {}).get(cell.key, cell.verdict)
            ways[_way(judged.of, first[cell.key], stands)] += 1
    both = sum(1 for key in first if key in second)
    return Moved(judged.of, both, ways["less"], ways["more"], ways["other"])


def _way(of: str, was: tuple[str, ...], stands: tuple[str, ...]) -> str:
    """Less, more, other, or nothing where the first reading stands.

    >>> _way("alignments", ("strong",), ("partial",)), _way("alignments", ("unlisted",), ("partial",))
    ('less', 'more')
    >>> _way("topics", ("green", "talent"), ("green",)), _way("topics", ("green",), ("talent",))
    ('less', 'other')
    >>> _way("relations", ("sharpens",), ("none",)), _way("relations", ("sharpens",), ("adds",))
    ('less', 'other')
    """
    if was == stands or (of == "topics" and was[:1] == stands[:1] and set(was) == set(stands)):
        return ""
    a, b = _much(of, was, stands)
    return "less" if b < a else "more" if b > a else "other"


def _much(of: str, was: tuple[str, ...], stands: tuple[str, ...]) -> tuple[int, int]:
    if of == "alignments":
        return _RANK.get(was[0], 0), _RANK.get(stands[0], 0)
    if of == "topics" and (set(was) <= set(stands) or set(stands) <= set(was)):
        return len(was), len(stands)
    if of == "relations":
        return int(was != (NONE,)), int(stands != (NONE,))
    return 0, 0
