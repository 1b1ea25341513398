"""Files are written whole, or held back for who asked."""

from __future__ import annotations

from pathlib import Path

from build_scripts.store.paths import held_back, write_atomically


def test_what_is_held_back_is_in_the_table_and_not_on_the_disk(tmp_path: Path) -> None:
    with held_back() as files:
        assert write_atomically(tmp_path / "a" / "b.txt", b"b")
        assert files == {tmp_path / "a" / "b.txt": b"b"}
    assert not list(tmp_path.iterdir())


def test_afterwards_files_are_written_again(tmp_path: Path) -> None:
    with held_back():
        pass
    write_atomically(tmp_path / "a.txt", b"a")
    assert (tmp_path / "a.txt").read_bytes() == b"a"
