"""A topic's entries in rows: close counterparts on one row, partial ones next, then what stands alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.comparing.counterparts.pairs import Pair
from build_scripts.model import Topic
from build_scripts.publishing.index.lookups import Entry, Index, Place
from build_scripts.publishing.pages.parts.aligned_rows import Placed, aligned_rows
from build_scripts.publishing.pages.parts.essential_sentence import essential
from build_scripts.publishing.pages.parts.overlapping_spans import Run
from build_scripts.publishing.pages.parts.verbatim import measure_text

MOST = 6  # measures that the free comparison takes (docs/assets/js/compare/state.js)


@dataclass(frozen=True)
class Card:
    """An entry; ``essential`` is its sentence to show first where the text is long; ``other_topic`` where it is
    about something else in the first place."""

    entry: Entry
    runs: tuple[Run, ...]
    essential: str | None
    other_topic: Topic | None

    @property
    def midway(self) -> bool:
        """Whether the essential sentence has others before it."""
        return self.essential is not None and not self.entry.measure.text.lstrip().startswith(self.essential)


@dataclass(frozen=True)
class Cell:
    """What one place has on a row: entries in full, and links to entries shown elsewhere. ``anchor``: the place's
    first cell of the page bears its id. ``rows``: how many rows it reaches over."""

    place: Place
    cards: tuple[Card, ...]
    links: tuple[Entry, ...] = ()
    anchor: str | None = None
    rows: int = 1


@dataclass(frozen=True)
class Judged:
    """A pair on the row, in the words of the editor."""

    a: Entry
    b: Entry
    pair: Pair


@dataclass(frozen=True)
class Band:
    """Entries that belong together: a column for each place that has some, in ``rows`` of which each has the cells that
    begin in it; ``without``: the places that have none."""

    places: tuple[Place, ...]
    rows: tuple[tuple[Cell, ...], ...]
    without: tuple[Place, ...] = ()
    judged: tuple[Judged, ...] = ()

    @property
    def cells(self) -> list[Cell]:
        """By place."""
        return [cell for place in self.places for row in self.rows for cell in row if cell.place == place]

    @property
    def ids(self) -> list[str]:
        """The measures of the row, as many as the free comparison takes."""
        return [e.id for e in self._entries[:MOST]]

    @property
    def beyond(self) -> list[Entry]:
        """Those that the free comparison has no room for."""
        return self._entries[MOST:]

    @property
    def _entries(self) -> list[Entry]:
        return [c.entry for cell in self.cells for c in cell.cards]

    @property
    def named(self) -> Entry:
        """The entry whose heading names the row: the shortest says most plainly what it is about."""
        return min((c.entry for cell in self.cells for c in cell.cards), key=lambda e: len(e.name))


@dataclass(frozen=True)
class Bands:
    strong: tuple[Band, ...]
    partial: tuple[Band, ...]
    alone: tuple[Band, ...]

    @property
    def first(self) -> str:
        """The id of the first group that the page has."""
        groups = (("side", self.strong), ("partly", self.partial), ("alone", self.alone))
        return next((name for name, held in groups if held), "silence")

    @property
    def anchors(self) -> set[str | None]:
        """The ids that cells bear."""
        return {cell.anchor for band in (*self.strong, *self.partial, *self.alone) for cell in band.cells}


@dataclass
class _Held:
    """What a place has in a band, by id."""

    cards: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


def bands(index: Index, found: Comparison, topic: Topic) -> Bands:
    """Every entry whose first topic this is, once; close counterparts under other topics beside them."""
    return _Maker(index, found, topic).made()


class _Maker:
    def __init__(self, index: Index, found: Comparison, topic: Topic) -> None:
        self.index, self.found, self.topic = index, found, topic
        self.primary = [e.id for e in index.under_topic.get(topic.id, ()) if e.measure.topics[0] == topic.id]
        self.anchored: set[str] = set()
        self.shown: set[str] = set()  # what has a card on the page, or will have

    def made(self) -> Bands:
        groups = self._strong_groups()
        placed = {name for group in groups for name in group}
        self.shown = placed.union(self.primary)
        rest = [name for name in self.primary if name not in placed]
        stars, alone = self._stars(rest)
        return Bands(
            tuple(self._band(g, self._judged(g, {"strong", "partial"}, g)) for g in groups),
            tuple(self._band(g, self._judged(g[:1], {"partial", "strong"}), self._beside(g)) for g in stars),
            (self._band(alone),) if alone else (),
        )

    def _confirmed(self, name: str) -> list[Pair]:
        return [p for p in self.found.pairs_of.get(name, ()) if p.status == "confirmed"]

    def _across(self, name: str, strength: str | None = None) -> list[str]:
        """Confirmed counterparts in other places, in the corpus's order."""
        here = self.index.entries[name].place
        others = [p.other(name) for p in self._confirmed(name) if strength in (None, p.strength)]
        return sorted((o for o in others if self.index.entries[o].place != here), key=self.index.order.__getitem__)

    def _strong_groups(self) -> list[list[str]]:
        """Entries joined by close pairs; those of one place join only through another."""
        groups: list[set[str]] = []
        for name in self.primary:
            members = {name, *self._across(name, "strong")}
            if len(members) > 1:
                touching = [g for g in groups if g & members]
                groups = [g for g in groups if not g & members] + [members.union(*touching)]
        ordered = [sorted(g, key=self.index.order.__getitem__) for g in groups]
        return sorted(ordered, key=lambda g: (-len({self.index.entries[n].place for n in g}), self.index.order[g[0]]))

    def _stars(self, rest: Sequence[str]) -> tuple[list[list[str]], list[str]]:
        """Each entry with the partial counterparts not shown yet; and the entries that have none anywhere."""
        stars, alone = [], []
        left = dict.fromkeys(rest)
        for name in rest:
            if name not in left:
                continue
            del left[name]
            near = self._across(name)
            if not near:
                alone.append(name)
                continue
            new = [o for o in near if o in left]
            for other in new:
                del left[other]
            stars.append([name, *new])
        return stars, alone

    def _beside(self, group: Sequence[str]) -> list[str]:
        """Counterparts of a row's first entry that stand elsewhere."""
        return [o for o in self._across(group[0]) if o not in group]

    def _judged(
        self, names: Iterable[str], strengths: set[str], within: Sequence[str] | None = None
    ) -> tuple[Judged, ...]:
        pairs: dict[tuple[str, str], Pair] = {}
        for name in names:
            for pair in self._confirmed(name):
                inside = within is None or pair.other(name) in within
                if inside and pair.strength in strengths and pair.other(name) in {*self._across(name)}:
                    pairs[pair.a, pair.b] = pair
        entries = self.index.entries
        return tuple(Judged(entries[a], entries[b], p) for (a, b), p in pairs.items())

    def _band(self, names: Sequence[str], judged: tuple[Judged, ...] = (), beside: Sequence[str] = ()) -> Band:
        """The entries ``names`` as cards; those ``beside`` the first of them as cards too, unless the page shows them
        elsewhere: then as links, those of a place together. In one row unless they are judged."""
        new = [n for n in beside if n not in self.shown]
        self.shown.update(new)
        held = {p: _Held() for p in self.index.speaking_places}
        for name in sorted((*names, *new), key=self.index.order.__getitem__):
            held[self.index.entries[name].place].cards.append(name)
        for name in beside:
            if name not in new:
                held[self.index.entries[name].place].links.append(name)
        places = tuple(p for p, found in held.items() if found.cards or found.links)
        pairs = {frozenset({j.a.id, j.b.id}) for j in judged}
        columns = [[*held[p].cards, *held[p].links[:1]] for p in places]
        rows = aligned_rows(columns, pairs) if judged else [[Placed(n, 0, found) for n, found in enumerate(columns)]]
        return Band(
            places,
            tuple(tuple(self._cell(places[p.column], p, held[places[p.column]].links) for p in row) for row in rows),
            tuple(p for p in held if p not in places),
            judged,
        )

    def _cell(self, place: Place, placed: Placed[str], links: Sequence[str]) -> Cell:
        entries = self.index.entries
        cards = tuple(self._card(entries[n]) for n in placed.items if n not in links)
        linked = tuple(entries[n] for n in links) if set(links).intersection(placed.items) else ()
        anchor = place.id if cards and place.id not in self.anchored else None
        if anchor:
            self.anchored.add(place.id)
        return Cell(place, cards, linked, anchor, placed.rows)

    def _card(self, entry: Entry) -> Card:
        first = next(iter(entry.measure.topics), "")  # what is beside a measure of the topic may have none itself
        other = self.index.topics.get(first) if first != self.topic.id else None
        answering = (q for q in self.index.quoted_of_measure.get(entry.id, ()) if q.question.topic.id == self.topic.id)
        proven = next((q.evidence.at for q in answering if q.evidence.at), None)
        first_said = essential(entry.measure, proven)
        return Card(entry, measure_text(self.index, entry, prefix=None, shown=first_said), first_said, other)
