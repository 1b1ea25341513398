"""The sheet 专题与地方: a topic a row, a place a column, in each cell what the place has on it and what it answers."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts import addresses
from build_scripts.model import Topic
from build_scripts.publishing.dataset.table_files.printed_sheet import Head, Linked, Value
from build_scripts.publishing.dataset.table_model import Data
from build_scripts.publishing.index.lookups import Entry, Index, Place
from build_scripts.publishing.index.points import tally
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("workbook").topics
TITLE: str = _WORDS["title"]


def heads(index: Index) -> list[Head]:
    words = _WORDS["heads"]
    places = [Head(p.short, 54) for p in index.speaking_places]
    return [Head(words["topic"], 26), *places, Head(words["address"], 40, printed=False)]


def rows(data: Data, index: Index) -> Iterator[list[Value]]:
    """The topics in the vocabulary's order."""
    for topic in index.topics.values():
        cells = [cell(index, topic, place) for place in index.speaking_places]
        to = data.site.absolute(addresses.topic(topic.id))
        yield [Linked(topic.zh, to), *cells, Linked(to, to)]


def cell(index: Index, topic: Topic, place: Place) -> str:
    """How many of the topic's questions a place answers; the entries that have it for their first topic, a line each; how
    many others touch on it."""
    here = [e for e in index.under_topic.get(topic.id, ()) if e.place.id == place.id]
    own = [e for e in here if e.measure.topics[0] == topic.id]
    several = len({e.document.id for e in index.entries.values() if e.place.id == place.id}) > 1
    also = [_WORDS["also"].format(n=len(here) - len(own))] if len(here) > len(own) else []
    named = [_named(e, several) for e in own] or [_WORDS["none"]]
    return "\n".join([*_asked(index, topic, place), *named, *also])


def _named(entry: Entry, several: bool) -> str:
    return str(_WORDS["entry_of" if several else "entry"]).format(entry=entry.titled, document=entry.short)


def _asked(index: Index, topic: Topic, place: Place) -> list[str]:
    asked = index.questions_of_topic.get(topic.id, ())
    own = [d.id for d in index.documents.values() if d.jurisdiction == place.id]
    held = tally(asked, own)
    words = _WORDS["asked_unread" if held.unread else "asked"]
    return [words.format(asked=held.asked, answered=held.answered, unread=held.unread)] if asked else []
