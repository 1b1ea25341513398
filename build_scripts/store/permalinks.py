"""The addresses that records give rise to, and what the register of published addresses says of each.

The register grows with every measure, and nearly all of its entries look alike: a line of the canonical form, of a page
that neither moved nor went, is taken as it stands. What is left for the YAML parser has a placeholder on that line, so
that everything else keeps its place, and what comes out is what the parser alone gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

from ..addresses import agency, page_of, point, rooted, topic, work
from ..model import (
    PAGE_KINDS,
    Document,
    PageKind,
    Permalink,
    TopicPoints,
    Vocabulary,
    Work,
    measure_id,
    text_hash,
)
from ..problems import Problem
from .yaml_to_types import Reader
from .yaml_tree import MAX_BYTES as MAX_BYTES_OF_A_RECORD
from .yaml_tree import Scalar, Tree, parse

MAX_BYTES = 50 * 1024 * 1024
"""Of the register: some 17,000 documents. It is one file of the whole corpus that a program writes, not a record that somebody
wrote; hosts of repositories warn of files larger than this."""
_LINE = re.compile(
    r"^- \{address: (?P<address>/[a-z0-9./#-]*), kind: (?P<kind>[a-z]+), first: '(?P<first>\d{4}-\d\d-\d\d)'"
    r"(?:, hash: (?P<quote>'?)(?P<hash>[0-9a-f]{16})(?P=quote))?\}$",
    re.M,
)
_TAKEN = "="  # what stands in the place of an entry that was taken; no entry is written so


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


def read_register(text: str, shown: str) -> tuple[tuple[Permalink, ...] | None, Tree | None, list[Problem]]:
    """The entries (None on problems), the tree for their places, and the problems of a register's text."""
    taken: list[Permalink] = []

    def take(line: re.Match[str]) -> str:
        if line["kind"] not in PAGE_KINDS or " #" in line[0]:
            return line[0]
        taken.append(Permalink(line["address"], cast(PageKind, line["kind"]), line["first"], line["hash"]))
        return f"- {_TAKEN}"

    tree, problems = parse(_LINE.sub(take, text), shown, MAX_BYTES)
    if tree is None or not isinstance(tree.value, list) or _placeholders(tree.value) != len(taken):
        if not taken or (tree is None and len(text) > MAX_BYTES_OF_A_RECORD):
            return _read(tree, problems, shown, [])
        return _read(*parse(text, shown, MAX_BYTES), shown, [])  # told as the parser tells it, of the text as it stands
    return _read(tree, problems, shown, taken)


def _placeholders(items: list[object]) -> int:
    return sum(isinstance(item, Scalar) and item.text == _TAKEN for item in items)


def _read(
    tree: Tree | None, problems: list[Problem], shown: str, taken: list[Permalink]
) -> tuple[tuple[Permalink, ...] | None, Tree | None, list[Problem]]:
    if tree is None:
        return None, None, problems
    reader, waiting = Reader(tree, shown), iter(taken)
    if not isinstance(tree.value, list):
        reader.problem((), "record-shape", "这里应当是列表", "每项以 - 开头")
        return None, tree, reader.problems
    found = []
    for i, item in enumerate(tree.value):
        here = isinstance(item, Scalar) and item.text == _TAKEN and taken
        found.append(next(waiting) if here else reader.read(Permalink, (i,)))
    return (tuple(found) if not reader.problems else None), tree, reader.problems
