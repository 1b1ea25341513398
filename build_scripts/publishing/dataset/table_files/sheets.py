"""The sheets of the workbook: what an office reads, as views on the tables."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from build_scripts.model import Corpus
from build_scripts.publishing.citing.citations import dataset_without_address
from build_scripts.publishing.dataset import about
from build_scripts.publishing.dataset.table_files import point_sheet
from build_scripts.publishing.dataset.table_model import Data, Untold
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.text.wording.loading import wording

_WORDS, _HEADS = wording("dataset"), wording("workbook")


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


_OF_MEASURE = (
    ("measure.document.jurisdiction.short", 8),
    ("measure.document.title", 30),
    ("measure.printed", 12),
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
            ("printed", 12),
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
            *(("document.title", 30), ("measure.printed", 12), ("passage", 10), ("quote", 70), ("work", 28)),
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
            ("a.document.jurisdiction.short", 8),
            ("a.printed", 12),
            ("a.heading", 26),
            ("a.text", 60),
            ("b.document.jurisdiction.short", 8),
            ("b.printed", 12),
            ("b.heading", 26),
            ("b.text", 60),
            ("basis", 12),
            ("strength", 12),
            ("why", 36),
            ("score", 10),
            ("shared", 36),
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
            ("from.printed", 12),
            ("evidence_from", 44),
            ("to.document.title", 30),
            ("to.printed", 12),
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
            ("measure.printed", 12),
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


def notes(data: Data) -> list[tuple[str, str]]:
    """The first sheet: what this is and how far it can be relied on."""
    filled = {
        "title": about.title(data.edition),
        "sentence": about.sentence(data.corpus),
        "version": data.edition.version,
        "released": data.edition.released,
        "commit": data.commit or _WORDS.none,
        "sheets": "、".join([point_sheet.TITLE, *(sheet.title for sheet in SHEETS)]),
        "traditional": _traditional(data.corpus),
        "licence": about.LICENCE_URL,
        "cite": dataset_without_address(data.edition),
    }
    return [(name, text.format(**filled)) for name, text in _WORDS.notes.items()]


def _traditional(corpus: Corpus) -> str:
    """Which documents are in Traditional characters; empty where none is."""
    held = Counter(d.jurisdiction for d in corpus.documents if d.lang == "zh-Hant")
    which = [
        _WORDS("traditional_one", place=p.short)
        if held[p.id] == 1
        else _WORDS("traditional_several", place=p.short, n=held[p.id])
        for p in Index(corpus).speaking_places
        if p.id in held
    ]
    return _WORDS("traditional", which="、".join(which)) if which else ""
