"""Records back to their places in the source: offsets are computed here, never typed."""

from __future__ import annotations

from dataclasses import replace

from ..model import Document, Measure, Modality, Node, Passage, Responsibility, Span
from ..problems import Problem
from ..reading.duties.clauses import clauses
from ..reading.duties.in_text import duties
from ..reading.measures.modality import modality
from ..sources.fold import fold
from ..sources.folded_view import Stretch
from .quoted import Quoted, find_printed, last_printed

_BEFORE = 20  # how far before a text its heading may end


def locate(document: Document, source: str, path: str) -> tuple[Document, list[Problem]]:
    """``document`` with every span filled in; what is not verbatim in the source is a problem each."""
    problems: list[Problem] = []
    measures: list[Measure] = []
    cursor = 0
    for measure in document.measures:
        at = source.find(measure.text, cursor) if measure.text else cursor
        if at < 0:
            at = source.find(measure.text)
        if at < 0:
            problems.append(_not_verbatim(measure, source, path))
            measures.append(measure)
            continue
        span = Span(at, at + len(measure.text))
        cursor = span.end
        measures.append(replace(measure, at=span))
    by_ref = {m.ref: m for m in measures}
    located = [_inside(m, m.at, source, path, by_ref, problems) if m.at else m for m in measures]
    passages = tuple(_passage(p, source, path, problems) for p in document.passages)
    return replace(document, measures=tuple(located), passages=passages), problems


def _passage(passage: Passage, source: str, path: str, problems: list[Problem]) -> Passage:
    """A passage with its place, and the places of what is read in it."""
    start = source.find(passage.text)
    name = f"{passage.kind} {passage.ref or ''}".strip()
    if start < 0:
        message, tip = f"{name} 的文字不在原文里", "照原文逐字填写，或删去这一段"
        problems.append(Problem(path, 0, 0, "quote-not-in-text", message, tip, name))
        return passage

    def missing(what: str, words: str) -> None:
        message, tip = f"{what}「{words}」不在这一段里", "照原文逐字填写（简繁、标点、空格都要一致）"
        problems.append(Problem(path, 0, 0, "quote-not-in-text", message, tip, name))

    quoted = Quoted(passage.text, start, missing)
    return replace(
        passage,
        at=Span(start, start + len(passage.text)),
        targets=quoted.targets(passage.targets),
        limits=quoted.limits(passage.limits),
        citations=quoted.citations(passage.citations),
    )


def _not_verbatim(measure: Measure, source: str, path: str) -> Problem:
    low, high = 0, len(measure.text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure.text[:middle] in source else (low, middle - 1)
    shown = measure.text[max(0, low - 8) : low + 8]
    return Problem(
        path,
        0,
        0,
        "text-not-verbatim",
        f"正文与原文不一致，从第 {low + 1} 字起不同：…{shown}…",
        "正文必须逐字照录 structured/sources/ 中的原文；原文有误请写在 note",
        measure.ref,
    )


def _inside(
    measure: Measure, at: Span, source: str, path: str, by_ref: dict[str, Measure], problems: list[Problem]
) -> Measure:
    base, text = at.start, measure.text

    def missing(what: str, words: str) -> None:
        problems.append(
            Problem(
                path,
                0,
                0,
                "quote-not-in-text",
                f"{what}「{words}」不在本条原文里",
                "照原文逐字填写（简繁、标点、空格都要一致）",
                measure.ref,
            )
        )

    def span(found: Stretch | None, offset: int = base) -> Span | None:
        return Span(offset + found.start, offset + found.end) if found else None

    quoted = Quoted(text, base, missing)
    folded = fold(text)
    tails = [Stretch(c.start, c.end) for c in clauses(folded, 0, len(folded))] if measure.responsibilities else []
    in_text = _duties(folded, tails, measure)
    bodies: list[Responsibility] = []
    cursor = tails[0][0] if tails else 0
    for duty in measure.responsibilities:
        if duty.basis == "inherited":
            origin = by_ref.get(duty.origin or "")
            found = span(last_printed(origin.text, duty.name), origin.at.start) if origin and origin.at else None
        elif duty.basis == "in-text":
            found = span(
                in_text.get((fold(duty.name), duty.role))
                or _outside(text, duty.name, tails)
                or find_printed(text, duty.name)
            )
        else:
            hit = (
                find_printed(text, duty.name, cursor)
                or find_printed(text, duty.name, tails[0][0] if tails else 0)
                or find_printed(text, duty.name)
            )
            cursor = hit.end if hit else cursor
            found = span(hit) or _in_heading(duty.name, measure, at, source)
        if found is None:
            missing("单位名称", duty.name)
        bodies.append(replace(duty, at=found))
    wording = Modality(
        **{
            kind: tuple(Span(base + a, base + b) for a, b in spans)
            for kind, spans in modality(folded, 0, len(folded)).items()
        }
    )
    return replace(
        measure,
        responsibilities=tuple(bodies),
        targets=quoted.targets(measure.targets),
        limits=quoted.limits(measure.limits),
        citations=quoted.citations(measure.citations),
        modality=wording,
    )


def _duties(text: str, tails: list[Stretch], measure: Measure) -> dict[tuple[str, str], Stretch]:
    """Where the reader finds the duties in running text, by folded name and role."""
    names = {fold(d.name) for d in measure.responsibilities if d.basis == "in-text"}
    found = duties(text, 0, len(text), tuple(tails), names.__contains__) if names else []
    return {(text[d.start : d.end], d.role): Stretch(d.start, d.end) for d in reversed(found)}


def _in_heading(name: str, measure: Measure, at: Span, source: str) -> Span | None:
    """Where a name stands that is the measure's heading, right before its text."""
    if not measure.heading or name not in measure.heading:
        return None
    start = source.rfind(name, max(0, at.start - len(measure.heading) - _BEFORE), at.start)
    return Span(start, start + len(name)) if start >= 0 else None


def _outside(text: str, words: str, tails: list[Stretch]) -> Stretch | None:
    """The first occurrence outside the 责任 clauses."""
    at = text.find(words)
    while at >= 0:
        if not any(a <= at < b for a, b in tails):
            return Stretch(at, at + len(words))
        at = text.find(words, at + 1)
    return None


def overlay(nodes: tuple[Node, ...], document: Document) -> tuple[Node, ...]:
    """The outline with the measures' texts where the records put them; everything else is clipped around them."""
    bodies = [Node("body", m.at, m.ref) for m in document.measures if m.at and m.at.end > m.at.start]
    if not bodies:
        return nodes
    placed: list[Node] = []
    for node in nodes:
        start = node.at.start
        if node.kind == "body" and any(b.at.start >= node.at.start and b.at.end <= node.at.end for b in bodies):
            kind, ref = "gap", node.ref
        else:
            kind, ref = node.kind, node.ref
        for body in bodies:
            if body.at.end <= start or body.at.start >= node.at.end:
                continue
            if body.at.start > start:
                placed.append(Node(kind, Span(start, body.at.start), ref))
            start = max(start, body.at.end)
        if start < node.at.end:
            placed.append(Node(kind, Span(start, node.at.end), ref))
    placed += bodies
    placed.sort(key=lambda n: n.at)
    merged: list[Node] = []
    for node in placed:
        if node.kind == "gap" and merged:
            merged[-1] = Node(merged[-1].kind, Span(merged[-1].at.start, node.at.end), merged[-1].ref)
        else:
            merged.append(Node("leadin" if node.kind == "gap" else node.kind, node.at, node.ref))
    return tuple(merged)
