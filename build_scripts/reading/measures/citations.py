"""Documents named in 《》, with the 发文字号 printed after them, and those named by their number alone.

Book-title marks or a number make a citation: slogans, events and brands stand in quotation marks, agreements
named without either are not guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...sources.folded_view import Stretch, stretch
from ..around_measures.document_words import NUMBER

_TITLE = re.compile(r"《([^《》\n]{2,120}(?:《[^《》\n]{2,80}》[^《》\n]{0,60})?)》")
_NUMBER_AFTER = re.compile(rf" ?\( ?({NUMBER.pattern})[^()]{{0,10}}\)")
_NOT_DOCUMENTS = re.compile(r"(?:日报|晚报|人民日报|求是|杂志|周刊|电视剧|电影|歌曲)$")
_YEAR = re.compile(r"[\[<(](?:19|20)\d{2}[\]>)] ?(?:第)? ?\d{1,4} ?号")
_MARK = re.compile(r"(?!本|该|其|第|年)[\u4e00-\u9fff]{2,12}")
_LEADS = re.compile(
    r".*(?:根据|依据|按照|依照|遵照|贯彻(?:落实)?|落实|执行|印发的?|下发的?|以及|关于|废止|修订|由于|即|和|及|与|对|将|在|以|见|的|是|为|按)"
)
_LONGEST_MARK = 14


@dataclass(frozen=True)
class SeenCitation:
    """Positions in the view: the title inside the brackets, the number (or None), the whole.

    Where only a number is printed it is all three.
    """

    title: Stretch
    number: Stretch | None
    whole: Stretch


def citations(text: str, start: int, end: int) -> list[SeenCitation]:
    """The documents cited in ``text[start:end]`` (folded), in printed order.

    >>> said = "根据《甲办法》(某政发[2021]5号)和国办发[2014]54号文件,落实某委〔2020〕3号。"
    >>> said = said.replace("〔", "[").replace("〕", "]")
    >>> [(c.title.of(said), c.number and c.number.of(said)) for c in citations(said, 0, len(said))]
    [('甲办法', '某政发[2021]5号'), ('国办发[2014]54号', '国办发[2014]54号'), ('某委[2020]3号', '某委[2020]3号')]
    """
    found = []
    for match in _TITLE.finditer(text, start, end):
        if _NOT_DOCUMENTS.search(match[1]):
            continue
        number = _NUMBER_AFTER.match(text, match.end(), end)
        found.append(SeenCitation(stretch(match, 1), stretch(number, 1) if number else None, stretch(match)))
    taken = [at for c in found for at in (c.whole, c.number) if at]
    bare = (at for m in _YEAR.finditer(text, start, end) if (at := _numbered(text, start, m)) is not None)
    found += [
        SeenCitation(at, at, at) for at in bare if not any(a <= at.start < b or a < at.end <= b for a, b in taken)
    ]
    return sorted(found, key=lambda c: c.whole.start)


def _numbered(text: str, start: int, year: re.Match[str]) -> Stretch | None:
    """A number from its 机关代字 on, without the words that lead up to it."""
    begin = max(start, year.start() - _LONGEST_MARK)
    mark = re.search(r"[\u4e00-\u9fff]*$", text[begin : year.start()].rstrip(" "))
    said = mark[0] if mark else ""
    lead = _LEADS.match(said)
    bare = said[lead.end() :] if lead else said
    if not _MARK.fullmatch(bare):
        return None
    at = begin + (mark.start() if mark else 0) + len(said) - len(bare)
    return Stretch(at, year.end())
