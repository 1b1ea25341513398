"""Rules of structured/extracted/: every record has the reading it was merged with, and what is unsettled is said again.

The reading is the merge base. Without it nobody can tell a person's edit from what the machine once read, so that its
loss is an error here, where it can still be mended from version control.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any

from ...locating.loading import Loading, doubts_of
from ...merging.fields import differing_fields
from ...model import Document, Measure, is_text_hash, measure_id, text_hash
from ...problems import Problem, errors
from ...reading.document_record import document_of
from ...store.paths import Layout
from ...store.transaction import is_unfinished
from ...store.yaml_files_to_model import Loaded, load_document, read_text
from ...store.yaml_tree import Path
from ..walking import Check, documents, problem

SHOWN_CHANGES = 6
SHOWN = 40  # characters of a value in a message


def unfinished(loading: Loading) -> list[Problem]:
    """No write of several files stands half done."""
    if not is_unfinished(loading.layout):
        return []
    shown = loading.layout.shown(loading.layout.unfinished)
    message = "上一次写入在半途停下，文件可能新旧不一"
    return [Problem(shown, 0, 0, "write-unfinished", message, "运行 make extract，它会先把那次写入做完或退回")]


def extracted(loading: Loading) -> Iterator[Problem]:
    """Each record stands beside the reading it names."""
    layout = loading.layout
    for name, document, loaded in documents(loading):
        yield from _beside(layout, name, document, loaded)


def alone(loading: Loading) -> list[Problem]:
    """Each reading stands beside its record."""
    return orphans(loading.layout)


def orphans(layout: Layout) -> list[Problem]:
    """Readings whose record is gone."""
    found = []
    for path in sorted(layout.extracted.glob("*.yml")):
        if not layout.record(path.stem).exists():
            message = f"有机读结果，却没有 records/{path.name}：记录丢了"
            tip = f"从版本库恢复（git checkout -- {layout.shown(layout.record(path.stem))}）；确实不要这份文件，连原文一起撤下"
            found.append(Problem(layout.shown(path), 1, 1, "record-missing", message, tip))
    return found


def _beside(layout: Layout, name: str, document: Document, loaded: Loaded[Document]) -> list[Problem]:
    path = layout.extracted_file(name)
    restore = f"从版本库恢复（git checkout -- {layout.shown(path)}），或运行 make extract"
    if not path.exists():
        if document.reading is None:
            message = "这份记录还没有机读结果作底本"
            tip = f"确认记录完整之后运行 python -m build_scripts extract --whole {name}"
            return [problem(loaded, ("id",), "reading-never", message, tip, "", "warning")]
        return [problem(loaded, ("reading",), "reading-missing", f"{layout.shown(path)} 不见了", restore)]
    text, found = read_text(path, layout.shown(path))
    if text is not None and text_hash(text) == document.reading:
        return []
    kept, found = load_document(layout, path)
    if errors(found) or kept.value is None:
        return found
    if not is_text_hash(document.reading or ""):
        message = "记录没有完整的最后一行 reading：是旧写法，或者文件被截断了"
        tip = f"确认完整之后运行 python -m build_scripts extract --whole {name}"
        return [problem(loaded, ("measures",), "record-unsealed", message, tip, "", "warning")]
    message = f"{layout.shown(path)} 不是这份记录上次并入的那一次读取"
    return [problem(loaded, ("reading",), "reading-unlike", message, f"两个文件要一起提交；{restore}")]


def behind(loading: Loading) -> Iterator[Problem]:
    """What the machine reads today is what structured/extracted/ keeps; where not, it waits for a person to take it over."""
    layout = loading.layout
    for name, document, loaded in documents(loading):
        path = layout.extracted_file(name)
        kept = _kept(layout, path, loaded) if path.exists() else None
        if kept is None or name not in loading.readings or kept.sha256 != document.sha256:
            continue
        source, data = loading.sources[name], loading.source_bytes[name]
        now = document_of(loading.readings[name], name, document.jurisdiction, source, document.source, data)
        apart = changes(kept, now)
        if apart:
            message = f"机器现在读出的与这里不同：{'；'.join(apart[:SHOWN_CHANGES])}"
            message += f"……共 {len(apart)} 处" if len(apart) > SHOWN_CHANGES else ""
            tip = "网站照记录，不受影响；要采纳，运行 make extract，看过 git diff 再提交"
            yield Problem(layout.shown(path), 1, 1, "reading-behind", message, tip, severity="warning")


def _kept(layout: Layout, path: FilePath, record: Loaded[Document]) -> Document | None:
    """The document that structured/extracted/ keeps. A record that nobody has touched is the same text and the seal below it."""
    if record.value is not None and record.tree is not None:
        text, _ = read_text(path, "")
        if text is not None and record.tree.text == f"{text}reading: {record.value.reading}\n":
            return dataclasses.replace(record.value, reading=None)
    return load_document(layout, path)[0].value


def changes(before: Document, now: Document) -> list[str]:
    """What differs between two readings, by ref: fields, measures that came and went."""
    refs = {m.ref for m in before.measures}, {m.ref for m in now.measures}
    fields = [f"{ref} {'、'.join(names)}".strip() for ref, names in differing_fields(before, now).items()]
    return [
        *fields,
        *(f"不再有 {r}" for r in sorted(refs[0] - refs[1])),
        *(f"新有 {r}" for r in sorted(refs[1] - refs[0])),
    ]


def stale(loading: Loading) -> Iterator[Problem]:
    """Fields that person and machine read differently stay until somebody settles them."""
    for name, document, loaded in documents(loading):
        if not document.stale and not any(m.stale for m in document.measures):
            continue
        kept, _ = load_document(loading.layout, loading.layout.extracted_file(name))
        if kept.value is not None:
            yield from stale_edits(document, kept.value, loaded)


def stale_edits(document: Document, machine: Document, loaded: Loaded[Document]) -> list[Problem]:
    """A warning for each stale field that still differs, with both values and the commands that settle it."""
    read = {m.ref: m for m in machine.measures}
    rows: list[tuple[Any, Any, Path]] = [(document, machine, ())]
    rows += [(m, read.get(m.ref), ("measures", i)) for i, m in enumerate(document.measures)]
    found = []
    for mine, now, at in rows:
        for name in mine.stale:
            if not any(name == f.name for f in dataclasses.fields(mine) if f.compare):
                message, tip = f"stale 里的 {name} 不是字段名", "删去它"
                found.append(problem(loaded, (*at, "stale"), "stale-field", message, tip, _ref(mine)))
            elif now is not None and getattr(now, name) != getattr(mine, name):
                found.append(_stale(document, mine, now, name, (*at, name), loaded))
    return found


def _stale(document: Document, mine: Any, machine: Any, name: str, at: Path, loaded: Loaded[Document]) -> Problem:
    ref = _ref(mine)
    place = (measure_id(document.id, ref) if ref else document.id) + f":{name}"
    values = [shown(getattr(v, name)) for v in (mine, machine)]
    message = f"{name}：记录写「{values[0]}」，机器现读作「{values[1]}」，等人定夺"
    tip = f"保留记录的：python -m build_scripts extract --keep {place}；改用机器的：… --take {place}"
    return problem(loaded, at, "stale-edit", message, tip, ref, "warning")


def _ref(item: Document | Measure) -> str:
    return item.ref if isinstance(item, Measure) else ""


def shown(value: Any) -> str:
    """A field's value on one line, cut where it is long."""
    text = "；".join(_item(v) for v in value) if isinstance(value, tuple) else _item(value)
    text = " ".join(text.split()) or "（空）"
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def _item(value: Any) -> str:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        said = ((getattr(value, f.name), f.default) for f in dataclasses.fields(value) if f.compare)
        return "，".join(str(v) for v, default in said if v != default)
    return "" if value is None else str(value)


def doubts(loading: Loading) -> Iterator[Problem]:
    """The signs that a source was read poorly."""
    for _, document, _ in documents(loading):
        yield from doubts_of(loading, document)


OF_ONE: tuple[Check, ...] = (extracted, behind, stale, doubts)
CHECKS: tuple[Check, ...] = (unfinished, alone)
