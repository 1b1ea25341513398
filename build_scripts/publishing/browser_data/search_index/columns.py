"""The rows of the catalogue as columns: what is alike stands together, and packs into three fifths (docs/assets/js/search/columns.js
makes rows of them again)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

NO_LAST = -1
"""In place of how far a row of headings reaches: it is a measure's line as printed."""


def in_columns(catalogue: Mapping[str, Any]) -> dict[str, Any]:
    """A catalogue with its results and headings as columns; numbers that grow are told as steps."""
    return {
        **catalogue,
        "results": _results(catalogue["results"]),
        "headings": _headings(catalogue["headings"]),
    }


def _results(rows: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """Lengths, steps of documents, refs, topics or the label, and bodies, which the passages at the end have none of."""
    lengths, documents, refs, about = (list(column) for column in zip(*(r[:4] for r in rows))) if rows else ([],) * 4
    return [lengths, steps(documents), refs, about, [r[4] for r in rows if len(r) > 4]]


def _headings(rows: Sequence[Sequence[int]]) -> list[list[int]]:
    """Lengths, steps of the first result, how many more results there are up to the last."""
    spans = [r[2] - r[1] if len(r) > 2 else NO_LAST for r in rows]
    return [[r[0] for r in rows], steps(r[1] for r in rows), spans]


def steps(numbers: Iterable[int]) -> list[int]:
    """
    >>> steps([0, 0, 2, 3])
    [0, 0, 2, 1]
    """
    return [b - a for a, b in pairwise([0, *numbers])]
