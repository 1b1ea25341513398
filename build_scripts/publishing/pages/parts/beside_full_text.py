"""What others say, beside a measure in the full text: its counterparts with the sentence that says most, its questions."""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.comparing.counterparts.pairs import Pair
from build_scripts.publishing.index.lookups import Entry, Index
from build_scripts.publishing.index.points import Question
from build_scripts.publishing.pages.parts.essential_sentence import essential

SHOWN = 4  # counterparts, and questions: more stand on the measure's own page


@dataclass(frozen=True)
class Other:
    """A counterpart that an editor found, and the sentence of it to show."""

    entry: Entry
    pair: Pair
    sentence: str


@dataclass(frozen=True)
class Beside:
    """``more`` is how many counterparts and questions are left out."""

    others: tuple[Other, ...]
    questions: tuple[Question, ...]
    more: int


def beside(index: Index, found: Comparison, entry: Entry) -> Beside | None:
    """Close counterparts before partial ones, those of other places before the place's own; None where there is nothing."""
    confirmed = [p for p in found.pairs_of.get(entry.id, ()) if p.status == "confirmed"]

    def rank(pair: Pair) -> tuple[bool, bool, int]:
        other = index.entries[pair.other(entry.id)]
        return (pair.strength != "strong", other.place == entry.place, index.order[other.id])

    pairs = sorted(confirmed, key=rank)
    asked = tuple({q.question.id: q.question for q in index.quoted_of_measure.get(entry.id, ())}.values())
    if not pairs and not asked:
        return None
    more = max(0, len(pairs) - SHOWN) + max(0, len(asked) - SHOWN)
    return Beside(tuple(_other(index, entry, p) for p in pairs[:SHOWN]), asked[:SHOWN], more)


def _other(index: Index, entry: Entry, pair: Pair) -> Other:
    other = index.entries[pair.other(entry.id)]
    return Other(other, pair, essential(other.measure) or other.measure.text.strip())
