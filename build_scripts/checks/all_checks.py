"""Every check, in the order in which problems are told."""

from __future__ import annotations

from ..locating.loading import Loading
from ..problems import Problem
from .rules import (
    alignments,
    documents,
    edition,
    errata,
    measures,
    permalinks,
    readings,
    relations,
    replacing,
    studies,
    vocabulary,
)

CHECKS = (
    *vocabulary.CHECKS,
    *studies.CHECKS,
    *documents.CHECKS,
    *measures.CHECKS,
    *readings.CHECKS,
    *replacing.CHECKS,
    *alignments.CHECKS,
    *relations.CHECKS,
    *edition.CHECKS,
    *permalinks.CHECKS,
    *errata.CHECKS,
)


def run_checks(loading: Loading) -> list[Problem]:
    """All problems of all checks, in the order of files and lines."""
    return sorted(problem for check in CHECKS for problem in check(loading))
