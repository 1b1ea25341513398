"""The corpus of the build that is running: loaded once by the hook, read by the macros."""

from __future__ import annotations

from pathlib import Path

from build_scripts.comparing.comparison import Comparison
from build_scripts.model import Corpus
from build_scripts.problems import Problem, errors
from build_scripts.publishing.index.lookups import Index

_held: list[tuple[Index, Comparison]] = []


class Broken(Exception):
    """The records do not load; ``problems`` says why, file by file."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(p) for p in sorted(problems)))
        self.problems = problems


def take(root: Path) -> Corpus:
    """Load the corpus below ``root`` and keep it until the next build; Broken if it has errors."""
    from build_scripts.checks.checked_corpus import load_corpus

    corpus, problems = load_corpus(root)
    if corpus is None or errors(problems):
        raise Broken(errors(problems) or problems)
    keep(corpus)
    return corpus


def keep(corpus: Corpus) -> None:
    """Make ``corpus`` the one that ``held`` answers with."""
    _held[:] = [(Index(corpus), Comparison(corpus))]


def held() -> Index:
    """The corpus kept last, with its look-ups."""
    return _kept()[0]


def compared() -> Comparison:
    """What comparing finds in the corpus kept last: made once, each part computed when first asked for."""
    return _kept()[1]


def _kept() -> tuple[Index, Comparison]:
    if not _held:
        raise LookupError("语料尚未载入：宏只能在构建中使用")
    return _held[0]
