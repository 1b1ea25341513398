"""What a record must be before it can be merged with a new reading: every measure once, none lost on the way."""

from __future__ import annotations

from ..model import Document
from ..problems import Problem
from ..store.yaml_files_to_model import Loaded, valid_id, valid_ref
from .walking import problem


def names(loaded: Loaded[Document], name: str) -> list[Problem]:
    """The id is the file's name, and fit to stand in an address."""
    document = loaded.value
    if document is None or (document.id == name and valid_id(document.id)):
        return []
    message = f"id {document.id!r} 与文件名 {name}.yml 不符，或不合规"
    return [problem(loaded, ("id",), "id-form", message, "id 只用小写字母、数字和连字符，与文件名相同，发布后不再改")]


def refs(loaded: Loaded[Document]) -> list[Problem]:
    """Refs are well formed and stand once."""
    found = []
    seen: dict[str, int] = {}
    for i, measure in enumerate(loaded.value.measures if loaded.value else ()):
        at = ("measures", i, "ref")
        if not valid_ref(measure.ref):
            message, tip = f"编号 {measure.ref!r} 不合规", '写印出来的编号，如 "3.4"、"1"、"art.5"，并加引号'
            found.append(problem(loaded, at, "ref-form", message, tip, measure.ref))
        if measure.ref in seen:
            line, _ = loaded.place(("measures", seen[measure.ref]))
            message, tip = f"编号 {measure.ref} 出现了两次，先在第 {line} 行", "每条措施只记一次：合并成一处"
            found.append(problem(loaded, at, "ref-duplicate", message, tip, measure.ref))
        seen.setdefault(measure.ref, i)
    return found


def lost_measures(loaded: Loaded[Document], kept: Document | None) -> list[Problem]:
    """Every measure that was read last time is still in the record: a file cut short lacks some."""
    if kept is None or loaded.value is None:
        return []
    held = {m.ref for m in loaded.value.measures}
    tip = "从版本库恢复这一条，或从 structured/extracted/ 的同名文件补回"
    return [
        problem(loaded, ("measures",), "ref-missing", f"记录里没有 {m.ref} 这一条，上次读取时有", tip, m.ref)
        for m in kept.measures
        if m.ref not in held
    ]
