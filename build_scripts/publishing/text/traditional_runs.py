"""Which words of a mixed text stand in Traditional characters, so that the pages can say so."""

from __future__ import annotations

import re
from functools import lru_cache

from build_scripts.sources.fold import traditional_only

_BETWEEN = re.compile(r"([\s《》（）()\[\]“”，,。；;：:、？！]+)")


@lru_cache(maxsize=16384)
def by_script(text: str) -> tuple[tuple[str, bool], ...]:
    """``text`` in pieces, each with whether it is Traditional: cut at punctuation, for a title or a name goes whole.

    >>> by_script("依据国办发〔2014〕54号、國辦發〔2017〕7號。")
    (('依据国办发〔2014〕54号、', False), ('國辦發〔2017〕7號', True), ('。', False))
    """
    pieces: list[tuple[str, bool]] = []
    for words in filter(None, _BETWEEN.split(text)):
        traditional = not traditional_only().isdisjoint(words)
        before = pieces.pop()[0] if pieces and pieces[-1][1] == traditional else ""
        pieces.append((before + words, traditional))
    return tuple(pieces)
