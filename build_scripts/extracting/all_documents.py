"""Every registered source read again: the edge around reading and merging."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..checks.rules.merge_bases_and_stale_fields import orphans
from ..checks.rules.source_bytes import unregistered_sources
from ..model import Vocabulary
from ..problems import Problem, errors
from ..store.paths import Layout
from ..store.transaction import recover, write_together
from ..store.yaml_files_to_model import load_vocabulary
from .judgements_of_renumbered import Judgements, load_judgements
from .one_document import NO_DECISIONS, Decisions, Prepared, prepare


@dataclass
class Extracted:
    """What a run did: documents read, measures found, files written, and every problem."""

    documents: int = 0
    measures: int = 0
    written: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def extract(root: Path, decisions: Decisions = NO_DECISIONS) -> Extracted:
    """Read every registered source and merge. Nothing is written if any file has an error."""
    layout = Layout(root)
    done = Extracted(problems=recover(layout))
    if errors(done.problems):
        return done
    vocabulary, _, found = load_vocabulary(layout)
    judgements, unread = load_judgements(layout)
    done.problems += found + unread + unregistered_sources(layout) + orphans(layout) + _strangers(layout, decisions)
    files: dict[Path, str] = {}
    for path in sorted(layout.records.glob("*.yml")):
        prepared = _read_again(layout, path.stem, vocabulary, decisions, judgements)
        done.problems += prepared.problems
        files |= prepared.files
        judgements = judgements.renumbered(path.stem, prepared.moved)
        if prepared.document:
            done.documents += 1
            done.measures += len(prepared.document.measures)
    if not errors(done.problems):
        files |= judgements.changed()
        written = write_together(layout, {p: text.encode() for p, text in files.items()})
        done.written = [layout.shown(p) for p in written]
    return done


def _read_again(
    layout: Layout, name: str, vocabulary: Vocabulary, decisions: Decisions, judgements: Judgements
) -> Prepared:
    source = layout.source(name)
    if not source.is_file():
        message, tip = f"找不到原文 {source.name}", f"从版本库恢复（git checkout -- {layout.shown(source)}）"
        return Prepared(problems=[Problem(layout.shown(layout.record(name)), 1, 1, "source-missing", message, tip)])
    return prepare(layout, name, source.read_bytes(), vocabulary, decisions, judgements.refs_of(name))


def _strangers(layout: Layout, decisions: Decisions) -> list[Problem]:
    """Documents that a decision names and that are not registered."""
    named = {p.document for p in (*decisions.keep, *decisions.take)} | {*decisions.matches, *decisions.whole}
    return [
        Problem(
            layout.shown(layout.record(name)), 0, 0, "document-unknown", f"没有 {name} 这份文件", "检查命令里的文件 id"
        )
        for name in sorted(named)
        if not layout.record(name).exists()
    ]
