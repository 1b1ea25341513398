"""Where work is done: here, one piece after the other, or on a cluster that dask already runs.

An engine takes a function of a module and what it is given, and hands back either the answer or a promise of it; promises
may be given to further work, also in lists. ``answers`` waits. What is given and answered can be pickled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol


class Engine(Protocol):
    """``submit`` has ``work(*given)`` done; ``answers`` gives what came of it, in order, and raises what was raised."""

    def submit(self, work: Callable[..., Any], *given: Any) -> Any: ...

    def answers(self, promised: Sequence[Any]) -> list[Any]: ...


class Here:
    """This process."""

    def submit(self, work: Callable[..., Any], *given: Any) -> Any:
        return work(*given)

    def answers(self, promised: Sequence[Any]) -> list[Any]:
        return list(promised)


class Dask:
    """A client of ``distributed`` (requirements-scale.txt). What many pieces of work are given is sent once: ``submit`` it
    as work of its own, or hand over its promise."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def submit(self, work: Callable[..., Any], *given: Any) -> Any:
        return self._client.submit(work, *given, pure=False)

    def answers(self, promised: Sequence[Any]) -> list[Any]:
        return list(self._client.gather(list(promised)))


class EngineMissing(RuntimeError):
    """The library of an engine is not installed."""


@contextmanager
def dask(address: str | None, workers: int) -> Iterator[Dask]:
    """The cluster whose scheduler listens at ``address``; without one, so many workers on this machine, for this run.

    Raises ``EngineMissing`` where distributed is not installed, ``OSError`` where nothing answers at the address.
    """
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise EngineMissing(str(error)) from error
    if address:
        with Client(address) as client:
            yield Dask(client)
        return
    with (
        LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        yield Dask(client)
