"""What a figure is: a target, a threshold that says for whom, a standing limit, or none of these."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from . import target_words as w
from .quantities import Quantity

_JOINED = re.compile("[、和及与]$")
_ATTRIBUTE = re.compile("的|[\u4e00-\u9fff](?<![并且并达突占增等和及与为是以到])")
_NOT_MORE = re.compile("不得?(?:超过|高于)")
_LISTED = re.compile("分别")
_NEAR = 8
"""How far before a Chinese numeral the act may stand that makes it a count of targets."""


class Kind(Enum):
    TARGET = "target"
    THRESHOLD = "threshold"
    LIMIT = "limit"
    OTHER = "other"


@dataclass(frozen=True)
class Clause:
    """A clause with its figures. ``held`` says that a date holds here, ``dated`` that its sentence prints one.

    ``gives`` says that the sentence hands out money or benefits, ``goes_on`` that an act opened an earlier clause of it.
    """

    text: str
    start: int
    end: int
    figures: tuple[Quantity, ...]
    held: bool
    dated: bool
    gives: bool
    goes_on: bool = False

    def has(self, pattern: re.Pattern[str], end: int | None = None) -> bool:
        return pattern.search(self.text, self.start, self.end if end is None else end) is not None

    def before(self, pattern: re.Pattern[str], figure: Quantity) -> bool:
        return pattern.search(self.text, self.start, figure.start) is not None


def judge(clause: Clause, i: int) -> Kind:
    """What the ``i``-th figure of a clause is. The first rule that answers decides."""
    return next((kind for rule in RULES if (kind := rule(clause, clause.figures[i], i)) is not None), Kind.OTHER)


def respectively(clause: Clause, figures: Sequence[Quantity]) -> bool:
    """Whether figures are listed for several dates or things: 分别达到24.1%、25%."""
    return len(figures) > 1 and _LISTED.search(clause.text, clause.start, figures[0].start + 2) is not None


def _listed(clause: Clause, figure: Quantity, i: int) -> Kind | None:
    """A figure of such a list is what the one before it is."""
    before = clause.figures[i - 1] if i else None
    apart = before and clause.text[before.end : figure.start]
    return judge(clause, i - 1) if apart in ("、", "和", "及") and respectively(clause, clause.figures) else None


def _named(clause: Clause, figure: Quantity, i: int) -> Kind | None:
    """Inside brackets or quotation marks a figure explains or names."""
    before = clause.text[clause.start : figure.at]
    if before.count("(") > before.count(")") or before.count("“") > before.count("”") or before.count('"') % 2:
        return Kind.OTHER
    return None


def _kind_of_thing(clause: Clause, figure: Quantity, i: int) -> Kind | None:
    """时速120公里以上线路: the figure says what kind of line it is."""
    return Kind.OTHER if _attribute(clause, figure) and clause.before(w.KINDS, figure) else None


def _ceiling(clause: Clause, figure: Quantity, i: int) -> Kind | None:
    """单个主体不超过100万元, 补助资金不超过总投资30%: a ceiling of what is given, where the clause ends with it; 给予不超过
    100万元补助 is left to the next rule."""
    ends = not clause.held and figure.comparator == "<=" and figure.end == clause.end
    return Kind.LIMIT if ends and _NOT_MORE.match(clause.text, figure.start, figure.at) else None


def _given(clause: Clause, figure: Quantity, i: int) -> Kind | None:
    """给予最高100万元补贴; 年薪达到8万元 unless a date holds."""
    given = clause.has(w.GIVEN) or (not clause.held and clause.has(w.DUES))
    return Kind.OTHER if given or clause.before(w.PAST, figure) else None


def _time(clause: Clause, figure: Quantity, i: int) -> Kind | None:
    """对实施五年以上的规划; 压缩至3个工作日以内 is left to the rules that follow."""
    if not figure.unit or not w.DURATION.fullmatch(figure.unit) or clause.has(w.TIME_GOALS):
        return None
    bound = figure.comparator in (">=", "<=", ">")
    return Kind.THRESHOLD if bound and _attribute(clause, figure) else Kind.OTHER


def _norm(clause: Clause, figure: Quantity, i: int) -> Kind | None:
    """原则上每个县设立1家; 间隔不得少于5天: standing rules."""
    return Kind.LIMIT if not clause.held and clause.has(w.NORMS) else None


def _eligible(clause: Clause, figure: Quantity, i: int) -> Kind | None:
    """总投资额3亿美元以下的; 超千亿元产业集聚区达到20个; 对投资额10亿元以上的项目."""
    if figure.comparator is None:
        return None
    low = clause.text[figure.at : figure.end].endswith("以下") and not clause.has(w.LOWERED, figure.at)
    opens = w.CONDITION.match(clause.text, clause.start) is not None and not clause.has(w.AIMS)
    if low or (opens and not (clause.dated and clause.before(w.VERBS, figure))):
        return Kind.THRESHOLD
    if not _attribute(clause, figure) or _object(clause, figure):
        return None
    later, earlier = clause.figures[i + 1 : i + 2], clause.figures[:i]
    if (later and not _joined(clause, later[0])) or any(_object(clause, f) for f in earlier):
        return Kind.THRESHOLD
    governed = clause.before(w.VERBS, figure) or (clause.dated and clause.text[figure.end] != "的")
    return None if governed else Kind.THRESHOLD


def _limit(clause: Clause, figure: Quantity, i: int) -> Kind | None:
    """区块数一般不超过3块: a standing limit, unless a date holds or something is to be brought down to it."""
    if clause.held:
        return None
    return Kind.LIMIT if figure.comparator == "<=" and not clause.has(w.LOWERED, figure.at) else None


def _handed_later(clause: Clause, figure: Quantity, i: int) -> Kind | None:
    """首次突破1亿元,给予…: a condition of what the sentence hands out."""
    if clause.held or not clause.gives or clause.has(w.AIMS):
        return None
    return Kind.THRESHOLD if figure.comparator else Kind.OTHER


def _goal(clause: Clause, figure: Quantity, i: int) -> Kind | None:
    """An act with a counted object, or a level to be reached, with a date, an aim or a comparison to go by."""
    acts = clause.before(w.VERBS, figure) or clause.has(w.LOWERED, figure.at)
    aims = clause.has(w.AIMS)
    if figure.counted:
        near = w.VERBS.search(clause.text, max(clause.start, figure.at - _NEAR), figure.at)
        return Kind.TARGET if clause.dated and near else None
    dated = clause.held and (acts or figure.comparator)
    aimed = (acts or aims) if figure.comparator else acts and aims
    set_otherwise = _level(clause, figure) or _raised(clause, figure) or _sized(clause, figure)
    return Kind.TARGET if dated or aimed or set_otherwise else None


def _level(clause: Clause, figure: Quantity) -> bool:
    """优良天数比例达到87.5%以上: an indicator's level that ends the clause is a target without a date too."""
    ends = figure.end == clause.end and figure.start < figure.at and figure.comparator in (">=", "~", "change", "range")
    return ends and w.INDICATORS.search(clause.text, clause.start, figure.start) is not None


def _raised(clause: Clause, figure: Quantity) -> bool:
    """提高占比至75%."""
    return w.RAISED_TO.search(clause.text, clause.start, figure.at) is not None


def _sized(clause: Clause, figure: Quantity) -> bool:
    """打造总面积1.8万平方米的载体; 建设载体,总面积1.8万平方米: the size of what is to be built."""
    if not figure.unit or not w.SIZE.search(figure.unit) or w.CONDITION.match(clause.text, clause.start):
        return False
    opens = w.VERBS.match(clause.text, clause.start) is not None and _attribute(clause, figure)
    return opens or (clause.goes_on and figure.end == clause.end)


RULES = (_named, _listed, _kind_of_thing, _ceiling, _given, _time, _norm, _eligible, _limit, _handed_later, _goal)


def _attribute(clause: Clause, figure: Quantity) -> bool:
    """Whether words follow that the figure describes."""
    return figure.end < clause.end and _ATTRIBUTE.match(clause.text, figure.end) is not None


def _object(clause: Clause, figure: Quantity) -> bool:
    """Whether an act stands right before a count: 形成3个以上…, 打造不少于两万平方米的…, but not 培育百亿元以上企业3家."""
    if figure.unit and figure.unit.endswith(("元", "%")):
        return False
    ends = [m.end() for m in w.VERBS.finditer(clause.text, clause.start, figure.start)]
    return bool(ends) and ends[-1] == figure.start


def _joined(clause: Clause, figure: Quantity) -> bool:
    return _JOINED.search(clause.text, clause.start, figure.start) is not None


def coverage(text: str, start: int, end: int) -> bool:
    """基本实现…全覆盖: all of something, without a figure."""
    return w.COVERAGE.regex.search(text, start, end) is not None and not w.PAST.search(text, start, end)
