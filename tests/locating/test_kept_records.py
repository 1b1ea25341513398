"""Out of what was kept comes what comes from nothing: after any edit, and after any damage to what was kept."""

from __future__ import annotations

import pickle
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.locating import read_records
from build_scripts.model import Corpus
from build_scripts.problems import Problem
from tests.places import FROZEN
from tests.remembering import remembering


@pytest.fixture(scope="module")
def kept_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frozen corpus, of which something is kept although it is small."""
    tree = tmp_path_factory.mktemp("kept") / "tree"
    shutil.copytree(FROZEN / "structured", tree / "structured")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(read_records, "FEW", 2)
        patch.setenv("PROCESSES", "1")
        assert load_corpus(tree)[0] is not None
    return tree


@pytest.fixture
def tree(kept_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of it that a test may change."""
    monkeypatch.setattr(read_records, "FEW", 2)
    monkeypatch.setenv("PROCESSES", "1")
    with remembering():
        yield shutil.copytree(kept_once, tmp_path / "tree")


def same(found: tuple[Corpus | None, list[Problem]], other: tuple[Corpus | None, list[Problem]]) -> bool:
    """To the last place and offset, which comparing two corpora leaves out."""
    return found[1] == other[1] and repr(found[0]) == repr(other[0])


def files(tree: Path, kind: str) -> list[Path]:
    return sorted((tree / "structured" / kind).glob("*.[yt][mx][lt]"))


def kept(tree: Path) -> list[Path]:
    return sorted(p for p in (tree / ".cache" / "records").iterdir() if p.is_file())


def swap_lines(path: Path, chance: random.Random) -> None:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    path.write_text("".join(lines), "utf-8")


def change_a_character(path: Path, chance: random.Random) -> None:
    text = path.read_text("utf-8")
    at = chance.randrange(len(text))
    path.write_text(text[:at] + chance.choice("一9省、 :'") + text[at + 1 :], "utf-8")


def an_edit(kind: str, change: Callable[[Path, random.Random], None]) -> Callable[[Path, random.Random], None]:
    return lambda tree, chance: change(chance.choice(files(tree, kind)), chance)


def retitle(path: Path, chance: random.Random) -> None:
    path.write_text(path.read_text("utf-8").replace("heading: ", f"heading: 第{chance.random()}", 1), "utf-8")


def remove_a_record(tree: Path, chance: random.Random) -> None:
    if len(files(tree, "records")) > 3:
        chance.choice(files(tree, "records")).unlink()


def flip_a_bit(tree: Path, chance: random.Random) -> None:
    path = chance.choice(kept(tree))
    data = bytearray(path.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def cut(tree: Path, chance: random.Random) -> None:
    path = chance.choice(kept(tree))
    path.write_bytes(path.read_bytes()[: chance.randrange(200)])


def exchange(tree: Path, chance: random.Random) -> None:
    a, b = chance.sample(kept(tree), 2)
    first, second = a.read_bytes(), b.read_bytes()
    a.write_bytes(second)
    b.write_bytes(first)


def something_else(tree: Path, chance: random.Random) -> None:
    chance.choice(kept(tree)).write_bytes(pickle.dumps("of another making"))


CHANGES: dict[str, Callable[[Path, random.Random], None]] = {
    "a record's heading": an_edit("records", retitle),
    "a record's character": an_edit("records", change_a_character),
    "a record's lines": an_edit("records", swap_lines),
    "a source's character": an_edit("sources", change_a_character),
    "a merge base's character": an_edit("extracted", change_a_character),
    "a word of the vocabulary": an_edit("vocabulary", change_a_character),
    "a record removed": remove_a_record,
    "a bit of what is kept": flip_a_bit,
    "what is kept cut short": cut,
    "what is kept of two exchanged": exchange,
    "something else in its place": something_else,
}


@pytest.mark.parametrize("name", CHANGES)
def test_after_any_change_what_comes_is_what_comes_from_nothing(tree: Path, name: str) -> None:
    chance = random.Random(name)
    CHANGES[name](tree, chance)
    assert same(load_corpus(tree), fresh := load_corpus(tree, fresh=True))
    assert same(load_corpus(tree), fresh)


def test_what_is_kept_is_used(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_corpus(tree)
    read: list[str] = []
    made = read_records._made

    def counted(shared: object, path: Path) -> object:
        read.append(path.stem)
        return made(shared, path)

    monkeypatch.setattr(read_records, "_made", counted)
    assert same(load_corpus(tree), first)
    assert read == []
    retitle(files(tree, "records")[0], random.Random(1))
    load_corpus(tree)
    assert read == [files(tree, "records")[0].stem]


def test_what_cannot_be_kept_is_made_each_time(tree: Path) -> None:
    shutil.rmtree(tree / ".cache")
    (tree / ".cache").write_text("a file stands in the folder's place", "utf-8")
    assert same(load_corpus(tree), load_corpus(tree, fresh=True))
