"""What a table is made of: its columns with their words, keys that point at other tables, places in a source."""

from __future__ import annotations

import pytest

from build_scripts.publishing.dataset.table_model import Column, Untold, key, offsets, table


def test_a_key_is_required_and_may_lead_to_another_table() -> None:
    plain, led = key("id"), key("n", "integer", to="works")
    assert (plain.name, plain.type, plain.key, plain.required, plain.to) == ("id", "string", True, True, None)
    assert (led.name, led.type, led.key, led.required, led.to) == ("n", "integer", True, True, "works")


def test_a_place_is_two_numbers_that_may_lack() -> None:
    assert [(c.name, c.type, c.required, c.key) for c in offsets()] == [
        ("start", "integer", False, False),
        ("end", "integer", False, False),
    ]


def test_a_table_has_the_words_of_its_name_and_of_its_columns() -> None:
    made = table("lines", (key("id"), Column("zh", required=True), Column("en", required=True)), lambda data: iter(()))
    assert made.name == "lines" and all((made.zh, made.en, made.note)) and len({made.zh, made.en, made.note}) == 3
    assert [c.name for c in made.columns] == ["id", "zh", "en"]
    assert all(c.zh and c.en for c in made.columns)
    assert list(made.rows(None)) == []  # type: ignore[arg-type]


def test_a_column_that_has_no_words_is_refused() -> None:
    with pytest.raises(Untold, match="colour"):
        table("lines", (key("id"), Column("colour")), lambda data: iter(()))
