"""Pieces of piece: what changed is done, what stands is kept, whatever happened to the files meanwhile."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, cast

import pytest

from build_scripts.publishing.building.keeping import making
from build_scripts.publishing.building.keeping.ledger import Ledger
from build_scripts.publishing.building.keeping.making import Piece, make, remove_others
from build_scripts.publishing.building.keeping.sums import Sums
from build_scripts.publishing.index.recording import RecordedDict
from build_scripts.working.processes import WorkerLost

NOTHING = Ledger()
MANY = 2 * making.FEW


class Table:
    """Values that are read while something is made of them, and the pieces of work that do."""

    def __init__(self, values: Mapping[str, str], log: Path) -> None:
        self.held, self._log = RecordedDict(dict(values), "corpus", "held"), log

    def pieces(self) -> list[Piece]:
        return [Piece(f"page {key}", None, self._maker(key)) for key in list(self.held.copy())]

    def _maker(self, key: str) -> Callable[[], dict[str, bytes]]:
        def run() -> dict[str, bytes]:
            with self._log.open("a") as log:
                log.write(f"{key}\n")
            return {f"{key}/index.html": self.held[key].encode()}

        return run

    @property
    def sums(self) -> Sums:
        return Sums(cast(Any, self), cast(Any, None), cast(Any, None))


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., tuple[Ledger, list[str]]]:
    """Make the pages of values over a ledger; the new ledger and which pages were made."""

    def run(values: Mapping[str, str], before: Ledger = NOTHING, **given: Any) -> tuple[Ledger, list[str]]:
        log = tmp_path / "log"
        log.write_text("")
        table = Table(values, log)
        after = make(table.pieces(), tmp_path / "site", before, table.sums, **given)
        remove_others(tmp_path / "site", after.files)
        return after, sorted(log.read_text().split())

    return run


def values(n: int) -> dict[str, str]:
    return {f"{i}": f"text {i}" for i in range(n)}


def stand(site: Path) -> dict[str, str]:
    return {p.parent.name: p.read_text() for p in site.rglob("*") if p.is_file()}


@pytest.mark.parametrize("processes", ["1", "2", "3"])
def test_only_what_changed_is_made_and_what_went_is_removed(
    processes: str, made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROCESSES", processes)
    first, done = made(values(MANY))
    assert done == sorted(values(MANY)) and stand(tmp_path / "site") == values(MANY)
    again, done = made(values(MANY), first)
    assert done == [] and again == first
    changed = {k: v for k, v in values(MANY).items() if k != "5"} | {"3": "other", "new": "new"}
    _, done = made(changed, again)
    assert done == ["3", "new"] and stand(tmp_path / "site") == changed


def test_what_a_piece_foresees_is_found_before_any_is_done_and_not_where_it_is_kept(tmp_path: Path) -> None:
    told: list[str] = []

    def run(name: str) -> dict[str, bytes]:
        told.append(f"did {name}")
        return {name: b""}

    def pieces(given: str) -> list[Piece]:
        names = {"a": None, "b": given}
        return [
            Piece(n, g, lambda n=n: run(n), foresee=lambda n=n: told.append(f"foresaw {n}"))  # type: ignore[misc]
            for n, g in names.items()
        ]

    sums = Table({}, tmp_path / "log").sums
    first = make(pieces("one"), tmp_path / "site", NOTHING, sums)
    assert told == ["foresaw a", "foresaw b", "did a", "did b"]
    told.clear()
    make(pieces("other"), tmp_path / "site", first, sums)
    assert told == ["foresaw b", "did b"]


@pytest.mark.parametrize("harm", ["damaged", "cut", "gone", "half"])
def test_a_file_that_does_not_stand_as_it_was_made_is_made_again(harm: str, made, tmp_path: Path) -> None:
    first, _ = made(values(4))
    path = tmp_path / "site" / "2" / "index.html"
    if harm == "gone":
        path.unlink()
    else:
        path.write_text({"damaged": "tExt 2", "cut": "text", "half": ""}[harm])
    (tmp_path / "site" / "2" / ".index.html.new").write_text("te")
    _, done = made(values(4), first)
    assert done == ["2"] and stand(tmp_path / "site") == values(4)


def test_a_piece_that_fails_names_itself_and_nothing_is_written_down(made, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("PROCESSES", "2")
    monkeypatch.setattr(Table, "_maker", lambda self, key: lambda: {"a": self.held[key].missing})
    with pytest.raises(AttributeError) as failed:
        made(values(MANY))
    assert failed.value.__notes__ == ["正在处理：page 0"]


def test_a_process_that_is_killed_is_said_and_what_it_left_is_not_trusted(made, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("PROCESSES", "2")
    own = Table._maker

    def maker(self: Table, key: str) -> Callable[[], dict[str, bytes]]:
        def run() -> dict[str, bytes]:
            if key == "7":
                (tmp_path / "site" / "7").mkdir(parents=True, exist_ok=True)
                (tmp_path / "site" / "7" / "index.html").write_text("hal")
                os.kill(os.getpid(), signal.SIGKILL)
            return own(self, key)()

        return run

    monkeypatch.setattr(Table, "_maker", maker)
    with pytest.raises(WorkerLost, match="page"):
        made(values(MANY))
    monkeypatch.setattr(Table, "_maker", own)
    made(values(MANY))
    assert stand(tmp_path / "site") == values(MANY)


def test_on_a_full_disk_it_stops_and_nothing_half_written_stays(made, tmp_path: Path, monkeypatch) -> None:
    first, _ = made(values(4))

    def full(path: Path, data: bytes) -> bool:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(making, "write_atomically", full)
    with pytest.raises(OSError, match="No space left") as failed:
        made(values(4) | {"1": "other"}, first)
    assert failed.value.__notes__ == ["正在处理：page 1"] and stand(tmp_path / "site") == values(4)


def test_how_far_it_is_is_told_and_can_be_stopped(made, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    first, _ = made(values(3), told=lambda n, of: told.append((n, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]

    def stop(n: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        made(values(3) | {"1": "other"}, first, told=stop)
    _, done = made(values(3), first)  # the edit taken back: the file written meanwhile is not taken for the old one
    assert done == ["1"] and stand(tmp_path / "site") == values(3)
