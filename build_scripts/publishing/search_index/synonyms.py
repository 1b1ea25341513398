"""Groups of words for nearly the same thing: offered beside a search, never mixed into it unasked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class SynonymGroup:
    """``terms`` are in Simplified; ``note`` says in Chinese how close they are."""

    terms: tuple[str, ...]
    note: str


class SynonymsError(ValueError):
    """A group that is not two or more different terms and a note."""


def read_synonyms(path: Path) -> tuple[SynonymGroup, ...]:
    """The groups of ``structured/vocabulary/synonyms.yml``; none where the file is missing."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return ()
    groups = yaml.safe_load(text) or []
    if not isinstance(groups, list):
        raise SynonymsError(f"{path}: 应是一列词组")
    return tuple(_group(g, n, path) for n, g in enumerate(groups, start=1))


def _group(value: object, number: int, path: Path) -> SynonymGroup:
    terms = value.get("terms") if isinstance(value, Mapping) else None
    note = value.get("note") if isinstance(value, Mapping) else None
    good = isinstance(terms, list) and len(terms) > 1 and all(isinstance(t, str) and t.strip() for t in terms)
    if not good or len(set(terms)) != len(terms) or not isinstance(note, str) or not note.strip():
        raise SynonymsError(f"{path}: 第 {number} 组应有 terms（两个以上不同的词）和 note（说明远近）")
    return SynonymGroup(tuple(terms), note.strip())
