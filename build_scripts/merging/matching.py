"""Which measure of a new reading is which of the record: by text as well as by ref, since numbering may shift.

The rules, in order; what one settles the next does not see:

1. what a person decided;
2. the same ref and the same words;
3. the same words under another ref, where they stand once on either side: the measure moved;
4. the likest words (Dice of pairs of characters), from ``SURE`` on, and plainly likelier than any other choice.

What is left and still has something like it (from ``DOUBT`` on, or under the same ref) is doubtful: a person is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..model import Measure
from .likeness import likeness, pairs

SURE = 0.6
DOUBT = 0.3
MARGIN = 0.1  # by which the likest must lead the next likest


@dataclass(frozen=True)
class Matching:
    """``found`` maps a ref of the record to the ref of the new reading (None: gone, as a person decided);
    ``doubtful`` to the refs that it may be now, the likest first."""

    found: Mapping[str, str | None] = field(default_factory=dict)
    doubtful: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def moved(self) -> dict[str, str]:
        """The refs that changed."""
        return {old: new for old, new in self.found.items() if new is not None and new != old}


def match(old: Iterable[Measure], new: Iterable[Measure], decided: Mapping[str, str | None] | None = None) -> Matching:
    """Match the measures of a record with those of a new reading.

    ``old`` holds each measure as the machine last read it, or as the record has it where it was never read. ``decided``
    maps refs of the record to refs of the reading, or to None for a measure that is no more.
    """
    before = {m.ref: _words(m) for m in old}
    after = {m.ref: _words(m) for m in new}
    found: dict[str, str | None] = {}

    def settle(ref: str, to: str | None) -> None:
        found[ref] = to
        before.pop(ref)
        if to is not None:
            after.pop(to)

    for ref, to in (decided or {}).items():
        if ref in before and (to is None or to in after):
            settle(ref, to)
    for ref in [r for r, words in before.items() if after.get(r) == words]:
        settle(ref, ref)
    once_before, once_after = _standing_once(before), _standing_once(after)
    for words, ref in once_before.items():
        if words.strip() and words in once_after:
            settle(ref, once_after[words])
    likest = _likest(before, after)
    for _, ref, to in likest:
        if ref in before and to in after and _plainly(ref, to, likest, before, after):
            settle(ref, to)
    doubtful = {
        ref: tuple(to for score, r, to in likest if r == ref and to in after and (score >= DOUBT or to == ref))
        for ref in before
    }
    return Matching(found, {ref: choices for ref, choices in doubtful.items() if choices})


def _words(measure: Measure) -> str:
    return "".join(f"{measure.heading or ''}\n{measure.text}".split(" "))


def _standing_once(measures: Mapping[str, str]) -> dict[str, str]:
    """Words to ref, of those words that stand under one ref only."""
    counts = Counter(measures.values())
    return {words: ref for ref, words in measures.items() if counts[words] == 1}


def _likest(before: Mapping[str, str], after: Mapping[str, str]) -> list[tuple[float, str, str]]:
    """(likeness, ref before, ref now) of every pair left, the likest first, the same ref first among equals."""
    bags = {words: pairs(words) for words in {*before.values(), *after.values()}}
    scored = [(likeness(bags[a], bags[b]), ref, to) for ref, a in before.items() for to, b in after.items()]
    return sorted(scored, key=lambda s: (-s[0], s[1] != s[2], s[2]))


def _plainly(
    ref: str, to: str, likest: list[tuple[float, str, str]], before: Mapping[str, str], after: Mapping[str, str]
) -> bool:
    """Whether a pair is like enough, and no other choice for either side comes near it."""
    score = next(s for s, a, b in likest if (a, b) == (ref, to))
    rivals = [s for s, a, b in likest if (a == ref) != (b == to) and a in before and b in after]
    return score >= SURE and score - max(rivals, default=0.0) >= MARGIN
