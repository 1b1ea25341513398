"""Rename or withdraw: the edge around both. Nothing is written if the data has errors or the id is unfit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..addresses import rooted
from ..checks.all_checks import run_checks
from ..locating.loading import Loading, load
from ..model import point_id
from ..problems import Problem, errors
from ..store.paths import Layout
from ..store.transaction import recover, write_together
from ..store.yaml_files_to_model import valid_id
from .rename import renaming
from .what_can_move import KINDS, Files, Kind, addresses_of, ids_of
from .withdraw import withdrawing

UNKNOWN_CODES: dict[Kind, str] = {
    "document": "document-unknown",
    "topic": "topic-unknown",
    "agency": "agency-unknown",
    "point": "point-unknown",
}


@dataclass(frozen=True)
class Moved:
    """Files written or taken away, addresses that lead on or tell why they went, and problems."""

    written: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def rename(root: Path, kind: Kind, old: str, new: str, today: str | None = None) -> Moved:
    """Give a document, topic, body or question (``topic/question``) another id. Nothing is written if the data has errors or the new id is unfit."""
    new = _whole(kind, old, new)
    return _move(root, kind, old, new, lambda loading: renaming(loading, kind, old, new, _day(today)))


def withdraw(root: Path, kind: Kind, old: str, reason: str, today: str | None = None) -> Moved:
    """Take a document, topic, body or question off the site for a reason. What still names a topic or body must be changed
    first."""
    if not reason.strip():
        problem = Problem("", 0, 0, "gone-why", "没有写为什么撤", "--reason 写一句，页面上照印", old)
        return Moved(problems=(problem,))
    return _move(root, kind, old, None, lambda loading: withdrawing(loading, kind, old, reason.strip(), _day(today)))


def _move(root: Path, kind: Kind, old: str, new: str | None, change: Callable[[Loading], Files]) -> Moved:
    layout = Layout(root)
    unfinished = recover(layout)
    loading = load(root)
    problems = [*unfinished, *loading.problems, *run_checks(loading)]
    problems += _unfit(loading, kind, old, new)
    if errors(problems):
        return Moved(problems=tuple(sorted(errors(problems))))
    files = change(loading)
    written = write_together(layout, files)
    addresses = tuple(rooted(a) for a in addresses_of(loading, kind, old))
    return Moved(tuple(layout.shown(p) for p in written), addresses, tuple(unfinished))


def _unfit(loading: Loading, kind: Kind, old: str, new: str | None) -> list[Problem]:
    held = ids_of(loading, kind)
    found = []
    if old not in held:
        message, tip = f"没有 {old} 这个{KINDS[kind]}", "检查 id"
        found.append(Problem(loading.layout.shown(loading.layout.data), 0, 0, UNKNOWN_CODES[kind], message, tip, old))
    if new is not None and (not valid_id(_own(kind, new)) or new in held):
        message, tip = f"id {new!r} 不合规，或已有人用", "只用小写字母、数字和连字符，与已有的不同"
        found.append(Problem(loading.layout.shown(loading.layout.data), 0, 0, "id-form", message, tip, new))
    return found


def _whole(kind: Kind, old: str, new: str) -> str:
    """A new id in full: that of a question may be given without its topic, in which it stays."""
    return point_id(old.partition("/")[0], new.rpartition("/")[2]) if kind == "point" else new


def _own(kind: Kind, new: str) -> str:
    """The part of a new id that is chosen."""
    return new.partition("/")[2] if kind == "point" else new


def _day(today: str | None) -> str:
    return today or date.today().isoformat()
