"""The words that readers see, by part: ``wording/<part>.yml`` beside this module.

A part maps names to texts, to lists of texts, or to tables (name to text). A text may have places to fill, in braces.
Words are plain text: whatever markup stands around or inside a sentence is the template's, put into such a place.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from build_scripts.own_yaml import strings

FOLDER = Path(__file__).parent


class UnknownWords(AttributeError):
    """A part, or words of a part, that no file has."""


class Words:
    """A part's words: ``words.title``; ``words("count", n=3)`` where there are places to fill.

    >>> Words("x", {"count": "{n} 条"})("count", n=3)
    '3 条'
    """

    def __init__(self, part: str, held: Mapping[str, Any]) -> None:
        self._part = part
        self.__dict__.update(held)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        raise UnknownWords(f"wording/{self._part}.yml: {name}")

    def __call__(self, name: str, /, **filled: Any) -> str:
        text: str = getattr(self, name)
        return text.format(**filled)


@cache
def held(part: str) -> Mapping[str, Any]:
    """What the file of a part holds; every scalar is a string."""
    path = FOLDER / f"{part}.yml"
    if not path.is_file():
        raise UnknownWords(f"wording/{part}.yml")
    words: Mapping[str, Any] = strings(path.read_text("utf-8"))
    return words


def wording(part: str) -> Words:
    """A part's words, as plain text."""
    return Words(part, held(part))
