"""Single files of structured/ to model objects, with the places that later checks point at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from ..model import (
    JUDGED,
    Agency,
    Alignment,
    Document,
    Erratum,
    Indicator,
    JudgedReading,
    Jurisdiction,
    Line,
    Permalink,
    PointReading,
    Relation,
    SettledJudgements,
    SettledPoints,
    Starter,
    Study,
    SynonymGroup,
    Topic,
    TopicPoints,
    Vocabulary,
    Work,
)
from ..problems import Problem
from .paths import Layout
from .permalinks import MAX_BYTES as MAX_BYTES_OF_REGISTER
from .permalinks import read_register
from .read_bytes import MAX_BYTES, read_bytes
from .yaml_to_types import Reader
from .yaml_tree import Path as TreePath
from .yaml_tree import Tree, parse

T = TypeVar("T")

VOCABULARY: dict[str, type] = {
    "jurisdictions": Jurisdiction,
    "agencies": Agency,
    "lines": Line,
    "topics": Topic,
    "indicators": Indicator,
    "synonyms": SynonymGroup,
    "studies": Study,
    "starters": Starter,
}

READINGS: dict[str, type] = {"first": PointReading, "second": PointReading, "settled": SettledPoints}
"""What stands in a topic's folder of structured/points/readings/, by the name of its file."""

JUDGED_FILES: dict[str, type] = {"first": JudgedReading, "second": JudgedReading, "settled": SettledJudgements}
"""What stands in a folder of structured/readings/, by the name of its file."""

_RESERVED = {"con", "prn", "aux", "nul", *(f"com{i}" for i in range(1, 10)), *(f"lpt{i}" for i in range(1, 10))}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REF = re.compile(r"(?:art\.)?\d{1,3}(?:\.\d{1,3}){0,2}(?:-\d{1,2})?")


@dataclass(frozen=True)
class Loaded(Generic[T]):
    """What one file holds: ``value`` (None on problems) and its tree, for the places of later problems."""

    path: str
    value: T | None
    tree: Tree | None

    def place(self, at: TreePath) -> tuple[int, int]:
        """Line and column of a path in the file; 0, 0 (the whole file) where it could not be parsed."""
        return self.tree.place(at) if self.tree else (0, 0)


def valid_id(text: str) -> bool:
    """Lower-case letters, digits and hyphens; no name that Windows reserves."""
    return bool(_ID.fullmatch(text)) and text not in _RESERVED and len(text) <= 80


def valid_ref(text: str) -> bool:
    """A printed numbering: ``3.4``, ``1``, ``art.5``, ``4.2.6``; ``-2`` for a number printed twice."""
    return bool(_REF.fullmatch(text))


def read_text(path: Path, shown: str, most: int = MAX_BYTES) -> tuple[str | None, list[Problem]]:
    data, problems = read_bytes(path, shown, most)
    if data is None:
        return None, problems
    try:
        return text_of(data), []
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return None, [Problem(shown, line, 1, "yaml-encoding", "不是 UTF-8", "另存为 UTF-8")]


_last: dict[tuple[str, str, type], tuple[bytes, Any]] | None = None


def remember() -> None:
    """From here on a file of which nothing changed is not parsed again: for a process that lasts."""
    global _last  # noqa: PLW0603 — of the whole process
    _last = {} if _last is None else _last


def remembers() -> bool:
    """Whether this process does."""
    return _last is not None


def _remembered(load: Callable[[Path, str, type], Any], path: Path, shown: str, cls: type) -> Any:
    """What ``load`` makes of a file, or made of it last; the problems are each caller's own."""
    if _last is None or not path.is_file():
        return load(path, shown, cls)
    key, data = (load.__name__, shown, cls), path.read_bytes()
    if key not in _last or _last[key][0] != data:
        _last[key] = data, load(path, shown, cls)
    loaded, problems = _last[key][1]
    return loaded, list(problems)


def text_of(data: bytes) -> str:
    """The text of a file's bytes; UnicodeDecodeError where they are not UTF-8."""
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def load_one(path: Path, shown: str, cls: type[T]) -> tuple[Loaded[T], list[Problem]]:
    """A file that holds one object of a class."""
    answer: tuple[Loaded[T], list[Problem]] = _remembered(_load_one, path, shown, cls)
    return answer


def _load_one(path: Path, shown: str, cls: type[T]) -> tuple[Loaded[T], list[Problem]]:
    text, problems = read_text(path, shown)
    if text is None:
        return Loaded(shown, None, None), problems
    tree, problems = parse(text, shown)
    if tree is None:
        return Loaded(shown, None, None), problems
    reader = Reader(tree, shown)
    value = reader.read(cls)
    return Loaded(shown, value if not reader.problems else None, tree), reader.problems


def load_list(path: Path, shown: str, cls: type[T]) -> tuple[Loaded[tuple[T, ...]], list[Problem]]:
    """A file that holds a list of objects of a class; an empty list is written ``[]``."""
    answer: tuple[Loaded[tuple[T, ...]], list[Problem]] = _remembered(_load_list, path, shown, cls)
    return answer


def _load_list(path: Path, shown: str, cls: type[T]) -> tuple[Loaded[tuple[T, ...]], list[Problem]]:
    text, problems = read_text(path, shown)
    if text is None:
        return Loaded(shown, None, None), problems
    tree, problems = parse(text, shown)
    if tree is None:
        return Loaded(shown, None, None), problems
    reader = Reader(tree, shown)
    if not isinstance(tree.value, list):
        reader.problem((), "record-shape", "这里应当是列表", "每项以 - 开头")
        return Loaded(shown, None, tree), reader.problems
    items = tuple(reader.read(cls, (i,)) for i in range(len(tree.value)))
    return Loaded(shown, items if not reader.problems else None, tree), reader.problems


def load_document(layout: Layout, path: Path) -> tuple[Loaded[Document], list[Problem]]:
    return load_one(path, layout.shown(path), Document)


def load_alignments(layout: Layout) -> tuple[Loaded[tuple[Alignment, ...]], list[Problem]]:
    return load_list(layout.alignments, layout.shown(layout.alignments), Alignment)


def load_relations(layout: Layout) -> tuple[Loaded[tuple[Relation, ...]], list[Problem]]:
    return load_list(layout.relations, layout.shown(layout.relations), Relation)


def load_permalinks(layout: Layout) -> tuple[Loaded[tuple[Permalink, ...]], list[Problem]]:
    shown = layout.shown(layout.permalinks)
    text, problems = read_text(layout.permalinks, shown, MAX_BYTES_OF_REGISTER)
    if text is None:
        return Loaded(shown, None, None), problems
    entries, tree, problems = read_register(text, shown)
    return Loaded(shown, entries, tree), problems


def load_errata(layout: Layout) -> tuple[Loaded[tuple[Erratum, ...]], list[Problem]]:
    return load_list(layout.errata, layout.shown(layout.errata), Erratum)


def load_works(layout: Layout) -> tuple[Loaded[tuple[Work, ...]], list[Problem]]:
    return load_list(layout.works, layout.shown(layout.works), Work)


def load_points(layout: Layout) -> tuple[dict[str, Loaded[TopicPoints]], list[Problem]]:
    """The questions and answers of each topic that has a file, by its name."""
    files: dict[str, Loaded[TopicPoints]] = {}
    problems: list[Problem] = []
    for path in sorted(layout.points.glob("*.yml")):
        files[path.stem], found = load_one(path, layout.shown(path), TopicPoints)
        problems += found
    return files, problems


def load_point_readings(layout: Layout) -> tuple[dict[str, dict[str, Loaded[Any]]], list[Problem]]:
    """By topic that has a folder of readings with anything in it: its files, by name."""
    return _load_folders(layout, sorted(layout.point_readings.glob("*")), READINGS)


def load_judged(layout: Layout) -> tuple[dict[str, dict[str, Loaded[Any]]], list[Problem]]:
    """The same of the kinds of judgement that were read twice."""
    return _load_folders(layout, [layout.judged / of for of in JUDGED], JUDGED_FILES)


def _load_folders(
    layout: Layout, folders: Iterable[Path], files: Mapping[str, type]
) -> tuple[dict[str, dict[str, Loaded[Any]]], list[Problem]]:
    """Of each folder with anything in it its files, by the folder's name and theirs."""
    held: dict[str, dict[str, Loaded[Any]]] = {}
    problems: list[Problem] = []
    for folder in (p for p in folders if p.is_dir() and any(p.iterdir())):
        held[folder.name] = {}
        for name, cls in files.items():
            path = folder / f"{name}.yml"
            held[folder.name][name], found = load_one(path, layout.shown(path), cls)
            problems += found
    return held, problems


def load_vocabulary_file(layout: Layout, name: str) -> tuple[Loaded[tuple[Any, ...]], list[Problem]]:
    path = layout.vocabulary / f"{name}.yml"
    return load_list(path, layout.shown(path), VOCABULARY[name])


def load_vocabulary(layout: Layout) -> tuple[Vocabulary, dict[str, Loaded[tuple[Any, ...]]], list[Problem]]:
    """The vocabulary; a file with problems counts as empty."""
    files: dict[str, Loaded[tuple[Any, ...]]] = {}
    problems: list[Problem] = []
    for name in VOCABULARY:
        files[name], found = load_vocabulary_file(layout, name)
        problems += found
    return Vocabulary(**{name: files[name].value or () for name in VOCABULARY}), files, problems
