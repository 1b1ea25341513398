"""Documents named in 《》, with the 发文字号 printed after them.

Only book-title marks make a citation: slogans, events and brands stand in quotation marks, agreements
named without brackets are not guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...sources.folded_view import Stretch, stretch
from ..around_measures.document_words import NUMBER

_TITLE = re.compile(r"《([^《》\n]{2,120}(?:《[^《》\n]{2,80}》[^《》\n]{0,60})?)》")
_NUMBER_AFTER = re.compile(rf" ?\( ?({NUMBER.pattern})[^()]{{0,10}}\)")
_NOT_DOCUMENTS = re.compile(r"(?:日报|晚报|人民日报|求是|杂志|周刊|电视剧|电影|歌曲)$")


@dataclass(frozen=True)
class SeenCitation:
    """Positions in the view: the title inside the brackets, the number (or None), the whole."""

    title: Stretch
    number: Stretch | None
    whole: Stretch


def citations(text: str, start: int, end: int) -> list[SeenCitation]:
    """The documents cited in ``text[start:end]`` (folded), in printed order."""
    found = []
    for match in _TITLE.finditer(text, start, end):
        if _NOT_DOCUMENTS.search(match[1]):
            continue
        number = _NUMBER_AFTER.match(text, match.end(), end)
        found.append(SeenCitation(stretch(match, 1), stretch(number, 1) if number else None, stretch(match)))
    return found
