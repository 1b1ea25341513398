"""A document, a topic, a question or a body off the site: its files go, its addresses say what stood there and why it went."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ..addresses import document, point, rooted
from ..locating.loading import Loading
from ..model import Agency, Gone, Topic
from ..store.yaml_writing.yaml_dump import dump
from . import double_readings
from .points import changed, of_topic, point_withdrawn, short_name, without_document
from .register import register_file
from .what_can_move import KINDS, Files, Kind, addresses_of, record_of, vocabulary_file, works_of


def withdrawing(loading: Loading, kind: Kind, old: str, reason: str, day: str) -> Files:
    layout = loading.layout
    gone = {rooted(a): Gone(_was(loading, kind, old, rooted(a)), reason, day) for a in addresses_of(loading, kind, old)}
    files: Files = {}
    if kind == "document":
        files |= {layout.record(old): None, layout.extracted_file(old): None}
        files |= dict.fromkeys(layout.sources.glob(f"{old}.*"))
        files |= {
            layout.alignments: _without(loading.alignments, old),
            layout.relations: _without(loading.relations, old),
            layout.works: dump(works_of(loading, old, None)).encode(),
        }
        files |= double_readings.document_withdrawn(loading, old)
        files |= changed(loading, lambda value: without_document(value, old, short_name(loading, old)))
    elif kind == "point":
        topic = old.partition("/")[0]
        files |= point_withdrawn(loading, topic, old.removeprefix(f"{topic}/"))
    else:
        if kind == "topic":
            files |= dict.fromkeys(path for path, _ in of_topic(loading, old))
        name = "topics" if kind == "topic" else "agencies"
        items: Iterable[Topic | Agency] = getattr(loading.vocabulary, name)
        files |= vocabulary_file(layout, name, tuple(i for i in items if i.id != old))
    return files | register_file(loading, lambda e: replace(e, gone=gone[e.address]), gone, (), day)


def _without(loaded: Any, id: str) -> bytes:
    """A file of judgements without those on a document."""
    items = tuple(loaded.value) if loaded and loaded.value else ()

    def names(item: Any) -> bool:
        held = [getattr(item, f, None) for f in ("a", "b", "origin", "to")] + list(getattr(item, "absent_in", ()))
        return any(h == id or str(h).startswith(f"{id}/") for h in held)

    return dump(tuple(i for i in items if not names(i))).encode()


def _was(loading: Loading, kind: Kind, id: str, address: str) -> str:
    """What stood at an address, for its tombstone."""
    if kind == "document":
        title = record_of(loading, id).title
        ref = "" if address == rooted(document(id)) else address.rstrip("/").rpartition("/")[2]
        return f"《{title}》{ref}"
    questions = {rooted(point(t.topic, p.id)): p.question for t in loading.topic_points for p in t.points}
    if address in questions:
        return f"{KINDS['point']}“{questions[address]}”"
    items = loading.vocabulary.topics if kind == "topic" else loading.vocabulary.agencies
    item = next(i for i in items if i.id == id)
    return f"{KINDS[kind]}“{item.zh if isinstance(item, Topic) else item.name}”"
