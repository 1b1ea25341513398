"""Tables as CSV: RFC 4180, UTF-8 with byte order mark (so that Excel reads it as UTF-8), a header line.

A text cell that a spreadsheet could take for a formula is *defused*: an apostrophe is put before it. So that this can
be undone without guessing, a cell that begins with an apostrophe gets another one. To read the text back, take one
apostrophe off the beginning of any text cell that has one.
"""

from __future__ import annotations

import csv
import io
from typing import Any

from build_scripts.publishing.dataset.table_model import Data, Table

# What starts a formula, in either width; tab and line ends, behind which a formula may hide (OWASP, CSV injection).
FORMULA_STARTS = frozenset("=+-@＝＋－＠\t\r\n")


def defuse(text: str) -> str:
    """``text`` as it stands in a cell.

    >>> defuse("=1+1"), defuse("'quoted'"), defuse("飞地")
    ("'=1+1", "''quoted'", '飞地')
    """
    return "'" + text if text[:1] in FORMULA_STARTS or text[:1] == "'" else text


def cell(value: Any) -> str:
    """A value as CSV has it: nothing for None, true and false, plain numbers, defused text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(int(value)) if float(value).is_integer() else repr(value)
    return defuse(value)


def csv_bytes(table: Table, data: Data) -> bytes:
    """A table as a CSV file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([c.name for c in table.columns])
    writer.writerows([cell(v) for v in row] for row in table.cells(data))
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")
