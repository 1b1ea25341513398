"""Three-way merge: what a person left alone follows the machine, what a person changed stays."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.merging import merge
from build_scripts.model import Document, Measure, Responsibility

A, B = Responsibility("省科技厅", "lead", "a"), Responsibility("省财政厅", "support", "b")
BASE = Document(
    "x",
    "题",
    "gansu",
    "zh-Hans",
    "x.txt",
    "0",
    measures=(Measure("1", "甲", "甲文", responsibilities=(A,), topics=("t",)), Measure("2", "乙", "乙文")),
)


def with_first(document: Document, **changes: object) -> Document:
    return replace(document, measures=(replace(document.measures[0], **changes), *document.measures[1:]))


def test_the_machine_may_change_what_nobody_touched() -> None:
    merged, problems = merge(BASE, BASE, with_first(BASE, responsibilities=(A, B)), "x.yml")
    assert merged.measures[0].responsibilities == (A, B)
    assert problems == []


def test_a_persons_change_stays() -> None:
    mine = with_first(BASE, note="改过", responsibilities=(B,))
    merged, problems = merge(BASE, mine, BASE, "x.yml")
    assert merged == mine
    assert problems == []


def test_each_field_by_itself() -> None:
    merged, problems = merge(BASE, with_first(BASE, note="改过"), with_first(BASE, responsibilities=(A, B)), "x.yml")
    assert (merged.measures[0].note, merged.measures[0].responsibilities) == ("改过", (A, B))
    assert problems == []


def test_both_changed_keeps_the_persons_and_says_so() -> None:
    merged, problems = merge(
        BASE, with_first(BASE, responsibilities=(B,)), with_first(BASE, responsibilities=(A, B)), "x.yml"
    )
    assert merged.measures[0].responsibilities == (B,)
    assert [(p.code, p.record, p.severity) for p in problems] == [("merge-conflict", "1", "warning")]


def test_an_editors_topics_are_never_the_machines() -> None:
    mine = with_first(BASE, topics=("mine",), topics_basis="editor")
    merged, problems = merge(BASE, mine, with_first(BASE, topics=("other",)), "x.yml")
    assert (merged.measures[0].topics, merged.measures[0].topics_basis) == (("mine",), "editor")
    assert problems == []


def test_a_new_measure_comes_in_its_place_and_a_gone_one_goes() -> None:
    new = replace(BASE, measures=(BASE.measures[0], Measure("1.5", "新", "新文")))
    merged, _ = merge(BASE, BASE, new, "x.yml")
    assert [m.ref for m in merged.measures] == ["1", "1.5"]


def test_a_gone_measure_that_a_person_changed_stays_with_a_warning() -> None:
    mine = replace(BASE, measures=(BASE.measures[0], replace(BASE.measures[1], note="改过")))
    merged, problems = merge(BASE, mine, replace(BASE, measures=BASE.measures[:1]), "x.yml")
    assert [m.ref for m in merged.measures] == ["1", "2"]
    assert [p.code for p in problems] == ["merge-gone"]
