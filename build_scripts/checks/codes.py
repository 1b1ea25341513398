"""The list of problem codes, codes.yml: what each means and how to mend it, by group, for the page that explains them.

Every code that the program can tell stands there, and no other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..own_yaml import values

LIST = Path(__file__).with_name("codes.yml")


@dataclass(frozen=True)
class Code:
    """``means`` and ``mend`` are a sentence each; ``wrong`` and ``right`` lines of YAML, empty where none would help."""

    code: str
    means: str
    mend: str
    wrong: str = ""
    right: str = ""


@dataclass(frozen=True)
class Group:
    """Codes of one kind of file or of one step; ``id`` is the group's anchor."""

    id: str
    name: str
    about: str
    codes: tuple[Code, ...]


def groups(text: str | None = None) -> tuple[Group, ...]:
    """The groups in the order of the file; ``text`` takes the file's place."""
    rows = values(LIST.read_text(encoding="utf-8") if text is None else text)
    return tuple(_group(row) for row in rows)


def _group(row: Mapping[str, Any]) -> Group:
    return Group(**{**row, "codes": tuple(Code(**code) for code in row["codes"])})


def written_at(code: str) -> str:
    """File and line of the list, counted from 1, where a code is explained; the file alone for a code that it has not.

    >>> written_at("no-such-code")
    'build_scripts/checks/codes.yml'
    """
    shown = "build_scripts/checks/codes.yml"
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return next((f"{shown}:{n}" for n, line in enumerate(lines, 1) if line.strip() == f"- code: {code}"), shown)
