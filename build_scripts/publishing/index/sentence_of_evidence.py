"""Where evidence stands within its measure: the sentence that has its first words."""

from __future__ import annotations

from build_scripts.model import Evidence, Measure
from build_scripts.reading.measures.sentences import sentences


def sentence_of(measure: Measure, evidence: Evidence) -> int | None:
    """The number of the sentence, from 1, in which evidence out of ``measure`` begins; None where it is in the heading."""
    if evidence.at is None or measure.at is None or not measure.at.start <= evidence.at.start < measure.at.end:
        return None
    start = evidence.at.start - measure.at.start
    return next((s.n for s in sentences(measure.text) if start < s.at.end), None)
