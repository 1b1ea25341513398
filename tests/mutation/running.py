"""The tests of a package, collected and run once; then each change in a fork of that process: ``python -m tests.mutation.running``.

Started in the mutated tree by ``tests/mutation/__main__.py``. A line of JSON per change goes to a file of results as it is known.
"""

from __future__ import annotations

import functools
import gc
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import coverage
import pytest
from _pytest.runner import runtestprotocol

from tests import remembering
from tests.mutation import switch

SECONDS = 2.0
"""Of tests that a change is tried with, as long as they take without it: beyond, those that run less of its function are left."""
FEWEST = 12
LONGEST_CPU, LONGEST = 4.0, 180
"""Processor seconds, beyond what its tests take, and seconds after which a change has run out of time."""
MEMORY = 3 << 30


@dataclass(eq=False)
class Runner:
    """A plugin of pytest that takes the place of its loop over the tests."""

    mutants: list[dict[str, Any]]
    results: Path
    workers: int
    remembers: bool
    seconds: dict[str, float] = field(default_factory=dict)
    now: str = ""

    def pytest_collection_finish(self) -> None:
        """The copies of a function have its docstring too: its examples are run once, not once for each."""
        for module in [m for n, m in sys.modules.items() if n.startswith("build_scripts")]:
            for held in [module, *(v for v in vars(module).values() if isinstance(v, type))]:
                for name, value in list(vars(held).items()):
                    if "__mutmut_" in name and hasattr(value, "__doc__") and callable(value):
                        value.__doc__ = None

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.measured = coverage.Coverage(
            data_file=None, config_file=False, include=sorted({str(Path(m["file"]).resolve()) for m in self.mutants})
        )
        items = self.once(session)
        plans = self.plans(items)
        gc.collect()
        gc.freeze()
        pids = []
        for n in range(self.workers):
            pid = os.fork()
            if not pid:
                self.work(session, plans[n :: self.workers], self.results.with_name(f"{self.results.name}{n}.jsonl"))
                os._exit(0)
            pids.append(pid)
        for pid in pids:
            os.waitpid(pid, 0)
        return True

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Generator[None, Any, Any]:
        """What a fixture that others use too runs is told apart from what the test runs that happens to need it first."""
        if not self.now or fixturedef.scope == "function":
            return (yield)
        self.measured.switch_context(_called(fixturedef))
        try:
            return (yield)
        finally:
            self.measured.switch_context(self.now)

    def once(self, session: pytest.Session) -> dict[str, pytest.Item]:
        """Run every test as the code is; those that fail in the mutated tree (they read its source) are left out."""
        passed = {}
        self.measured.start()
        for i, item in enumerate(session.items):
            self.now = item.nodeid
            self.measured.switch_context(item.nodeid)
            began = time.process_time()
            following = session.items[i + 1] if i + 1 < len(session.items) else session
            reports = runtestprotocol(item, log=False, nextitem=following)
            self.seconds[item.nodeid] = time.process_time() - began
            if all(r.passed for r in reports):
                passed[item.nodeid] = item
            else:
                why = next(str(r.longrepr) for r in reports if not r.passed).strip().splitlines()
                print(f"不用于变异：{item.nodeid}：{why[-1]}", file=sys.stderr)
        self.now = ""
        self.measured.stop()
        return passed

    def plans(self, items: dict[str, pytest.Item]) -> list[tuple[dict[str, Any], list[pytest.Item], list[Any]]]:
        """Each change with its tests, those first that run most of its function in least time, and the fixtures to be made anew."""
        data = self.measured.get_data()
        by_file = {m["file"]: data.contexts_by_lineno(str(Path(m["file"]).resolve())) for m in self.mutants}
        fixtures = {_called(d): d for i in items.values() for ds in _fixtures(i).values() for d in ds}
        users: dict[str, set[str]] = defaultdict(set)
        for id, item in items.items():
            for held in _fixtures(item).values():
                for d in held:
                    users[_called(d)].add(id)
        found = []
        for m in self.mutants:
            lines = by_file[m["file"]]
            hit = {c for n in m["ran"] for c in lines.get(n, ())}
            made = [fixtures[c] for c in hit if c in fixtures]
            ids = {c for c in hit if c in items}.union(*(users[_called(d)] for d in made))
            more: dict[str, int] = defaultdict(int)
            for n in range(m["within"][0], m["within"][1] + 1):
                for c in lines.get(n, ()):
                    more[c] += 1
            ordered = sorted(ids, key=lambda id: (-more[id] / (0.02 + self.seconds[id]), id))
            found.append((m, [items[id] for id in self.few(ordered)], _dependents(made, fixtures.values())))
        return found

    def few(self, ids: Iterable[str]) -> list[str]:
        chosen: list[str] = []
        spent = 0.0
        for id in ids:
            if len(chosen) >= FEWEST and spent + self.seconds[id] > SECONDS:
                break
            chosen.append(id)
            spent += self.seconds[id]
        return chosen

    def work(self, session: pytest.Session, plans: list[Any], results: Path) -> None:
        with results.open("a", encoding="utf-8") as file:
            for m, items, fixtures in plans:
                began = time.monotonic()
                status, by = self.tried(session, m, items, fixtures) if items else ("no tests", "")
                row = {k: m[k] for k in ("file", "name", "line", "was", "now", "key")}
                row |= {"status": status, "by": by, "tests": len(items), "seconds": round(time.monotonic() - began, 2)}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
                file.flush()

    def tried(
        self, session: pytest.Session, m: dict[str, Any], items: list[Any], fixtures: list[Any]
    ) -> tuple[str, str]:
        """How a change fares: ``killed`` and by which test, ``survived``, or ``timeout``."""
        reading, writing = os.pipe()
        scratch = Path(tempfile.mkdtemp(prefix="mutant-"))
        pid = os.fork()
        if not pid:
            os.close(reading)
            os._exit(self.child(session, m, items, fixtures, scratch, writing))
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as told:
            by = told.read()
        _, status = os.waitpid(pid, 0)
        shutil.rmtree(scratch, ignore_errors=True)
        if os.WIFSIGNALED(status):
            late = os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGALRM, signal.SIGKILL)
            return ("timeout" if late else "killed"), by
        return ("killed", by) if os.WEXITSTATUS(status) else ("survived", "")

    def child(
        self, session: Any, m: dict[str, Any], items: list[Any], fixtures: list[Any], scratch: Path, told: int
    ) -> int:
        expected = sum(self.seconds[i.nodeid] for i in items)
        limit = int(LONGEST_CPU + 5 * expected)
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        for name in (signal.SIGXCPU, signal.SIGALRM):
            signal.signal(name, signal.SIG_DFL)
        signal.alarm(LONGEST)
        if not self.remembers:
            remembering._held.clear()
        _forget([m["module"]])
        for fixture in fixtures:
            fixture.cached_result = None
            fixture._finalizers.clear()
        session.config._tmp_path_factory._basetemp = scratch
        switch.tried[:] = [m["module"], m["name"]]
        try:
            for item in items:
                if any(r.failed for r in runtestprotocol(item, log=False, nextitem=session)):
                    os.write(told, item.nodeid.encode())
                    return 1
        except BaseException as e:  # noqa: BLE001 whatever a change makes of the tests, they noticed
            os.write(told, repr(e)[:200].encode())
            return 1
        return 0


def _called(fixturedef: Any) -> str:
    return f"fixture {fixturedef.baseid}::{fixturedef.argname}"


def _fixtures(item: Any) -> dict[str, Any]:
    return item._fixtureinfo.name2fixturedefs if hasattr(item, "_fixtureinfo") else {}


def _dependents(made: Iterable[Any], fixtures: Iterable[Any]) -> list[Any]:
    """These fixtures and all that are made from them."""
    found, names = list(made), {d.argname for d in made}
    known = list(fixtures)
    while more := [d for d in known if d not in found and names.intersection(d.argnames)]:
        found += more
        names |= {d.argname for d in more}
    return found


def _forget(modules: Iterable[str]) -> None:
    """Empty the caches of the package of these modules: they hold what was made without the change."""
    for package in {m.rpartition(".")[0] for m in modules}:
        for name, module in list(sys.modules.items()):
            if name.startswith(package):
                for value in list(vars(module).values()):
                    if isinstance(value, functools._lru_cache_wrapper):
                        value.cache_clear()


def main() -> int:
    task = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    runner = Runner(task["mutants"], Path(task["results"]), task["workers"], task["remembers"])
    without = " and ".join(f"not {w}" for w in task["without"])
    options = [
        "--assert=plain",
        "--tb=native",
        "-p",
        "no:xdist",
        "-p",
        "no:playwright",
        "-p",
        "no:randomly",
        *(("-k", without) if without else ()),
    ]
    code = pytest.main([*options, *task["tests"]], plugins=[runner])
    return int(code not in (0, 5))


if __name__ == "__main__":
    sys.exit(main())
