"""Points and their readings when a document, a measure, a topic or a question gets another id, or goes.

Only the fields that name one of these follow; what an editor says is left to the editor.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..locating.distinguishing_names import short_names
from ..locating.loading import Loading
from ..model import Answer, Evidence, NotApplicable, Point, SettledPoints, TopicPoints
from ..store.yaml_writing.yaml_dump import dump
from .what_can_move import Files


@dataclass(frozen=True)
class Renamed:
    """The new ids by the old ones: of documents (with their measures), of one topic, of questions of the topic read."""

    documents: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    points: Mapping[str, str] = field(default_factory=dict)

    def file(self, value: Any) -> Any:
        """A file of structured/points/ or of its readings under the new ids."""
        value = replace(value, topic=self.topics.get(value.topic, value.topic))
        if isinstance(value, SettledPoints):
            cells = (
                replace(c, point=self.points.get(c.point, c.point), document=self._document(c.document))
                for c in value.cells
            )
            return replace(value, cells=tuple(cells))
        return replace(value, points=tuple(self._point(p) for p in value.points))

    def _point(self, point: Any) -> Any:
        return replace(
            point,
            id=self.points.get(point.id, point.id),
            answers=tuple(self._answer(a) for a in point.answers),
            silent=tuple(self._document(d) for d in point.silent),
            not_applicable=tuple(replace(n, document=self._document(n.document)) for n in point.not_applicable),
        )

    def _answer(self, answer: Answer) -> Answer:
        return replace(
            answer,
            document=self._document(answer.document),
            evidence=tuple(self._evidence(e) for e in answer.evidence),
        )

    def _evidence(self, piece: Evidence) -> Evidence:
        document = None if piece.document is None else self._document(piece.document)
        own, slash, ref = (piece.measure or "").partition("/")
        measure = None if piece.measure is None else self._document(own) + slash + ref
        return replace(piece, document=document, measure=measure)

    def _document(self, id: str) -> str:
        return self.documents.get(id, id)


def changed(loading: Loading, change: Callable[[Any], Any]) -> Files:
    """The files of points and readings that a change touches."""
    found = ((path, value, change(value)) for path, value in held(loading))
    return {path: dump(now).encode() for path, value, now in found if now != value}


def held(loading: Loading) -> list[tuple[Path, Any]]:
    """Each file of points and of readings that could be read."""
    files = [*loading.points.values(), *(f for files in loading.point_readings.values() for f in files.values())]
    return [(loading.layout.root / f.path, f.value) for f in files if f.value is not None]


def of_topic(loading: Loading, topic: str) -> list[tuple[Path, Any]]:
    """The same of one topic."""
    return [(path, value) for path, value in held(loading) if value.topic == topic]


def topic_renamed(loading: Loading, old: str, new: str) -> Files:
    """The topic's questions and readings under their new names."""
    layout, names = loading.layout, Renamed(topics={old: new})
    files: Files = {}
    for path, value in of_topic(loading, old):
        folder = layout.points if isinstance(value, TopicPoints) else layout.point_readings / new
        to = folder / (f"{new}.yml" if isinstance(value, TopicPoints) else path.name)
        files |= {path: None, to: dump(names.file(value)).encode()}
    return files


def point_renamed(loading: Loading, topic: str, old: str, new: str) -> Files:
    """A question of a topic under another id, in its readings too."""
    names = Renamed(points={old: new})
    return {path: dump(names.file(value)).encode() for path, value in of_topic(loading, topic)}


def point_withdrawn(loading: Loading, topic: str, id: str) -> Files:
    """A question off its topic; what was read for it is kept."""
    value = loading.points[topic].value
    if value is None:
        return {}
    left = replace(value, points=tuple(p for p in value.points if p.id != id))
    return {loading.layout.topic_points(topic): dump(left).encode()}


def short_name(loading: Loading, document: str) -> str:
    """How differences and cautions call a document."""
    return short_names(loading.documents.values(), {j.id: j for j in loading.vocabulary.jurisdictions})[document]


def without_document(value: Any, document: str, name: str) -> Any:
    """A file of points or readings in which nothing is said of a document; differences and cautions that speak of it by its
    short ``name`` are left out whole, and wait for an editor to write them anew."""
    if isinstance(value, SettledPoints):
        return replace(value, cells=tuple(c for c in value.cells if c.document != document))
    value = replace(value, points=tuple(_point_without(p, document) for p in value.points))
    return (
        replace(value, points=tuple(_unsaid(p, name) for p in value.points))
        if isinstance(value, TopicPoints)
        else value
    )


def _unsaid(point: Point, name: str) -> Point:
    left = {
        key: None if name in (getattr(point, key) or "") else getattr(point, key) for key in ("difference", "caution")
    }
    return replace(point, difference=left["difference"], caution=left["caution"])


def _point_without(point: Any, document: str) -> Any:
    def others(held: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(h for h in held if _of(h) != document)

    return replace(
        point,
        answers=others(point.answers),
        silent=others(point.silent),
        not_applicable=others(point.not_applicable),
    )


def _of(held: Answer | NotApplicable | str) -> str:
    return held if isinstance(held, str) else held.document
