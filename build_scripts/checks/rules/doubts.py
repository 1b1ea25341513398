"""Doubts about the reading of a source, told again until the reading is better or a person has settled the record."""

from __future__ import annotations

from collections.abc import Iterator

from ...locating.loading import Loading
from ...problems import Problem
from ..walking import Check, documents


def doubts(loading: Loading) -> Iterator[Problem]:
    """The signs that a source was read poorly; what an editor supplied is no longer missing."""
    for name, document, _ in documents(loading):
        reading = loading.readings.get(name)
        supplied = {f"doubt-{s.field}" for s in document.supplied}
        yield from (p for p in (reading.doubts if reading else ()) if p.code not in supplied)


CHECKS: tuple[Check, ...] = (doubts,)
