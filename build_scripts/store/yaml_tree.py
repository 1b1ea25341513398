"""YAML text to plain values with the line and column of every one: safe types only, nothing executed.

RefusedYaml, each with its place and a tip: what does not parse, duplicate keys, anchors and aliases, tags,
comments (they would be lost when a file is rewritten), more than one document, files that are too large, and what is nested
deeper or holds more values than any file of ours: seen while the parser goes along, before anything is built.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from ..problems import Problem
from .yaml_reading.canonical import read_canonical
from .yaml_reading.events import EventReader, RefusedYaml, line_and_column
from .yaml_reading.events import Path as Path
from .yaml_reading.events import Scalar as Scalar
from .yaml_reading.signs_of_keyboards import sign_near

Places = Mapping[Path, tuple[int, int]]

# The C parser where the wheel brings it, the Python one elsewhere: both safe, both with marks.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_BYTES = 5 * 1024 * 1024
_MOST_BYTES = 4  # of a character
_OUTER = 2  # steps: a key, and an entry of the list that it holds
NULL = "tag:yaml.org,2002:null"
_BOOL = "tag:yaml.org,2002:bool"
_INT = "tag:yaml.org,2002:int"
_FLOAT = "tag:yaml.org,2002:float"


class Tree:
    """What a file holds: ``value`` is dicts, lists and Scalars; ``text`` is the file's.

    ``outer`` are the places of the outermost entries. Of a file in the canonical form no others are known at once; the
    parser is asked for them, and for the value where it was left behind, when somebody wants them.
    """

    def __init__(self, text: str, value: object, outer: Places, places: Places | None = None) -> None:
        self.text, self.outer = text, outer
        self._value, self._places = value, places

    def without_value(self) -> Tree:
        """The same, light to keep and to hand on."""
        return Tree(self.text, None, self.outer)

    @property
    def value(self) -> object:
        if self._value is None:
            self._value = _whole(self.text).value
        return self._value

    @property
    def places(self) -> Places:
        """(line, column), counted from 1, of each path."""
        if self._places is None:
            self._places = _whole(self.text).places
        return self._places

    def place(self, path: Path) -> tuple[int, int]:
        """The place of a path, or of the nearest thing above it."""
        if path in self.outer:
            return self.outer[path]
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))


def _whole(text: str) -> EventReader:
    reading = EventReader()
    for event in yaml.parse(text, Loader=_LOADER):
        reading.take(event)
    return reading


def parse(text: str, path: str, most: int = MAX_BYTES) -> tuple[Tree | None, list[Problem]]:
    """Parse one YAML file of at most ``most`` bytes; on any problem the tree is None."""
    if len(text) * _MOST_BYTES > most and len(text.encode("utf-8", "replace")) > most:
        told = f"文件超过 {most // 1024 // 1024} MB"
        return None, [Problem(path, 0, 0, "yaml-too-large", told, "请拆分；一份文件的记录不会这么大")]
    if canonical := read_canonical(text):
        return Tree(text, canonical.value, canonical.places), []
    try:
        reading = _whole(text)
    except RefusedYaml as refused:
        return None, [refused.told(path)]
    except (yaml.YAMLError, ValueError) as found:
        error = _clearer(text, found)
        mark = getattr(error, "problem_mark", None)
        line, column = line_and_column(mark)
        reason = getattr(error, "problem", None) or str(error).splitlines()[0]
        tip = "检查缩进是否用空格、冒号后是否有空格、引号是否成对"
        if sign := sign_near(text, line):
            line, column, tip = sign.line, sign.column, sign.mend
        return None, [Problem(path, line, column, "yaml-syntax", f"YAML 语法有误：{reason}", tip)]
    comment = _comment(text, reading.spans)
    if comment:
        return None, [Problem(path, *comment, "yaml-comment", "YAML 注释在重写文件时会丢失", "把说明写进 note 字段")]
    if not reading.documents:
        return None, [Problem(path, 1, 1, "yaml-empty", "文件是空的", "从同类文件复制一份再改")]
    if reading.twice:
        return None, [reading.twice.told(path)]
    outer = {at: place for at, place in reading.places.items() if len(at) <= _OUTER}
    return Tree(text, reading.value, outer, reading.places), []


def _clearer(text: str, error: Exception) -> Exception:
    """The Python parser's error for the same text: its places and words are the same on every machine."""
    try:
        yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError) as clearer:
        return clearer
    return error


def _comment(text: str, spans: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The place of the first comment: a # at a line's start or after a space, outside every scalar."""
    spots = [m.start(1) for m in re.finditer(r"(?:^|(?<=[ \t]))(#)", text, re.M)]
    if not spots:
        return None
    inside = iter(spans)
    current = next(inside, None)
    for spot in spots:
        while current and current[1] <= spot:
            current = next(inside, None)
        if current is None or spot < current[0]:
            line = text.count("\n", 0, spot)
            return line + 1, spot - (text.rfind("\n", 0, spot) + 1) + 1
    return None


# A number as people write one: longer ones, 1:30.5, .inf and .nan stay text, and a field for a number refuses them.
_INTEGER = re.compile(r"[-+]?\d[\d_]{0,15}")
_DECIMAL = re.compile(r"[-+]?\d[\d_]{0,15}\.\d{1,10}")


def plain_value(scalar: Scalar) -> str | int | float | bool | None:
    """A scalar as the JSON value YAML takes it for (dates stay text)."""
    if scalar.tag == NULL:
        return None
    if scalar.tag == _BOOL:
        return scalar.text.lower() in ("true", "yes", "on")
    if scalar.tag == _INT and _INTEGER.fullmatch(scalar.text):
        return int(scalar.text.replace("_", ""), 10)
    if scalar.tag == _FLOAT and _DECIMAL.fullmatch(scalar.text):
        return float(scalar.text.replace("_", ""))
    return scalar.text
