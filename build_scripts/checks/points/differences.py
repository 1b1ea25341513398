"""Rules of the sentence that says the difference: it speaks of documents that were read for the question, by their names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ...locating.distinguishing_names import possible_names, short_names
from ...locating.loading import Loading
from ...model import Point
from ...problems import Problem
from ..walking import Check, points, problem

# How a clause says of a place, and not about it, that it writes something. Matches: 河南只写…, …；陕西未写. Not: 与陕西协作.
_SAYS = "(?:^|[；，、。：])({})(?:省|市|县)?(?:都|均|也|则)?(?:未写|没有?写|只写|写)"


@dataclass(frozen=True)
class Names:
    """How differences may call documents: by name those that have it or would have it beside others, and the names that
    the site gives them now; by place its documents, of which it may have none."""

    documents: Mapping[str, frozenset[str]]
    current: Collection[str]
    places: Mapping[str, frozenset[str]]

    def in_text(self, text: str) -> Iterator[str]:
        """Each name of a document that a text holds, a longer one before what it holds."""
        for name in self._longest_first:
            if name in text:
                yield name
                text = text.replace(name, "\n")

    @cached_property
    def _longest_first(self) -> list[str]:
        return sorted(self.documents, key=len, reverse=True)

    def strange(self, text: str) -> Iterator[str]:
        """What looks like the name of a document and is none: a place with a year, or with words after its dot."""
        for name in self.in_text(text):
            text = text.replace(name, "\n")
        for place in self._in(text):
            yield from (m[0] for m in re.finditer(rf"{re.escape(place)}(?:20\d\d|·\w{{1,4}})", text))

    def _in(self, text: str) -> list[str]:
        return [place for place in self.places if place in text]

    def speaking(self, text: str) -> Iterator[str]:
        """Places of which a text says that they write or do not write something."""
        for place in self._in(text):
            if re.search(_SAYS.format(re.escape(place)), text):
                yield place


def names(loading: Loading) -> Names:
    """The names of all documents whose place is known."""
    places = {j.id: j for j in loading.vocabulary.jurisdictions}
    held = [d for d in loading.documents.values() if d.jurisdiction in places]
    documents: dict[str, set[str]] = defaultdict(set)
    for document, possible in possible_names(held, places).items():
        for name in possible:
            documents[name].add(document)
    home: dict[str, set[str]] = {j.short: set() for j in places.values() if j.short}
    for d in held:
        home[places[d.jurisdiction].short].add(d.id)
    bare = home.keys() & documents.keys()  # the only document of a place, undated, is called as the place is
    return Names(
        {n: frozenset(ids) for n, ids in documents.items() if n not in bare},
        short_names(held, places).values(),
        {n: frozenset(ids) for n, ids in home.items()},
    )


def differences(loading: Loading) -> Iterator[Problem]:
    """A difference names documents that answer or are silent, no other; all being read, there is one."""
    called = names(loading)
    shown = "只写答了的和未写的文件，用网站上的短名：" + "、".join(called.current)
    for loaded, n, point in points(loading):
        at = ("points", n, "difference")
        for name in unread(point, called):
            message = f"差别里写了“{name}”，可是这个问题里没有它的回答，也没有定为未写"
            yield problem(loaded, at, "difference-unread", message, shown, point.id)
        for name in called.in_text(point.difference or ""):
            if name not in called.current:
                message = f"“{name}”现在不止一份文件这样叫，或已另有叫法"
                yield problem(loaded, at, "difference-vague", message, shown, point.id, "warning")
        if point.answers and point.difference is None and set(loading.documents) <= set(point.accounted):
            message, tip = "每份文件都定了，却没有写差别", "difference 写最要紧的一处不同；都一样就说一样"
            yield problem(loaded, ("points", n), "difference-missing", message, tip, point.id, "warning")


def unread(point: Point, called: Names) -> Iterator[str]:
    """What the difference of a question names and nobody has read for it: a document, one that is no more, a place."""
    text = point.difference or ""
    read = {*(a.document for a in point.answers), *point.silent}
    yield from (name for name in called.in_text(text) if not called.documents[name] & read)
    yield from called.strange(text)
    yield from (place for place in called.speaking(text) if not called.places[place] & read)


CHECKS: tuple[Check, ...] = (differences,)
