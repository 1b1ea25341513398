"""Rules of the answers in structured/points/: each is proven by words that stand where it says, and adds nothing to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...locating.evidence import document_of
from ...locating.loading import Loading
from ...model import Answer, Evidence
from ...problems import Problem
from ...sources.fold import fold, traditional_only
from ...sources.words_in_text import SoughtWords
from ...store.yaml_tree import Path
from ..unproven_words import added_words
from ..walking import Check, points, problem

Fault = tuple[Path, str, str, str]
"""Where in an answer, which code, what is wrong, how to mend it."""

_NAMED = "写 {measure: 文件 id/编号, quote: …}，条目以外的写 {document: 文件 id, passage: 种类, ref: 章号, quote: …}"
_HALF_WIDTH = re.compile(r"(?<!\d)[,:;?!()]|[,:;?!()](?!\d)")


def evidence(loading: Loading) -> Iterator[Problem]:
    """Each piece of evidence stands to the letter in the measure or the passage that it names, in the same document."""
    for loaded, n, point in points(loading):
        for i, answer in enumerate(point.answers):
            for at, code, message, tip in _unproven(loading, answer):
                yield problem(loaded, ("points", n, "answers", i, *at), code, message, tip, point.id)


def _unproven(loading: Loading, answer: Answer) -> Iterator[Fault]:
    if not answer.evidence:
        yield ("evidence",), "evidence-missing", "没有摘证据", "照原文摘出回答的那一小句"
    for k, piece in enumerate(answer.evidence):
        at: Path = ("evidence", k)
        if not _one_place(piece):
            yield at, "evidence-place", "没有写明证据在哪里，或写了两处", _NAMED
        elif document_of(piece) != answer.document:
            message = f"证据摘自 {document_of(piece)}，回答的却是 {answer.document}"
            yield at, "evidence-elsewhere", message, "一份文件的回答只用它自己的话；别的文件的话另作一个回答"
        elif (stretches := loading.grounds.stretches(piece)) is None:
            yield at, *_vanished(loading, piece)
        elif not piece.quote.strip():
            yield (*at, "quote"), "quote-empty", "证据没有引文", "照原文逐字摘出那一小句"
        elif stretches and loading.grounds.find(piece) is None:
            message = f"「{piece.quote}」不在 {piece.measure or piece.passage} 的原文里"
            yield (*at, "quote"), "quote-not-in-text", message, "照原文逐字填写（简繁、标点、空格都要一致）"


def _one_place(piece: Evidence) -> bool:
    """Whether evidence names a measure, or a document and a passage of it, and not both."""
    if piece.measure is not None:
        return piece.document is None and piece.passage is None and piece.ref is None
    return piece.document is not None and piece.passage is not None


def _vanished(loading: Loading, piece: Evidence) -> tuple[str, str, str]:
    if piece.measure is not None:
        tip = "写「文件 id/编号」，如 gansu-enclave-economy/3.4；条目改了编号或撤了，改用现在的，或重读这一格"
        return "measure-unknown", f"没有 {piece.measure} 这条措施", tip
    here = [(kind, ref) for document, kind, ref in loading.grounds.passages if document == piece.document]
    shown = "、".join(f"{kind} {ref}" if ref else f"{kind}" for kind, ref in here) or "没有这样的文字"
    name = f"{piece.passage} {piece.ref or ''}".strip()
    return "passage-unknown", f"{piece.document} 里没有 {name} 这一段", f"可用的：{shown}；lead-in 要写 ref"


def claims(loading: Loading) -> Iterator[Problem]:
    """An answer says no number, body or title that its evidence does not, is no longer than it, and in reading form."""
    bodies = SoughtWords(fold(name) for agency in loading.vocabulary.agencies for name in (agency.name, *agency.names))
    for loaded, n, point in points(loading):
        for i, answer in enumerate(point.answers):
            at: Path = ("points", n, "answers", i, "says")
            proof = "\n".join(e.quote for e in answer.evidence)
            if added := added_words(answer.says, proof, bodies):
                message = f"回答里的{'、'.join(added)}不见于证据"
                tip = "回答里的数字、年份、单位名、《》都要在证据里：改回答，或把证据摘全"
                yield problem(loaded, at, "answer-unproven", message, tip, point.id)
            if (said := words(answer.says)) > (proven := words(proof)):
                message = f"回答有 {said} 个字，证据只有 {proven} 个（标点不计）"
                yield problem(loaded, at, "answer-longer", message, "删去证据里没有的话，或把证据摘全", point.id)
            if odd := out_of_form(answer.says):
                message = f"回答里的 {odd} 不合写法"
                yield problem(loaded, at, "answer-form", message, "写简体、全角标点，句末不加句号", point.id)


def words(text: str) -> int:
    """How many characters a text has, punctuation and spaces left out: an answer may join pieces by a comma.

    >>> words("原则上，每县（区）设1家")
    9
    """
    return sum(map(str.isalnum, text))


def out_of_form(says: str) -> str:
    """The first thing in an answer that is not in reading form: Traditional, half-width punctuation, a full stop.

    >>> [out_of_form(says) for says in ("到2025年超过1,000亿元", "產業", "甲,乙", "甲。")]
    ['', '產', ',', '。']
    """
    only = traditional_only()
    if not only.isdisjoint(says):
        return next(c for c in says if c in only)
    if half := _HALF_WIDTH.search(says):
        return half[0]
    return "。" if says.endswith("。") else ""


CHECKS: tuple[Check, ...] = (evidence, claims)
