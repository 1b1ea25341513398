"""The command says where it could not write, and that another build is going on."""

from __future__ import annotations

import errno
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from build_scripts.commands import site as command
from build_scripts.publishing.building import before_all_after
from build_scripts.publishing.building.keeping.one_at_a_time import alone
from build_scripts.publishing.building.kept import kept_site
from build_scripts.publishing.building.site_generators import MKDOCS

SITE = cast(Any, SimpleNamespace(command="site", fresh=False))


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree of which nothing is read; building it fills the disk."""

    def full(*given: object) -> None:
        error = OSError(errno.ENOSPC, "No space left on device", "site/a/index.html")
        error.add_note("正在处理：page measures/a/1.md")
        raise error

    monkeypatch.setattr(command, "root", lambda: tmp_path)
    monkeypatch.setattr(before_all_after, "chosen", lambda: MKDOCS)
    monkeypatch.setattr(before_all_after, "read_build", lambda root, load: "a build")
    monkeypatch.setattr(kept_site, "build_kept", full)
    return tmp_path


def test_a_full_disk_is_said_in_words_with_what_was_being_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command._build(SITE) == 1
    said = capsys.readouterr()
    assert "No space left on device" in said.err and "page measures/a/1.md" in said.err
    assert "Traceback" not in said.err and said.out == "生成：失败，原因见上\n"


def test_records_with_errors_are_said_once_as_by_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "root", lambda: tmp_path)
    monkeypatch.setattr(command, "checked", lambda tree, fresh: print("检查：1 个错误") or (None, []))
    assert command._build(SITE) == 1
    assert capsys.readouterr() == ("检查：1 个错误\n生成：失败，原因见上\n", "")


def test_who_comes_second_says_that_it_waits(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch) -> None:
    waited = []

    def first_goes(path: Path, waiting: Any) -> Any:
        waiting()
        waited.append(path)
        return alone(path, waiting)

    monkeypatch.setattr(before_all_after, "alone", first_goes)
    command._build(SITE)
    assert waited == [root / kept_site.KEPT / "lock"] and "另有一次生成正在进行" in capsys.readouterr().err
