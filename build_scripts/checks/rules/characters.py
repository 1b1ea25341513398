"""Rules of the characters that people may write: what is not seen, or turns the line around, is refused.

A verbatim quotation may hold such a character where its source does: the source is evidence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from ...locating.loading import Loading
from ...problems import Problem
from ...store.yaml_files_to_model import Loaded
from ...store.yaml_tree import Path, Scalar, Tree
from ..walking import Check

# Line breaks are wanted in texts; all else of these is either no character of a text or not seen on the page.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"  # soft hyphen, joiners, fillers
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"  # zero width, bidi, variants
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)


def unseen_in_records(loading: Loading) -> list[Problem]:
    """No control, zero-width or direction-turning character in any field, but where its source has the same words."""
    return [p for name, loaded in loading.records.items() for p in _in_file(loaded, loading.sources.get(name, ""))]


def unseen(loading: Loading) -> list[Problem]:
    """The same of the other files, whose words may stand in any source."""
    found = []
    others: tuple[Loaded[Any], ...] = (
        *loading.vocabulary_files.values(),
        *loading.points.values(),
        *(loaded for files in loading.point_readings.values() for loaded in files.values()),
        loading.alignments,
        loading.relations,
        loading.errata,
        loading.works,
    )
    quoted = "\n".join(loading.sources.values())
    for other in others:
        found += _in_file(other, quoted)
    return found


def _in_file(loaded: Loaded[Any] | None, source: str) -> list[Problem]:
    if loaded is None or loaded.tree is None or not (_UNSEEN.search(loaded.tree.text) or "\\" in loaded.tree.text):
        return []  # what does not stand in the file is in none of its values, unless an escape says it
    found = []
    for at, text in odd(loaded.tree):
        hit = _UNSEEN.search(text)
        if hit and text not in source:
            sign = hit[0]
            called = unicodedata.name(sign, "控制字符")
            message = f"第 {hit.start() + 1} 个字符看不见或会打乱文字：U+{ord(sign):04X}（{called}）"
            tip = "删去它；多半是从网页或文档粘贴时带来的"
            found.append(Problem(loaded.path, *loaded.place(at), "unseen-character", message, tip))
    return found


def odd(tree: Tree) -> tuple[tuple[Path, str], ...]:
    """The scalars that have such a character, with their paths; of nearly every file none, so that is seen first."""
    if not _UNSEEN.search("\n".join(_texts(tree.value))):
        return ()
    return tuple((at, text) for at, text in _scalars(tree) if _UNSEEN.search(text))


def _texts(value: object) -> Iterator[str]:
    """The text of every scalar."""
    if isinstance(value, Scalar):
        yield value.text
    elif isinstance(value, dict):
        for held in value.values():
            if isinstance(held, Scalar):
                yield held.text
            else:
                yield from _texts(held)
    elif isinstance(value, list):
        for held in value:
            yield from _texts(held)


def _scalars(tree: Tree) -> Iterator[tuple[Path, str]]:
    """Every scalar of a file and every key, with its path."""
    waiting: list[tuple[Path, object]] = [((), tree.value)]
    while waiting:
        at, value = waiting.pop()
        if isinstance(value, Scalar):
            yield at, value.text
        elif isinstance(value, dict):
            waiting += [((*at, key), held) for key, held in value.items()]
        elif isinstance(value, list):
            waiting += [((*at, i), held) for i, held in enumerate(value)]


OF_ONE: tuple[Check, ...] = (unseen_in_records,)
CHECKS: tuple[Check, ...] = (unseen,)
