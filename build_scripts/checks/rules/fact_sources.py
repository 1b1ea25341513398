"""Rules of where facts were seen that no text states, and of the order in which a body's events are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from ...locating.loading import Loading
from ...model import Agency, Event, FactSource
from ...model.dates import is_date, is_day
from ...problems import Problem
from ...store.yaml_files_to_model import Loaded
from ...store.yaml_tree import Path
from ..walking import Check, documents, entries, problem

_SCHEMES = ("https://", "http://")

Fault = tuple[Path, str, str, str]
"""Where in a list of sources, which code, what is wrong, how to mend it."""


def _listed(loading: Loading) -> Iterator[tuple[Loaded[Any], Path, str, Sequence[FactSource]]]:
    """Each list of sources: its file, where in it, of which record."""
    for name, document, loaded in documents(loading):
        yield loaded, (), name, document.sources
    agencies = loading.vocabulary_files["agencies"]
    for i, agency in entries(agencies):
        yield agencies, (i,), agency.id, agency.sources
        for n, event in enumerate(agency.events):
            yield agencies, (i, "events", n), agency.id, event.sources


def sources(loading: Loading) -> Iterator[Problem]:
    """A source says what it is, on which day it was seen and what it shows; its address can be followed; it stands once."""
    for loaded, at, record, held in _listed(loading):
        for where, code, message, tip in _faults(held):
            yield problem(loaded, (*at, "sources", *where), code, message, tip, record)


def _faults(held: Sequence[FactSource]) -> Iterator[Fault]:
    seen: set[str] = set()
    for n, source in enumerate(held):
        if not is_day(source.seen):
            tip = "写见到它的那一天，YYYY-MM-DD，加引号"
            yield (n, "seen"), "date-form", f"见到的日子 {source.seen!r} 不合规", tip
        for key, text in (("title", source.title), ("shows", source.shows)):
            if not text.strip():
                tip = "写网页或文件的题名" if key == "title" else "写它说了什么：证明的是哪一件事，哪些没有见到"
                yield (n, key), "field-empty", f"{key} 空着", tip
        if source.url is not None and not _followed(source.url):
            tip = "从浏览器的地址栏复制，以 https:// 或 http:// 开头；不在网上的删去 url"
            yield (n, "url"), "fact-source-url", f"{source.url!r} 不是网址", tip
        told = source.url or source.title
        if told in seen:
            yield (n,), "fact-source-twice", f"同一处出处写了两次：{told}", "并成一条，shows 里一起写"
        seen.add(told)


def _followed(url: str) -> bool:
    scheme = next((s for s in _SCHEMES if url.startswith(s)), None)
    return scheme is not None and "." in url[len(scheme) :].partition("/")[0] and not set(url) & set(' \n"<>{}')


def order(loading: Loading) -> Iterator[Problem]:
    """A body's events stand in the order of their days; those of no known day stand anywhere."""
    agencies = loading.vocabulary_files["agencies"]
    for i, agency in entries(agencies):
        dated = [(n, e.date) for n, e in enumerate(agency.events) if e.date is not None and is_date(e.date)]
        for (_, earlier), (n, later) in pairwise(dated):
            if _before(later, earlier):
                message, tip = f"{later} 的事写在 {earlier} 的后面", "按日期先后排；日期写错的改日期"
                yield problem(agencies, (i, "events", n), "event-order", message, tip, agency.id)


def _before(a: str, b: str) -> bool:
    """Whether a day is surely before another; 2018 is not before 2018-10."""
    least = min(len(a), len(b))
    return a[:least] < b[:least]


def both_sides(loading: Loading) -> Iterator[Problem]:
    """An event that two bodies tell is one event: of one day, with the same sources."""
    agencies = loading.vocabulary_files["agencies"]
    known = {a.id: a for a in loading.vocabulary.agencies}
    for i, agency in entries(agencies):
        for n, event in enumerate(agency.events):
            for other in event.origin:
                told = _told_by(known.get(other), event, agency.id)
                if told is not None and (told.date, told.sources) != (event.date, event.sources):
                    message = f"这件事在 {other} 那里写得不一样：日期或出处不同"
                    tip = "两边是同一件事，date 和 sources 写成一样"
                    yield problem(agencies, (i, "events", n), "event-unlike", message, tip, agency.id)


def _told_by(other: Agency | None, event: Event, body: str) -> Event | None:
    events = other.events if other is not None else ()
    return next((e for e in events if e.type == event.type and body in e.to), None)


CHECKS: tuple[Check, ...] = (sources, order, both_sides)
