"""Every check, in the order in which problems are told."""

from __future__ import annotations

from ..locating.loading import Loading
from ..problems import Problem
from . import judged, works
from .judgements import alignments, relations, whys
from .points import answers, differences, questions
from .points import readings as point_readings
from .rules import (
    characters,
    documents,
    errata,
    fact_sources,
    files,
    measures,
    permalinks,
    readings,
    replacing,
    values,
    vocabulary,
)
from .walking import Check

CHECKS: tuple[Check, ...] = (
    *vocabulary.CHECKS,
    *fact_sources.CHECKS,
    *documents.CHECKS,
    *measures.CHECKS,
    *readings.CHECKS,
    *replacing.CHECKS,
    *values.CHECKS,
    *characters.CHECKS,
    *files.CHECKS,
    *alignments.CHECKS,
    *relations.CHECKS,
    *whys.CHECKS,
    *works.CHECKS,
    *questions.CHECKS,
    *answers.CHECKS,
    *differences.CHECKS,
    *point_readings.CHECKS,
    *judged.CHECKS,
    *permalinks.CHECKS,
    *errata.CHECKS,
)


def run_checks(loading: Loading) -> list[Problem]:
    """All problems of all checks, in the order of files and lines."""
    return sorted(problem for check in CHECKS for problem in check(loading))
