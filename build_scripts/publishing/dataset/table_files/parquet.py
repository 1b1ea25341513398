"""Tables as Parquet files, with their types, nulls and no apostrophes: by DuckDB, which is no requirement of the site.

``python -m build_scripts parquet`` writes them into the built site; requirements-parquet.txt installs what it needs.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from build_scripts.publishing.dataset.table_model import Data, Table

FOLDER = "parquet"
LIBRARY = "duckdb"
TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}


def installed() -> bool:
    return find_spec(LIBRARY) is not None


def write_parquet(tables: Iterable[Table], data: Data, folder: Path) -> list[Path]:
    """Write ``<table>.parquet`` of each table below ``folder``; ImportError where DuckDB is not installed."""
    import duckdb

    written = []
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, duckdb.connect() as base:
        base.execute("set threads = 1")  # rows in their order, the same bytes every time
        for table in tables:
            rows, to = Path(temporary) / f"{table.name}.jsonl", folder / f"{table.name}.parquet"
            names = [c.name for c in table.columns]
            lines = (json.dumps(dict(zip(names, row, strict=True))) for row in table.cells(data))
            rows.write_text("".join(f"{line}\n" for line in lines), "ascii")
            columns = ", ".join(f"'{c.name}': '{TYPES[c.type]}'" for c in table.columns)
            read = f"read_json({_text(rows)}, format = 'newline_delimited', columns = {{{columns}}})"
            base.execute(f"copy (from {read}) to {_text(to)} (format parquet, compression zstd)")
            written.append(to)
    return written


def _text(path: Path) -> str:
    return "'" + path.as_posix().replace("'", "''") + "'"
