"""Tables as Parquet: every value of every table, in its type, the same bytes every time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from build_scripts.publishing.dataset.table_files.parquet import TYPES, write_parquet
from build_scripts.publishing.dataset.table_model import Column, Data, Table
from build_scripts.publishing.dataset.tables.all_tables import TABLES


@pytest.fixture(params=["real", "hostile", "park"])
def data(request: pytest.FixtureRequest) -> Data:
    found: Data = request.getfixturevalue(request.param)
    return found


def test_duckdb_reads_every_value_in_its_type(data: Data, tmp_path: Path) -> None:
    for table, path in zip(TABLES, write_parquet(TABLES, data, tmp_path), strict=True):
        found = duckdb.sql(f"from '{path}'")
        assert found.columns == [c.name for c in table.columns]
        assert [str(t) for t in found.types] == [TYPES[c.type] for c in table.columns]
        numbers = [n for n, c in enumerate(table.columns) if c.type == "number"]
        wanted = [
            tuple(float(v) if n in numbers and v is not None else v for n, v in enumerate(row))
            for row in table.cells(data)
        ]
        assert found.fetchall() == wanted, table.name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\\N",
        "\\\\N",
        "\\",
        "'",
        '"',
        'a"b',
        "a,b",
        "一\n二",
        "一\r\n二",
        "\t",
        " 前后 ",
        "NULL",
        "=1",
        "x" * 200_000,
    ],
)
def test_a_text_comes_back_to_the_letter_and_is_not_nothing(text: str, tmp_path: Path) -> None:
    columns = (Column("id", key=True, required=True), Column("text"), Column("none"))
    table = Table(
        "t",
        "",
        "",
        "",
        columns,
        lambda data: [{"id": "1", "text": text, "none": None}, {"id": "2", "text": None, "none": None}],
    )
    (path,) = write_parquet([table], Data(None, {}, None), tmp_path)  # type: ignore[arg-type]
    assert duckdb.sql(f"from '{path}'").fetchall() == [("1", text, None), ("2", None, None)]


def test_two_runs_give_the_same_bytes(park: Data, tmp_path: Path) -> None:
    first = {p.name: p.read_bytes() for p in write_parquet(TABLES, park, tmp_path / "a")}
    assert first == {p.name: p.read_bytes() for p in write_parquet(TABLES, replace(park), tmp_path / "b")}
