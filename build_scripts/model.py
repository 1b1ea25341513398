"""The words everything else speaks: frozen dataclasses, no behaviour beyond reading their own fields.

Two families. *Records* are what stands in structured/ (a person may edit them; they hold no offsets,
because offsets are computed, never typed). The *corpus* is the same, located in the sources and joined
with the vocabulary; it is what comparing and publishing work on.

All offsets are code points into the source text as decoded, half-open: ``source[start:end]``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Role = Literal["lead", "support", "responsible", "implementer"]
Basis = Literal["stated", "inherited", "in-text"]
Comparator = Literal[">=", ">", "<=", "<", "~", "=", "change"]
MeasureKind = Literal["measure", "context"]
Lang = Literal["zh-Hans", "zh-Hant"]
By = Literal["editor", "rule"]

ROLES: Mapping[str, str] = {"lead": "牵头", "support": "配合", "responsible": "责任单位", "implementer": "实施主体"}
BASES: Mapping[str, str] = {"stated": "条末括注", "inherited": "承前统一规定", "in-text": "正文所述"}
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


# ── records: what stands in structured/records/ and structured/extracted/ ──────────────────────────


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
    """A quantified or dated goal. ``value`` is a number in ``unit`` as printed (800 亿元, not 8e10)."""

    quote: str
    indicator: str | None = None
    comparator: Comparator = "="
    value: int | float | None = None
    unit: str | None = None
    deadline: str | None = None
    scope: str | None = None
    at: Span | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Citation:
    """A document named in 《》; ``document`` is an id of ours where the text cited is one of ours."""

    title: str
    number: str | None = None
    document: str | None = None
    at: Span | None = field(default=None, compare=False)


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
class Document:
    """A document and its measures. Absent facts are None or empty: 原文未载.

    ``date`` is the 成文日期 and ``published`` the 发布日期, both ISO 8601.
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

    @property
    def title_basis(self) -> str:
        return "editor" if any(s.field == "title" for s in self.supplied) else "text"


# ── vocabulary ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Jurisdiction:
    """``code`` is the six-digit GB/T 2260 string; ``within`` the id of the jurisdiction above."""

    id: str
    code: str
    name: str
    short: str
    level: str
    within: str | None = None


@dataclass(frozen=True)
class Event:
    """What became of a body: rename, merge, split, transfer, abolition, established.

    ``date`` is as precise as known (YYYY, YYYY-MM, YYYY-MM-DD) or None; ``source`` may be ``unverified``.
    """

    type: str
    date: str | None = None
    to: tuple[str, ...] = ()
    origin: tuple[str, ...] = field(default=(), metadata={"key": "from"})
    note: str | None = None
    source: str = "unverified"


@dataclass(frozen=True)
class Agency:
    """``names`` are the printed forms that mean this body within its jurisdiction."""

    id: str
    name: str
    jurisdiction: str
    kind: str
    line: str
    names: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class Line:
    """A functional line (条线), across which counterparts in other places are found."""

    id: str
    zh: str
    en: str


@dataclass(frozen=True)
class Topic:
    """``patterns`` are regular expressions over text folded to Simplified; each matches an example."""

    id: str
    zh: str
    en: str
    definition: str
    patterns: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    gov_cn: tuple[str, ...] = ()


@dataclass(frozen=True)
class Indicator:
    """A family of indicators under which targets of different places are laid side by side.

    ``patterns`` are regular expressions over what a target is about, folded to Simplified; the first family that
    matches has it.
    """

    id: str
    zh: str
    en: str
    patterns: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Alignment:
    """A pair of measures confirmed or rejected as counterparts by an editor."""

    a: str
    b: str
    status: Literal["confirmed", "rejected"]
    strength: Literal["strong", "partial"] | None = None
    why: str = ""


RelationKind = Literal["province-to-city", "over-time"]
RelationName = Literal["takes-up", "sharpens", "omits", "adds", "anticipates", "continues", "drops", "new"]

# By kind, what one measure does with another, or with none.
RELATIONS: Mapping[str, Mapping[str, str]] = {
    "province-to-city": {
        "takes-up": "照办",
        "sharpens": "细化",
        "omits": "未写入",
        "adds": "自加",
        "anticipates": "先行",
    },
    "over-time": {"continues": "延续", "sharpens": "细化", "drops": "不再提", "new": "新增"},
}


@dataclass(frozen=True)
class Relation:
    """An editor's judgement from a province's measure to a city's, or from an earlier measure to a later one.

    A side that is None has nothing: ``absent_in`` then names the documents that were read for it. ``evidence_from``
    and ``evidence_to`` are verbatim out of the measure of their side. A measure may have several relations.
    """

    kind: RelationKind
    relation: RelationName
    origin: str | None = field(default=None, metadata={"key": "from"})
    to: str | None = None
    why: str = ""
    evidence_from: str | None = None
    evidence_to: str | None = None
    absent_in: tuple[str, ...] = ()


PageKind = Literal["document", "measure", "agency", "topic", "page"]
PAGE_KINDS: Mapping[str, str] = {
    "document": "文件",
    "measure": "条目",
    "agency": "单位",
    "topic": "专题",
    "page": "栏目",
}


@dataclass(frozen=True)
class Gone:
    """Why a page is no more: ``was`` says what stood there, ``date`` (ISO 8601) when it went."""

    was: str
    reason: str
    date: str


@dataclass(frozen=True)
class Permalink:
    """An address once published, kept for good: never removed, never changed but by gaining ``successor`` or ``gone``.

    ``address`` runs from the site's root (``/measures/gansu-enclave-economy/3.4/``); ``first`` is the day it was
    registered; ``hash`` is the ``text_hash`` of a measure as first published.
    """

    address: str
    kind: PageKind
    first: str
    hash: str | None = None
    successor: str | None = None
    gone: Gone | None = None


@dataclass(frozen=True)
class Erratum:
    """A published text that was corrected. ``id`` is a document or a measure; ``field`` what was wrong.

    For a measure's ``text``, ``before`` and ``after`` are its ``text_hash`` then and since: they chain from the hash in
    the register to the text as it stands. ``quote`` is the wording that was wrong, ``source`` what shows the right one.
    """

    id: str
    date: str
    field: str
    reason: str
    source: str
    quote: str | None = None
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True)
class Vocabulary:
    jurisdictions: tuple[Jurisdiction, ...] = ()
    agencies: tuple[Agency, ...] = ()
    lines: tuple[Line, ...] = ()
    topics: tuple[Topic, ...] = ()
    indicators: tuple[Indicator, ...] = ()


# ── the outline of a source ────────────────────────────────────────────────────────────────────────

NODE_KINDS: Mapping[str, str] = {
    "furniture": "网页附带文字",
    "number": "发文字号",
    "title": "标题",
    "addressees": "主送机关",
    "issuer": "发文机关",
    "note": "题注",
    "preamble": "导语",
    "chapter": "章",
    "section": "大标题",
    "group": "分组标题",
    "leadin": "段首说明",
    "heading": "措施标题",
    "body": "措施正文",
    "closing": "结语",
    "annex": "附件说明",
    "signature": "署名",
    "date": "成文日期",
}


@dataclass(frozen=True)
class Node:
    """One stretch of a source. The nodes of an outline, joined in order, are the source again."""

    kind: str
    at: Span
    ref: str | None = None


@dataclass(frozen=True)
class Sentence:
    """A sentence of a measure: ``n`` counts from 1 and is its anchor ``#s<n>``."""

    n: int
    at: Span


# ── the corpus: everything located and joined ──────────────────────────────────────────────────────


@dataclass(frozen=True)
class Corpus:
    """What comparing and publishing read. ``sources`` maps document id to the decoded source text."""

    documents: tuple[Document, ...]
    vocabulary: Vocabulary
    alignments: tuple[Alignment, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    nodes: Mapping[str, tuple[Node, ...]] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()
    permalinks: tuple[Permalink, ...] = ()
    errata: tuple[Erratum, ...] = ()


def measure_id(document: str, ref: str) -> str:
    return f"{document}/{ref}"


def text_hash(text: str) -> str:
    """The first 16 hexadecimal digits of a text's SHA-256, by which the register tells whether it changed."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
