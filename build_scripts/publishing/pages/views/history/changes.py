"""The page of changes: what was added and corrected, day by day, out of git's history of the records."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from build_scripts import addresses
from build_scripts.publishing.history.changes_in_words import title
from build_scripts.publishing.history.days import DocumentDay
from build_scripts.publishing.index.lookups import Entry, Index
from build_scripts.publishing.pages.rendering import Page, page
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("changes")


@dataclass(frozen=True)
class Told:
    """One document's changes of a day. ``groups`` are (what changed, refs with their entries where they still are)."""

    entry: DocumentDay
    title: str
    groups: tuple[tuple[str, tuple[tuple[str, Entry | None], ...]], ...]


def changes(index: Index, history: tuple[DocumentDay, ...] | None) -> Page:
    meta = {"title": _WORDS.title, "description": _WORDS.description, "kind": "changes"}
    days = [(day, [_told(index, e) for e in held]) for day, held in groupby(history or (), key=lambda e: e.day)]
    return page(
        "changes.md.j2", addresses.CHANGES, meta, days=days, known=history is not None, documents=index.documents
    )


def _told(index: Index, entry: DocumentDay) -> Told:
    changes = entry.changes
    named = (
        []
        if changes.kind != "changed"
        else [
            (_WORDS.measures_added, changes.added),
            (_WORDS.measures_removed, changes.removed),
        ]
    )
    named += list(changes.fields)
    groups = tuple((name, tuple((r, _at(index, entry, r)) for r in refs)) for name, refs in named if refs)
    return Told(entry, title(entry), groups)


def _at(index: Index, entry: DocumentDay, ref: str) -> Entry | None:
    return index.entries.get(f"{entry.document}/{ref}")
