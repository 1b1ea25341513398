"""The points as corpus.json has them, and how far two independent readings of them agree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from build_scripts import addresses
from build_scripts.answering.agreement_on_answers import agreements
from build_scripts.answering.agreement_on_judgements import agreed
from build_scripts.model import Answer, Corpus, Evidence, Point, point_id
from build_scripts.publishing.dataset.corpus.measure_parts_json import span

_DIGITS = 4  # of a rate


def points_json(corpus: Corpus) -> list[dict[str, Any]]:
    """Every question, in the order of the topics; its documents in the order of the corpus."""
    order = [d.id for d in corpus.documents]
    return [_point(t.topic, p, order) for t in corpus.points for p in t.points]


def _point(topic: str, p: Point, order: Sequence[str]) -> dict[str, Any]:
    answers = sorted(p.answers, key=lambda a: order.index(a.document))
    return {
        "id": point_id(topic, p.id),
        "topic": topic,
        "question": p.question,
        "scope": p.scope,
        "url": addresses.rooted(addresses.point(topic, p.id)),
        "difference": p.difference,
        "caution": p.caution,
        "basis": "editor",
        "answers": [_answer(a) for a in answers],
        "silent": [d for d in order if p.state(d) == "silent"],
        "not_applicable": [
            {"document": n.document, "why": n.why} for d in order for n in p.not_applicable if n.document == d
        ],
        "unread": [d for d in order if p.state(d) == "unread"],
    }


def _answer(a: Answer) -> dict[str, Any]:
    return {"document": a.document, "says": a.says, "evidence": [_evidence(e) for e in a.evidence]}


def _evidence(e: Evidence) -> dict[str, Any]:
    passage = {"kind": e.passage, "ref": e.ref} if e.passage is not None else None
    return {"measure": e.measure, "passage": passage, "quote": e.quote, **span(e.at)}


def readings_json(corpus: Corpus) -> list[dict[str, Any]]:
    """By topic whose questions were read twice, then by kind of judgement (``topic`` null): ``agreement`` is the share of
    cells with the same state, ``kappa`` of the states, ``divergence`` the share of cells that differ in anything."""
    points = (_reading("points", a.topic, a.cells, a.agreed, a.kappa, a.divergence) for a in agreements(corpus))
    judged = (_reading(a.of, None, a.cells, a.agreement, a.kappa, a.divergence) for a in agreed(corpus.judged))
    return [*points, *judged]


def _reading(
    of: str, topic: str | None, n: int, alike: float, kappa: float | None, divergence: float
) -> dict[str, Any]:
    return {
        "id": "/".join(filter(None, (of, topic))),
        "of": of,
        "topic": topic,
        "n": n,
        "agreement": round(alike, _DIGITS),
        "kappa": None if kappa is None else round(kappa, _DIGITS),
        "divergence": round(divergence, _DIGITS),
    }
