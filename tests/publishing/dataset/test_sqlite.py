"""The database: the same tables, keys enforced, and a search that finds Chinese in either script."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from random import Random

import pytest

from build_scripts.publishing.dataset.table_files.sqlite import SEARCH
from build_scripts.publishing.dataset.tables.all_tables import TABLES
from build_scripts.publishing.dataset.writing import Data


def opened(content: bytes) -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.deserialize(content)
    return db


@pytest.fixture(scope="module")
def db(files: dict[str, bytes]) -> Iterator[sqlite3.Connection]:
    held = opened(files["policy-in-parallel.sqlite"])
    yield held
    held.close()


def found(db: sqlite3.Connection, query: str) -> list[str]:
    return [row[0] for row in db.execute(SEARCH, {"q": query})]


def test_it_is_sound_and_no_reference_is_broken(db: sqlite3.Connection) -> None:
    assert db.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert db.execute("pragma foreign_key_check").fetchall() == []
    assert db.execute("insert into measures_fts(measures_fts) values ('integrity-check')")


def test_it_holds_every_row_of_every_table(db: sqlite3.Connection, real: Data) -> None:
    for table in TABLES:
        assert db.execute(f'select count(*) from "{table.name}"').fetchone()[0] == len(table.cells(real)), table.name


def test_texts_and_numbers_are_as_they_were(db: sqlite3.Connection, files: dict[str, bytes]) -> None:
    texts = {m["id"]: m["text"] for m in json.loads(files["corpus.json"])["measures"]}
    assert dict(db.execute("select id, text from measures")) == texts
    assert {type(v) for (v,) in db.execute("select value from targets where value is not null")} <= {int, float}


@pytest.mark.parametrize("query", ["飞地", "飛地", "產業", "产业", "“飞地经济”", "產業集聚區", "GDP"])
def test_search_finds_what_a_plain_look_through_the_texts_finds(db: sqlite3.Connection, query: str, real: Data) -> None:
    from build_scripts.sources.fold import fold

    bare = "".join(c for c in fold(query).lower() if c.isalnum())
    whole = {
        f"{d.id}/{m.ref}"
        for d in real.corpus.documents
        for m in d.measures
        if any(bare in "".join(c for c in fold(t).lower() if c.isalnum()) for t in (m.heading or "", m.text))
    }
    assert whole and set(found(db, query)) == whole


def test_both_scripts_find_the_same(db: sqlite3.Connection) -> None:
    assert found(db, "飞地") == found(db, "飛地") != []
    assert found(db, "产业") == found(db, "產業")
    assert any(m.startswith("henan") for m in found(db, "产业")) and any(
        m.startswith("gansu") for m in found(db, "產業")
    )


def test_any_stretch_of_any_text_is_found(db: sqlite3.Connection, real: Data) -> None:
    random = Random(6)
    for document in real.corpus.documents:
        for measure in document.measures:
            start = random.randrange(len(measure.text) - 12)
            assert f"{document.id}/{measure.ref}" in found(
                db, measure.text[start : start + random.randint(2, 12)]
            ) or not any(c.isalnum() for c in measure.text[start : start + 2])


@pytest.mark.parametrize("query", ["", " ", '"', '" OR "', "*", "飞地 NEAR(", "'; drop table measures; --", "、。"])
def test_a_query_is_words_and_nothing_else(db: sqlite3.Connection, query: str) -> None:
    assert found(db, query) == []


def test_the_ready_made_query_for_datasette_is_this_search(files: dict[str, bytes]) -> None:
    metadata = json.loads(files["policy-in-parallel.datasette.json"])
    assert metadata["databases"]["policy-in-parallel"]["queries"]["search"]["sql"] == SEARCH


def test_hostile_texts_are_texts(hostile_files: dict[str, bytes], hostile: Data) -> None:
    db = opened(hostile_files["policy-in-parallel.sqlite"])
    wanted = next(m for d in hostile.corpus.documents if d.id == "hostile" for m in d.measures)
    assert db.execute("select heading, text from measures where id = 'hostile/1.1'").fetchone() == (
        wanted.heading,
        wanted.text,
    )
