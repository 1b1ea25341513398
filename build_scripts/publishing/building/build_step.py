"""One step of a build, with what it reads and writes; a list of them is one half of a build."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from build_scripts.publishing.building.build_inputs import Build


@dataclass(frozen=True)
class Writer:
    """``run(build, folder)`` writes below a folder: docs/ before the generator, the built site after it.

    ``reads`` names the fields of the build that it reads, ``writes`` the files it may write or remove below the
    folder, as patterns in which ``*`` stands for any characters but a slash and ``**`` for any. ``foresee`` finds
    what it asks for that takes several processes; where it was not foreseen, it is found when it is asked for.
    """

    name: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    run: Callable[[Build, Path], object]
    foresee: Callable[[Build], object] = lambda _: None


def write(writers: Iterable[Writer], build: Build, folder: Path) -> None:
    """Run the writers in their order."""
    for writer in writers:
        writer.run(build, folder)
