"""Both readings of everything that was judged twice, cell by cell, as they stood before they were compared, and how each
difference was settled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_scripts.model import Corpus, JudgedCell, JudgedTwice, ReadPoint, TopicReadings, point_id

Json = dict[str, Any]


def double_readings_json(corpus: Corpus) -> list[Json]:
    """The questions by topic, then topics, alignments, relations and bodies, each in the order of its first reading; what the
    second alone judged comes last."""
    asked = (cell for readings in corpus.readings for cell in _of_points(readings))
    return [*asked, *(cell for judged in corpus.judged for cell in _of_judgements(judged))]


def _of_judgements(judged: JudgedTwice) -> Iterator[Json]:
    first, second = ({j.key: j for j in r.judgements} for r in (judged.first, judged.second))
    settled = {s.key: s for s in judged.settled.judgements}
    for key in dict.fromkeys((*first, *second)):
        one, other, end = first.get(key), second.get(key), settled.get(key)
        named = one or other
        assert named is not None
        yield {
            "of": judged.of,
            **_named(named),
            "point": None,
            "first": list(one.verdict) if one else [],
            "first_says": (one.why or None) if one else None,
            "second": list(other.verdict) if other else [],
            "second_says": (other.why or None) if other else None,
            "settled": end.settled if end else None,
            "verdict": list(end.verdict) if end else [],
            "reason": end.reason if end else None,
        }


def _named(cell: JudgedCell) -> Json:
    told = {"measure": cell.measure, "a": cell.a, "b": cell.b, "study": cell.study, "from": cell.origin, "to": cell.to}
    return told | {"document": cell.document, "name": cell.name}


def _of_points(readings: TopicReadings) -> Iterator[Json]:
    settled = {(s.point, s.document): s for s in readings.settled.cells}
    seconds = {p.id: p for p in readings.second.points}
    for first in readings.first.points:
        second = seconds.get(first.id)
        for document in dict.fromkeys((*first.accounted, *(second.accounted if second else ()))):
            end = settled.get((first.id, document))
            yield {
                "of": "points",
                **_named(JudgedCell(document=document)),
                "point": point_id(readings.topic, first.id),
                "first": [first.state(document)],
                "first_says": _says(first, document),
                "second": [second.state(document)] if second else [],
                "second_says": _says(second, document) if second else None,
                "settled": end.settled if end else None,
                "verdict": [],
                "reason": end.reason if end else None,
            }


def _says(point: ReadPoint, document: str) -> str | None:
    answer = point.answer(document)
    return answer.says if answer else None
