"""Rules of structured/readings/: both readings of a kind of judgement, and the cells in which they differ, belong together.

A reading is kept as it was: nothing here holds it against what stands in the records now, only that what it names exists.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..addresses import rooted, topic
from ..locating.loading import Loading
from ..locating.quoted import find_printed
from ..model import JUDGED, NAMED_BY, STRENGTHS, JudgedCell, differ
from ..problems import Problem
from ..store.yaml_files_to_model import JUDGED_FILES, Loaded
from ..store.yaml_tree import Path
from .walking import Check, near, problem


def _files(loading: Loading) -> Iterator[tuple[str, str, Loaded[Any], Any]]:
    """What is judged, which reading it is, its file and what that holds, of those that could be read."""
    for of, files in loading.judged.items():
        for name, loaded in files.items():
            if loaded.value is not None:
                yield of, name, loaded, loaded.value


def _cells(loading: Loading) -> Iterator[tuple[str, str, Loaded[Any], Path, Any]]:
    for of, name, loaded, value in _files(loading):
        for i, cell in enumerate(value.judgements):
            yield of, name, loaded, ("judgements", i), cell


def names(loading: Loading) -> Iterator[Problem]:
    """A file says what it judges and which reading it is, as its folder and its name do."""
    for of, name, loaded, value in _files(loading):
        if value.of != of or getattr(value, "reading", name) != name:
            message = f"这里是 readings/{of}/{name}.yml，里面写的不是"
            yield problem(loaded, ("of",), "judged-file", message, "of 写文件夹名，reading 写文件名", of)


def forms(loading: Loading) -> Iterator[Problem]:
    """A cell is named by what its kind wants, has a verdict of its kind, and stands once in a file."""
    seen: dict[str, set[tuple[str, ...]]] = {}
    for of, name, loaded, at, cell in _cells(loading):
        if not _well_named(of, cell):
            message = f"这一格写了 {'、'.join(_key(f) for f in cell.named_by) or '空'}"
            tip = f"{JUDGED[of]}的一格只写 {'、'.join(_key(f) for f in NAMED_BY[of])}"
            yield problem(loaded, at, "judged-cell", message, tip, cell.called)
        wanted = name != "settled" or cell.settled == "new"
        if bool(cell.verdict) != wanted or not _fits(of, cell.verdict):
            message, tip = f"判定 {list(cell.verdict)} 不合", _verdict_tip(of)
            yield problem(loaded, at, "judged-verdict", message, tip, cell.called)
        if cell.key in seen.setdefault(loaded.path, set()):
            message, tip = "这一格在同一份读法里写了两次", "一格只判一次，删去一条"
            yield problem(loaded, at, "judged-twice", message, tip, cell.called)
        seen[loaded.path].add(cell.key)


def _key(field: str) -> str:
    return "from" if field == "origin" else field


def _well_named(of: str, cell: JudgedCell) -> bool:
    wanted, has = set(NAMED_BY[of]), set(cell.named_by)
    return has == wanted or (of == "relations" and has in (wanted - {"origin"}, wanted - {"to"}))


def _fits(of: str, verdict: tuple[str, ...]) -> bool:
    if of == "topics":
        return len(set(verdict)) == len(verdict)
    return len(verdict) <= 1 and (of != "alignments" or all(v in STRENGTHS for v in verdict))


def _verdict_tip(of: str) -> str:
    what = {"topics": "专题 id，第一个是主专题", "alignments": "、".join(STRENGTHS) + " 之一"}.get(of, "一个值")
    return f"verdict 写{what}；定案里只有 settled: new 才写"


def known(loading: Loading) -> Iterator[Problem]:
    """What is named exists: measures, documents, topics (or the register says where one went), names as they are printed."""
    measures = loading.measures
    topics = {t.id for t in loading.vocabulary.topics}
    published = {e.address for e in loading.permalinks.value or ()}
    for of, _, loaded, at, cell in _cells(loading):
        for field in ("measure", "a", "b", "origin", "to"):
            ref = getattr(cell, field)
            if ref is not None and ref not in measures:
                tip = near(ref, measures) or "条目换了编号的照改；没有了的，删去这一格"
                yield problem(loaded, (*at, _key(field)), "measure-unknown", f"没有 {ref} 这条措施", tip, cell.called)
        if cell.document is not None and cell.document not in loading.records:
            message, tip = f"没有 {cell.document} 这份文件", near(cell.document, loading.records) or "写文件 id"
            yield problem(loaded, (*at, "document"), "document-unknown", message, tip, cell.called)
        elif cell.name and cell.document in loading.sources and not _printed(loading.sources[cell.document], cell.name):
            message, tip = f"「{cell.name}」不在 {cell.document} 的原文里", "单位名称照原文逐字写"
            yield problem(loaded, (*at, "name"), "quote-not-in-text", message, tip, cell.called)
        for id in cell.verdict if of == "topics" else ():
            if id not in topics and rooted(topic(id)) not in published:
                message, tip = f"没有 {id} 这个专题", near(id, topics) or "写专题 id"
                yield problem(loaded, (*at, "verdict"), "topic-unknown", message, tip, cell.called)


def _printed(source: str, name: str) -> bool:
    return find_printed(source, name) is not None


def settled(loading: Loading) -> Iterator[Problem]:
    """What was settled is a cell that both readings have and judge differently, with its reason."""
    for of, files in loading.judged.items():
        values: list[Any] = [files[name].value for name in JUDGED_FILES]
        if any(value is None for value in values):
            continue
        first, second = ({j.key: j.verdict for j in value.judgements} for value in values[:2])
        for i, cell in enumerate(values[2].judgements):
            at: Path = ("judgements", i)
            if cell.key not in first or cell.key not in second or not differ(of, first[cell.key], second[cell.key]):
                message, tip = "两遍读法在这一格没有不同，或没有都读过", "只定两遍都读过而不一样的格"
                yield problem(files["settled"], at, "judged-settled", message, tip, cell.called)
            if not cell.reason.strip():
                message, tip = "没有写为什么这样定", "reason 用一句话说依据"
                yield problem(files["settled"], at, "judged-reason", message, tip, cell.called)


CHECKS: tuple[Check, ...] = (names, forms, known, settled)
