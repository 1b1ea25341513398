"""What a table is made of: its columns with their words, keys that point at other tables, places in a source."""

from __future__ import annotations

import pytest

from build_scripts.publishing.dataset.table_model import Column, Untold, key, offsets, rows_at, table


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
    made = table("lines", "lines", (key("id"), Column("zh", required=True), Column("en", required=True)))
    assert made.name == "lines" and all((made.zh, made.en, made.note)) and len({made.zh, made.en, made.note}) == 3
    assert [c.name for c in made.columns] == ["id", "zh", "en"]
    assert all(c.zh and c.en for c in made.columns)
    assert made.at == ("lines",)


def test_a_column_that_has_no_words_is_refused() -> None:
    with pytest.raises(Untold, match="colour"):
        table("lines", "lines", (key("id"), Column("colour")))


EXPORTED = {
    "documents": [
        {
            "id": "a",
            "passages": [{"kind": "preamble", "targets": [{"of": 1}, {"of": 2}]}, {"kind": "closing", "targets": []}],
        },
        {
            "id": "b",
            "passages": [{"kind": "title", "targets": [{"of": 3}]}, {"kind": "closing", "targets": [{"of": 4}]}],
        },
    ],
    "bodies": [
        {"names": ["x", "y"], "where": {"of": [{"id": "z"}]}, "sign": "="},
        {"names": [], "where": None, "sign": None},
    ],
}


def test_rows_are_the_things_of_a_list_inside_lists_counted_where_a_column_says() -> None:
    columns = (
        Column("document", above="documents.id"),
        Column("n", above="documents#"),
        Column("here", above="#"),
        Column("kind", above="passages.kind"),
        Column("other", above="agencies.id"),
        Column("of"),
    )
    found = [tuple(row.values()) for row in rows_at(EXPORTED, ["documents.passages.targets"], columns)]
    assert found == [
        ("a", 1, 1, "preamble", None, 1),
        ("a", 2, 2, "preamble", None, 2),
        ("b", 1, 1, "title", None, 3),
        ("b", 2, 1, "closing", None, 4),
    ]


def test_a_value_is_found_by_its_way_joined_or_told_by_its_sign() -> None:
    columns = (
        Column("names", many=True),
        Column("how_many", of="names.#"),
        Column("first", of="names.0"),
        Column("z", of="where.of.0.id"),
        Column("sign", signs={"=": "eq"}),
    )
    assert [tuple(row.values()) for row in rows_at(EXPORTED, ["bodies"], columns)] == [
        ("x；y", 2, "x", "z", "eq"),
        (None, 0, None, None, None),
    ]
    assert [row["name"] for row in rows_at(EXPORTED, ["bodies.names"], (Column("name", of="."),))] == ["x", "y"]
