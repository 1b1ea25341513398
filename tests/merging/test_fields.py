"""Which fields a record has otherwise than the machine reads them."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.merging.fields import differing_fields, join
from build_scripts.model import Document, Measure

ONE, TWO = Measure("1", "一", "甲。"), Measure("2", "二", "乙。")
READ = Document("x", "题", "gansu", "zh-Hans", "x.txt", "0", measures=(ONE, TWO))


def test_fields_of_the_machine_s_are_told_by_ref_those_of_the_document_under_no_ref() -> None:
    mine = replace(
        READ, title="人定的题", note="记", measures=(ONE, replace(TWO, text="丙。", heading="改", note="记"))
    )
    assert differing_fields(mine, READ) == {"": ["title"], "2": ["heading", "text"]}


def test_a_measure_that_the_machine_does_not_read_differs_in_nothing() -> None:
    assert differing_fields(replace(READ, measures=(ONE, replace(TWO, ref="3", text="丙。"))), READ) == {}


def test_an_editor_s_topics_are_not_stale_even_where_it_is_not_known_what_was_read() -> None:
    mine = replace(ONE, topics=("mine",), topics_basis="editor", text="改。")
    assert join(None, mine, ONE).stale == ("text",)
