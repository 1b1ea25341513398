"""Every check: of one record at a time, and of all that was loaded."""

from __future__ import annotations

from collections.abc import Iterable

from ..locating.loading import Loading
from ..locating.record_as_read import ReadRecord
from ..model import Vocabulary
from ..problems import Problem
from ..store.paths import Layout
from . import cited_works, double_readings
from .judgements import alignments, relations, whys
from .points import answers, differences, questions
from .points import double_readings_of_points as point_readings
from .rules import (
    characters,
    claims_proven_by_quote,
    corrections_after_publishing,
    documents,
    fact_sources,
    merge_bases_and_stale_fields,
    permalinks,
    source_bytes,
    stray_files_and_owners,
    topics_bodies_targets,
    vocabulary,
)
from .walking import Check

OF_ONE: tuple[Check, ...] = (
    *documents.OF_ONE,
    *topics_bodies_targets.OF_ONE,
    *merge_bases_and_stale_fields.OF_ONE,
    *source_bytes.OF_ONE,
    *claims_proven_by_quote.OF_ONE,
    *characters.OF_ONE,
)
"""Those that look at one record after another, with its source, its reading and the vocabulary, and at nothing else."""

OF_ALL: tuple[Check, ...] = (
    *vocabulary.CHECKS,
    *fact_sources.CHECKS,
    *topics_bodies_targets.CHECKS,
    *merge_bases_and_stale_fields.CHECKS,
    *source_bytes.CHECKS,
    *characters.CHECKS,
    *stray_files_and_owners.CHECKS,
    *alignments.CHECKS,
    *relations.CHECKS,
    *whys.CHECKS,
    *cited_works.CHECKS,
    *questions.CHECKS,
    *answers.CHECKS,
    *differences.CHECKS,
    *point_readings.CHECKS,
    *double_readings.CHECKS,
    *permalinks.CHECKS,
    *corrections_after_publishing.CHECKS,
)


def run_checks(loading: Loading) -> list[Problem]:
    """All problems of all checks, in the order of files and lines."""
    if loading.also:  # each record was checked while it was read
        of_one: Iterable[Problem] = (problem for found in loading.also.values() for problem in found)
    else:
        of_one = (problem for check in OF_ONE for problem in check(loading))
    return sorted([*of_one, *(problem for check in OF_ALL for problem in check(loading))])


def check_one(layout: Layout, vocabulary: Vocabulary, name: str, record: ReadRecord) -> tuple[Problem, ...]:
    """What is wrong with one record, as far as it can be told without the others: asked while it is read."""
    loading = Loading(layout, vocabulary)
    loading.take(name, record)
    return tuple(problem for check in OF_ONE for problem in check(loading))
