"""The sentence of a measure that is shown first where its text is long."""

from __future__ import annotations

from build_scripts.model import Measure, Span, Target
from build_scripts.reading.measures.sentences import sentences

LONG = 180
"""Characters from which a text is folded behind its essential sentence."""


def essential(measure: Measure, proven: Span | None = None) -> str | None:
    """The sentence that answers a question, by the place of its proof; else the one that says most: with a figure, else with a deadline, else with the most wording of must, encourage,
    explore; of equals the first. None where the text is short enough to stand whole."""
    if len(measure.text) <= LONG:
        return None
    offset = measure.at.start if measure.at else 0
    modality = measure.modality
    if proven:
        return next(s.at.of(measure.text).strip() for s in sentences(measure.text) if proven.start - offset < s.at.end)
    words = [s.start - offset for s in (*modality.mandatory, *modality.encouraging, *modality.exploratory)]
    best, most = None, (-1, -1, -1)
    for sentence in sentences(measure.text):
        inside = [t for t in measure.targets if t.at and _in(sentence.at, t, offset)]
        figures = sum(t.value is not None for t in inside)
        weight = (figures, len(inside), sum(sentence.at.start <= w < sentence.at.end for w in words))
        if weight > most:
            best, most = sentence.at.of(measure.text).strip(), weight
    return best


def _in(at: Span, target: Target, offset: int) -> bool:
    return target.at is not None and at.start <= target.at.start - offset < at.end
