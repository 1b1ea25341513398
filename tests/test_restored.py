"""A folder that tests share is as it was after whatever one of them did to it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.restored import Restored

DONE: dict[str, Callable[[Path], object]] = {
    "nothing": lambda root: None,
    "a file written": lambda root: (root / "a" / "one.yml").write_text("zwei"),
    "a file gone": lambda root: (root / "a" / "one.yml").unlink(),
    "a file more": lambda root: (root / "a" / "more.yml").write_text("three"),
    "a folder gone": lambda root: shutil.rmtree(root / "a"),
    "a folder more": lambda root: (root / "a" / "x" / "y").mkdir(parents=True),
    "a folder for a file": lambda root: ((root / "a" / "one.yml").unlink(), (root / "a" / "one.yml").mkdir()),
    "a file for a folder": lambda root: (shutil.rmtree(root / "a"), (root / "a").write_text("a")),
    "a link for a file": lambda root: ((root / "top").unlink(), (root / "top").symlink_to("a/one.yml")),
    "a link elsewhere": lambda root: ((root / "link").unlink(), (root / "link").symlink_to("top")),
    "through a link": lambda root: (root / "link").write_text("through"),
    "a file of no rights": lambda root: (root / "top").chmod(0),
    "a folder beside it": lambda root: (root.parent / "beside").mkdir(),
    "a file beside it": lambda root: (root.parent / "file").touch(),
}


def seen(folder: Path) -> dict[str, tuple[int, str]]:
    return {
        p.relative_to(folder).as_posix(): (
            p.lstat().st_mode,
            str(p.readlink()) if p.is_symlink() else p.read_text() if p.is_file() else "",
        )
        for p in folder.rglob("*")
    }


@pytest.mark.parametrize("what", DONE)
def test_it_is_as_it_was(what: str, tmp_path: Path) -> None:
    root = tmp_path / "tree"
    (root / "a" / "b").mkdir(parents=True)
    (root / "a" / "one.yml").write_text("eins")
    (root / "top").write_text("top")
    (root / "link").symlink_to("a/one.yml")
    restored, before = Restored(root), seen(tmp_path)
    DONE[what](root)
    restored.put_back()
    assert seen(tmp_path) == before
