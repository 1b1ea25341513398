"""A measure and what is said in it: bodies, targets, limits, works cited; and the same of a passage outside the measures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .spans import Span

Role = Literal["lead", "support", "responsible", "implementer"]
Basis = Literal["stated", "inherited", "in-text"]
Comparator = Literal[">=", ">", "<=", "<", "~", "=", "range", "change"]
Per = Literal["year"]
LimitKind = Literal["threshold", "cap", "floor", "count"]
CitedFor = Literal["basis", "mention"]
PassageKind = Literal["preamble", "lead-in", "closing"]
MeasureKind = Literal["measure", "context"]
By = Literal["editor", "rule"]

ROLES: Mapping[str, str] = {"lead": "牵头", "support": "配合", "responsible": "责任单位", "implementer": "实施主体"}

BASES: Mapping[str, str] = {"stated": "条末括注", "inherited": "承前统一规定", "in-text": "正文所述"}

LIMIT_KINDS: Mapping[str, str] = {"threshold": "门槛", "cap": "上限", "floor": "下限", "count": "限数"}

COMPARATORS: Mapping[str, str] = {
    ">=": "不低于",
    ">": "超过",
    "<=": "不高于",
    "<": "低于",
    "~": "左右",
    "=": "达到即止／全部",
    "range": "至",
    "change": "增减",
}


@dataclass(frozen=True)
class Responsibility:
    """One body answering for one measure, as printed.

    ``agency`` is an id of vocabulary/agencies.yml, or None for collectives (相关部门, 各县区).
    ``origin`` is the ref of the measure whose sentence says so, for basis ``inherited`` only.
    ``rule`` quotes the document-wide sentence or mark that set the role (列第一位者为牵头单位), else None.
    """

    name: str
    role: Role
    agency: str | None = None
    basis: Basis = "stated"
    collective: bool = False
    origin: str | None = None
    rule: str | None = None
    at: Span | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Target:
    """A quantified or dated goal. ``value`` is a number in ``unit`` as printed (800 亿元, not 8e10).

    ``comparator`` is None where there is no number to compare with; of a range (3—5家) ``value`` is its lower end and
    ``value_to`` its upper one, also where the range is one of growth (``change``). ``aspirational``: it is put as 力争 or 努力.
    ``per`` is ``year`` where the number is one of every year (每年60个). ``deadline_quote`` is the wording of the date
    where it stands outside ``quote``.
    """

    quote: str
    indicator: str | None = None
    comparator: Comparator | None = "="
    value: int | float | None = None
    unit: str | None = None
    deadline: str | None = None
    scope: str | None = None
    aspirational: bool = False
    per: Per | None = None
    deadline_quote: str | None = None
    value_to: int | float | None = None
    at: Span | None = field(default=None, compare=False)
    deadline_at: Span | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Limit:
    """A bound that is no goal: for whom a measure holds (总投资10亿元以上), or what may not be passed (不超过3块).

    ``value`` is None where the bound is put in words (只减不增), ``value_to`` the upper end of a range. ``of`` is what is bounded.
    """

    quote: str
    kind: LimitKind
    comparator: Comparator | None = None
    value: int | float | None = None
    unit: str | None = None
    of: str | None = None
    value_to: int | float | None = None
    at: Span | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Citation:
    """A document named in 《》, or by its number alone: then the number is the title too. ``document`` is an id of ours where the text cited is one of ours.

    Found by what is printed: ``work`` is the id of the work cited, None where it has none yet; ``relation`` is ``basis``
    where the text acts on the work (根据, 贯彻落实), else ``mention``; ``sentence`` is where that is said.
    """

    title: str
    number: str | None = None
    document: str | None = None
    at: Span | None = field(default=None, compare=False)
    work: str | None = field(default=None, compare=False)
    relation: CitedFor = field(default="mention", compare=False)
    sentence: Span | None = field(default=None, compare=False)

    @property
    def quote(self) -> str:
        """What the text prints: 《the title》, or the number where there is no title."""
        return self.title if self.title == self.number else f"《{self.title}》"


@dataclass(frozen=True)
class Modality:
    """The places of mandatory, encouraging and exploratory wording: counts, no strength score."""

    mandatory: tuple[Span, ...] = ()
    encouraging: tuple[Span, ...] = ()
    exploratory: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Measure:
    """One entry of a document. ``text`` is verbatim, the trailing parenthesis included.

    ``section`` is the ref of the section it stands in; ``group`` the ref of the （一） that only groups.
    ``stale`` names the fields that a person changed and the machine has since come to read differently: theirs stands
    until they settle it.
    """

    ref: str
    heading: str | None
    text: str
    kind: MeasureKind = "measure"
    section: str | None = None
    group: str | None = None
    responsibilities: tuple[Responsibility, ...] = ()
    targets: tuple[Target, ...] = ()
    citations: tuple[Citation, ...] = ()
    topics: tuple[str, ...] = ()
    topics_basis: By = "rule"
    note: str | None = None
    at: Span | None = field(default=None, compare=False)
    modality: Modality = field(default=Modality(), compare=False)
    stale: tuple[str, ...] = ()
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True)
class Passage:
    """A stretch outside the measures in which something is aimed at, bounded or cited. ``text`` is verbatim.

    ``ref`` is that of the section of a lead-in, else None.
    """

    kind: PassageKind
    text: str
    ref: str | None = None
    targets: tuple[Target, ...] = ()
    limits: tuple[Limit, ...] = ()
    citations: tuple[Citation, ...] = ()
    at: Span | None = field(default=None, compare=False)


def measure_id(document: str, ref: str) -> str:
    return f"{document}/{ref}"
