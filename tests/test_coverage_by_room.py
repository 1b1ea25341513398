"""The table of what the tests run, from a report of three made-up modules."""

from __future__ import annotations

from .coverage_by_room import Room, rooms, table


def _file(statements: int, covered: int, branches: int = 0, taken: int = 0) -> dict[str, dict[str, int]]:
    summary = {"num_statements": statements, "covered_lines": covered}
    return {"summary": summary | {"num_branches": branches, "covered_branches": taken}}


MEASURED = {
    "files": {
        "build_scripts/git.py": _file(10, 9),
        "build_scripts/checks/codes.py": _file(20, 20, 4, 2),
        "build_scripts/checks/rules/files.py": _file(6, 4),
    }
}


def test_modules_are_summed_by_room_and_in_all() -> None:
    assert rooms(MEASURED) == [Room("build_scripts", 10, 9), Room("build_scripts/checks", 30, 26), Room("全部", 40, 35)]


def test_the_table_has_a_line_for_each() -> None:
    assert table(rooms(MEASURED)).splitlines()[2:] == [
        "| build_scripts | 10 | 90.0% |",
        "| build_scripts/checks | 30 | 86.7% |",
        "| 全部 | 40 | 87.5% |",
    ]


def test_an_empty_room_is_no_fault() -> None:
    assert Room("x", 0, 0).share == 1
