"""Places and bodies that there are not: each province and city with bodies on the lines of the real ones."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from ..model import Agency, Jurisdiction, Vocabulary
from ..own_yaml import values

CITIES = 3
"""How many cities a province has."""
DOCUMENTS = 8
"""How many documents a place has, about."""
BODIES = 16
"""How many bodies a place has at most."""


@cache
def words() -> dict[str, Any]:
    """What made-up texts are written with: made_up.yml beside this module."""
    found: dict[str, Any] = values(Path(__file__).with_name("made_up.yml").read_text("utf-8"))
    return found


@dataclass(frozen=True)
class MadePlace:
    """A place, and the bodies of it that its documents name."""

    place: Jurisdiction
    bodies: tuple[Agency, ...]


def places(vocabulary: Vocabulary, documents: int, seed: int) -> tuple[MadePlace, ...]:
    """As many places as ``documents`` documents want: a province, its cities, the next province. Two at least."""
    top = next((j.id for j in vocabulary.jurisdictions if j.within is None), None)
    names = _names(seed)
    number = min(max(2, -(-documents // DOCUMENTS)), len(names))
    made: list[MadePlace] = []
    province = top
    for n, (name, id_) in enumerate(names[:number]):
        level = "prefecture" if n % (CITIES + 1) else "province"
        code = f"9{n // (CITIES + 1):03}{n % (CITIES + 1)}0"
        short = name
        place = Jurisdiction(id_, code, name + words()["levels"][level]["suffix"], short, level, province)
        if level == "province":
            place = replace(place, within=top)
            province = id_
        made.append(MadePlace(place, _bodies(vocabulary, place, random.Random(f"bodies {seed} {id_}"))))
    return tuple(made)


def _names(seed: int) -> list[tuple[str, str]]:
    """Names and ids: all of two parts, then all of three."""
    first, middle, second = (list(words()["names"][part].items()) for part in ("first", "middle", "second"))
    short = [(a + b, x + y) for a, x in first for b, y in second]
    long = [(a + m + b, x + w + y) for a, x in first for m, w in middle for b, y in second]
    for names in (short, long):
        random.Random(f"places {seed}").shuffle(names)
    return short + long


def _bodies(vocabulary: Vocabulary, place: Jurisdiction, chance: random.Random) -> tuple[Agency, ...]:
    """Bodies as a real place of the level has them, one to a line."""
    alike = [j for j in vocabulary.jurisdictions if j.level == place.level]
    held: dict[str, Sequence[Agency]] = {
        j.id: [a for a in vocabulary.agencies if a.jurisdiction == j.id and j.short in a.name] for j in alike
    }
    like = max(alike, key=lambda j: len(held[j.id]))
    lines: dict[str, Agency] = {}
    for body in held[like.id]:
        made = _renamed(body, like, place)
        if made.names:
            lines.setdefault(body.line, made)
    picked = chance.sample(sorted(lines), min(BODIES, len(lines)))
    return tuple(lines[line] for line in sorted(picked))


def _renamed(body: Agency, like: Jurisdiction, place: Jurisdiction) -> Agency:
    def here(text: str) -> str:
        return text.replace(like.short, place.short)

    own = words()["levels"][place.level]["short"]
    names = tuple(dict.fromkeys(here(n) for n in body.names if n.startswith(own)))
    line = body.id.removeprefix(f"{like.id}-")
    return Agency(f"{place.id}-{line}", here(body.name), place.id, body.kind, body.line, names)
