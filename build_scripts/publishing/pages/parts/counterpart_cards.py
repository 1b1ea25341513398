"""The counterparts of a measure as cards: an editor's, with the wording that close ones share; the method's apart."""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.comparing.counterparts.pairs import Pair
from build_scripts.comparing.wording.shared_phrases import SharedPhrase
from build_scripts.model import Measure, Span
from build_scripts.publishing.index.lookups import Entry, Index
from build_scripts.reading.measures.sentences import sentences

AROUND = 12  # characters of context on either side of a shared phrase
SHOWN = 6  # shared phrases on a card: the longest


@dataclass(frozen=True)
class Excerpt:
    """A shared phrase as one text prints it, with what stands around it in sentence ``n``."""

    n: int
    before: str
    phrase: str
    after: str


@dataclass(frozen=True)
class Shared:
    """A phrase that both have; ``number`` is the one it has in the free comparison of the two."""

    number: int
    own: Excerpt
    other: Excerpt


@dataclass(frozen=True)
class Card:
    """A counterpart. ``shared`` is filled for close ones; ``more`` counts the shared phrases left out."""

    entry: Entry
    pair: Pair
    shared: tuple[Shared, ...] = ()
    more: int = 0


@dataclass(frozen=True)
class Counterparts:
    """``compared`` says that somebody has judged pairs of the measure's document, whatever came of it."""

    confirmed: tuple[Card, ...]
    suggested: tuple[Card, ...]
    compared: bool = True

    def __bool__(self) -> bool:
        return bool(self.confirmed or self.suggested)


def counterparts(index: Index, found: Comparison, entry: Entry) -> Counterparts:
    """Confirmed ones, close before partial, in the corpus's order; then the method's suggestions, best first."""
    pairs = found.pairs_of.get(entry.id, ())
    confirmed = [p for p in pairs if p.status == "confirmed"]
    confirmed.sort(key=lambda p: (p.strength != "strong", index.order[p.other(entry.id)]))
    suggested = sorted((p for p in pairs if p.status == "suggested"), key=lambda p: -p.score)
    return Counterparts(
        tuple(_card(index, found, entry, p) for p in confirmed),
        tuple(Card(index.entries[p.other(entry.id)], p) for p in suggested),
        entry.document.id in found.compared,
    )


def _card(index: Index, found: Comparison, entry: Entry, pair: Pair) -> Card:
    other = index.entries[pair.other(entry.id)]
    if pair.strength != "strong":
        return Card(other, pair)
    phrases = [p for p in found.shared(entry.id, other.id) if p.number is not None]
    longest = sorted(phrases, key=lambda p: -len(p.text))[:SHOWN]
    shown = sorted(longest, key=lambda p: p.number or 0)
    return Card(other, pair, tuple(_shared(entry.measure, other.measure, p) for p in shown), len(phrases) - len(shown))


def _shared(own: Measure, other: Measure, phrase: SharedPhrase) -> Shared:
    return Shared(phrase.number or 0, _excerpt(own.text, phrase.spans[0][0]), _excerpt(other.text, phrase.spans[1][0]))


def _excerpt(text: str, at: Span) -> Excerpt:
    """The phrase with its surroundings, not beyond its sentence."""
    here = next(s for s in sentences(text) if s.at.start <= at.start < s.at.end)
    start, end = max(here.at.start, at.start - AROUND), min(here.at.end, at.end + AROUND)
    before = ("…" if start > here.at.start else "") + text[start : at.start]
    after = text[at.end : end] + ("…" if end < here.at.end else "")
    return Excerpt(here.n, before.lstrip(), at.of(text), after.rstrip())
