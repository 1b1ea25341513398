"""What changed and when, read out of git: whole days, whole documents, honest where nothing is known."""

from __future__ import annotations

import subprocess
from dataclasses import fields
from pathlib import Path

import pytest

from build_scripts.model import Document, Measure
from build_scripts.publishing.history.changes_in_words import summary
from build_scripts.publishing.history.days import read_history
from build_scripts.publishing.history.record_differences import (
    DOCUMENT_FIELDS,
    MEASURE_FIELDS,
    UNSEEN,
    Changes,
    compare,
)
from tests.publishing.history.conftest import TWO, Repository, record


def test_documents_that_arrive_are_told_with_their_day(lived: Repository) -> None:
    added = [e for e in read_history(lived.root) if e.changes.kind == "added"]
    assert [(e.day, e.document, e.updated) for e in added] == [
        ("2026-03-01", "henan-industrial-clusters", "2026-03-01T15:30:00Z"),
        ("2026-03-01", "gansu-enclave-economy", "2026-03-01T01:00:00Z"),
    ]
    assert added[0].changes.added == ("1", "3.3")


def test_a_day_s_corrections_of_a_document_are_one_entry(lived: Repository) -> None:
    (entry,) = [e for e in read_history(lived.root) if e.changes.kind == "changed"]
    assert (entry.day, entry.updated) == ("2026-03-02", "2026-03-02T03:00:00Z")
    assert entry.changes == Changes("changed", fields=(("责任单位", ("3.3",)),), facts=("标题",))
    assert summary(entry) == "责任单位改 1 条（3.3）；文件信息改标题。"


def test_what_is_undone_on_the_same_day_is_no_change(lived: Repository) -> None:
    assert "2026-03-03" not in {e.day for e in read_history(lived.root)}


def test_a_document_that_goes_is_told(lived: Repository) -> None:
    lived.commit("2026-03-04T08:00:00+08:00", henan_industrial_clusters=None)
    latest = read_history(lived.root)[0]
    assert (latest.changes.kind, latest.changes.removed) == ("removed", ("1", "3.3"))


def test_a_branch_counts_from_the_day_it_landed(lived: Repository) -> None:
    lived.git("switch", "-q", "-c", "branch")
    lived.commit("2026-03-04T08:00:00+08:00", gansu_enclave_economy=record("改过的标题", TWO))
    lived.git("switch", "-q", "main")
    lived.git("merge", "-q", "--no-ff", "-m", "合并", "branch", when="2026-03-09T08:00:00+08:00")
    assert read_history(lived.root)[0].day == "2026-03-09"
    assert "2026-03-04" not in {e.day for e in read_history(lived.root)}


def test_a_record_that_cannot_be_read_is_said_to_be_so(lived: Repository) -> None:
    lived.commit("2026-03-05T08:00:00+08:00", gansu_enclave_economy="id: [")
    latest = read_history(lived.root)[0]
    assert latest.changes.unread
    assert summary(latest) == "当时的记录无法读出，细节从略。"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("measures: [{ref: '1', targets: []}]", "measures: [{ref: '1'}]"),
        ("note: null", "measures: []"),
        ("a: 1\nb: 2", "b: 2\na: 1"),
    ],
)
def test_another_way_of_writing_the_same_is_no_change(before: str, after: str) -> None:
    assert compare(before.encode(), after.encode()) is None


@pytest.mark.parametrize(
    "odd",
    ["measures: 3", "measures: [1, [2]]", "measures: [{ref: 1}, {ref: null}]", "[]", "!!python/object:x {}", "\x00"],
)
def test_no_old_file_is_too_odd(odd: str) -> None:
    compare(odd.encode(), record().encode())
    compare(record().encode(), odd.encode())


class TestWithoutHistory:
    """None, which the pages put into words; never a failure, never half a history."""

    def test_no_repository(self, tmp_path: Path) -> None:
        assert read_history(tmp_path) is None

    def test_a_folder_inside_another_repository(self, lived: Repository) -> None:
        (lived.root / "copy").mkdir()
        assert read_history(lived.root / "copy") is None

    def test_a_shallow_clone(self, lived: Repository, tmp_path: Path) -> None:
        clone = tmp_path / "clone"
        command = ["git", "clone", "-q", "--depth", "1", f"file://{lived.root}", str(clone)]
        subprocess.run(command, check=True, capture_output=True)
        assert read_history(clone) is None

    def test_no_commit_yet(self, repository: Repository) -> None:
        assert not read_history(repository.root)

    def test_no_git(self, lived: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "")
        assert read_history(lived.root) is None


def test_every_field_of_a_record_has_a_word_for_readers() -> None:
    written = {f.name for f in fields(Measure) if f.compare} - {"ref"}
    assert written <= MEASURE_FIELDS.keys()
    assert {f.name for f in fields(Document) if f.compare} - set(UNSEEN) <= DOCUMENT_FIELDS.keys()


def test_another_reading_by_the_machine_alone_is_no_change() -> None:
    before = record().encode()
    assert compare(before, before + b"reading: 0123\n") is None
