"""The days of the sitemap: of the last change of what a page shows, and none where that is not known."""

from __future__ import annotations

import pytest

from build_scripts.git import last_days
from build_scripts.publishing.history.days import Changes, DocumentDay
from build_scripts.publishing.history.last_changes import last_changes
from build_scripts.publishing.index.lookups import Index
from tests.publishing.history.conftest import lived, repository  # noqa: F401


def changed(day: str, document: str) -> DocumentDay:
    return DocumentDay(day, document, f"{day}T00:00:00Z", Changes("changed"))


HISTORY = (
    changed("2026-03-05", "gansu-enclave-economy"),
    changed("2026-03-02", "henan-industrial-clusters"),
    changed("2026-03-01", "gansu-enclave-economy"),
)


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("documents/henan-industrial-clusters/", "2026-03-02"),
        ("measures/gansu-enclave-economy/3.3/", "2026-03-05"),
        ("compare/henan-industrial-clusters/gansu-enclave-economy/", "2026-03-05"),
        ("topics/investment-promotion/", "2026-03-02"),
        ("agencies/gansu-agri/", "2026-03-05"),
        ("", "2026-03-05"),
        ("documents/hostile/", None),
        ("agencies/zhangye-drc/", None),
        ("data/dictionary/", None),
    ],
)
def test_a_page_changed_with_the_last_of_its_records(index: Index, address: str, day: str | None) -> None:
    assert last_changes(index, HISTORY).get(address) == day


def test_without_history_nothing_is_said(index: Index) -> None:
    assert last_changes(index, ()) == {}


def test_a_file_changed_when_its_last_commit_landed(lived) -> None:  # noqa: F811
    assert last_days(lived.root, "structured") == {
        "structured/records/gansu-enclave-economy.yml": "2026-03-02",
        "structured/records/henan-industrial-clusters.yml": "2026-03-03",
    }
    assert last_days(lived.root / "structured", "records") == {}
