"""What can be moved, and the pages it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from ..addresses import agency, document, measure, point, topic
from ..locating.loading import Loading
from ..model import Document, Work, measure_id, point_id
from ..store.paths import Layout
from ..store.yaml_writing.yaml_dump import dump

Kind = Literal["document", "topic", "agency", "point"]
KINDS: Mapping[Kind, str] = {"document": "文件", "topic": "专题", "agency": "单位", "point": "问题"}
Files = dict[Path, bytes | None]
"""What is to be written, by path; None takes a file away."""


def ids_of(loading: Loading, kind: Kind) -> set[str]:
    if kind == "document":
        return set(loading.records)
    if kind == "point":
        return {point_id(t.topic, p.id) for t in loading.topic_points for p in t.points}
    return {item.id for item in (loading.vocabulary.topics if kind == "topic" else loading.vocabulary.agencies)}


def record_of(loading: Loading, id: str) -> Document:
    """A document's record. Nothing is moved while a record cannot be read, so that there is one."""
    record = loading.records[id].value
    assert record is not None, id
    return record


def addresses_of(loading: Loading, kind: Kind, id: str, under: str | None = None) -> list[str]:
    """The pages of a document with its measures, of a topic with its questions, of a question or a body; ``under`` another
    id than its own."""
    name = under or id
    if kind == "document":
        return [document(name), *(measure(measure_id(name, m.ref)) for m in record_of(loading, id).measures)]
    if kind == "topic":
        questions = next((t.points for t in loading.topic_points if t.topic == id), ())
        return [topic(name), *(point(name, p.id) for p in questions)]
    return [point(*name.split("/", 1)) if kind == "point" else agency(name)]


def works_of(loading: Loading, old: str, new: str | None) -> tuple[Work, ...]:
    """The works cited, where the document ``old`` has another id, or is here no more (None)."""
    return tuple(replace(w, document=new) if w.document == old else w for w in loading.works.value or ())


def vocabulary_file(layout: Layout, name: str, items: tuple[Any, ...]) -> Files:
    return {layout.vocabulary / f"{name}.yml": dump(items).encode()}
