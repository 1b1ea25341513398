"""From what a YAML parser sees, one event after another, to values with their places: in one pass, and refused as soon as
something is not ours."""

from __future__ import annotations

from typing import NamedTuple, Protocol

import yaml

from ...problems import Problem

MAX_DEPTH = 16
MAX_VALUES = 500_000
Path = tuple[str | int, ...]


class Scalar(NamedTuple):
    """A scalar as written: ``text`` is what stands in the file, ``tag`` what YAML takes it for."""

    text: str
    tag: str


class Mark(Protocol):
    """A place in a text as either parser gives it: line and column counted from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def index(self) -> int: ...


def line_and_column(mark: Mark | None) -> tuple[int, int]:
    """Counted from 1; what has no mark stands at the beginning."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


class RefusedYaml(Exception):
    def __init__(self, mark: Mark | None, code: str, message: str, tip: str) -> None:
        self.mark, self.code, self.message, self.tip = mark, code, message, tip

    def told(self, path: str) -> Problem:
        return Problem(path, *line_and_column(self.mark), self.code, self.message, self.tip)


class EventReader:
    """What the parser sees, one event after another, built into values; refused as soon as something is not ours.

    ``spans`` are where scalars begin and end, in code points; ``documents`` counts those begun; ``twice`` is the first
    key that stands twice, told only where the rest parses: a wrong indent behind it may be its cause.
    """

    def __init__(self) -> None:
        self.value: object = None
        self.places: dict[Path, tuple[int, int]] = {}
        self.spans: list[tuple[int, int]] = []
        self.documents = 0
        self.twice: RefusedYaml | None = None
        self._seen = 0
        self._open: list[tuple[Path, dict[str, object] | list[object]]] = []
        self._key: str | None = None  # the key whose value comes next, in the mapping that is open

    def take(self, event: yaml.Event) -> None:
        mark = event.start_mark
        self._seen += 1
        if self._seen > MAX_VALUES:
            raise RefusedYaml(
                mark, "yaml-too-large", f"文件里的值超过 {MAX_VALUES:,} 个", "请拆分；一份文件的记录不会这么大"
            )
        if isinstance(event, yaml.ScalarEvent):
            self._marked(event)
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._marked(event)
            self._begin({} if isinstance(event, yaml.MappingStartEvent) else [], mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._key = None
        elif isinstance(event, yaml.AliasEvent):
            self._marked(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1 or (event.explicit and line_and_column(mark)[0] > 1):
                raise RefusedYaml(mark, "yaml-documents", "一个文件只放一份 YAML 文档", "删去 --- 分隔")

    @staticmethod
    def _marked(event: yaml.NodeEvent) -> None:
        """Anchors, aliases and tags are refused."""
        if event.anchor:
            raise RefusedYaml(
                event.start_mark,
                "yaml-anchor",
                "不接受锚点和别名（& 与 *）",
                "把内容照原样写出来；若是正文里的 & 或 *，请加引号",
            )
        if getattr(event, "tag", None):
            raise RefusedYaml(
                event.start_mark, "yaml-tag", "不接受类型标签（!…）", "删去标签；若是正文里的 !，请加引号"
            )

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if event.start_mark and event.end_mark:
            self.spans.append((event.start_mark.index, event.end_mark.index))
        if self._wants_key():
            self._begin_entry(event)
        else:
            self._put(Scalar(event.value, _tag(event)), event.start_mark)

    def _wants_key(self) -> bool:
        return bool(self._open) and self._key is None and isinstance(self._open[-1][1], dict)

    def _begin_entry(self, event: yaml.ScalarEvent) -> None:
        path, mapping = self._open[-1]
        if event.value in mapping:
            twice = RefusedYaml(event.start_mark, "yaml-duplicate-key", f"键 {event.value} 出现了两次", "合并成一处")
            self.twice = self.twice or twice
        self._key = event.value
        self.places[(*path, event.value)] = line_and_column(event.start_mark)

    def _begin(self, collection: dict[str, object] | list[object], mark: Mark | None) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise RefusedYaml(mark, "yaml-depth", f"嵌套超过 {MAX_DEPTH} 层", "检查缩进和括号；记录不会这么深")
        if self._wants_key():
            raise RefusedYaml(mark, "yaml-key", "键必须是简单的词", "检查冒号的位置")
        path = self._put(collection, mark)
        self._open.append((path, collection))

    def _put(self, value: object, mark: Mark | None) -> Path:
        """Put a value where the next one belongs; its path. A key has its place already."""
        if not self._open:
            self.value = value
            self.places[()] = line_and_column(mark)
            return ()
        path, around = self._open[-1]
        if isinstance(around, list):
            at: Path = (*path, len(around))
            around.append(value)
            self.places[at] = line_and_column(mark)
            return at
        assert self._key is not None
        at = (*path, self._key)
        around[self._key] = value
        self._key = None
        return at


_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers


def _tag(event: yaml.ScalarEvent) -> str:
    """What YAML takes a scalar for: a plain one by its form, a quoted one for a string."""
    return tag_of_plain(event.value) if event.implicit[0] else "tag:yaml.org,2002:str"


def tag_of_plain(text: str) -> str:
    """What YAML takes a plain scalar for."""
    for tag, form in (*_RESOLVERS.get(text[:1], ()), *_RESOLVERS.get(None, ())):
        if form.match(text):
            return str(tag)
    return "tag:yaml.org,2002:str"
