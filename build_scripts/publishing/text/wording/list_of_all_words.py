"""Every word of the interface in one list, for an editor who reads them one after the other and says where to mend."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_FILES = (
    "build_scripts/publishing/text/wording/*.yml",
    "docs/assets/js/*/words.js",
    "docs/assets/js/*/wording.js",
    "docs/*.md",
    "docs/data/*.md",
    "docs/analysis/index.md",
)
_THEME = "mkdocs.yml"


def wording_files(root: Path, written: frozenset[str] = frozenset()) -> Iterator[Path]:
    """The files that hold words of the interface; ``written`` are those, below docs/, that a build writes."""
    for pattern in _FILES:
        for path in sorted(root.glob(pattern)):
            below = path.relative_to(root).as_posix().removeprefix("docs/")
            if below not in written:
                yield path
    yield root / _THEME


def listed(text: str) -> list[tuple[int, str]]:
    r"""The lines of a file that a reader may come to see, with their numbers from 1; comments are left out.

    >>> listed("# a comment 注\ntitle: 指标\nid: x\n")
    [(2, 'title: 指标')]
    """
    lines = enumerate(text.splitlines(), 1)
    return [(n, line.strip()) for n, line in lines if _CHINESE.search(line) and (_heading(line) or not _comment(line))]


def _comment(line: str) -> bool:
    return line.lstrip().startswith(("# ", "//", "/**", "*/"))


def _heading(line: str) -> bool:
    """A heading of Markdown begins like a comment of YAML; it says where it leads."""
    return line.startswith("#") and "{:" in line


def wording_list(root: Path, part: str | None, written: frozenset[str] = frozenset()) -> Iterator[str]:
    """The list as Markdown, a heading a file; ``part`` keeps the files that have it in their path."""
    for path in wording_files(root, written):
        name = path.relative_to(root).as_posix()
        if part is None or part in name:
            yield f"## {name}"
            yield ""
            yield from (f"{n}: {said}" for n, said in listed(path.read_text("utf-8")))
            yield ""
