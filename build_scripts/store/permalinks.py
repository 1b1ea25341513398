"""The addresses that records give rise to, and what the register of published addresses says of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..addresses import agency, page_of, point, rooted, topic, work
from ..model import Document, Permalink, TopicPoints, Vocabulary, Work, measure_id, text_hash


def of_records(
    documents: Iterable[Document],
    vocabulary: Vocabulary,
    first: str,
    points: Iterable[TopicPoints] = (),
    works: Iterable[Work] = (),
) -> dict[str, Permalink]:
    """The entry each page made from a record, and each question, would have in the register, were it registered on the
    day ``first``."""
    found = [Permalink(rooted(agency(a.id)), "agency", first) for a in vocabulary.agencies]
    found += [Permalink(rooted(topic(t.id)), "topic", first) for t in vocabulary.topics]
    found += [Permalink(rooted(point(t.topic, p.id)), "point", first) for t in points for p in t.points]
    found += [Permalink(rooted(work(w.id)), "work", first) for w in works]
    for document in documents:
        found.append(Permalink(rooted(page_of(document.id)), "document", first))
        for measure in document.measures:
            address = rooted(page_of(measure_id(document.id, measure.ref)))
            found.append(Permalink(address, "measure", first, text_hash(measure.text)))
    return {p.address: p for p in found}


def destination(register: Mapping[str, Permalink], address: str) -> str | None:
    """Where an address leads in the end: itself, or its last successor; None for a loop or a step into nothing."""
    seen = {address}
    while (entry := register.get(address)) is not None and entry.successor is not None:
        address = entry.successor
        if address in seen:
            return None
        seen.add(address)
    return address if entry is not None else None


def in_order(register: Iterable[Permalink]) -> tuple[Permalink, ...]:
    """The canonical order of the register: by address, numbers as numbers."""
    return tuple(sorted(register, key=lambda p: _key(p.address)))


def joined(register: Iterable[Permalink]) -> tuple[Permalink, ...]:
    """The register with entries of one address made one where they do not contradict each other.

    A merge of two branches keeps the lines of both: both may have registered an address, each on its day, and one may
    have moved or withdrawn what the other left alone. The earliest day holds, and what became of the address. Entries
    that say different things all stay, for a person to choose.
    """
    grouped: dict[str, list[Permalink]] = {}
    for entry in register:
        grouped.setdefault(entry.address, []).append(entry)
    return tuple(e for same in grouped.values() for e in _one(same))


def _one(same: list[Permalink]) -> list[Permalink]:
    first = min(e.first for e in same)
    dated = [replace(e, first=first) for e in same]
    plain = {replace(e, successor=None, gone=None) for e in dated}
    became = {e for e in dated if e.successor is not None or e.gone is not None}
    if len(plain) > 1 or len(became) > 1:
        return same
    return list(became or plain)


def _key(address: str) -> list[tuple[int, str]]:
    return [(int(part) if part.isdigit() else -1, part) for part in re.findall(r"\d+|\D+", address)]
