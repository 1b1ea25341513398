"""Many words, looked for in many texts: a text is gone through once, however many the words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from .fold import fold


class SoughtWords:
    """SoughtWords by how they begin.

    >>> sorted(SoughtWords(["省财政厅", "财政", "厅", "市"]).within("由省财政厅牵头"))
    ['厅', '省财政厅', '财政']
    """

    def __init__(self, words: Iterable[str]) -> None:
        held = {word for word in words if word}
        self._short = tuple(word for word in held if len(word) == 1)
        self._longer: dict[str, list[str]] = defaultdict(list)
        for word in held:
            if len(word) > 1:
                self._longer[word[:2]].append(word)

    def within(self, text: str) -> set[str]:
        """Those of them that stand in a text."""
        begun = self._longer.keys() & {text[at : at + 2] for at in range(len(text) - 1)}
        found = {word for start in begun for word in self._longer[start] if word in text}
        return found.union(word for word in self._short if word in text)


NOTHING_SOUGHT = SoughtWords(())


class NamedBodies:
    """NamedBodies, each by all its names (folded), found by any of them.

    >>> NamedBodies([("省工信厅", "工业和信息化厅"), ("市住建局",)]).named_in("由工业和信息化厅牵头")
    [('省工信厅', '工业和信息化厅')]
    """

    def __init__(self, called: Iterable[Collection[str]]) -> None:
        self._names = [tuple(map(fold, names)) for names in called]
        self._having: dict[str, list[int]] = defaultdict(list)
        for n, names in enumerate(self._names):
            for name in names:
                self._having[name].append(n)
        self._words = SoughtWords(self._having)

    def named_in(self, text: str) -> list[tuple[str, ...]]:
        """The names of each body of which one stands in a folded text, in the order in which the bodies were given."""
        here = {n for word in self._words.within(text) for n in self._having[word]}
        return [self._names[n] for n in sorted(here)]
