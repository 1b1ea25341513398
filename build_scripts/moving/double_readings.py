"""Both readings of topics, alignments, relations and bodies when a document or a topic gets another id, or a document goes.

Of a topic that is withdrawn they keep the id: they are what was read then, and the register says where it went.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from ..locating.loading import Loading
from ..merging.follow_renumbering import rename_ids
from ..store.yaml_writing.yaml_dump import dump
from .what_can_move import Files


def document_renamed(loading: Loading, ids: Mapping[str, str]) -> Files:
    """Every file in which the document or one of its measures is named; ``ids`` are the new ids by the old."""
    return _changed(loading, lambda value: rename_ids(value, ids))


def document_withdrawn(loading: Loading, document: str) -> Files:
    """Every file, without what was judged of the document."""

    def names(cell: Any) -> bool:
        return any(w == document or w.startswith(f"{document}/") for w in cell.key)

    return _changed(loading, lambda v: replace(v, judgements=tuple(j for j in v.judgements if not names(j))))


def topic_renamed(loading: Loading, old: str, new: str) -> Files:
    """The readings of topics, with the topic under its new id."""

    def renamed(value: Any) -> Any:
        if value.of != "topics":
            return value
        return replace(
            value,
            judgements=tuple(
                replace(j, verdict=tuple(new if t == old else t for t in j.verdict)) for j in value.judgements
            ),
        )

    return _changed(loading, renamed)


def _changed(loading: Loading, change: Callable[[Any], Any]) -> Files:
    files = (f for held in loading.judged.values() for f in held.values() if f.value is not None)
    found = ((loading.layout.root / f.path, f.value, change(f.value)) for f in files)
    return {path: dump(now).encode() for path, value, now in found if now != value}
