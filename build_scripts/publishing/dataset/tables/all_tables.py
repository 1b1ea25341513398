"""Every table of the dataset, in an order in which each refers only to itself and earlier ones."""

from __future__ import annotations

from build_scripts.model import Vocabulary
from build_scripts.publishing.dataset.table_model import Table
from build_scripts.publishing.dataset.tables.cited_works_and_doubts import CITED_BY, DOUBTS, WORKS
from build_scripts.publishing.dataset.tables.documents import DOCUMENTS, PASSAGES_OUTSIDE, SECTIONS, SUPPLIED
from build_scripts.publishing.dataset.tables.fact_sources import FACT_SOURCES
from build_scripts.publishing.dataset.tables.measures import MEASURES, SENTENCES
from build_scripts.publishing.dataset.tables.pairs import ALIGNMENTS, RELATIONS
from build_scripts.publishing.dataset.tables.parts_of_measures import (
    CITATIONS,
    LIMITS,
    MEASURE_TOPICS,
    PASSAGE_CITATIONS,
    PASSAGE_LIMITS,
    PASSAGE_TARGETS,
    RESPONSIBILITIES,
    TARGETS,
)
from build_scripts.publishing.dataset.tables.points import ANSWERS, DOUBLE_READINGS, EVIDENCE, POINTS, READINGS
from build_scripts.publishing.dataset.tables.vocabulary import (
    AGENCIES,
    AGENCY_EVENTS,
    AGENCY_NAMES,
    JURISDICTIONS,
    LINES,
    TOPICS,
)

TABLES: tuple[Table, ...] = (
    JURISDICTIONS,
    LINES,
    TOPICS,
    AGENCIES,
    AGENCY_NAMES,
    AGENCY_EVENTS,
    DOCUMENTS,
    SUPPLIED,
    FACT_SOURCES,
    DOUBTS,
    SECTIONS,
    PASSAGES_OUTSIDE,
    WORKS,
    MEASURES,
    SENTENCES,
    RESPONSIBILITIES,
    TARGETS,
    LIMITS,
    PASSAGE_TARGETS,
    PASSAGE_LIMITS,
    CITATIONS,
    PASSAGE_CITATIONS,
    CITED_BY,
    MEASURE_TOPICS,
    ALIGNMENTS,
    RELATIONS,
    POINTS,
    ANSWERS,
    EVIDENCE,
    READINGS,
    DOUBLE_READINGS,
)
BY_NAME = {t.name: t for t in TABLES}


def coded_tables(vocabulary: Vocabulary) -> tuple[Table, ...]:
    """Every table with all its codes, those too that stand in the vocabulary."""
    return tuple(t.coded(vocabulary) for t in TABLES)
