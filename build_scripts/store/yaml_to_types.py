"""Plain values to frozen dataclasses and back, and their JSON Schema: one place that knows the types.

Field metadata: ``key`` is the name in YAML where it is a Python word (``from``); ``meant`` says what a field holds, to
whoever left it out. Fields named ``at`` and
others with ``compare=False`` are computed, never typed, and so never stand in YAML.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
import types
import typing
from functools import cache
from typing import Any, Literal, Union

from ..problems import Problem
from .yaml_tree import NULL, Path, Scalar, Tree, plain_value

_FULL_WIDTH = re.compile("[：，｛｝［］]")


@cache
def fields(cls: type) -> tuple[tuple[str, str, Any, bool, Any], ...]:
    """(attribute, key in YAML, type, required, default) of the fields that stand in YAML."""
    hints = typing.get_type_hints(cls)
    found = []
    for f in dataclasses.fields(cls):
        if not f.compare:
            continue
        required = f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING
        found.append((f.name, f.metadata.get("key", f.name), hints[f.name], required, None if required else f.default))
    return tuple(found)


@dataclasses.dataclass(frozen=True)
class _Shape:
    """A type taken apart once: ``kind`` is what is asked for (None where it may also be absent), ``inner`` of what."""

    kind: Literal["number", "list", "record", "choice", "truth", "text"]
    inner: Any = None
    optional: bool = False


def _shape(kind: Any) -> _Shape:
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (Union, types.UnionType):
        rest = [a for a in args if a is not type(None)]
        found = _Shape("number") if set(rest) <= {int, float} else _shape(rest[0])
        return dataclasses.replace(found, optional=type(None) in args)
    if origin is tuple:
        return _Shape("list", _shape(args[0]))
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _Shape("record", kind)
    if origin is Literal:
        return _Shape("choice", args)
    return _Shape("truth" if kind is bool else "text")


@cache
def _shapes(cls: type) -> dict[str, tuple[str, _Shape]]:
    """By key in YAML: the attribute, and the shape of its value."""
    return {key: (name, _shape(kind)) for name, key, kind, _, _ in fields(cls)}


def _meant(cls: type, name: str) -> str:
    """What a field holds, as its metadata tells it (``meant``), after a colon; nothing where it tells nothing."""
    meant = next(f.metadata.get("meant", "") for f in dataclasses.fields(cls) if f.name == name)
    return f"：{meant}" if meant else ""


class Reader:
    """Turns one file's tree into model objects, collecting problems with their places."""

    def __init__(self, tree: Tree, path: str) -> None:
        self.tree, self.path = tree, path
        self.problems: list[Problem] = []

    def problem(self, at: Path, code: str, message: str, tip: str = "") -> None:
        self.problems.append(Problem(self.path, *self.tree.place(at), code, message, tip, self.record(at)))

    def record(self, at: Path) -> str:
        """The id, ref or name of the nearest record around a path."""
        value: object = self.tree.value
        name = ""
        for step in at:
            if isinstance(value, dict):
                name = self._name(value) or name
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
        if isinstance(value, dict):
            name = self._name(value) or name
        return name

    @staticmethod
    def _name(value: dict[str, Any]) -> str:
        return next((value[k].text for k in ("ref", "id") if isinstance(value.get(k), Scalar)), "")

    def read(self, cls: type, at: Path = ()) -> Any:
        """The object of a class at a path, or None where something required is wrong."""
        value: Any = self.tree.value
        for step in at:
            value = value[step]
        return self._record(cls, value, at)

    def _record(self, cls: type, value: object, at: Path) -> Any:
        if not isinstance(value, dict):
            self.problem(at, "record-shape", "这里应当是「键: 值」的记录", "对照同类记录的写法")
            return None
        known = _shapes(cls)
        found: dict[str, Any] = {}
        before = len(self.problems)
        for key, held in value.items():
            if key not in known:
                near = difflib.get_close_matches(key, known, n=1)
                self.problem(
                    (*at, key),
                    "record-unknown-key",
                    f"不认识的键 {key}",
                    "键里有全角标点：冒号、逗号要写半角的，后面空一格"
                    if _FULL_WIDTH.search(key)
                    else f"是不是 {near[0]}？"
                    if near
                    else "可用的键：" + "、".join(known),
                )
                continue
            name, shape = known[key]
            found[name] = self._value(shape, held, (*at, key))
        for name, key, _, required, _ in fields(cls):
            if required and name not in found:
                self.problem(at, "record-missing-key", f"缺少 {key}", f"补上 {key}{_meant(cls, name)}")
        return cls(**found) if len(self.problems) == before else None

    def _value(self, shape: _Shape, value: object, at: Path) -> Any:
        if isinstance(value, Scalar):
            if shape.optional and value.tag == NULL:
                return None
            if shape.kind == "text":
                return value.text
        if shape.kind == "list":
            return self._list(shape.inner, value, at)
        if shape.kind == "record":
            return self._record(shape.inner, value, at)
        if shape.kind == "number":
            return self._number(value, at)
        if not isinstance(value, Scalar):
            self.problem(at, "record-shape", "这里应当是一个值", "检查缩进")
            return None
        return self._truth(value, at) if shape.kind == "truth" else self._choice(shape.inner, value, at)

    def _choice(self, among: tuple[str, ...], value: Scalar, at: Path) -> str:
        if value.text not in among:
            near = difflib.get_close_matches(value.text, among, n=1, cutoff=0.3)
            self.problem(
                at,
                "record-unknown-value",
                f"不认识的值 {value.text}",
                "可用的值：" + "、".join(among) + (f"；是不是 {near[0]}？" if near else ""),
            )
        return value.text

    def _truth(self, value: Scalar, at: Path) -> Any:
        if not isinstance(plain_value(value), bool):
            self.problem(at, "record-shape", f"这里应当是 true 或 false，而不是 {value.text}", "")
        return plain_value(value)

    def _list(self, inner: _Shape, value: object, at: Path) -> tuple[Any, ...]:
        if isinstance(value, list):
            return tuple(self._value(inner, held, (*at, i)) for i, held in enumerate(value))
        if not (isinstance(value, Scalar) and plain_value(value) is None):
            self.problem(at, "record-shape", "这里应当是列表", "每项以 - 开头，或写成 [甲, 乙]")
        return ()

    def _number(self, value: object, at: Path) -> int | float | None:
        number = plain_value(value) if isinstance(value, Scalar) else None
        if isinstance(number, bool) or not isinstance(number, (int, float)):
            self.problem(at, "record-shape", "这里应当是数字", "写阿拉伯数字，不带单位；单位写在 unit")
            return None
        return number


def plain(value: Any, always: typing.Mapping[type, tuple[str, ...]] = types.MappingProxyType({})) -> Any:
    """A model object as dicts, lists and scalars for YAML; fields at their default are left out unless in ``always``."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        kept = {}
        for name, key, _, required, default in fields(type(value)):
            item = getattr(value, name)
            if required or item != default or name in always.get(type(value), ()):
                kept[key] = plain(item, always)
        return kept
    if isinstance(value, tuple):
        return [plain(item, always) for item in value]
    return value


def schema(cls: type, title: str, several: bool = False) -> dict[str, Any]:
    """JSON Schema draft-07 of the YAML form of a class (``several``: a list of them)."""
    defs: dict[str, Any] = {}
    body = _schema(cls, defs)
    body = {"type": "array", "items": body} if several else body
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        **body,
        "definitions": dict(sorted(defs.items())),
    }


def _schema(kind: Any, defs: dict[str, Any]) -> dict[str, Any]:
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (Union, types.UnionType):
        options = [_schema(a, defs) for a in args if a is not type(None)]
        base = {"type": "number"} if all(o.get("type") in ("integer", "number") for o in options) else options[0]
        return {"anyOf": [base, {"type": "null"}]} if type(None) in args else base
    if origin is tuple:
        return {"type": "array", "items": _schema(args[0], defs)}
    if origin is Literal:
        return {"type": "string", "enum": list(args)}
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        if kind.__name__ not in defs:
            defs[kind.__name__] = {}
            rows = fields(kind)
            described = {
                "type": "object",
                "description": " ".join((kind.__doc__ or "").strip().split("\n\n")[0].split()),
                "properties": {key: _schema(t, defs) for _, key, t, _, _ in rows},
                "required": [key for _, key, _, required, _ in rows if required],
                "additionalProperties": False,
            }
            defs[kind.__name__] = described
        return {"$ref": f"#/definitions/{kind.__name__}"}
    return {str: {"type": "string"}, bool: {"type": "boolean"}, int: {"type": "integer"}, float: {"type": "number"}}[
        kind
    ]
