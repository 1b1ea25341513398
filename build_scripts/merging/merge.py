"""The three-way merge of a document: what the machine read before, what people made of it, what it reads now."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from ..model import Document, Measure
from .fields import differing, join
from .follow_renumbering import follow_origins
from .matching import match

FindingKind = Literal["gone", "doubtful", "moved"]


@dataclass(frozen=True)
class Finding:
    """What a merge has to tell of the measure that is ``ref`` in the record.

    ``gone``: the machine no longer reads it, and a person worked on it. ``doubtful``: it may be any of ``choices`` now, or
    none. ``moved``: it is ``choices[0]`` now.
    """

    kind: FindingKind
    ref: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Merged:
    """The record to be, its stale fields marked in it; the refs that moved (before to now); what is to be told."""

    document: Document
    moved: Mapping[str, str]
    findings: tuple[Finding, ...]


def merge(
    base: Document | None,
    record: Document,
    new: Document,
    decided: Mapping[str, str | None] | None = None,
    cited: Collection[str] = (),
) -> Merged:
    """Merge a new reading into a record.

    ``base`` is the reading that the record was last merged with, None where it is lost: then every difference stays as
    the record has it, and is told. ``decided`` settles which measure is which (see ``match``). ``cited`` are the refs
    that other files of a person's speak of: a doubt about one of them is told even if nobody edited it.

    Measures stand in the order of the reading; a record with a ref twice must not come here.
    """
    before = {m.ref: m for m in base.measures} if base else {}
    mine = {m.ref: m for m in record.measures}
    now = {m.ref: m for m in new.measures}
    matching = match((before.get(ref, m) for ref, m in mine.items()), new.measures, decided)
    worked_on = {ref for ref, m in mine.items() if ref in cited or ref not in before or differing(before[ref], m)}
    left = [ref for ref in mine if ref in worked_on and ref not in matching.found]
    doubtful = {ref: matching.doubtful.get(ref, ()) for ref in left if ref in matching.doubtful or ref in now}
    findings = [Finding("moved", ref, (to,)) for ref, to in matching.moved.items()]
    findings += [Finding("doubtful", ref, refs) for ref, refs in doubtful.items()]
    pairs = {to: ref for ref, to in matching.found.items() if to is not None}
    measures = {to: _measure(before.get(ref), mine[ref], now[to], matching.moved) for to, ref in pairs.items()}
    gone = [mine[ref] for ref in left if ref not in doubtful]
    findings += [Finding("gone", m.ref) for m in gone]
    ordered = (*(measures.get(ref, m) for ref, m in now.items()), *gone)
    joined = join(base, record, new)
    document = replace(record, **joined.values, stale=joined.stale, measures=ordered)
    return Merged(document, matching.moved, tuple(findings))


def _measure(base: Measure | None, mine: Measure, now: Measure, moved: Mapping[str, str]) -> Measure:
    followed = follow_origins(mine, moved)
    joined = join(base and follow_origins(base, moved), followed, now)
    return replace(followed, **joined.values, ref=now.ref, stale=joined.stale)
