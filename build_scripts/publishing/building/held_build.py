"""The build that is running in this process: a generator calls macros by name and hands them no build."""

from __future__ import annotations

from build_scripts.publishing.building.build_inputs import Build, read_build
from build_scripts.store.paths import root

_held: list[Build] = []


def keep(build: Build) -> None:
    """Make ``build`` the one that ``held`` answers with."""
    _held[:] = [build]


def is_held() -> bool:
    """Whether a build was made before in this process."""
    return bool(_held)


def held() -> Build:
    """The build kept last; where a generator runs by itself, the one of this repository, read when first asked for."""
    if not _held:
        keep(read_build(root()))
    return _held[0]
