"""structured/edition.yml: the version of the data, apart from the version of the software.

``version`` is a year and a running number (``2026.1``); ``released`` the day it was set, ISO 8601. When to raise it
stands in docs/data/changes.md. Every export, the page footer and every citation name it. ``title`` is what the dataset
is cited as; whoever adds a place may name it there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model.dates import is_day
from ..problems import Problem
from .paths import Layout
from .yaml_files_to_model import load_one

_VERSION = re.compile(r"20\d\d\.[1-9]\d{0,2}")


@dataclass(frozen=True)
class Edition:
    version: str
    released: str
    title: str = ""


def load_edition(layout: Layout) -> tuple[Edition | None, list[Problem]]:
    """The edition, or None and what is wrong with its file."""
    path = layout.data / "edition.yml"
    shown = layout.shown(path)
    if not path.is_file():
        tip = "写两行：version: '2026.1' 和 released: '2026-11-21'"
        return None, [Problem(shown, 1, 1, "edition-missing", "没有数据版本文件", tip)]
    loaded, problems = load_one(path, shown, Edition)
    if loaded.value is None or loaded.tree is None:
        return None, problems
    if not _VERSION.fullmatch(loaded.value.version):
        message, tip = f"版本 {loaded.value.version} 不合写法", "写「年.序号」，如 2026.1"
        problems.append(Problem(shown, *loaded.tree.place(("version",)), "edition-version", message, tip))
    if not is_day(loaded.value.released):
        message, tip = f"日期 {loaded.value.released} 不合写法", "写到日，如 2026-11-21"
        problems.append(Problem(shown, *loaded.tree.place(("released",)), "edition-date", message, tip))
    return (None if problems else loaded.value), problems
