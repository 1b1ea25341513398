"""What became of a body: lines of succession out of the events of the vocabulary.

Only events in which a whole body goes on make a line (rename, merge, split); a transfer moves part of
its duties and leaves both bodies as they were.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Agency, Event, Vocabulary

CONTINUES = ("rename", "merge", "split")


@dataclass(frozen=True)
class Successor:
    """A body that another has become, and whether every step on the way names its source."""

    agency: Agency
    verified: bool


class Succession:
    """Lines of succession of one vocabulary. A loop in the events ends where it would begin again."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._agencies = {a.id: a for a in vocabulary.agencies}
        self._after: dict[str, dict[str, bool]] = {}
        self._before: dict[str, dict[str, bool]] = {}
        for agency in vocabulary.agencies:
            for event in agency.events:
                self._note(agency, event)

    def _note(self, agency: Agency, event: Event) -> None:
        if event.type not in CONTINUES:
            return
        verified = event.verified
        pairs = [(agency.id, other) for other in event.to] + [(other, agency.id) for other in event.origin]
        for old, new in pairs:
            if old in self._agencies and new in self._agencies:
                self._after.setdefault(old, {})[new] = verified or self._after.get(old, {}).get(new, False)
                self._before.setdefault(new, {})[old] = self._after[old][new]

    def today(self, agency: str) -> tuple[Successor, ...]:
        """What a body is now, at the end of its line; nothing for one that still stands."""
        ends: dict[str, bool] = {}
        self._follow(agency, True, {agency}, ends)
        ends.pop(agency, None)
        return tuple(Successor(self._agencies[a], verified) for a, verified in ends.items())

    def _follow(self, agency: str, verified: bool, seen: set[str], ends: dict[str, bool]) -> None:
        after = {a: v for a, v in self._after.get(agency, {}).items() if a not in seen}
        if not after:
            ends[agency] = ends.get(agency, False) or verified
        for new, step in after.items():
            self._follow(new, verified and step, seen | {new}, ends)

    def predecessors(self, agency: str) -> tuple[Agency, ...]:
        """Every body that has become part of this one, the nearest first."""
        found: dict[str, Agency] = {}
        waiting = [agency]
        while waiting:
            for old in self._before.get(waiting.pop(0), {}):
                if old not in found and old != agency:
                    found[old] = self._agencies[old]
                    waiting.append(old)
        return tuple(found.values())
