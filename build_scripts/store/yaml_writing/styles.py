"""How parts of a canonical file are written: on one line, or as a text of several."""

from __future__ import annotations

from typing import Any


class Flow(dict[str, Any]):
    """A mapping written on one line."""


class FlowList(list[str]):
    """A list written on one line."""


class Block(str):
    """A string written as a literal block."""
