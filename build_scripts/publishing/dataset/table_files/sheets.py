"""The sheets of the workbook: what an office reads, as views on the tables.

Columns of ids come last in a sheet and show addresses, which hold the id: they are not printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from build_scripts.publishing.dataset.table_model import Untold
from build_scripts.publishing.text.wording.loading import wording

_HEADS = wording("workbook")


@dataclass(frozen=True)
class Sheet:
    """``columns`` are (heading, path from the table's row, width in characters)."""

    title: str
    table: str
    columns: tuple[tuple[str, str, int], ...]


def _sheet(table: str, columns: tuple[tuple[str, int], ...]) -> Sheet:
    """A view on a table by (path, width), with its words."""
    words = _HEADS.sheets[table]
    heads = _HEADS.of_measure | words["columns"]
    if not set(words["columns"]) <= {path for path, _ in columns} <= set(heads):
        raise Untold(f"{table}: {sorted({path for path, _ in columns} ^ set(words['columns']))}")
    return Sheet(words["title"], table, tuple((heads[path], path, width) for path, width in columns))


LINKING = {
    "documents": ("title",),
    "measures": ("printed",),
    "agencies": ("name",),
    "topics": ("zh",),
    "points": ("question",),
    "works": ("title",),
}
"""By table: the column that names a row, and so leads to its page."""

LISTED = {
    ("agency_events", "from"): ("agencies", "name"),
    ("agency_events", "to"): ("agencies", "name"),
    ("relations", "absent_in"): ("documents", "title"),
}
"""By table and column: lists of ids in one cell, shown by that column of that table."""

SAID: Mapping[tuple[str, str], Mapping[str, str]] = {("agency_events", "source"): _HEADS.sources}
"""By table and column: words that stand for what has no words of its own."""

_OF_MEASURE = (
    ("measure.document.jurisdiction.short", 8),
    ("measure.document.title", 30),
    ("measure.printed", 16),
    ("measure.heading", 26),
)

SHEETS = (
    _sheet(
        "documents",
        (
            ("jurisdiction.short", 8),
            ("title", 46),
            ("number", 22),
            ("issuers", 28),
            ("date", 12),
            ("published", 12),
            ("lang", 8),
            ("title_basis", 12),
            ("note", 30),
            ("id", 28),
        ),
    ),
    _sheet(
        "measures",
        (
            ("document.jurisdiction.short", 8),
            ("document.title", 30),
            ("printed", 16),
            ("section.heading", 20),
            ("heading", 26),
            ("text", 90),
            ("kind", 8),
            ("primary_topic.zh", 16),
            ("mandatory", 8),
            ("encouraging", 8),
            ("exploratory", 8),
            ("note", 24),
            ("id", 30),
        ),
    ),
    _sheet(
        "responsibilities",
        (
            *_OF_MEASURE,
            ("name", 22),
            ("agency.name", 30),
            ("agency.line.zh", 14),
            ("role", 10),
            ("basis", 14),
            ("collective", 8),
            ("measure", 30),
        ),
    ),
    _sheet(
        "targets",
        (
            *_OF_MEASURE,
            ("indicator", 26),
            ("comparator", 14),
            ("value", 10),
            ("value_to", 10),
            ("unit", 10),
            ("deadline", 12),
            ("scope", 16),
            ("aspirational", 8),
            ("per", 8),
            ("quote", 60),
            ("measure", 30),
        ),
    ),
    _sheet(
        "limits",
        (
            *_OF_MEASURE,
            *(("kind", 8), ("of", 26), ("comparator", 14), ("value", 10), ("value_to", 10)),
            *(("unit", 10), ("quote", 60), ("measure", 30)),
        ),
    ),
    _sheet(
        "citations",
        (
            *_OF_MEASURE,
            ("title", 50),
            ("number", 24),
            ("document.title", 40),
            ("measure", 30),
        ),
    ),
    _sheet(
        "cited_by",
        (
            *(("work.title", 50), ("work.number", 22), ("work.document.title", 30), ("relation", 8)),
            *(("document.title", 30), ("measure.printed", 16), ("passage", 10), ("quote", 70), ("work", 28)),
        ),
    ),
    _sheet(
        "measure_topics",
        (
            ("topic.zh", 18),
            ("primary", 8),
            *_OF_MEASURE,
            ("basis", 10),
            ("measure", 30),
        ),
    ),
    _sheet(
        "alignments",
        (
            ("a.document.jurisdiction.short", 6),
            ("a.printed", 16),
            ("a.heading", 18),
            ("a.text", 54),
            ("b.document.jurisdiction.short", 6),
            ("b.printed", 16),
            ("b.heading", 18),
            ("b.text", 54),
            ("basis", 8),
            ("strength", 8),
            ("why", 30),
            ("score", 8),
            ("shared", 30),
            ("a", 30),
            ("b", 30),
        ),
    ),
    _sheet(
        "relations",
        (
            ("kind", 10),
            ("relation", 10),
            ("from.document.title", 30),
            ("from.printed", 16),
            ("evidence_from", 44),
            ("to.document.title", 30),
            ("to.printed", 16),
            ("evidence_to", 44),
            ("absent_in", 28),
            ("why", 40),
        ),
    ),
    _sheet(
        "evidence",
        (
            ("point.topic.zh", 14),
            ("point.question", 26),
            ("document.jurisdiction.short", 8),
            ("document.title", 30),
            ("measure.printed", 16),
            ("passage", 10),
            ("quote", 70),
            ("point", 30),
        ),
    ),
    _sheet(
        "agencies",
        (
            ("jurisdiction.short", 8),
            ("name", 34),
            ("names", 40),
            ("kind", 14),
            ("line.zh", 16),
            ("note", 50),
            ("id", 28),
        ),
    ),
    _sheet(
        "agency_events",
        (
            ("agency.name", 34),
            ("type", 10),
            ("date", 12),
            ("from", 28),
            ("to", 28),
            ("note", 60),
            ("source", 40),
        ),
    ),
)
