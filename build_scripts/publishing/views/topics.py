"""The list of topics, and one page per topic: the places side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model import Agency, Target, Topic
from build_scripts.publishing import addresses, labels
from build_scripts.publishing.index import Entry, Index, Place, by_place
from build_scripts.publishing.marks import Run
from build_scripts.publishing.rendering import Page, page
from build_scripts.publishing.texts import measure_text
from build_scripts.publishing.views.home import matrix


@dataclass(frozen=True)
class Card:
    entry: Entry
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Column:
    """What one place says on a topic: entries about it, entries that touch on it, and the sums of the former."""

    place: Place
    cards: tuple[Card, ...]
    also: tuple[Entry, ...]
    leads: tuple[tuple[Agency, int], ...]
    targets: tuple[tuple[Entry, Target], ...]
    wording: tuple[tuple[str, int], ...]

    @property
    def silent(self) -> bool:
        return not self.cards


def column(index: Index, topic: Topic, place: Place, entries: list[Entry]) -> Column:
    primary = [e for e in entries if e.measure.topics[0] == topic.id]
    return Column(
        place,
        tuple(Card(e, measure_text(index, e, prefix=None)) for e in primary),
        tuple(e for e in entries if e not in primary),
        _leads(index, primary),
        tuple((e, t) for e in primary for t in e.measure.targets),
        _wording(primary),
    )


def _leads(index: Index, entries: list[Entry]) -> tuple[tuple[Agency, int], ...]:
    """Bodies that lead, or answer where no one is said to lead; the most frequent first, at most five.

    Those named once for a whole document (承前统一规定) say nothing of the topic and are left out.
    """
    counts: Counter[str] = Counter()
    for entry in entries:
        duties = [r for r in entry.measure.responsibilities if r.agency in index.agencies and r.basis != "inherited"]
        leading = [r for r in duties if r.role == "lead"] or [r for r in duties if r.role == "responsible"]
        counts.update({str(r.agency) for r in leading})
    ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:5]
    return tuple((index.agencies[a], n) for a, n in ranked)


def _wording(entries: list[Entry]) -> tuple[tuple[str, int], ...]:
    sums = ((k, sum(len(getattr(e.measure.modality, k)) for e in entries)) for k in labels.MODALITY)
    return tuple((labels.MODALITY[k], n) for k, n in sums)


def topics(index: Index) -> Iterator[Page]:
    meta = {"title": "专题", "description": "按专题对读：每个专题下各地有哪些条目，谁没有专条。", "kind": "topics"}
    yield page("topics.md.j2", "topics/", meta, rows=matrix(index), places=index.speaking_places)
    for topic in index.topics.values():
        yield _topic(index, topic)


def _topic(index: Index, topic: Topic) -> Page:
    entries = by_place(index.under_topic.get(topic.id, ()))
    columns = tuple(column(index, topic, p, entries.get(p.id, [])) for p in index.speaking_places)
    spoken = "、".join(f"{c.place.short}{len(c.cards)}条" if c.cards else f"{c.place.short}无专条" for c in columns)
    meta = {"title": topic.zh, "description": f"{topic.zh}：{spoken}。{topic.definition}", "kind": "topic"}
    measured = any(e.measure.targets for e in index.entries.values())
    return page("topic.md.j2", addresses.topic(topic.id), meta, topic=topic, columns=columns, measured=measured)
