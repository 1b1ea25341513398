"""Measures held against each other: counterparts, and relations between levels and over time."""

from __future__ import annotations

from build_scripts.model import Vocabulary
from build_scripts.publishing.dataset.table_model import Column, key, table
from build_scripts.publishing.text.wording.loading import wording

_CODES = wording("codes")
BASES, STRENGTHS, JUDGED = _CODES.pair_bases, _CODES.strengths, _CODES.judged_bases


def _studies(vocabulary: Vocabulary) -> dict[str, str]:
    return {s.id: s.zh for s in vocabulary.studies}


def _sorts(vocabulary: Vocabulary) -> dict[str, str]:
    return {sort.id: sort.zh for s in vocabulary.studies for sort in s.relations}


def _evidence(side: str) -> tuple[Column, Column, Column]:
    """The words of one side that bear out a relation, and where they stand in its source."""
    start, end = (
        Column(f"evidence_{side}_{at}", "integer", of=f"evidence_{side}.0.{at}", least=0) for at in ("start", "end")
    )
    return Column(f"evidence_{side}", of=f"evidence_{side}.0.quote"), start, end


ALIGNMENTS = table(
    "alignments",
    "alignments",
    (
        key("a", to="measures"),
        key("b", to="measures"),
        Column("score", type="number", least=0, most=1),
        Column("basis", required=True, codes=BASES),
        Column("strength", codes=STRENGTHS),
        Column("why"),
        Column("shared", many=True),
    ),
)

RELATIONS = table(
    "relations",
    "relations",
    (
        key("n", "integer", above="#"),
        Column("id", required=True),
        Column("kind", required=True, codes_of=_studies, of="study"),
        Column("relation", required=True, codes_of=_sorts),
        Column("from", to="measures"),
        Column("to", to="measures"),
        Column("why"),
        *_evidence("from"),
        *_evidence("to"),
        Column("absent_in", many=True),
        Column("basis", required=True, codes=JUDGED),
    ),
)
