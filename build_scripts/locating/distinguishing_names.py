"""Short names that tell a document from all others: 甘肃2023; where a place has two of one year, the number too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ..model import Document, Jurisdiction
from ..model.dates import year_of

_ABOUT = re.compile(r".*?[关關][于於]")
_KIND = re.compile(
    r"的?(?:若干|实施|實施|指导|指導|暂行|试行|工作)*(?:意见|意見|通知|办法|辦法|方案|规定|規定|决定|措施|条例|规划)$"
)
# How titles begin before they come to what they are about.
_DOING = re.compile(
    "(?:进一步|深入|大力|全面|加快|促进|促進|推进|推進|推动|推動|加强|加強|优化|優化|支持|建立|完善|健全|规范|规範|做好|实施|"
    "實施|深化|强化|提升|鼓励|培育|贯彻|落实)+"
)
_WORDS = 4  # characters of a title that are enough to recall it: two words


def short_names(documents: Iterable[Document], places: Mapping[str, Jurisdiction]) -> dict[str, str]:
    """By document id: the plainest name that no other document has."""
    left = {document: list(names) for document, names in possible_names(documents, places).items()}
    while True:
        shared = Counter(names[0] for names in left.values())
        again = [names for names in left.values() if shared[names[0]] > 1 and len(names) > 1]
        if not again:
            return {document: names[0] for document, names in left.items()}
        for names in again:
            del names[0]


def possible_names(documents: Iterable[Document], places: Mapping[str, Jurisdiction]) -> dict[str, tuple[str, ...]]:
    """By document id: every name that it has or would have beside others, from plain to plainly different."""
    all_ = list(documents)
    held = Counter(d.jurisdiction for d in all_)
    return {d.id: tuple(_names(d, places[d.jurisdiction], held[d.jurisdiction] == 1)) for d in all_}


def _names(document: Document, place: Jurisdiction, alone: bool) -> Iterator[str]:
    """From plain to plainly different; the last has the id."""
    year = (document.date or "")[:4] or year_of(document.number or "") or ""
    dated = f"{place.short}{year}"
    if year or alone:
        yield dated
    serial = re.search(r"第?\d+[号號]$", document.number or "")
    if year and serial:
        yield f"{dated}·{serial.group()}"
        yield f"{dated}·{re.split('[〔［【（([]', document.number or '')[0]}{serial.group()}"
    about = words(document.title, place.name)
    if about:
        yield f"{dated}·{about}"
    yield f"{dated}·{document.id}"


def words(title: str, place: str) -> str:
    """What a title is about, in a few characters; no segmentation, since titles go by words of two.

    >>> words("关于建立更加有效的区域协调发展新机制的意见", "甘肃省")
    '区域协调'
    >>> words("甘肃省人民政府关于印发《甘肃省优化营商环境办法》的通知", "甘肃省")
    '营商环境'
    >>> words("关于促进“飞地经济”发展的指导意见", "甘肃省")
    '飞地经济'
    """
    inner = re.search("《(.+)》", title)
    about = _KIND.sub("", _ABOUT.sub("", inner.group(1) if inner else title, count=1))
    quoted = re.search("“(.+?)”", about)
    about = quoted.group(1) if quoted else about.rsplit("的", 1)[-1].removeprefix(place)
    about = _DOING.sub("", about, count=1) if _DOING.match(about) else about
    return "".join(re.findall(r"\w", about))[:_WORDS]
