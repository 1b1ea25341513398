"""Where a title may break on a narrow screen: between words, never inside one (开发|区), as a printer would set it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from build_scripts.publishing.text.word_cutting import cut
from build_scripts.sources.fold import fold

_LEANS_ON_NEXT = "第各和与與及对對向在由为為"
_CLOSES = re.compile(rf"[，。、；：？！》）〉」』”’〕】,.;:!?)\]]|[^{_LEANS_ON_NEXT}《（〈「『“‘〔【(\[]$")
"""What belongs to the word before: closing marks, and a character that stands alone (集聚|区, 发展|的)."""
_OPENS = re.compile(rf"[《（〈「『“‘〔【(\[]$|^[{_LEANS_ON_NEXT}]$")
"""What belongs to the word after: opening marks, and words that lean on the next."""


@lru_cache(maxsize=4096)
def phrases(title: str) -> tuple[str, ...]:
    """A title in stretches that stay on one line; together they are the title. Words are jieba's, of the folded text.

    >>> phrases("促进产业集聚区和开发区改革创新发展的实施意见")
    ('促进', '产业', '集聚区', '和开发区', '改革', '创新', '发展的', '实施', '意见')
    >>> phrases("推進招商引資提質提效")
    ('推進', '招商引資提質提效')
    >>> phrases("推進“飛地經濟”")
    ('推進', '“飛地', '經濟”')
    """
    folded = fold(title)
    if len(folded) != len(title):
        return (title,)
    ends, at = [0], 0
    for word in cut(folded):
        at += len(word)
        ends.append(at)
    found: list[str] = []
    for a, b in pairwise(ends):
        word = title[a:b]
        if found and (_CLOSES.match(word) or _OPENS.search(found[-1])):
            found[-1] += word
        else:
            found.append(word)
    return tuple(found)
