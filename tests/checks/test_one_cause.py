"""One fault in one record is told where it is; what depends on that record waits, in one line at the end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_scripts.checks.checked_corpus import load_corpus

FAULTS = {
    "an unknown key": ("\nissuers:", "\nissuer:", "record-unknown-key"),
    "an unknown value": ("role: ", "role: leed", "record-unknown-value"),
    "an indent": ("\nlang:", "\n   lang:", "yaml-syntax"),
    "an open bracket": ("\ntitle: ", "\ntitle: [", "yaml-syntax"),
    "a source that is not there": ("\nsource: ", "\nsource: x", "source-missing"),
    "a day that has not come": ("\ndate: '20", "\ndate: '22", "date-future"),
    "a day that the source has not": (r"(\ndate: '....-..)-..", r"\1-28", "fact-not-in-source"),
}
CASES = [
    ("gansu-enclave-economy", "an unknown key"),
    ("gansu-etdz-upgrade", "a day that has not come"),
    ("gansu-etdz-upgrade", "an unknown value"),
    ("gansu-regional-coordination", "an indent"),
    ("henan-industrial-clusters", "a source that is not there"),
    ("henan-industrial-clusters", "a day that the source has not"),
    ("zhangye-county-economy", "an open bracket"),
    ("zhangye-county-economy", "a day that has not come"),
]


@pytest.mark.parametrize(("name", "fault"), CASES)
def test_the_cause_alone_is_told(name: str, fault: str, copy: Path) -> None:
    find, put, code = FAULTS[fault]
    record = copy / "structured" / "records" / f"{name}.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(re.sub(find, put, text, count=1), encoding="utf-8")

    corpus, problems = load_corpus(copy)

    assert corpus is None
    assert problems[0].code in (code, "date-future")
    assert code in {p.code for p in problems}
    assert {p.path for p in problems} == {f"structured/records/{name}.yml"}
    assert [p.code for p in problems].count("rest-waits") <= 1
    assert len(problems) <= 3
    if problems[-1].code == "rest-waits":
        assert re.search(r"其余的核对等这一处改好再做：先不报的有 \d+ 处（structured/", problems[-1].message)


def test_what_waits_is_counted_by_file(copy: Path) -> None:
    record = copy / "structured" / "records" / "zhangye-county-economy.yml"
    record.write_text("id: [", encoding="utf-8")
    rest = load_corpus(copy)[1][-1]
    assert rest.code == "rest-waits" and rest.severity == "warning" and rest.line == 1
    total, counts = re.search(r"有 (\d+) 处（(.*)）", rest.message).groups()  # type: ignore[union-attr]
    assert int(total) == sum(map(int, re.findall(r" (\d+) 处", counts))) > 1


def test_another_fault_that_depends_on_nothing_is_told_too(copy: Path) -> None:
    records = copy / "structured" / "records"
    (records / "zhangye-county-economy.yml").write_text("id: [", encoding="utf-8")
    other = records / "gansu-enclave-economy.yml"
    other.write_text(
        other.read_text(encoding="utf-8").replace("topics: [general", "topics: [genral", 1), encoding="utf-8"
    )
    assert {"yaml-syntax", "topic-unknown", "rest-waits"} == {p.code for p in load_corpus(copy)[1]}


def test_a_ref_that_stands_twice_is_told_before_what_it_breaks(copy: Path) -> None:
    record = copy / "structured" / "records" / "gansu-enclave-economy.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("ref: '3.2'", "ref: '3.1'", 1), encoding="utf-8")
    _, problems = load_corpus(copy)
    assert problems[0].code == "ref-duplicate" and "measure-unknown" in {p.code for p in problems[1:]}
