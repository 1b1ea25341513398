"""The tables as one SQLite database, with a full-text index that Chinese can be searched in.

SQLite's tokenizers take a run of Han characters for one word. So the index ``measures_fts`` (FTS5) holds the texts
folded to Simplified characters with a space between all, and a search is a phrase of single characters: 飞地 is asked
as ``"飞 地"``. The table ``fold`` has the folding, so that ``SEARCH`` can do the same to a query in either script; the
Datasette file offers it as a ready-made query.

The bytes depend on the data and SQLite's version alone: a fixed page size, rows in order, VACUUM at the end.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.table_model import Column, Data, Table
from build_scripts.publishing.dataset.tables.all_tables import BY_NAME, TABLES
from build_scripts.publishing.text.wording.loading import wording
from build_scripts.sources.fold import fold, matching_table

_WORDS = wording("dataset")

HIDDEN = ("fold", "about")
"""Tables that serve the search or say what the file is: no data of the dataset."""
_LABELS = ("title", "name", "zh", "question", "heading", "printed")

_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "NUMERIC", "boolean": "INTEGER"}

SEARCH = """\
with recursive spaced(i, phrase) as (
  select 0, ''
  union all
  select i + 1, phrase || ' ' || coalesce((select "to" from fold where "from" = substr(:q, i + 1, 1)), substr(:q, i + 1, 1))
  from spaced where i < length(:q)
)
select measures.id, documents.title as document, measures.printed, measures.heading, measures.text
from measures_fts
join measures on measures.rowid = measures_fts.rowid
join documents on documents.id = measures.document
where measures_fts match (select '"' || replace(phrase, '"', ' ') || '"' from spaced where i = length(:q))
order by measures.rowid"""


def spaced(text: str) -> str:
    """``text`` as the index has it: folded, a space between all characters.

    >>> spaced("產業GDP")
    '产 业 G D P'
    """
    return " ".join(fold(text))


def sqlite_bytes(data: Data) -> bytes:
    """The database as a file's bytes."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    try:
        db.execute("pragma page_size = 4096")
        db.execute("begin")
        for table in TABLES:
            _create(db, table)
            marks = ", ".join("?" * len(table.columns))
            db.executemany(f"insert into {_name(table.name)} values ({marks})", table.cells(data))
        _search(db, data)
        _about(db, data)
        db.execute("commit")
        db.execute("vacuum")
        return db.serialize()
    finally:
        db.close()


def _create(db: sqlite3.Connection, table: Table) -> None:
    parts = [_column(c) for c in table.columns]
    parts.append(f"primary key ({', '.join(map(_name, table.key))})")
    parts += [
        f"foreign key ({_name(c.name)}) references {_name(c.to)} ({_key_of(c.to)})" for c in table.columns if c.to
    ]
    db.execute(f"create table {_name(table.name)} (\n  " + ",\n  ".join(parts) + "\n)")
    for c in table.columns:
        if c.to and c.name != table.key[0]:
            db.execute(f"create index {_name(f'{table.name}_{c.name}')} on {_name(table.name)} ({_name(c.name)})")


def _column(column: Column) -> str:
    return f"{_name(column.name)} {_TYPES[column.type]}" + (" not null" if column.required else "")


def _key_of(table: str) -> str:
    return _name(BY_NAME[table].key[0])


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _search(db: sqlite3.Connection, data: Data) -> None:
    db.execute('create table fold ("from" text primary key, "to" text not null)')
    table = matching_table()
    db.executemany("insert into fold values (?, ?)", sorted(table.items()))
    # remove_diacritics 0: characters as they are; punctuation separates and is not searched.
    db.execute(
        "create virtual table measures_fts using fts5(heading, text, tokenize = 'unicode61 remove_diacritics 0')"
    )
    rows = db.execute("select rowid, coalesce(heading, ''), text from measures order by rowid").fetchall()
    db.executemany(
        "insert into measures_fts(rowid, heading, text) values (?, ?, ?)",
        [(n, spaced(h), spaced(t)) for n, h, t in rows],
    )
    db.execute("insert into measures_fts(measures_fts) values ('optimize')")


def _about(db: sqlite3.Connection, data: Data) -> None:
    db.execute("create table about (key text primary key, value text)")
    facts = {
        "title": about.title(data.edition),
        "data_version": data.edition.version,
        "released": data.edition.released,
        "generated_from": data.commit,
        "license": about.LICENCE_URL,
    }
    db.executemany("insert into about values (?, ?)", facts.items())


def _label(table: Table) -> str | None:
    """The column by which a row is called where another one leads to it."""
    return next((c.name for name in _LABELS for c in table.columns if c.name == name and c.required), None)


def datasette_metadata(data: Data) -> dict[str, Any]:
    """Metadata for ``datasette policy-in-parallel.sqlite --metadata policy-in-parallel.datasette.json``."""
    tables: dict[str, dict[str, Any]] = {
        t.name: {
            "title": f"{t.zh} {t.en}",
            "description": t.note,
            "columns": {c.name: "：".join(p for p in (c.zh, c.note) if p) for c in t.columns},
            **({"label_column": label} if (label := _label(t)) else {}),
        }
        for t in TABLES
    }
    tables["measures"]["description"] += _WORDS.search_here
    tables |= {name: {"hidden": True} for name in HIDDEN}
    query = {"sql": SEARCH, "title": _WORDS.search_title, "description": _WORDS.search_note}
    return {
        "title": about.title(data.edition),
        "description": about.sentence(data.corpus),
        "license": "CC BY 4.0",
        "license_url": about.LICENCE_URL,
        "databases": {about.NAME: {"version": data.edition.version, "tables": tables, "queries": {"search": query}}},
    }
