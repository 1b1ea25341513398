"""The outline of a source, and everything located and joined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .cited_works import Work
from .documents import Document
from .double_readings import JudgedTwice
from .judgements import Alignment, Erratum, Permalink, Relation
from .points import TopicPoints, TopicReadings
from .spans import Span
from .vocabulary import Vocabulary

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


@dataclass(frozen=True)
class ReadingDoubt:
    """A sign that a source may have been read poorly: its code, how grave, the line of the source (0: the whole), in words."""

    code: str
    grade: Literal["warning", "grave"]
    line: int
    message: str


@dataclass(frozen=True)
class Corpus:
    """What comparing and publishing read. ``sources`` maps document id to the decoded source text.

    ``lines`` maps the id of a measure to the line of its record, counted from 1, on which it begins.
    ``works`` are the documents cited; ``doubts`` those of each document's reading, by its id, where it has any.
    ``points`` are in the order of the topics, their evidence located; ``readings`` are what they were settled from.
    ``judged`` are both readings of topics, alignments, relations and bodies, of kinds that were read twice.
    """

    documents: tuple[Document, ...]
    vocabulary: Vocabulary
    alignments: tuple[Alignment, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    nodes: Mapping[str, tuple[Node, ...]] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()
    permalinks: tuple[Permalink, ...] = ()
    errata: tuple[Erratum, ...] = ()
    points: tuple[TopicPoints, ...] = ()
    readings: tuple[TopicReadings, ...] = ()
    judged: tuple[JudgedTwice, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    works: tuple[Work, ...] = ()
    doubts: Mapping[str, tuple[ReadingDoubt, ...]] = field(default_factory=dict)
