"""A text as it is read, made from the text as received, and what that changes."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.publishing.text.reading_form.patch import differing
from build_scripts.publishing.text.reading_form.punctuation.punctuated import punctuated
from build_scripts.publishing.text.reading_form.traditional_to_simplified import simplified
from build_scripts.publishing.text.traditional_runs import by_script

TRADITIONAL = "zh-Hant"


@dataclass(frozen=True)
class Changes:
    """How many code points of a text differ between the two forms: characters of the script, and marks (with digits
    and letters that change their width)."""

    characters: int = 0
    marks: int = 0

    def __add__(self, other: Changes) -> Changes:
        return Changes(self.characters + other.characters, self.marks + other.marks)

    def __bool__(self) -> bool:
        return bool(self.characters or self.marks)


@lru_cache(maxsize=65536)
def reading_form(text: str, lang: str) -> str:
    """``text`` of a document in ``lang`` (zh-Hans or zh-Hant) as it is read; as many code points as before.

    Only a Traditional document changes its characters: in a Simplified one a Traditional word stands as received.

    >>> reading_form("推進「飛地經濟」,效果顯著。", "zh-Hant")
    '推进“飞地经济”，效果显著。'
    >>> reading_form("据《显著》(2015),增长", "zh-Hans")
    '据《显著》（2015），增长'
    """
    return punctuated(simplified(text) if lang == TRADITIONAL else text)


def told_form(text: str) -> str:
    """Words of our own in which words of Traditional texts may stand, all as they are read.

    >>> told_form("依据豫政辦〔2017〕159號,共 1,000 条")
    '依据豫政办〔2017〕159号，共 1,000 条'
    """
    return punctuated("".join(simplified(words) if traditional else words for words, traditional in by_script(text)))


def changes(received: str, read: str) -> Changes:
    """What differs between two forms of one text."""
    changed = [received[at] for at in differing(received, read)]
    marks = sum(1 for c in changed if unicodedata.category(c)[0] != "L" or "\uff21" <= c <= "\uff5a")
    return Changes(len(changed) - marks, marks)
