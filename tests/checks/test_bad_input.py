"""Every problem code, provoked once: tests/bad/<code>.yml says what is broken and what must be said."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.fixing import canonical
from build_scripts.locating.loading import load
from build_scripts.own_yaml import values

BAD = sorted((Path(__file__).resolve().parents[1] / "bad").glob("*.yml"))


def done(copy: Path, change: dict) -> None:
    """Make one change: words replaced, a whole file written (``write``), or a file taken away (``remove``)."""
    path = copy / change["file"]
    if change.get("remove"):
        path.unlink()
    elif "write" in change:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(change["write"], encoding="utf-8")
    else:
        text = path.read_text(encoding="utf-8")
        at = text.index(change["find"])
        path.write_text(text[:at] + change["replace"] + text[at + len(change["find"]) :], encoding="utf-8")


@pytest.mark.parametrize("path", BAD, ids=lambda p: p.stem)
def test_a_broken_file_is_reported_with_place_cause_and_mend(path: Path, copy: Path) -> None:
    case = values(path.read_text(encoding="utf-8"))
    for change in (case, *case.get("and", [])):
        done(copy, change)

    corpus, problems = load_corpus(copy)

    found = [p for p in problems if p.code == case["code"]]
    assert found, f"said instead: {[str(p) for p in problems][:3]}"
    problem = next((p for p in found if p.record == case["record"]), found[0])
    assert problem.path == case.get("told", case["file"])
    assert (problem.line == 0) if case.get("whole") else (problem.line >= 1)
    assert case["record"] in problem.record
    assert case["says"] in problem.message + problem.tip
    assert problem.tip
    assert problem.severity == ("warning" if case.get("warning") else "error")
    assert (corpus is None) != case.get("warning", False)


@pytest.mark.parametrize("path", BAD, ids=lambda p: p.stem)
def test_a_case_is_named_by_its_code(path: Path) -> None:
    assert values(path.read_text(encoding="utf-8"))["code"] == path.stem


def test_the_frozen_corpus_has_no_problem(copy: Path) -> None:
    assert load_corpus(copy)[1] == []


def test_problems_of_several_files_come_at_once(copy: Path) -> None:
    for name in ("gansu-enclave-economy", "zhangye-county-economy"):
        record = copy / "structured" / "records" / f"{name}.yml"
        record.write_text(
            record.read_text(encoding="utf-8").replace("jurisdiction: ", "jurisdiction: x", 1), encoding="utf-8"
        )
    _, problems = load_corpus(copy)
    assert len({p.path for p in problems if p.code == "jurisdiction-unknown"}) == 2


def test_a_file_that_does_not_parse_is_reported_and_left_alone(copy: Path) -> None:
    record = copy / "structured" / "records" / "gansu-enclave-economy.yml"
    record.write_text("id: [", encoding="utf-8")
    _, problems = load_corpus(copy)
    assert [(p.code, p.path) for p in problems if p.code.startswith("yaml")] == [
        ("yaml-syntax", "structured/records/gansu-enclave-economy.yml")
    ]
    files = canonical(load(copy))
    assert record not in files
