"""Two versions of a record held against each other, field by field, measure by measure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import yaml

from build_scripts.own_yaml import values
from build_scripts.publishing.text.wording.loading import wording

# Fields of a record by their names on the page, in the order in which they are told.
_CODES = wording("codes")
MEASURE_FIELDS: Mapping[str, str] = _CODES.measure_fields
DOCUMENT_FIELDS: Mapping[str, str] = _CODES.document_fields
UNSEEN = ("id", "measures", "reading")
"""What is told of a document otherwise, or is no reader's: which reading of the machine a record goes back to."""

Fields = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Changes:
    """What became of a document's record.

    ``fields`` are the measures' fields that changed, in Chinese, each with the refs of the measures; ``facts`` the
    document's own. ``unread``: one of the two versions is no record that can be read.
    """

    kind: Literal["added", "changed", "removed"]
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    fields: Fields = ()
    facts: tuple[str, ...] = ()
    unread: bool = False

    @property
    def refs(self) -> tuple[str, ...]:
        """The measures touched, each once."""
        return tuple(dict.fromkeys([*self.added, *(ref for _, refs in self.fields for ref in refs), *self.removed]))


@lru_cache(maxsize=32)
def parsed(content: bytes | None) -> Mapping[str, Any] | None:
    """A record as plain values, or None: absent, or not to be read. History is not checked, it is told.

    What one day ends with, the next begins with.
    """
    try:
        value = values(content) if content else None
    except (yaml.YAMLError, UnicodeDecodeError, ValueError):
        return None
    return value if isinstance(value, dict) else None


def compare(before: bytes | None, after: bytes | None) -> Changes | None:
    """What changed between two versions of a record's file; None where nothing did that a reader would see."""
    if before is None and after is None:
        return None
    kind: Literal["added", "changed", "removed"] = (
        "added" if before is None else "removed" if after is None else "changed"
    )
    old, new = parsed(before), parsed(after)
    if (before is not None and old is None) or (after is not None and new is None):
        return Changes(kind, unread=True)
    old_measures, new_measures = _measures(old), _measures(new)
    added = tuple(ref for ref in new_measures if ref not in old_measures)
    removed = tuple(ref for ref in old_measures if ref not in new_measures)
    if kind != "changed":
        return Changes(kind, added, removed)
    fields = _fields(old_measures, new_measures)
    facts = tuple(_differing(old or {}, new or {}, DOCUMENT_FIELDS, skip=UNSEEN))
    return Changes(kind, added, removed, fields, facts) if added or removed or fields or facts else None


def _measures(record: Mapping[str, Any] | None) -> dict[str, Mapping[str, Any]]:
    """By ref. Records of any age: what has no ref is passed over."""
    listed = (record or {}).get("measures")
    held = [m for m in listed if isinstance(m, dict)] if isinstance(listed, list) else []
    return {str(m["ref"]): m for m in held if m.get("ref") is not None}


def _fields(old: Mapping[str, Mapping[str, Any]], new: Mapping[str, Mapping[str, Any]]) -> Fields:
    found: dict[str, list[str]] = {name: [] for name in MEASURE_FIELDS.values()}
    for ref, measure in new.items():
        for name in _differing(old.get(ref, measure), measure, MEASURE_FIELDS, skip=("ref",)):
            found.setdefault(name, []).append(ref)
    return tuple((name, tuple(refs)) for name, refs in found.items() if refs)


def _differing(
    old: Mapping[str, Any], new: Mapping[str, Any], names: Mapping[str, str], skip: tuple[str, ...]
) -> list[str]:
    """The fields that differ, by name; absent, empty and null are the same."""
    keys = [*names, *(k for k in {**old, **new} if k not in names)]
    return [names.get(k, str(k)) for k in keys if k not in skip and (old.get(k) or None) != (new.get(k) or None)]
