"""A record for the browser in the reading form, with the way back by paths."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.publishing.text.reading_form.in_json import in_reading_form
from tests.publishing.html import received_record
from tests.publishing.text.reading_form.made_up import chinese

VALUES = st.recursive(
    chinese(4) | st.none() | st.booleans() | st.integers(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "name", "ids"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(
    st.dictionaries(st.sampled_from(["id", "name", "text", "targets"]), VALUES), st.sampled_from(["zh-Hans", "zh-Hant"])
)
def test_the_way_back_leads_to_the_record(record: dict[str, Any], lang: str) -> None:
    before = copy.deepcopy(record)
    assert received_record(in_reading_form(record, lang)) == before
    assert record == before, "what was given stays as it was"


def test_fields_that_are_no_words_of_the_document_stay() -> None:
    told = in_reading_form({"note": "編者按,甲", "text": "甲,乙"}, "zh-Hant", but=frozenset({"note"}))
    assert told == {"note": "編者按,甲", "text": "甲，乙", "received": {"text": "1,"}}


@pytest.mark.parametrize("record", [{}, {"n": 1}, {"text": "甲，乙"}, {"text": ""}])
def test_a_record_that_is_read_as_it_was_received_has_no_way_back(record: dict[str, Any]) -> None:
    assert in_reading_form(record, "zh-Hans") == record
