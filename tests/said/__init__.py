"""Holding what is said to what was said before: tests/said/, and how it is renewed (README there)."""

from __future__ import annotations

import os
from itertools import zip_longest
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def as_before(name: str, said: str) -> None:
    """``said`` is what stands in tests/said/``name``; under RENEW=1 it is written there."""
    path = HERE / name
    if os.environ.get("RENEW"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(said, "utf-8", newline="")
    if not path.is_file():
        pytest.fail(f"还没有 tests/said/{name}：RENEW=1 重跑这个测试", pytrace=False)
    with path.open(encoding="utf-8", newline="") as file:
        before = file.read()
    if said != before:
        pytest.fail(_first_difference(name, said, before), pytrace=False)


def _first_difference(name: str, said: str, before: str) -> str:
    rows = zip_longest(before.split("\n"), said.split("\n"))
    n, (was, now) = next((n, row) for n, row in enumerate(rows, 1) if row[0] != row[1])
    return f"tests/said/{name} 第 {n} 行起不同；有意改的，RENEW=1 重跑这个测试，再看 git diff\n- {was}\n+ {now}"
