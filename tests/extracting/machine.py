"""A small repository whose machine reads what the test says: for trying edits, new readings and stops by the thousand.

The documents are made up. Each measure's text carries a token that it keeps through all changes of number and wording,
so that a test can tell where a person's edit belongs.
"""

from __future__ import annotations

import hashlib
import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest import mock

from build_scripts.extracting import Extracted, extract
from build_scripts.extracting.one_document import Decisions
from build_scripts.model import Document, Measure, Responsibility, Target
from build_scripts.problems import Problem
from build_scripts.store.paths import Layout
from build_scripts.store.yaml_files_to_model import VOCABULARY, load_document

WORDS = {
    "甲": "加强园区道路、供水、供电、供热和通信等基础设施建设，统筹使用专项资金。",
    "乙": "推行一次办好，企业开办、用地、用工等事项在三个工作日内办结。",
    "丙": "对高层次人才给予住房、医疗和子女入学便利，支持柔性引进。",
    "丁": "严格能耗和排放准入，新上项目须达到行业先进水平。",
    "戊": "每年评价一次园区发展情况，连续两年末位的予以退出。",
}
BODIES = ("省科技厅", "省财政厅", "省商务厅", "省人社厅")


@dataclass
class Machine:
    """Reads a document as ``measures`` says, whatever stands in its source."""

    measures: tuple[Measure, ...]
    title: str = "关于加强园区建设的意见"

    def read(self, name: str, data: bytes, *_: Any) -> tuple[Document, list[Problem]]:
        sha256 = hashlib.sha256(data).hexdigest()
        measures = tuple(replace(m, ref=str(i)) for i, m in enumerate(self.measures, 1))
        return Document(name, self.title, "gansu", "zh-Hans", f"{name}.txt", sha256, measures=measures), []

    def changed(self, chance: random.Random) -> Machine:
        """Another reading: other bodies, goals or wording, a measure more or less, another order."""
        measures, title = list(self.measures), self.title
        for _ in range(chance.randint(1, 3)):
            i = chance.randrange(len(measures))
            what = chance.choice(("bodies", "targets", "wording", "drop", "add", "swap", "title"))
            if what == "bodies":
                measures[i] = replace(measures[i], responsibilities=_duties(chance))
            elif what == "targets":
                measures[i] = replace(measures[i], targets=(Target(f"达到{chance.randint(1, 9)}家"),))
            elif what == "wording":
                measures[i] = replace(measures[i], text=measures[i].text + chance.choice(("（试行）", "。", "等")))
            elif what == "drop" and len(measures) > 2:
                del measures[i]
            elif what == "add":
                left = [t for t in WORDS if t not in {token(m) for m in measures}]
                measures[i:i] = [measure(t) for t in left[:1]]
            elif what == "swap":
                chance.shuffle(measures)
            else:
                title = f"关于园区的意见（第{chance.randint(1, 3)}稿）"
        return replace(self, measures=tuple(measures), title=title)


def measure(name: str) -> Measure:
    return Measure("0", f"{name}条", f"〔{name}〕{WORDS[name]}")


def token(m: Measure) -> str:
    """The sign by which a measure is known through all its changes."""
    return m.text[1]


def _duties(chance: random.Random) -> tuple[Responsibility, ...]:
    return tuple(Responsibility(n, "responsible") for n in chance.sample(BODIES, chance.randint(1, 3)))


@dataclass
class Repository:
    """One document in a folder of its own, and the machine that reads it."""

    root: Path
    machine: Machine
    name: str = "park"

    @classmethod
    def made(cls, root: Path, tokens: str = "甲乙丙丁") -> Repository:
        repository = cls(root, Machine(tuple(measure(t) for t in tokens)))
        layout = repository.layout
        for folder in (layout.sources, layout.records, layout.extracted, layout.vocabulary):
            folder.mkdir(parents=True)
        for path in (layout.alignments, layout.relations, layout.errata, layout.permalinks):
            path.write_text("[]\n", encoding="utf-8")
        for name in VOCABULARY:
            (layout.vocabulary / f"{name}.yml").write_text("[]\n", encoding="utf-8")
        layout.source("park").write_text("原文", encoding="utf-8")
        repository.register()
        return repository

    @property
    def layout(self) -> Layout:
        return Layout(self.root)

    @property
    def record(self) -> Path:
        return self.layout.record(self.name)

    @property
    def extracted(self) -> Path:
        return self.layout.extracted_file(self.name)

    def register(self) -> None:
        from build_scripts.extracting import prepare_new

        with self.reading():
            prepared = prepare_new(self.layout, self.name, self.layout.source(self.name).read_bytes(), None, "gansu")
        for path, text in prepared.files.items():
            path.write_text(text, encoding="utf-8")

    def extract(self, decisions: Decisions | None = None) -> Extracted:
        with self.reading():
            return extract(self.root, decisions or Decisions())

    @contextmanager
    def reading(self) -> Iterator[None]:
        with mock.patch("build_scripts.extracting.one_document.machine_reading", self.machine.read):
            yield

    def document(self) -> Document | None:
        """The record, or None where it does not load."""
        return load_document(self.layout, self.record)[0].value if self.record.exists() else None

    def bytes(self) -> dict[str, bytes]:
        """What stands in structured/, the vocabulary and what a write laid down apart."""
        folders = (self.layout.sources, self.layout.records, self.layout.extracted)
        return {p.relative_to(self.root).as_posix(): p.read_bytes() for f in folders for p in sorted(f.iterdir())}


class Killed(BaseException):
    """The machine stopped: nothing after this point runs, no clean-up either."""


@contextmanager
def killed_at(step: int) -> Iterator[list[str]]:
    """Stop at the nth call that changes the disk (replace, unlink, mkdir, rmdir, a file half written)."""
    calls: list[str] = []

    def stopping(name: str, real: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            if len(calls) == step:
                if name == "fsync":  # what was to be written stands half on the disk
                    os.ftruncate(args[0], os.fstat(args[0]).st_size // 2)
                raise Killed
            calls.append(name)
            return real(*args, **kwargs)

        return call

    names = ("replace", "unlink", "mkdir", "rmdir", "fsync")
    with mock.patch.multiple(os, **{n: stopping(n, getattr(os, n)) for n in names}):
        yield calls
