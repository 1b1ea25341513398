"""Three-way merge: what a person left alone follows the machine, what a person changed stays, in its own measure."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.merging import Finding, merge
from build_scripts.model import Document, Measure, Responsibility

A, B = Responsibility("省科技厅", "lead", "a"), Responsibility("省财政厅", "support", "b")
FIRST = Measure("1", "完善设施", "加强道路、供水、供电等基础设施建设。", responsibilities=(A,), topics=("t",))
SECOND = Measure("2", "优化服务", "一次办好企业开办、用地、用工等事项。")
THIRD = Measure("3", "引进人才", "对高层次人才给予住房和子女入学便利。")
BASE = Document("x", "题", "gansu", "zh-Hans", "x.txt", "0", measures=(FIRST, SECOND))


def with_first(document: Document, **changes: object) -> Document:
    return replace(document, measures=(replace(document.measures[0], **changes), *document.measures[1:]))


def with_measures(*measures: Measure) -> Document:
    return replace(BASE, measures=measures)


def test_the_machine_may_change_what_nobody_touched() -> None:
    merged = merge(BASE, BASE, with_first(BASE, responsibilities=(A, B)))
    assert merged.document.measures[0].responsibilities == (A, B)
    assert merged.findings == ()


def test_a_persons_change_stays() -> None:
    mine = with_first(BASE, note="改过", responsibilities=(B,))
    merged = merge(BASE, mine, BASE)
    assert merged.document == mine
    assert merged.findings == ()


def test_each_field_by_itself() -> None:
    merged = merge(BASE, with_first(BASE, note="改过"), with_first(BASE, responsibilities=(A, B)))
    first = merged.document.measures[0]
    assert (first.note, first.responsibilities, first.stale) == ("改过", (A, B), ())


def test_both_changed_keeps_the_persons_and_marks_the_field_stale() -> None:
    merged = merge(BASE, with_first(BASE, responsibilities=(B,)), with_first(BASE, responsibilities=(A, B)))
    first = merged.document.measures[0]
    assert (first.responsibilities, first.stale) == ((B,), ("responsibilities",))


def test_a_stale_field_stays_stale_when_nothing_more_happens() -> None:
    read = with_first(BASE, responsibilities=(A, B))
    once = merge(BASE, with_first(BASE, responsibilities=(B,)), read).document
    assert merge(read, once, read).document == once


def test_a_stale_field_is_settled_when_the_machine_comes_to_agree() -> None:
    stale = with_first(BASE, responsibilities=(B,), stale=("responsibilities",))
    merged = merge(with_first(BASE, responsibilities=(A, B)), stale, with_first(BASE, responsibilities=(B,)))
    assert merged.document.measures[0].stale == ()


def test_facts_of_the_document_are_merged_like_fields_of_a_measure() -> None:
    merged = merge(BASE, replace(BASE, title="人定的题"), replace(BASE, title="机器的题", number="甲发〔2020〕1号"))
    assert (merged.document.title, merged.document.number, merged.document.stale) == (
        "人定的题",
        "甲发〔2020〕1号",
        ("title",),
    )


def test_an_editors_topics_are_never_the_machines() -> None:
    mine = with_first(BASE, topics=("mine",), topics_basis="editor")
    assert merge(BASE, mine, with_first(BASE, topics=("other",))).document == mine


def test_without_a_last_reading_every_difference_stays_and_is_stale() -> None:
    mine = replace(with_first(BASE, responsibilities=(B,), note="改过"), title="人定的题")
    merged = merge(None, mine, BASE)
    assert merged.document.measures[0] == replace(mine.measures[0], stale=("responsibilities",))
    assert (merged.document.title, merged.document.stale) == ("人定的题", ("title",))


def test_a_measure_that_the_last_reading_lacks_keeps_what_the_person_wrote() -> None:
    mine = with_first(BASE, responsibilities=(B,))
    merged = merge(with_measures(SECOND), mine, BASE)
    assert merged.document.measures[0] == replace(mine.measures[0], stale=("responsibilities",))


def test_a_new_measure_comes_in_its_place_and_a_gone_one_goes() -> None:
    merged = merge(BASE, BASE, with_measures(FIRST, replace(THIRD, ref="1.5")))
    assert [m.ref for m in merged.document.measures] == ["1", "1.5"]


def test_a_gone_measure_that_a_person_changed_stays_and_is_told_each_time() -> None:
    mine = with_measures(FIRST, replace(SECOND, note="改过"))
    read = with_measures(FIRST)
    once = merge(BASE, mine, read)
    again = merge(read, once.document, read)
    for merged in (once, again):
        assert [m.ref for m in merged.document.measures] == ["1", "2"]
        assert merged.findings == (Finding("gone", "2"),)


def test_what_a_person_wrote_follows_the_text_when_the_numbers_shift() -> None:
    mine = with_measures(FIRST, replace(SECOND, note="改过", topics=("t",), topics_basis="editor"))
    merged = merge(BASE, mine, with_measures(FIRST, replace(THIRD, ref="2"), replace(SECOND, ref="3")))
    assert [(m.ref, m.heading, m.note) for m in merged.document.measures] == [
        ("1", "完善设施", None),
        ("2", "引进人才", None),
        ("3", "优化服务", "改过"),
    ]
    assert merged.findings == (Finding("moved", "2", ("3",)),)
    assert merged.moved == {"2": "3"}


def test_refs_from_which_duties_are_inherited_shift_too() -> None:
    inherited = Responsibility("各市州", "implementer", basis="inherited", origin="1", collective=True)
    base = with_measures(FIRST, replace(SECOND, responsibilities=(inherited,)))
    mine = with_measures(FIRST, replace(SECOND, responsibilities=(inherited, B)))
    read = with_measures(
        replace(THIRD, ref="1"),
        replace(FIRST, ref="2"),
        replace(SECOND, ref="3", responsibilities=(replace(inherited, origin="2"),)),
    )
    third = merge(base, mine, read).document.measures[2]
    assert third.responsibilities == (replace(inherited, origin="2"), B)
    assert third.stale == ()


def test_a_doubtful_match_is_asked_and_a_persons_answer_settles_it() -> None:
    mine = with_measures(FIRST, replace(SECOND, note="改过"))
    read = with_measures(FIRST, replace(SECOND, heading="便民", text="企业开办一次办好,另设帮办代办窗口和热线电话。"))
    asked = merge(BASE, mine, read)
    assert asked.findings == (Finding("doubtful", "2", ("2",)),)

    same = merge(BASE, mine, read, {"2": "2"})
    assert [(m.heading, m.note) for m in same.document.measures] == [("完善设施", None), ("便民", "改过")]
    gone = merge(BASE, mine, read, {"2": None})
    assert [(m.heading, m.note) for m in gone.document.measures] == [("完善设施", None), ("便民", None)]


def test_a_doubt_about_a_measure_that_nobody_worked_on_is_none() -> None:
    read = with_measures(FIRST, replace(THIRD, ref="2"))
    assert merge(BASE, BASE, read).findings == ()


def test_a_doubt_about_a_measure_that_other_files_cite_is_asked() -> None:
    read = with_measures(FIRST, replace(THIRD, ref="2"))
    assert merge(BASE, BASE, read, cited={"2"}).findings == (Finding("doubtful", "2", ("2",)),)


def test_a_text_that_a_person_rewrote_is_followed_by_what_the_machine_read() -> None:
    mine = with_measures(replace(FIRST, text="一律从简。", heading=None), SECOND)
    merged = merge(
        BASE, mine, with_measures(replace(THIRD, ref="1"), replace(FIRST, ref="2"), replace(SECOND, ref="3"))
    )
    assert [(m.ref, m.text) for m in merged.document.measures[1:]] == [("2", "一律从简。"), ("3", SECOND.text)]


def test_a_measure_whose_number_another_took_is_asked_about_with_nothing_to_offer() -> None:
    mine = with_measures(FIRST, replace(SECOND, note="改过"))
    merged = merge(BASE, mine, with_measures(replace(THIRD, ref="1"), replace(FIRST, ref="2")))
    assert merged.findings == (Finding("moved", "1", ("2",)), Finding("doubtful", "2"))


def test_a_measure_with_another_number_that_is_something_like_it_is_asked_about() -> None:
    mine = with_measures(FIRST, replace(SECOND, note="改过"))
    like = replace(SECOND, ref="3", text="企业开办、用地一次办好,另设帮办代办窗口和热线电话。")
    assert merge(BASE, mine, with_measures(FIRST, like)).findings == (Finding("doubtful", "2", ("3",)),)
