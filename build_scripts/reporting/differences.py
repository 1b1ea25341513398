"""What one state has and another has not: pure functions over plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .comparable_state import SEPARATOR, State


@dataclass(frozen=True)
class Change:
    """A field of something that is in both states: its value before and after ("" where it had none)."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Differences:
    """Of one kind: ids that came, that went, and what changed in those that stayed."""

    kind: str
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    changed: Mapping[str, tuple[Change, ...]] | None = None

    def __bool__(self) -> bool:
        return bool(self.gained or self.lost or self.changed)


def differences(before: State, after: State) -> list[Differences]:
    """By kind, in the order of the later state; kinds in which nothing differs are left out."""
    return [found for kind in after if (found := _of_kind(kind, before.get(kind, {}), after[kind]))]


def _of_kind(kind: str, before: Mapping[str, dict[str, str]], after: Mapping[str, dict[str, str]]) -> Differences:
    changed = {id: tuple(_changes(before[id], after[id])) for id in after if id in before and before[id] != after[id]}
    gained = tuple(id for id in after if id not in before)
    return Differences(kind, gained, tuple(id for id in before if id not in after), changed)


def _changes(before: Mapping[str, str], after: Mapping[str, str]) -> list[Change]:
    fields = [*after, *(f for f in before if f not in after)]
    values = [(f, before.get(f, ""), after.get(f, "")) for f in fields]
    return [Change(f, *_apart(was, now)) for f, was, now in values if was != now]


def _apart(was: str, now: str) -> tuple[str, str]:
    """Of two lists only the items that the other has not; where only the order differs, all of them."""
    items = was.split(SEPARATOR), now.split(SEPARATOR)
    gone, new = (SEPARATOR.join(i for i in own if i not in other) for own, other in (items, reversed(items)))
    return (gone, new) if gone or new else (was, now)
