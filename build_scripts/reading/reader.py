"""A source to what can be read off it: the one way in to this stage."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import Measure, Node, Passage, Section, Span, Vocabulary
from ..problems import Problem
from ..sources.folded_view import view
from .document_facts import facts
from .doubts.all_doubts import doubts
from .doubts.what_signs_look_at import Looked
from .duties.agency_of_name import known
from .lines.broken_lines import joined, mended
from .lines.source_map import Printed
from .lines.unwrap import unwrap
from .measures.measure_reader import MeasureReader
from .measures.target_reader import TargetReader
from .measures.text_outside_measures import passages
from .outline.read_outline import Structure, structure

_NONE = Vocabulary()
_ODD = re.compile("[\ue000-\uf8ff\ufffd]")


@dataclass(frozen=True)
class Reading:
    """Everything read off one source.

    ``nodes`` cover the source completely and in order. ``title`` and the other facts are None or empty
    where the text does not state them. All spans are offsets into the source as decoded. ``problems`` tell what could
    not be read, ``doubts`` what makes the whole look poorly read.
    """

    nodes: tuple[Node, ...]
    sections: tuple[Section, ...]
    measures: tuple[Measure, ...]
    title: str | None = None
    number: str | None = None
    issuers: tuple[str, ...] = ()
    date: str | None = None
    published: str | None = None
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()
    passages: tuple[Passage, ...] = ()


def read(source: str, path: str = "", vocabulary: Vocabulary = _NONE, jurisdiction: str | None = None) -> Reading:
    """Read a decoded source.

    A text without any numbering gives no measures and the problem ``source-no-numbering``; numbering that
    repeats or leaves gaps, brackets without end and clauses that cannot be read are reported and read as far as they go.
    """
    seen = joined(unwrap(mended(view(source))))
    found = structure(seen, source)
    stated = facts(seen.text, found)
    printed = Printed(source, seen)
    number = printed.show(stated.number) if stated.number else None
    targets = TargetReader(printed, path, _year(stated.date, stated.published, number))
    reader = MeasureReader(printed, found, known(vocabulary).bodies(jurisdiction), vocabulary, targets)
    measures = reader.measures()
    return Reading(
        _nodes(printed, found),
        tuple(Section(h.ref, printed.show(h.heading), printed.span(h.heading)) for h in found.sections),
        measures,
        "".join(printed.show(s).strip("#>*") for s in stated.title) or None,
        number,
        tuple("".join(printed.show(s).split()) for s in stated.issuers),
        stated.date,
        stated.published,
        (*_numbering_problems(printed, found, path), *_odd_characters(printed, path), *reader.problems),
        tuple(doubts(Looked(printed, found, stated, measures, path))),
        passages(printed, found, targets),
    )


def _numbering_problems(printed: Printed, found: Structure, path: str) -> list[Problem]:
    if not found.drafts:
        message, tip = (
            "没有找到任何编号（一、（一）1. 第一条…），读不出措施",
            "请确认这是政策正文，而不是网页导航或目录",
        )
        return [Problem(path, 1, 1, "source-no-numbering", message, tip)]
    tip = "若原文如此，不必改动；若是录入差错，请核对原件"
    return [
        Problem(path, *printed.place(at), "source-numbering", what, tip, severity="warning")
        for at, what in found.irregular
    ]


def _year(*stated: str | None) -> int | None:
    """The year a text was written, by the first of its dates or its number that names one."""
    years = (m for s in stated if s and (m := re.search(r"(?:19|20)\d{2}", s)))
    return next((int(m[0]) for m in years), None)


def _odd_characters(printed: Printed, path: str) -> list[Problem]:
    """Characters that no font is bound to show: told once, with their number."""
    odd = list(_ODD.finditer(printed.source))
    if not odd:
        return []
    line = printed.source.count("\n", 0, odd[0].start()) + 1
    column = odd[0].start() - printed.source.rfind("\n", 0, odd[0].start())
    names = "、".join(dict.fromkeys(f"U+{ord(m[0]):04X}" for m in odd))
    message = f"有 {len(odd)} 个认不出的字符（{names}），原样保留，读取时略过"
    tip = "多半是网页字体里的编号或符号，请对照原件"
    return [Problem(path, line, column, "source-odd-character", message, tip, severity="warning")]


def _nodes(printed: Printed, found: Structure) -> tuple[Node, ...]:
    """Pieces to nodes that cover the source: what is printed between two pieces goes with the one before."""
    end = len(printed.source)
    pieces = sorted(found.pieces, key=lambda p: p.at.start)
    if not pieces:
        return (Node("furniture", Span(0, end)),) if end else ()
    starts = [0, *(printed.seen.offset(p.at.start) for p in pieces[1:])]
    return tuple(
        Node(p.kind, Span(a, b), p.ref) for p, a, b in zip(pieces, starts, [*starts[1:], end], strict=True) if b > a
    )
