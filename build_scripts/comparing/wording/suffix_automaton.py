"""A suffix automaton: every substring of one text, so that another text can be read against it in one pass."""

from __future__ import annotations

from collections.abc import Iterator


class SuffixAutomaton:
    """Built in time linear in the text (Blumer et al. 1985). ``next``, ``link`` and ``length`` by state; 0 is the root."""

    def __init__(self, text: str) -> None:
        self.next: list[dict[str, int]] = [{}]
        self.link = [-1]
        self.length = [0]
        last = 0
        for character in text:
            last = self._extend(last, character)

    def _state(self, length: int, transitions: dict[str, int], link: int) -> int:
        self.next.append(transitions)
        self.length.append(length)
        self.link.append(link)
        return len(self.next) - 1

    def _extend(self, last: int, character: str) -> int:
        current = self._state(self.length[last] + 1, {}, 0)
        state = last
        while state >= 0 and character not in self.next[state]:
            self.next[state][character] = current
            state = self.link[state]
        if state < 0:
            return current
        target = self.next[state][character]
        if self.length[state] + 1 == self.length[target]:
            self.link[current] = target
            return current
        clone = self._state(self.length[state] + 1, dict(self.next[target]), self.link[target])
        while state >= 0 and self.next[state].get(character) == target:
            self.next[state][character] = clone
            state = self.link[state]
        self.link[target] = self.link[current] = clone
        return current

    def matches(self, text: str) -> Iterator[int]:
        """For each character of ``text``: the length of the longest substring ending there that the automaton's text has.

        >>> list(SuffixAutomaton("产业集群").matches("旧产业集聚"))
        [0, 1, 2, 3, 0]
        """
        state = length = 0
        for character in text:
            while state and character not in self.next[state]:
                state = self.link[state]
                length = self.length[state]
            if character in self.next[state]:
                state = self.next[state][character]
                length += 1
            yield length
