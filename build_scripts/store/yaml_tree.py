"""YAML text to plain values with the line and column of every one: safe types only, nothing executed.

Refused, each with its place and a tip: what does not parse, duplicate keys, anchors and aliases, tags,
comments (they would be lost when a file is rewritten), more than one document, files over 5 MB, and what is nested
deeper or holds more values than any file of ours: seen while the parser goes along, before anything is built.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from ..problems import Problem

# The C parser where the wheel brings it, the Python one elsewhere: both safe, both with marks.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_BYTES = 5 * 1024 * 1024
MAX_DEPTH = 16
MAX_VALUES = 500_000
Path = tuple[str | int, ...]
_NULL = "tag:yaml.org,2002:null"
_BOOL = "tag:yaml.org,2002:bool"
_INT = "tag:yaml.org,2002:int"
_FLOAT = "tag:yaml.org,2002:float"


@dataclass(frozen=True)
class Scalar:
    """A scalar as written: ``text`` is what stands in the file, ``tag`` what YAML takes it for."""

    text: str
    tag: str


@dataclass
class Tree:
    """``value`` is dicts, lists and Scalars; ``places`` gives (line, column), counted from 1, of each path."""

    value: object
    places: Mapping[Path, tuple[int, int]] = field(default_factory=dict)

    def place(self, path: Path) -> tuple[int, int]:
        """The place of a path, or of the nearest thing above it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))


class Mark(Protocol):
    """A place in a text as either parser gives it: line and column counted from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def index(self) -> int: ...


def _line_and_column(mark: Mark | None) -> tuple[int, int]:
    """Counted from 1; what has no mark stands at the beginning."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


class _Refused(Exception):
    def __init__(self, mark: Mark | None, code: str, message: str, tip: str) -> None:
        self.mark, self.code, self.message, self.tip = mark, code, message, tip

    def told(self, path: str) -> Problem:
        return Problem(path, *_line_and_column(self.mark), self.code, self.message, self.tip)


def parse(text: str, path: str) -> tuple[Tree | None, list[Problem]]:
    """Parse one YAML file; on any problem the tree is None."""
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        return None, [Problem(path, 0, 0, "yaml-too-large", "文件超过 5 MB", "请拆分；一份文件的记录不会这么大")]
    try:
        events = _events(text)
        node = yaml.compose(text, Loader=_LOADER)
        comment = _comment(text, events)
        if comment:
            return None, [
                Problem(path, *comment, "yaml-comment", "YAML 注释在重写文件时会丢失", "把说明写进 note 字段")
            ]
    except _Refused as refused:
        return None, [refused.told(path)]
    except (yaml.YAMLError, ValueError) as found:
        error = _clearer(text, found)
        mark = getattr(error, "problem_mark", None)
        line, column = _line_and_column(mark)
        reason = getattr(error, "problem", None) or str(error).splitlines()[0]
        return None, [
            Problem(
                path,
                line,
                column,
                "yaml-syntax",
                f"YAML 语法有误：{reason}",
                "检查缩进是否用空格、冒号后是否有空格、引号是否成对",
            )
        ]
    if node is None:
        return None, [Problem(path, 1, 1, "yaml-empty", "文件是空的", "从同类文件复制一份再改")]
    places: dict[Path, tuple[int, int]] = {}
    try:
        return Tree(_plain(node, (), places), places), []
    except _Refused as refused:
        return None, [refused.told(path)]


def _clearer(text: str, error: Exception) -> Exception:
    """The Python parser's error for the same text: its places and words are the same on every machine."""
    try:
        yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError) as clearer:
        return clearer
    return error


def _events(text: str) -> list[yaml.Event]:
    """What the parser sees, one after another, refused as soon as something is not ours."""
    found: list[yaml.Event] = []
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        mark = event.start_mark
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise _Refused(mark, "yaml-depth", f"嵌套超过 {MAX_DEPTH} 层", "检查缩进和括号；记录不会这么深")
        if len(found) > MAX_VALUES:
            raise _Refused(
                mark, "yaml-too-large", f"文件里的值超过 {MAX_VALUES:,} 个", "请拆分；一份文件的记录不会这么大"
            )
        found.append(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused(
                mark, "yaml-anchor", "不接受锚点和别名（& 与 *）", "把内容照原样写出来；若是正文里的 & 或 *，请加引号"
            )
        if getattr(event, "tag", None) and not isinstance(event, yaml.DocumentStartEvent):
            raise _Refused(mark, "yaml-tag", "不接受类型标签（!…）", "删去标签；若是正文里的 !，请加引号")
        if isinstance(event, yaml.DocumentStartEvent) and event.explicit and _line_and_column(mark)[0] > 1:
            raise _Refused(mark, "yaml-documents", "一个文件只放一份 YAML 文档", "删去 --- 分隔")
    return found


def _comment(text: str, events: list[yaml.Event]) -> tuple[int, int] | None:
    """The place of the first comment: a # at a line's start or after a space, outside every scalar."""
    spots = [m.start(1) for m in re.finditer(r"(?:^|(?<=[ \t]))(#)", text, re.M)]
    if not spots:
        return None
    marks = [(e.start_mark, e.end_mark) for e in events if isinstance(e, yaml.ScalarEvent)]
    spans = [(start.index, end.index) for start, end in marks if start and end]
    inside = iter(spans)
    current = next(inside, None)
    for spot in spots:
        while current and current[1] <= spot:
            current = next(inside, None)
        if current is None or spot < current[0]:
            line = text.count("\n", 0, spot)
            return line + 1, spot - (text.rfind("\n", 0, spot) + 1) + 1
    return None


def _plain(node: yaml.Node, path: Path, places: dict[Path, tuple[int, int]]) -> object:
    places[path] = _line_and_column(node.start_mark)
    if isinstance(node, yaml.ScalarNode):
        return Scalar(node.value, node.tag)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*path, i), places) for i, child in enumerate(node.value)]
    found: dict[str, object] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _Refused(key.start_mark, "yaml-key", "键必须是简单的词", "检查冒号的位置")
        if key.value in found:
            raise _Refused(key.start_mark, "yaml-duplicate-key", f"键 {key.value} 出现了两次", "合并成一处")
        found[key.value] = _plain(value, (*path, key.value), places)
        places[(*path, key.value)] = _line_and_column(key.start_mark)
    return found


# A number as people write one: longer ones, 1:30.5, .inf and .nan stay text, and a field for a number refuses them.
_INTEGER = re.compile(r"[-+]?\d[\d_]{0,15}")
_DECIMAL = re.compile(r"[-+]?\d[\d_]{0,15}\.\d{1,10}")


def plain_value(scalar: Scalar) -> str | int | float | bool | None:
    """A scalar as the JSON value YAML takes it for (dates stay text)."""
    if scalar.tag == _NULL:
        return None
    if scalar.tag == _BOOL:
        return scalar.text.lower() in ("true", "yes", "on")
    if scalar.tag == _INT and _INTEGER.fullmatch(scalar.text):
        return int(scalar.text.replace("_", ""), 10)
    if scalar.tag == _FLOAT and _DECIMAL.fullmatch(scalar.text):
        return float(scalar.text.replace("_", ""))
    return scalar.text
