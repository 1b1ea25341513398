"""What a measure is known by when its counterparts are looked for: four bags of counted features.

===========  ====================================================================  ======
part         features                                                              weight
===========  ====================================================================  ======
``body``     character n-grams of the folded text, clause of the bodies left out   0.70
``heading``  character n-grams of the heading, or of the section the entry is      0.15
``topics``   topic ids; the first counts 1, each other 0.6                         0.10
``lines``    functional lines of the bodies that answer for it, by role            0.05
===========  ====================================================================  ======

A feature's weight in a bag is (1 + ln count) · ln(1 + N / df): what stands in many measures, the set phrases of
the genre among them, weighs little. Each bag is brought to length 1, so the cosine of a part lies in 0…1 and the
score of two measures is the weighted sum of the four. The weights are round numbers from the middle of a plateau,
chosen on the editor's pairs of the five texts, the same that ``evaluation`` measures with: halving or doubling any of
the three small ones moves the mean reciprocal rank of strong pairs by 0.013 at most (leaving topics out, by 0.046).
Weighing down all n-grams of context sections was tried and made it worse: they hold the subject as well as formulas.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...model import Corpus, Document, Measure, measure_id
from ...sources.fold import fold
from ..wording.compared_text import body_of, grams

WEIGHTS: Mapping[str, float] = {"body": 0.70, "heading": 0.15, "topics": 0.10, "lines": 0.05}
OTHER_TOPIC = 0.6
ROLE_WEIGHTS: Mapping[str, float] = {"lead": 1.0, "responsible": 0.7, "support": 0.4, "implementer": 0.4}

Bag = Mapping[str, float]


@dataclass(frozen=True)
class Described:
    """A measure's id and place, and all of it that its counterparts are looked for by; ``lines`` with their weights."""

    id: str
    place: str
    text: str
    heading: str
    topics: tuple[str, ...]
    lines: tuple[tuple[str, float], ...]

    def bags(self) -> dict[str, Bag]:
        """Its bags by part: counts, before any weighting."""
        return {
            "body": grams(body_of(self.text)),
            "heading": grams(fold(self.heading)),
            "topics": {t: 1.0 if i == 0 else OTHER_TOPIC for i, t in enumerate(self.topics)},
            "lines": dict(self.lines),
        }


def described(corpus: Corpus) -> Iterator[Described]:
    """Every measure of a corpus, in its order."""
    lines = {a.id: a.line for a in corpus.vocabulary.agencies}
    for d in corpus.documents:
        yield from described_in(d, lines)


def described_in(document: Document, lines: Mapping[str, str]) -> Iterator[Described]:
    """Every measure of a document; ``lines`` maps agency ids to functional lines."""
    for m in document.measures:
        heading, told = heading_of(document, m), _lines(m, lines)
        yield Described(measure_id(document.id, m.ref), document.jurisdiction, m.text, heading, m.topics, told)


def heading_of(document: Document, measure: Measure) -> str:
    """The heading; where the entry is a whole section, the section's."""
    return measure.heading or next((s.heading for s in document.sections if s.ref == measure.ref), "")


def _lines(measure: Measure, lines: Mapping[str, str]) -> tuple[tuple[str, float], ...]:
    """Lines of the bodies named in the measure itself (a document-wide sentence tells measures nothing apart)."""
    found: dict[str, float] = {}
    for duty in measure.responsibilities:
        line = lines.get(duty.agency or "")
        if line and duty.basis != "inherited":
            found[line] = max(found.get(line, 0.0), ROLE_WEIGHTS[duty.role])
    return tuple(found.items())
