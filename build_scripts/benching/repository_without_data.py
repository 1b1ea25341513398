"""A copy of the repository without its data: code, theme and hand-written pages, over which made-up data can stand."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from .. import git

_FOLDERS = ("build_scripts", "docs")
_FILES = ("mkdocs.yml", "requirements.txt", "LICENSE", "CITATION.cff", "README.md", "Makefile", "pyproject.toml")
_ESSAYS = "docs/analysis"
_KEPT_OF_ESSAYS = "index.md"
_RELATED = re.compile(r"\[([^\]]*)\]\([./]*relations/[^)]*\)")
"""A link to the pages of relations: made-up documents have none."""
_QUOTED = re.compile(r"\{\{ quote\([^{}]*\) \}\}")


def copy_tree(root: Path, out: Path, measure: str) -> None:
    """Copy into ``out`` all that a site is built from but structured/ and the essays, which quote the real texts; where
    another page quotes one, it quotes the first sentence of ``measure`` (an id) instead."""
    for path in _hand_written(root):
        relative = path.relative_to(root)
        if relative.parent.as_posix() == _ESSAYS and relative.name != _KEPT_OF_ESSAYS:
            continue
        (out / relative).parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".md":
            text = _QUOTED.sub(f'{{{{ quote("{measure}", s=1) }}}}', path.read_text("utf-8"))
            (out / relative).write_text(_RELATED.sub(r"\1", text), "utf-8")
        else:
            shutil.copyfile(path, out / relative)


def _hand_written(root: Path) -> Iterator[Path]:
    for folder in _FOLDERS:
        named = git.not_ignored(root / folder, "*")
        paths = sorted((root / folder).rglob("*")) if named is None else sorted(root / folder / n for n in named)
        yield from (p for p in paths if p.is_file() and "__pycache__" not in p.parts)
    yield from (root / name for name in _FILES if (root / name).is_file())
