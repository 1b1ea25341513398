"""The ledger is trusted whole or not at all; two builds in one folder go one after the other."""

from __future__ import annotations

import multiprocessing
import time
from pathlib import Path

import pytest

from build_scripts.publishing.building.keeping.ledger import Ledger, Made, read_ledger, write_ledger
from build_scripts.publishing.building.keeping.one_at_a_time import alone
from build_scripts.publishing.index.recording import Read

READS = {Read("index", "entries", "a/1"): "1", Read("corpus", "documents"): "2"}
HELD = Ledger({"page a": Made("g", tuple(READS), {"a/index.html": "f"}), "b": Made("h", (), {})}, READS)


def test_a_ledger_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_ledger(tmp_path / "x" / "ledger", "with", HELD)
    assert read_ledger(tmp_path / "x" / "ledger", "with") == HELD
    assert HELD.files == {"a/index.html"}


def test_a_ledger_of_another_making_or_none_is_empty(tmp_path: Path) -> None:
    write_ledger(tmp_path / "ledger", "with", HELD)
    assert read_ledger(tmp_path / "ledger", "with something else") == Ledger()
    assert read_ledger(tmp_path / "nowhere", "with") == Ledger()


@pytest.mark.parametrize("at", [0, 3, 40, 60, -2])
def test_a_damaged_ledger_is_empty(tmp_path: Path, at: int) -> None:
    path = tmp_path / "ledger"
    write_ledger(path, "with", HELD)
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)
    assert read_ledger(path, "with") == Ledger()
    path.write_bytes(data[: len(data) // 2])
    assert read_ledger(path, "with") == Ledger()
    path.write_bytes(b"\xff\xfe")
    assert read_ledger(path, "with") == Ledger()


def _holding(path: Path, log: Path, name: str) -> None:
    with alone(path, lambda: log.open("a").write(f"{name} waits\n")):
        with log.open("a") as file:
            file.write(f"{name} begins\n")
        time.sleep(0.5)
        with log.open("a") as file:
            file.write(f"{name} ends\n")


def test_the_second_waits_and_says_so(tmp_path: Path) -> None:
    log = tmp_path / "log"
    first = multiprocessing.Process(target=_holding, args=(tmp_path / "lock", log, "first"))
    first.start()
    while not log.exists():
        time.sleep(0.01)
    _holding(tmp_path / "lock", log, "second")
    first.join()
    said = log.read_text().splitlines()
    assert said.index("first ends") < said.index("second begins") and "second waits" in said


def test_a_process_that_is_killed_lets_go(tmp_path: Path) -> None:
    log = tmp_path / "log"
    first = multiprocessing.Process(target=_holding, args=(tmp_path / "lock", log, "first"))
    first.start()
    while not log.exists():
        time.sleep(0.01)
    first.kill()
    first.join()
    with alone(tmp_path / "lock", lambda: pytest.fail("it waits for nobody")):
        assert "first ends" not in log.read_text()
