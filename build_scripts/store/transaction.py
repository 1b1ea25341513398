"""Several files written as one: all of them or none, whenever the machine stops.

The new texts and the old ones are laid down in structured/.unfinished/, then a journal names them; from there on the
write is decided. Each file is moved into its place, then the journal goes. A file that still lies in the folder has
not been moved. After a stop ``recover`` finishes the write, or, where a person has edited one of its files meanwhile,
takes it back, so that the edit stands on what the person saw.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ..problems import Problem
from .paths import Layout, write_atomically

_Direction = Literal["forward", "back"]


@dataclass(frozen=True)
class _Step:
    """One file of a write: where it goes, its digest before and after (None: it is not there).

    What is to come lies at ``new`` until it is moved; for a file that is to go an empty one lies there.
    """

    target: Path
    old: Path
    new: Path
    before: str | None
    after: str | None

    @property
    def here(self) -> str | None:
        return _digest(self.target.read_bytes()) if self.target.exists() else None

    @property
    def moved(self) -> bool:
        return not self.new.exists()

    @property
    def edited(self) -> bool:
        """Whether somebody changed the file since: it is neither what it was nor what it was to become."""
        return self.here not in (self.before, self.after)


def write_together(layout: Layout, files: Mapping[Path, bytes | None]) -> list[Path]:
    """Write files so that all stand or none does; returns those that changed. An earlier write must be recovered.

    None takes a file away.
    """
    changed = {p: data for p, data in files.items() if (p.read_bytes() if p.exists() else None) != data}
    if not changed:
        return []
    try:
        _lay_down(layout, changed)
    except OSError:
        shutil.rmtree(layout.unfinished, ignore_errors=True)
        raise
    _forward(layout, _steps(layout))
    return list(changed)


def is_unfinished(layout: Layout) -> bool:
    """Whether a write was decided and not finished."""
    return _journal(layout).exists()


def recover(layout: Layout) -> list[Problem]:
    """Finish or take back a write that a stop left unfinished; a warning for one taken back, an error for what
    a person must untangle. What was laid down and never decided is dropped."""
    if not is_unfinished(layout):
        shutil.rmtree(layout.unfinished, ignore_errors=True)
        return []
    try:
        steps = _steps(layout)
    except (ValueError, KeyError, TypeError):
        return [_torn(layout, "写入日志 journal.json 已损坏")]
    edited = [s for s in steps if s.edited and not s.moved]
    torn = [s for s in steps if s.edited and s.moved]
    if _direction(layout) == "forward" and not edited:
        _forward(layout, steps)
        return []
    if torn:
        names = "、".join(layout.shown(s.target) for s in (*edited, *torn))
        return [_torn(layout, f"上一次写入在半途停下，其后这些文件又被改过，分不清该进该退：{names}")]
    _mark(layout, "back")
    _back(layout, steps)
    names = "、".join(layout.shown(s.target) for s in edited)
    message = f"上一次写入在半途停下，其间有人改了 {names}：那次写入已退回，改动保留"
    return [
        Problem(
            layout.shown(s.target), 0, 0, "write-taken-back", message, "再运行一次 make extract", severity="warning"
        )
        for s in edited[:1]
    ]


def _torn(layout: Layout, message: str) -> Problem:
    tip = "用 git diff 看过，定下这些文件的内容，再删去 structured/.unfinished/"
    return Problem(layout.shown(_journal(layout)), 0, 0, "write-torn", message, tip)


def _lay_down(layout: Layout, files: Mapping[Path, bytes | None]) -> None:
    shutil.rmtree(layout.unfinished, ignore_errors=True)
    layout.unfinished.mkdir(parents=True)
    rows: list[dict[str, Any]] = []
    for number, (path, data) in enumerate(files.items()):
        old = path.read_bytes() if path.exists() else None
        write_atomically(layout.unfinished / f"{number}.new", data or b"")
        if old is not None:
            write_atomically(layout.unfinished / f"{number}.old", old)
        digests = {"before": _digest(old), "after": _digest(data)}
        rows.append({"path": path.relative_to(layout.root).as_posix()} | digests)
    _write_journal(layout, {"direction": "forward", "files": rows})


def _forward(layout: Layout, steps: list[_Step]) -> None:
    for step in steps:
        if step.moved:
            continue
        if step.after is None:
            step.target.unlink(missing_ok=True)
            step.new.unlink()
        else:
            step.target.parent.mkdir(parents=True, exist_ok=True)
            step.new.replace(step.target)
    _close(layout)


def _back(layout: Layout, steps: list[_Step]) -> None:
    for step in steps:
        if step.moved and step.here == step.after:
            if step.before is None:
                step.target.unlink(missing_ok=True)
            else:
                step.old.replace(step.target)
    _close(layout)


def _close(layout: Layout) -> None:
    _journal(layout).unlink()
    shutil.rmtree(layout.unfinished, ignore_errors=True)


def _journal(layout: Layout) -> Path:
    return layout.unfinished / "journal.json"


def _write_journal(layout: Layout, journal: dict[str, Any]) -> None:
    write_atomically(_journal(layout), json.dumps(journal, ensure_ascii=False, indent=1).encode())


def _read_journal(layout: Layout) -> dict[str, Any]:
    journal: dict[str, Any] = json.loads(_journal(layout).read_bytes())
    return journal


def _direction(layout: Layout) -> _Direction:
    return "back" if _read_journal(layout)["direction"] == "back" else "forward"


def _mark(layout: Layout, direction: _Direction) -> None:
    _write_journal(layout, _read_journal(layout) | {"direction": direction})


def _steps(layout: Layout) -> list[_Step]:
    return [
        _Step(
            layout.root / row["path"],
            layout.unfinished / f"{number}.old",
            layout.unfinished / f"{number}.new",
            row["before"],
            row["after"],
        )
        for number, row in enumerate(_read_journal(layout)["files"])
    ]


def _digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()
