"""What is kept is given back only while everything it was made of, and it itself, are as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.working import kept
from build_scripts.working.kept import Kept, content


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yml"
    path.write_text("甲", "utf-8")
    return path


def test_a_thing_is_given_back_while_its_files_are_the_same(tmp_path: Path, file: Path) -> None:
    held = Kept(tmp_path / "kept", "words")
    key = held.key("a", [content(file)])
    assert held.look("a", key) is None
    held.keep("a", key, {"read": "甲"})
    assert held.look("a", held.key("a", [content(file)])) == {"read": "甲"}
    file.write_text("乙", "utf-8")
    assert held.look("a", held.key("a", [content(file)])) is None
    file.unlink()
    assert held.look("a", held.key("a", [content(file)])) is None


def test_nothing_made_with_something_else_is_given_back(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Kept(tmp_path / "kept", "words")
    held.keep("a", held.key("a", [content(file)]), "thing")
    other = Kept(tmp_path / "kept", "other words")
    assert other.look("a", other.key("a", [content(file)])) is None
    assert held.look("b", held.key("b", [content(file)])) is None
    monkeypatch.setattr(kept, "_code", lambda: b"another version of the code")
    newer = Kept(tmp_path / "kept", "words")
    assert newer.look("a", newer.key("a", [content(file)])) is None


@pytest.mark.parametrize("at", [0, 40, 70, -1])
def test_a_damaged_thing_is_not_trusted(tmp_path: Path, file: Path, at: int) -> None:
    held = Kept(tmp_path / "kept", "words")
    key = held.key("a", [content(file)])
    held.keep("a", key, list(range(100)))
    path = tmp_path / "kept" / "a"
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)
    assert held.look("a", key) is None
    path.write_bytes(data[: len(data) // 2])
    assert held.look("a", key) is None
    path.write_bytes(b"")
    assert held.look("a", key) is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path, file: Path) -> None:
    (tmp_path / "kept").write_text("a file stands in the folder's place", "utf-8")
    held = Kept(tmp_path / "kept", "words")
    held.keep("a", held.key("a", [content(file)]), "thing")
    assert held.look("a", held.key("a", [content(file)])) is None
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.yml", "kept"]
