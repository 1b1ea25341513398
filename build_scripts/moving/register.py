"""The register of addresses when pages move or go: an entry is never removed, it gains where it leads or why it went."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ..addresses import valid_address
from ..locating.loading import Loading
from ..model import Permalink
from ..store.permalinks import in_order
from ..store.yaml_writing.yaml_dump import dump
from .what_can_move import Files


def register_file(
    loading: Loading,
    change: Callable[[Permalink], Permalink],
    old: Mapping[str, Any],
    new: Iterable[str],
    day: str,
) -> Files:
    """The register with the old addresses changed and the new ones added; nothing where nothing was published."""
    entries = (loading.permalinks.value if loading.permalinks else None) or ()
    if not entries:
        return {}
    kinds = {e.address: e for e in entries}
    changed = [change(e) if e.address in old else e for e in entries]
    pairs = {b: kinds[a] for a, b in zip(old, new) if a in kinds and b not in kinds and valid_address(b)}
    added = [Permalink(address, was.kind, day, was.hash) for address, was in pairs.items()]
    return {loading.layout.permalinks: dump(in_order([*changed, *added])).encode()}
