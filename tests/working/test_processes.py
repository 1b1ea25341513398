"""The same answers in any number of processes; what fails is named."""

from __future__ import annotations

import os
import signal

import pytest

from build_scripts.working import processes
from build_scripts.working.processes import WorkerLost, each


def squared(added: int, n: int) -> tuple[int, bool]:
    if n == 13 and added == 1:
        raise ValueError("thirteen")
    if n == 13 and added == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return n * n + added, os.getpid() == PARENT


PARENT = os.getpid()


def answers(monkeypatch: pytest.MonkeyPatch, number: int, added: int = 0, least: int = 2) -> list[tuple[int, bool]]:
    monkeypatch.setenv("PROCESSES", str(number))
    return list(each(squared, added, range(40), str, least))


@pytest.mark.parametrize("number", [1, 2, 3])
def test_answers_come_in_the_order_of_the_things(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    found = answers(monkeypatch, number)
    assert [n for n, _ in found] == [n * n for n in range(40)]
    assert all(here == (number == 1) for _, here in found)


def test_few_things_are_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(here for _, here in answers(monkeypatch, 2, least=41))
    assert list(each(squared, 0, [], str, 0)) == []


@pytest.mark.parametrize("number", [1, 2])
def test_an_error_names_what_was_being_worked_on(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    with pytest.raises(ValueError, match="thirteen") as raised:
        answers(monkeypatch, number, added=1)
    assert raised.value.__notes__ == ["正在处理：13"]


def test_a_process_that_is_killed_is_told_with_what_it_had_in_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(WorkerLost, match="13"):
        answers(monkeypatch, 2, added=2)


def test_no_more_processes_than_may_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROCESSES", "many")
    assert processes.processors() >= 1
    monkeypatch.setenv("PROCESSES", "0")
    assert processes.processors() == 1
