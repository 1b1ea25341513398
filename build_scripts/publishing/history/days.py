"""What changed in the records and when, day by day and document by document, out of git.

A day is the one that the commit bears. What was done and undone on one day is no change.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from build_scripts import git
from build_scripts.publishing.history.record_differences import Changes, compare
from build_scripts.publishing.history.record_steps import Step, steps

__all__ = ["Changes", "DocumentDay", "read_history"]


@dataclass(frozen=True)
class DocumentDay:
    """What happened to one document on one day. ``updated`` is its last change, RFC 3339, UTC."""

    day: str
    document: str
    updated: str
    changes: Changes

    @property
    def anchor(self) -> str:
        """Its id on the page of changes."""
        return f"d-{self.day}-{self.document}"


def read_history(root: Path) -> tuple[DocumentDay, ...] | None:
    """Every day's changes, the latest first; None where there is no whole git history."""
    return _up_to(git.commit_of(root), root)


@lru_cache(maxsize=1)
def _up_to(commit: str | None, root: Path) -> tuple[DocumentDay, ...] | None:
    """The same, of what is in ``commit``, at which the tree stands."""
    found = steps(root)
    if found is None:
        return None
    groups: dict[tuple[str, str], list[Step]] = defaultdict(list)
    for step in found:
        groups[step.when.date().isoformat(), step.document].append(step)
    ends = {key: (held[0].before, held[-1].after) for key, held in groups.items()}
    texts = git.contents(root, (blob for pair in ends.values() for blob in pair if blob))
    entries = []
    for (day, document), held in groups.items():
        before, after = (texts.get(blob or "") for blob in ends[day, document])
        changes = compare(before, after)
        if changes:
            entries.append(DocumentDay(day, document, _utc(held[-1].when), changes))
    return tuple(sorted(entries, key=lambda e: (e.day, e.updated, e.document), reverse=True))


def _utc(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
