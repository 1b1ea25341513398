"""Another id for a document, a topic, a question or a body: every file that names it follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from ..addresses import rooted
from ..locating.loading import Loading
from ..merging.follow_renumbering import rename_ids
from ..model import Agency, Citation, Document, measure_id, text_hash
from ..store.paths import Layout
from ..store.yaml_files_to_model import Loaded, load_document
from ..store.yaml_writing.yaml_dump import dump
from . import double_readings
from .points import Renamed, changed, point_renamed, topic_renamed
from .register import register_file
from .what_can_move import Files, Kind, addresses_of, record_of, vocabulary_file, works_of


def renaming(loading: Loading, kind: Kind, old: str, new: str, day: str) -> Files:
    layout = loading.layout
    files: Files = {}
    if kind == "document":
        files |= _renamed_document(loading, old, new)
    elif kind == "topic":
        topics = tuple(replace(t, id=new) if t.id == old else t for t in loading.vocabulary.topics)
        files |= vocabulary_file(layout, "topics", topics) | _in_records(loading, lambda d: _with_topic(d, old, new))
        files |= double_readings.topic_renamed(loading, old, new)
        files |= topic_renamed(loading, old, new) | _starters(loading, f"{old}/", f"{new}/")
    elif kind == "point":
        topic = old.partition("/")[0]
        files |= point_renamed(loading, topic, old.removeprefix(f"{topic}/"), new.removeprefix(f"{topic}/"))
        files |= _starters(loading, old, new)
    else:
        agencies = tuple(_with_agency(a, old, new) for a in loading.vocabulary.agencies)
        files |= vocabulary_file(layout, "agencies", agencies) | _in_records(loading, lambda d: _with_body(d, old, new))
    pairs = zip(addresses_of(loading, kind, old), addresses_of(loading, kind, old, under=new), strict=True)
    leads = {rooted(a): rooted(b) for a, b in pairs}
    return files | register_file(loading, lambda e: replace(e, successor=leads[e.address]), leads, leads.values(), day)


def _starters(loading: Loading, old: str, new: str) -> Files:
    """The questions to start from, where one is ``old`` or, with a slash at its end, of that topic."""
    held = loading.vocabulary.starters
    moves = [s.point == old or (old.endswith("/") and s.point.startswith(old)) for s in held]
    now = tuple(replace(s, point=new + s.point.removeprefix(old)) if m else s for s, m in zip(held, moves))
    return vocabulary_file(loading.layout, "starters", now) if now != held else {}


def _renamed_document(loading: Loading, old: str, new: str) -> Files:
    layout = loading.layout
    record = record_of(loading, old)
    refs = [m.ref for m in record.measures]
    ids = {old: new} | {measure_id(old, r): measure_id(new, r) for r in refs}
    files: Files = {layout.record(old): None, layout.extracted_file(old): None}
    for path in sorted(layout.sources.glob(f"{old}.*")):
        files |= {path: None, path.with_name(new + path.suffix): path.read_bytes()}
    kept = _reread(layout, old, new)
    original = record.original and replace(record.original, file=f"{new}{PurePath(record.original.file).suffix}")
    record = replace(record, id=new, source=f"{new}.txt", original=original, reading=kept and text_hash(kept))
    files |= {layout.record(new): dump(record).encode()}
    if kept is not None:
        files[layout.extracted_file(new)] = kept.encode()
    others: Mapping[Path, Loaded[Any]] = {
        layout.alignments: loading.alignments,
        layout.relations: loading.relations,
        layout.errata: loading.errata,
    }
    for path, loaded in others.items():
        items = rename_ids(loaded.value if loaded else (), ids)
        files[path] = dump(items).encode()
    files |= {layout.works: dump(works_of(loading, old, new)).encode()}
    files |= changed(loading, Renamed({old: new}).file)
    files |= double_readings.document_renamed(loading, ids)
    return files | _in_records(loading, lambda d: _citing(d, old, new), but=old)


def _reread(layout: Layout, old: str, new: str) -> str | None:
    """The last reading under its new id; None where there is none."""
    kept = load_document(layout, layout.extracted_file(old))[0].value
    return None if kept is None else dump(replace(kept, id=new, source=f"{new}.txt"))


def _citing(record: Document, old: str, new: str) -> Document:
    def cited(held: tuple[Citation, ...]) -> tuple[Citation, ...]:
        return tuple(replace(c, document=new) if c.document == old else c for c in held)

    measures = tuple(replace(m, citations=cited(m.citations)) for m in record.measures)
    passages = tuple(replace(p, citations=cited(p.citations)) for p in record.passages)
    return replace(record, measures=measures, passages=passages)


def _with_topic(record: Document, old: str, new: str) -> Document:
    measures = (replace(m, topics=tuple(new if t == old else t for t in m.topics)) for m in record.measures)
    return replace(record, measures=tuple(measures))


def _with_body(record: Document, old: str, new: str) -> Document:
    measures = (
        replace(
            m,
            responsibilities=tuple(replace(r, agency=new) if r.agency == old else r for r in m.responsibilities),
        )
        for m in record.measures
    )
    return replace(record, measures=tuple(measures))


def _with_agency(item: Agency, old: str, new: str) -> Agency:
    def ids(held: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(new if i == old else i for i in held)

    events = tuple(replace(e, to=ids(e.to), origin=ids(e.origin)) for e in item.events)
    return replace(item, id=new if item.id == old else item.id, events=events)


def _in_records(loading: Loading, change: Callable[[Document], Document], but: str = "") -> Files:
    """The records that a change touches, and the readings they were merged with, which keep the same ids."""
    files: Files = {}
    for name, loaded in loading.records.items():
        if name == but or loaded.value is None:
            continue
        record, kept = change(loaded.value), load_document(loading.layout, loading.layout.extracted_file(name))[0].value
        if kept is not None and change(kept) != kept:
            text = dump(change(kept))
            record = replace(record, reading=text_hash(text))
            files[loading.layout.extracted_file(name)] = text.encode()
        if record != loaded.value:
            files[loading.layout.record(name)] = dump(record).encode()
    return files
