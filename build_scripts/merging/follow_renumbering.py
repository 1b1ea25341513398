"""What follows a measure whose number changed: the refs inside its own document, and the ids in other files."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from ..model import Measure, measure_id

Item = TypeVar("Item")


def follow_origins(measure: Measure, moved: Mapping[str, str]) -> Measure:
    """``measure`` with the refs from which it inherits duties renumbered."""

    def followed(origin: str | None) -> str | None:
        return moved.get(origin, origin) if origin is not None else None

    duties = tuple(replace(r, origin=followed(r.origin)) for r in measure.responsibilities)
    return replace(measure, responsibilities=duties)


def follow_ids(item: Item, document: str, moved: Mapping[str, str]) -> Item:
    """A judgement (or anything made of dataclasses and tuples) in which measures of ``document`` are renumbered.

    Only whole strings that are a measure's id change; prose that mentions one does not.
    """
    ids = {measure_id(document, old): measure_id(document, new) for old, new in moved.items()}
    renamed: Item = rename_ids(item, ids)
    return renamed


def rename_ids(value: Any, ids: Mapping[str, str]) -> Any:
    """A value made of dataclasses, tuples and strings in which every string that is a key of ``ids`` is renamed."""
    if isinstance(value, str):
        return ids.get(value, value)
    if isinstance(value, tuple):
        return tuple(rename_ids(v, ids) for v in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: rename_ids(getattr(value, f.name), ids) for f in dataclasses.fields(value) if f.init}
        return replace(value, **changed)
    return value
