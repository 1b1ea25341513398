"""Everything wrong at once, in small: tests/checks/all_wrong/, and each word that is said of it in tests/said/all-wrong/."""

from __future__ import annotations

from pathlib import Path

from build_scripts.checks.all_checks import run_checks
from build_scripts.checks.problems_to_show import told
from build_scripts.locating.loading import load
from tests.said import as_before

WRONG = Path(__file__).parent / "all_wrong"


def test_every_fault_is_said_with_its_place_cause_and_mend() -> None:
    as_before("all-wrong/found.txt", "".join(f"{p.severity} {p}\n" for p in run_checks(load(WRONG))))


def test_a_person_is_told_each_once_and_the_causes_first() -> None:
    loading = load(WRONG)
    problems = told([*loading.problems, *run_checks(loading)], loading)
    as_before("all-wrong/told.txt", "".join(f"{p.severity} {p}\n" for p in problems))
