"""The report of a pull request: what it changes for readers, told from two commits."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unittest import mock

import pytest

from build_scripts.reporting import pull_request_report as reporting
from build_scripts.reporting.differences import Change, Differences, differences
from build_scripts.reporting.pull_request_report import code, report


def test_what_came_went_and_changed_is_told_by_kind() -> None:
    before = {"measures": {"a/1": {"note": "旧"}, "a/2": {"note": "留"}, "a/3": {}}, "topics": {"t": {"zh": "甲"}}}
    after = {"measures": {"a/1": {"note": "新"}, "a/2": {"note": "留"}, "a/4": {}}, "topics": {"t": {"zh": "甲"}}}
    assert differences(before, after) == [
        Differences("measures", ("a/4",), ("a/3",), {"a/1": (Change("note", "旧", "新"),)})
    ]


def test_a_field_that_is_new_or_gone_has_an_empty_side() -> None:
    (found,) = differences({"topics": {"t": {"a": "1"}}}, {"topics": {"t": {"b": "2"}}})
    assert found.changed == {"t": (Change("b", "", "2"), Change("a", "1", ""))}


@pytest.mark.parametrize(
    ("value", "shown"),
    [("", ""), ("甲|乙", "`甲\\|乙`"), ("`x`", "`` `x` ``"), ("<b>\n# 标题", "`<b> # 标题`")],
    ids=["empty", "bar", "backtick", "markup"],
)
def test_a_value_is_never_markup(value: str, shown: str) -> None:
    assert code(value) == shown


@pytest.fixture(scope="module")
def repository(root: Path, frozen: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of one commit: the code as it stands here, the frozen corpus, and what the evaluation reads."""
    copy = tmp_path_factory.mktemp("report")
    parts = {"build_scripts": root, "structured": frozen, "tests/golds": root, "tests/frozen/structured": root}
    for part, stands_in in parts.items():
        shutil.copytree(stands_in / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    git(copy, "init", "-q", "-b", "main")
    commit(copy, "base")
    return copy


@pytest.fixture(autouse=True, scope="module")
def each_state_once() -> Iterator[None]:
    """The state of a tag, which does not move here, is made once for all tests: each takes a process of its own."""
    with mock.patch.object(reporting, "_state_at", cache(reporting._state_at)):
        yield


def git(root: Path, *command: str) -> None:
    subprocess.run(["git", "-C", str(root), *command], check=True, capture_output=True)


def commit(root: Path, name: str) -> None:
    git(root, "add", "-A")
    git(root, "-c", "user.name=n", "-c", "user.email=n@example.org", "commit", "-q", "-m", name)
    git(root, "tag", name)


@pytest.mark.builds
def test_a_corrected_role_and_a_changed_pattern_are_told(repository: Path) -> None:
    record = repository / "structured" / "records" / "gansu-enclave-economy.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(
        text.replace("{name: 兰州海关, role: responsible", "{name: 兰州海关, role: support", 1), encoding="utf-8"
    )
    agencies = repository / "structured" / "vocabulary" / "agencies.yml"
    agencies.write_text(agencies.read_text(encoding="utf-8").replace("兰州海关", "兰州海关本部"), encoding="utf-8")
    commit(repository, "head")

    text, problems = report(repository, "base", "head")

    assert problems == []
    assert "## 条目" in text
    assert "兰州海关，support" in text
    assert "## 机器现在的读法" in text
    assert "## 公布的地址" not in text


def test_a_commit_that_git_has_not_is_a_problem(repository: Path) -> None:
    assert [p.code for p in report(repository, "base", "no-such-ref")[1]] == ["ref-unknown"]


def test_a_pull_request_that_changes_nothing_says_so(repository: Path) -> None:
    assert "没有变化" in report(repository, "base", "base")[0]
