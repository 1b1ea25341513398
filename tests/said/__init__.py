"""Holding what is said to what was said before: tests/said/, and how it is renewed (README there)."""

from __future__ import annotations

import os
from pathlib import Path

HERE = Path(__file__).parent


def as_before(name: str, said: str) -> None:
    """``said`` is what stands in tests/said/``name``; under RENEW=1 it is written there."""
    path = HERE / name
    if os.environ.get("RENEW"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(said, "utf-8", newline="")
    assert path.is_file(), f"还没有 tests/said/{name}：RENEW=1 重跑这个测试"
    with path.open(encoding="utf-8", newline="") as file:
        assert said == file.read(), f"与 tests/said/{name} 不同；有意改的，RENEW=1 重跑这个测试，再看差异"
