"""What a target is about: its quote and its indicator as spans."""

from __future__ import annotations

import re

from ...sources.folded_view import Stretch, stretch
from . import target_words as w
from .quantities import Quantity
from .scopes import area_behind

_STRIP = re.compile(
    "(?:进一步|内(?!需|河|外|陆|贸|地)|至少|每个(?:县区|区县|县|区|市|州|乡镇|镇|村)|推进|推动|也是|也|是|则|或者?|落户|仍|的|目标|力争|确保|努力|争取|重点|提高|提升|累计|总计|均|都|各|每年|年均|基本|全面|再|共|其中|并|要|应|计划|预计|实现|先行|组织|开展|"
    "培育|建成|建设(?!用地|规模|标准|资金|强度|面积)|打造|创建|引进|引育|招引|形成|培养|布局|遴选|发掘|挖掘|举办|组建|设立|完成|新建|改建|扩建|改造|新增|认定|推广|建立|吸引|孵化|培训|使|将)+"
)
_TRAIL = re.compile(
    r"(?:[由从][\d.]+[^,;。、]{0,6}|[至到为]|均|都|分别|累计|总数|总量|力争|要|应|将|再|共|年均|每年|[、,])+$"
)
_COVERED = re.compile(
    "(?:[基本全面应要并确保]*(?:实现|完成|推动|做到|确保))?(?P<what>.{2,40}?)(?:应|(?<![主重需])要|并|实现|全覆盖|全面覆盖|清零|动态清零)"
)
_MADE = re.compile("(?:力争|努力|争取)*(?:将|把|使)(?P<what>[^,;。]{2,30}?)(?:打造|建设|建成|培育|发展)")
_BECOME = re.compile("(?:成为|建成为|打造成为?)(?P<what>[^,;。]{2,60})")
_KEPT = re.compile("(?:继续|始终)?保持")
_SHORTEST = 4
"""A shorter subject says too little of what is aimed at (产城实现深度融合发展): then the clause is the indicator."""
_DEGREE = re.compile(
    "大幅|显[著着]|明显|持续|更加|更趋|基本|全面|加快|加速|日益|进一步|不断|逐步|初步|稳步|有效|同步|实现"
)
_ENDS_IN_VERB = re.compile("(?:迈向|取得|进入|呈现|趋于|达到|得到|走向|转向)$")
_NOT_GOALS = re.compile(
    "为(?!民)|贯彻|根据|依托|以(?!上)|按照|围绕|通过|支持|鼓励|引导|对|坚持|根据|结合|重点|允许|凡|其中$"
)


def quote_of(text: str, start: int, end: int, figure: Quantity, last: int, following: int | None) -> Stretch:
    """The stretch of a clause that states one of its targets.

    ``last`` is where the target before it ended, ``following`` where the figure of the next one begins.
    """
    begin = _after_joint(text, max(start, last))
    if following is None:
        return Stretch(begin, end)
    joint = max(text.rfind(sign, figure.end, following) for sign in "、和及与")
    return Stretch(begin, joint if joint >= 0 else figure.end)


def _after_joint(text: str, at: int) -> int:
    while text[at : at + 1] in ("、", "和", "及", "与", " "):
        at += 1
    return at


def indicator_of(text: str, start: int, end: int, figure: Quantity, scope: Stretch | None) -> Stretch | None:
    """What the figure counts: the words before it less place and verb, else the noun after it."""
    area = area_behind(text, figure.end, end)
    if area:
        return Stretch(area.end, end)
    begin = scope[1] if scope and start <= scope[0] < end else start
    until = figure.start
    moved = max(text.rfind(sign, begin, until) for sign in "将把")
    begin = _past(_STRIP, text, max(begin, moved + 1), until)
    trail = _TRAIL.search(text, begin, until)
    until = trail.start() if trail else until
    if until - begin >= 2:
        return Stretch(begin, until)
    bracket = text.find("(", figure.end, end)
    end = bracket if bracket >= 0 else end
    after = text.rfind("的", figure.end, end) + 1 or figure.end
    return Stretch(after, end) if end - after >= 2 else None


def covered_of(text: str, start: int, end: int) -> Stretch:
    """The indicator of a target that says 全覆盖: what is to be covered."""
    match = _COVERED.match(text, start, end)
    return stretch(match, "what") if match else Stretch(start, end)


def is_made(text: str, quote: Stretch) -> bool:
    """Whether a target names what something is to be made: 力争将文化旅游产业打造成为全市首位产业."""
    return _MADE.match(text, *quote) is not None


def quality_of(text: str, start: int, end: int) -> Stretch | None:
    """The indicator of a dated target without a figure; None where a clause states no target."""
    if end - start < 4 or _NOT_GOALS.match(text, start, end) or not w.QUALITIES.search(text, start, end):
        return None
    if any(p.search(text, start, end) for p in (w.PROCEDURES, w.PAST, w.GIVEN)):
        return None
    if _KEPT.match(text, start, end):
        return Stretch(start, end)
    made = _MADE.match(text, start, end) or _BECOME.match(text, start, end)
    if made:
        return stretch(made, "what")
    begin = _past(_STRIP, text, start, end)
    if begin > start or w.QUALITIES.match(text, start, end):
        after = text.rfind("的", begin, end) + 1 or max(begin, _past(w.QUALITIES, text, start, end))
        return Stretch(after if end - after >= 2 else start, end)
    degree = _DEGREE.search(text, start + 2, end)
    at = degree.start() if degree else max((m.start() for m in w.QUALITIES.finditer(text, start + 1, end)), default=end)
    verb = _ENDS_IN_VERB.search(text, start, at)
    at = verb.start() if verb and at < end else at
    whole = at - start < _SHORTEST or text[at:end] == "发展"
    return Stretch(start, end if whole else at)


def _past(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.match(text, start, end)
    return match.end() if match else start
