"""What stands in structured/records/ and structured/extracted/: documents, measures and their parts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Role = Literal["lead", "support", "responsible", "implementer"]


Basis = Literal["stated", "inherited", "in-text"]


Comparator = Literal[">=", ">", "<=", "<", "~", "=", "change"]


Per = Literal["year"]


LimitKind = Literal["threshold", "cap", "floor", "count"]


CitedFor = Literal["basis", "mention"]


PassageKind = Literal["preamble", "lead-in", "closing"]


MeasureKind = Literal["measure", "context"]


Lang = Literal["zh-Hans", "zh-Hant"]


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
    "change": "增减",
}


@dataclass(frozen=True, order=True)
class Span:
    """A half-open range of code points in a source."""

    start: int
    end: int

    def of(self, source: str) -> str:
        return source[self.start : self.end]


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

    ``comparator`` is None where there is no number to compare with. ``aspirational``: it is put as 力争 or 努力.
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
    at: Span | None = field(default=None, compare=False)
    deadline_at: Span | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Limit:
    """A bound that is no goal: for whom a measure holds (总投资10亿元以上), or what may not be passed (不超过3块).

    ``value`` is None where the bound is put in words (只减不增). ``of`` is what is bounded.
    """

    quote: str
    kind: LimitKind
    comparator: Comparator | None = None
    value: int | float | None = None
    unit: str | None = None
    of: str | None = None
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


@dataclass(frozen=True)
class Section:
    """A section or group heading: ``ref`` is ``3`` for 三、 and ``4.2`` for a （二） that only groups."""

    ref: str
    heading: str
    at: Span | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Supplied:
    """A fact the text does not state, supplied by an editor, with its reason."""

    field: str
    reason: str


@dataclass(frozen=True)
class Replaced:
    """A source that stood here before and was registered anew: its SHA-256, the day (ISO 8601) and the reason."""

    sha256: str
    date: str
    reason: str


@dataclass(frozen=True)
class Original:
    """The file that a source was taken from (.docx, .html, .pdf), kept beside it: its name and its SHA-256."""

    file: str
    sha256: str


@dataclass(frozen=True)
class Document:
    """A document and its measures. Absent facts are None or empty: 原文未载.

    ``date`` is the 成文日期 and ``published`` the 发布日期, both ISO 8601. ``stale`` is as in a measure. ``reading`` is the
    ``text_hash`` of the file in structured/extracted/ that the record was last merged with; it stands last, so that a
    record that was cut short lacks it.
    """

    id: str
    title: str
    jurisdiction: str
    lang: Lang
    source: str
    sha256: str
    number: str | None = None
    issuers: tuple[str, ...] = ()
    date: str | None = None
    published: str | None = None
    supplied: tuple[Supplied, ...] = ()
    sections: tuple[Section, ...] = ()
    measures: tuple[Measure, ...] = ()
    note: str | None = None
    replaced: tuple[Replaced, ...] = ()
    stale: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    original: Original | None = None
    reading: str | None = None

    @property
    def title_basis(self) -> str:
        return "editor" if any(s.field == "title" for s in self.supplied) else "text"


def measure_id(document: str, ref: str) -> str:
    return f"{document}/{ref}"


def text_hash(text: str) -> str:
    """The first 16 hexadecimal digits of a text's SHA-256, by which the register tells whether it changed."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def is_text_hash(text: str) -> bool:
    return bool(re.fullmatch(r"[0-9a-f]{16}", text))
