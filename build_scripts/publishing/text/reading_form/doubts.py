"""What in a text its reading form cannot be sure of: to be told when the site is built, and shown as received."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from build_scripts.publishing.text.reading_form.form import TRADITIONAL
from build_scripts.publishing.text.reading_form.traditional_to_simplified import outgrown, simplified
from build_scripts.sources.fold import script_table, traditional_only

Kind = Literal["mixed", "unknown", "outgrown"]

_TITLE = re.compile("《[^《》]*》")
_KEPT_WORDS = re.compile("瞭望")
_HONG_KONG = frozenset("着")
"""Printed in Traditional texts too, of Hong Kong."""


@dataclass(frozen=True)
class Doubt:
    """A line, counted from 1, and the characters it is about, each once, in order; none where it is about the line.

    ``mixed``: characters of the other script, outside of titles in 《》. ``unknown``: characters of a Traditional text
    that have a Simplified counterpart and were left as they are. ``outgrown``: a line that OpenCC's words would make
    longer or shorter, and that went by single characters.
    """

    kind: Kind
    line: int
    characters: str = ""


def doubts(text: str, lang: str) -> tuple[Doubt, ...]:
    """What there is to say of ``text``, a source in ``lang`` (zh-Hans or zh-Hant), kind by kind.

    >>> doubts("推进产業\\n据《關於推進》", "zh-Hans")
    (Doubt(kind='mixed', line=1, characters='業'),)
    >>> doubts("推進产業", "zh-Hant")
    (Doubt(kind='mixed', line=1, characters='产'),)
    """
    if lang != TRADITIONAL:
        return tuple(_lines("mixed", text, lambda line: _of(_TITLE.sub("", line), traditional_only())))
    return (
        *_lines("mixed", text, lambda line: _of(_TITLE.sub("", line), simplified_only())),
        *_lines("unknown", text, _left),
        *(Doubt("outgrown", n) for n in outgrown(text)),
    )


def by_kind(found: tuple[Doubt, ...]) -> Mapping[Kind, tuple[Doubt, ...]]:
    """Those of each kind that there is, in order."""
    kinds = dict.fromkeys(d.kind for d in found)
    return {kind: tuple(d for d in found if d.kind == kind) for kind in kinds}


@cache
def simplified_only() -> frozenset[str]:
    """What only a Simplified text has: what Traditional characters fold to, and Big5, their character set, has not.

    >>> "产" in simplified_only(), "里" in simplified_only(), "着" in simplified_only()
    (True, False, False)
    """
    table = script_table()
    return frozenset(c for c in table.values() if c not in table and not _in_big5(c)) - _HONG_KONG


def _in_big5(character: str) -> bool:
    try:
        return bool(character.encode("big5"))
    except UnicodeEncodeError:
        return False


def _of(line: str, held: frozenset[str]) -> str:
    return "".join(dict.fromkeys(c for c in line if c in held))


def _left(line: str) -> str:
    kept = _KEPT_WORDS.sub(lambda word: "\0" * len(word[0]), line)
    return "".join(dict.fromkeys(a for a, b in zip(kept, simplified(line)) if a == b and a in traditional_only()))


def _lines(kind: Kind, text: str, look: Callable[[str], str]) -> Iterator[Doubt]:
    for n, line in enumerate(text.split("\n"), 1):
        if characters := look(line):
            yield Doubt(kind, n, characters)
