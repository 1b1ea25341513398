"""What a document of a new place brings along: the place itself, and bodies that the vocabulary does not know.

Both are guesses for a person to check: a place by its name, a body by the common names; they say so where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from .model import Agency, Document, Jurisdiction, Vocabulary
from .reading.duties.agency_of_name import guessed

_CODES = (
    "11北京市 12天津市 13河北省 14山西省 15内蒙古自治区 21辽宁省 22吉林省 23黑龙江省 31上海市 "
    "32江苏省 33浙江省 34安徽省 35福建省 36江西省 37山东省 41河南省 42湖北省 43湖南省 "
    "44广东省 45广西壮族自治区 46海南省 50重庆市 51四川省 52贵州省 53云南省 54西藏自治区 61陕西省 "
    "62甘肃省 63青海省 64宁夏回族自治区 65新疆维吾尔自治区 71台湾省 81香港特别行政区 82澳门特别行政区 "
)
PROVINCES = {said[2:]: said[:2] for said in _CODES.split()}
"""Names of provinces to the first two figures of their codes, GB/T 2260."""
_PLACE = re.compile(r"([一-鿿]{2,8}?(?:特别行政区|自治区|自治州|自治县|省|市|州|县|区))")
_SHORT = re.compile(r"(?:壮族|回族|维吾尔)?(?:特别行政区|自治区|自治州|自治县|省|市|州|县|区)$")
_PREFIXES = ("省", "市", "县", "区", "州", "自治区")


def place_named(texts: Iterable[str | None]) -> str | None:
    """The place that the first of these names: title, issuers.

    >>> place_named([None, "青岛市人民政府关于加强工作的意见"]), place_named(["关于加强工作的意见"])
    ('青岛市', None)
    """
    return next((m[1] for text in texts if text and (m := _PLACE.match(text))), None)


def place_called(said: str, vocabulary: Vocabulary) -> Jurisdiction | None:
    """The place that somebody means by its id, name, short name or code; None where it is none or more than one.

    >>> city = Jurisdiction("zhangye", "620700", "张掖市", "张掖", "prefecture")
    >>> called = [place_called(t, Vocabulary((city,))) for t in ("zhangye", "张掖市", "张掖", "620700", "酒泉市")]
    >>> [place and place.id for place in called]
    ['zhangye', 'zhangye', 'zhangye', 'zhangye', None]
    """
    said = said.strip()
    named = [j for j in vocabulary.jurisdictions if said in (j.id, j.name, j.short, j.code)]
    return named[0] if len(named) == 1 else None


def new_place(id: str, said: str, vocabulary: Vocabulary) -> Jurisdiction | None:
    """The entry of a place from what is said of it: 名称[:六位代码[:上级 id]]; None where its code cannot be known.

    >>> new_place("shanghai", "上海市", Vocabulary())
    Jurisdiction(id='shanghai', code='310000', name='上海市', short='上海', level='province', within=None, owners=())
    >>> new_place("qingdao", "青岛市:370200", Vocabulary()).level, new_place("qingdao", "青岛市", Vocabulary())
    ('prefecture', None)
    """
    name, _, rest = said.partition(":")
    code, _, within = rest.partition(":")
    code = code or (PROVINCES[name] + "0000" if name in PROVINCES else "")
    if not name or not re.fullmatch(r"[1-9]\d{5}", code):
        return None
    level = "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"
    known = {j.code: j.id for j in vocabulary.jurisdictions}
    above = [code[:4] + "00", code[:2] + "0000", "100000"]
    found = next((known[c] for c in above if c in known and c != code), None)
    return Jurisdiction(id, code, name, _SHORT.sub("", name) or name, level, within or found)


def new_bodies(document: Document, vocabulary: Vocabulary) -> tuple[Agency, ...]:
    """Entries for the bodies of a document that nobody knows; 财政局 beside 市财政局 is a form of it and no other body."""
    unknown = dict.fromkeys(
        r.name for m in document.measures for r in m.responsibilities if r.agency is None and not r.collective
    )
    made: list[Agency] = []
    for name in sorted(unknown, key=lambda n: (n[:1] not in _PREFIXES, list(unknown).index(n))):
        full = next((i for i, a in enumerate(made) if a.name in {p + name for p in _PREFIXES}), None)
        if full is not None:
            made[full] = replace(made[full], names=(*made[full].names, name))
        else:
            seen = replace(vocabulary, agencies=(*vocabulary.agencies, *made))
            made.append(guessed(name, document.jurisdiction, seen))
    return tuple(made)
