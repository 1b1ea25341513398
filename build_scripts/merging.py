"""A pure three-way merge: what the machine read before, what people made of it, what the machine reads now.

Field by field: what a person left alone follows the machine; what a person changed stays; where both
changed it to different things, the person's stays and the difference is reported.
"""

from __future__ import annotations

import dataclasses
from dataclasses import replace

from .model import Document, Measure
from .problems import Problem


def merge(base: Document, record: Document, new: Document, path: str) -> tuple[Document, list[Problem]]:
    """The record to be, and a warning for every field where person and machine now differ.

    ``base`` is the machine's last reading (structured/extracted/), ``record`` the person's file, ``new``
    the machine's reading now. Measures are matched by ref; their order follows ``new``.
    """
    problems: list[Problem] = []
    merged = _fields(base, record, new, path, "", problems, leave=("measures",))
    before, kept, now = ({m.ref: m for m in d.measures} for d in (base, record, new))
    measures: list[Measure] = []
    for ref, read in now.items():
        if ref in kept:
            measures.append(_measure(before.get(ref, kept[ref]), kept[ref], read, path, problems))
        elif ref not in before:
            measures.append(read)
    for ref, mine in kept.items():
        if ref not in now and mine != before.get(ref):
            problems.append(
                Problem(
                    path,
                    0,
                    0,
                    "merge-gone",
                    "机器不再读出这一条，但有人改过它，故保留",
                    "核对原文；若确应删去，请从记录中删去",
                    ref,
                    "warning",
                )
            )
            measures.append(mine)
    return replace(merged, measures=tuple(measures)), problems


def _measure(base: Measure, record: Measure, new: Measure, path: str, problems: list[Problem]) -> Measure:
    leave = ("at", "modality")
    if record.topics_basis == "editor":
        leave += ("topics", "topics_basis")
    return _fields(base, record, new, path, record.ref, problems, leave)


def _fields(base, record, new, path: str, name: str, problems: list[Problem], leave: tuple[str, ...]):
    changed = {}
    for f in dataclasses.fields(record):
        if f.name in leave:
            continue
        old, mine, now = (getattr(d, f.name) for d in (base, record, new))
        if mine == old:
            changed[f.name] = now
        elif now not in (old, mine):
            problems.append(
                Problem(
                    path,
                    0,
                    0,
                    "merge-conflict",
                    f"{f.name}：人与机器都改了，保留人的改动",
                    "对照 structured/extracted/ 的同名文件，决定用哪一个",
                    name,
                    "warning",
                )
            )
    return replace(record, **changed)
