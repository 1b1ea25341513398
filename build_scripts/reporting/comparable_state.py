"""Everything that a change can touch, as plain text by kind, id and field: what two commits are compared by.

A state is made by the code of the commit it belongs to, so that a change of the reading rules shows in ``readings``.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..checks.all_checks import run_checks
from ..checks.problems_to_show import told
from ..evaluating.against_golds import evaluate, total
from ..locating.loading import Loading, load
from ..model import Document, Measure, measure_id, point_id

State = dict[str, dict[str, dict[str, str]]]
"""By kind (``measures``), id (``gansu-enclave-economy/3.4``) and field (``topics``): the value on one line."""

SEPARATOR = "；"  # between the items of a list

_APART = ("measures", "at", "modality", "reading", "stale")


def state_of(root: Path) -> State:
    """The state of a checkout. A file that cannot be read is missing from it, and its problem is in ``problems``."""
    loading = load(root)
    records = [loaded.value for loaded in loading.records.values() if loaded.value is not None]
    problems = told(loading.problems + run_checks(loading), loading)
    return {
        "documents": {d.id: _fields(d) for d in records},
        "measures": {measure_id(d.id, m.ref): _fields(m) for d in records for m in d.measures},
        "agencies": _by_id(loading.vocabulary.agencies),
        "topics": _by_id(loading.vocabulary.topics),
        "jurisdictions": _by_id(loading.vocabulary.jurisdictions),
        "pairs": {f"{p.a} ↔ {p.b}": _fields(p) for p in _items(loading.alignments)},
        "relations": {
            f"{r.origin or '—'} → {r.to or '—'}（{r.relation}）": _fields(r) for r in _items(loading.relations)
        },
        "points": {point_id(t.topic, p.id): _fields(p) for t in loading.topic_points for p in t.points},
        "works": _by_id(_items(loading.works)),
        "addresses": {e.address: _fields(e) for e in _items(loading.permalinks)},
        "readings": _readings(loading),
        "evaluation": _figures(root),
        "problems": {str(p): {} for p in problems},
    }


def as_json(state: State) -> str:
    return json.dumps(state, ensure_ascii=False)


def _items(loaded: Any) -> Iterable[Any]:
    return (loaded and loaded.value) or ()


def _by_id(items: Iterable[Any]) -> dict[str, dict[str, str]]:
    return {item.id: _fields(item) for item in items}


def _readings(loading: Loading) -> dict[str, dict[str, str]]:
    """What the machine reads off every source today, measure by measure."""
    return {measure_id(name, m.ref): _fields(m) for name, reading in loading.readings.items() for m in reading.measures}


def _figures(root: Path) -> dict[str, dict[str, str]]:
    """How well the reading agrees with the golds: F1 of each kind; nothing where there are no golds."""
    return {name: {"f1": f"{s.f1:.3f}"} for name, s in total(evaluate(root)).items() if s.f1 is not None}


def _fields(item: Any) -> dict[str, str]:
    """The fields of a record that are not at their default."""
    return {
        f.name: _shown(getattr(item, f.name))
        for f in dataclasses.fields(item)
        if f.name not in _APART and (not isinstance(item, Document | Measure) or f.compare)
        if getattr(item, f.name) != f.default
    }


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return SEPARATOR.join(map(_shown, value))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        said = ((f, getattr(value, f.name)) for f in dataclasses.fields(value) if f.compare)
        return "，".join(_shown(v) for f, v in said if v != f.default)
    return "" if value is None else " ".join(str(value).split())
