"""The same work on many things in several processes: answers in the order of the things, the same in any number of processes."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")

_AT_ONCE = 8
"""How many things a process is handed at once, at most."""
_held: Any = None  # in a worker: what all of its work shares


class WorkerLost(RuntimeError):
    """A process ended in the middle of its work: killed from outside, or out of memory."""


def processors() -> int:
    """How many processes may work at once: those that this one may run on; ``PROCESSES`` in the environment says fewer."""
    asked = os.environ.get("PROCESSES", "")
    here = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, int(asked) if asked.isdecimal() else here)


def each(
    work: Callable[[Any, Given], Made], shared: Any, given: Sequence[Given], named: Callable[[Given], str], least: int
) -> Iterator[Made]:
    """``work(shared, thing)`` for each thing that is given, in their order.

    In this process where there are fewer than ``least`` things, or one processor only. An exception is the one that work
    on the first thing that fails raises, with a note that names the thing; WorkerLost names those that were being worked on.
    ``work`` is a function of a module, and ``shared``, things and answers can be pickled.
    """
    number = min(processors(), len(given))
    if len(given) < least or number < 2:
        for thing in given:
            yield _done(work, shared, thing, named(thing))
        return
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else None)
    size = max(1, min(_AT_ONCE, len(given) // (4 * number)))
    groups = [given[i : i + size] for i in range(0, len(given), size)]
    with ProcessPoolExecutor(number, context, _begin, (shared,)) as pool:
        waiting = deque((group, pool.submit(_group, work, [(t, named(t)) for t in group])) for group in groups)
        try:
            while waiting:
                yield from waiting[0][1].result()
                waiting.popleft()  # and with it the answers, of which nobody may have any more use
        except BrokenProcessPool as lost:
            unfinished = [group for group, answered in waiting if isinstance(answered.exception(), BrokenProcessPool)]
            names = "、".join(named(thing) for thing in unfinished[0][:_AT_ONCE]) if unfinished else ""
            raise WorkerLost(f"一个进程在半途停下了（内存不够，或被结束）；当时在处理：{names} 等") from lost
        finally:
            pool.shutdown(cancel_futures=True)


def _begin(shared: Any) -> None:
    global _held  # noqa: PLW0603 — what a worker holds for all of its work
    _held = shared


def _group(work: Callable[[Any, Given], Made], things: Sequence[tuple[Given, str]]) -> list[Made]:
    return [_done(work, _held, thing, name) for thing, name in things]


def _done(work: Callable[[Any, Given], Made], shared: Any, thing: Given, name: str) -> Made:
    try:
        return work(shared, thing)
    except Exception as error:
        error.add_note(f"正在处理：{name}")
        raise
