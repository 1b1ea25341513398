"""Items of several columns in rows: each beside what it is paired with."""

from __future__ import annotations

import pytest

from build_scripts.publishing.pages.parts.aligned_rows import aligned_rows


def rows(columns: list[str], pairs: str) -> list[list[str]]:
    """``"a1 a2|b"`` and ``"a2-b"`` as rows of cells: the items, ``*n`` where a cell reaches over n rows, ``.`` for none."""
    found = aligned_rows([c.split() for c in columns], [frozenset(p.split("-")) for p in pairs.split()])
    return [["+".join(p.items) + (f"*{p.rows}" if p.rows > 1 else "") or "." for p in row] for row in found]


@pytest.mark.parametrize(
    ("columns", "pairs", "wanted"),
    [
        (["a", "b", "c"], "a-b a-c", [["a", "b", "c"]]),
        (["a1 a2", "b"], "a2-b", [["a1", "."], ["a2", "b"]]),
        (["a1 a2", "b"], "a1-b a2-b", [["a1", "b*2"], ["a2"]]),
        (["a1 a2", "b", "c"], "a1-b a2-c", [["a1", "b", "."], ["a2", ".", "c"]]),
        (["a", "b1 b2"], "a-b1 a-b2", [["a*2", "b1"], ["b2"]]),
        (["a1 a2", "b1 b2"], "a1-b2 a2-b1", [["a1", "b2"], ["a2", "b1"]]),
        (["a1 a2 a3", "b"], "a1-b a3-b", [["a1", "b*2"], ["a3"], ["a2", "."]]),
        (["a1 a2", "b1 b2"], "a1-b1 a1-b2", [["a1", "b1+b2"], ["a2", "."]]),
        (["a1 a2", "b", "c"], "a2-b b-c", [["a1", ".", "."], ["a2", "b", "c"]]),
        (["a", "b"], "", [["a", "."], [".", "b"]]),
        (["", "b"], "", [[".", "b"]]),
    ],
)
def test_each_stands_beside_what_it_is_paired_with(columns: list[str], pairs: str, wanted: list[list[str]]) -> None:
    assert rows(columns, pairs) == wanted


def test_nothing_is_lost_or_said_twice() -> None:
    columns = ["a1 a2 a3", "b1 b2", "c1 c2 c3"]
    for pairs in ("a1-b2 b2-c3 a3-c1", "a1-c1 a1-c2 a1-c3", "b1-c1 b2-c1"):
        items = [item for row in rows(columns, pairs) for cell in row for item in cell.split("*")[0].split("+")]
        assert sorted(i for i in items if i != ".") == sorted(" ".join(columns).split())
