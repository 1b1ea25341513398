"""Rules of structured/alignments.yml."""

from __future__ import annotations

from collections.abc import Iterator

from ...locating.loading import Loading
from ...model import Alignment
from ...problems import Problem
from ..walking import Check, entries, problem


def sides(loading: Loading) -> Iterator[Problem]:
    """Both measures exist."""
    known = loading.measures
    tip = "写「文件 id/编号」，如 gansu-enclave-economy/3.4"
    for i, pair in entries(loading.alignments):
        for key, side in (("a", pair.a), ("b", pair.b)):
            if side not in known:
                message = f"没有 {side} 这条措施"
                yield problem(loading.alignments, (i, key), "measure-unknown", message, tip, _record(pair))


def once(loading: Loading) -> Iterator[Problem]:
    """A pair stands once, and no measure is paired with itself."""
    seen: set[frozenset[str]] = set()
    for i, pair in entries(loading.alignments):
        both = frozenset((pair.a, pair.b))
        if len(both) == 1 or both in seen:
            message, tip = "这一对重复了，或是同一条措施", "每一对只记一次"
            yield problem(loading.alignments, (i,), "alignment-duplicate", message, tip, _record(pair))
        seen.add(both)


def judgements(loading: Loading) -> Iterator[Problem]:
    """A confirmed pair has its strength, a rejected one has none, each has its reason."""
    for i, pair in entries(loading.alignments):
        if (pair.status == "confirmed") != (pair.strength is not None):
            message, tip = "确认的对应要写 strength，否定的不写", "strength: strong 或 partial"
            yield problem(loading.alignments, (i,), "alignment-strength", message, tip, _record(pair))
        if not pair.why.strip():
            message, tip = "没有写理由", "why 用一句话写两份各有什么、哪一份没有"
            yield problem(loading.alignments, (i,), "alignment-why", message, tip, _record(pair))


def _record(pair: Alignment) -> str:
    return f"{pair.a} ↔ {pair.b}"


CHECKS: tuple[Check, ...] = (sides, once, judgements)
