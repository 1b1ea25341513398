"""Real measures taken apart: sentences, headings and goals come out, which made-up documents are put together of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..model import Corpus, Document, Lang, Measure
from ..reading.measures.sentences import sentences
from ..sources.fold import to_simplified

_NUMBERED = re.compile(r"[\d一二三四五六七八九十]+[、.．)）]|[（(]")
_LONGEST_HEADING = 24


@dataclass(frozen=True)
class Item:
    """What a measure is written of: its heading and the sentences that name no body and are no goal."""

    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Parts:
    """What documents of one script are put together of: items, headings of sections, sentences that hold a goal."""

    items: tuple[Item, ...]
    sections: tuple[str, ...]
    goals: tuple[str, ...]


def parts(corpus: Corpus) -> Mapping[Lang, Parts]:
    """The parts of a corpus by script; a script in which too little is written to make anything of is left out."""
    places = [name for j in corpus.vocabulary.jurisdictions for name in (j.name, j.short)]
    found: dict[Lang, Parts] = {}
    for lang in sorted({d.lang for d in corpus.documents}):
        documents = [d for d in corpus.documents if d.lang == lang]
        taken = [_item(m, places) for d in documents for m in d.measures if m.heading]
        items = tuple(i for i in taken if i.sentences and len(i.heading) <= _LONGEST_HEADING)
        sections = tuple(dict.fromkeys(s.heading for d in documents for s in d.sections))
        goals = tuple(dict.fromkeys(s for d in documents for s in _goals(d, places)))
        if items and sections and goals:
            found[lang] = Parts(items, sections, goals)
    return found


def _item(measure: Measure, places: Iterable[str]) -> Item:
    busy = [r.at for r in measure.responsibilities] + [t.at for t in measure.targets]
    kept = []
    for start, text in _sentences(measure):
        if not any(at and at.start < start + len(text) and start < at.end for at in busy) and _fit(text, places):
            kept.append(text)
    return Item("".join((measure.heading or "").split()), tuple(kept))


def _goals(document: Document, places: Iterable[str]) -> Iterator[str]:
    """Sentences in which something is aimed at, and nobody is named for it."""
    for measure in document.measures:
        bodies = [r.at for r in measure.responsibilities]
        for start, text in _sentences(measure):
            inside = any(t.at and start <= t.at.start < start + len(text) for t in measure.targets)
            named = any(at and at.start < start + len(text) and start < at.end for at in bodies)
            if inside and not named and _fit(text, places):
                yield text


def _sentences(measure: Measure) -> Iterator[tuple[int, str]]:
    """Each sentence with its place in the source."""
    base = measure.at.start if measure.at else 0
    for sentence in sentences(measure.text):
        yield base + sentence.at.start, sentence.at.of(measure.text)


def _fit(text: str, places: Iterable[str]) -> bool:
    """Whether a sentence can stand alone anywhere: closed, without a number of its own, without a work or a place of its own.

    >>> [_fit(text, ["甘肃"]) for text in ("支持园区。", "1.支持园区。", "支持《办法》。", "甘肃支持园区。", "支持(园区。")]
    [True, False, False, False, False]
    """
    whole = text.endswith("。") and all(text.count(a) == text.count(b) for a, b in ("()", "（）", "“”", "‘’"))
    return whole and not _NUMBERED.match(text) and "《" not in text and not any(place in text for place in places)


def traditional(corpus: Corpus) -> Mapping[int, str]:
    """A table for ``str.translate`` from Simplified to the Traditional characters that the corpus itself prints."""
    printed = sorted({c for d in corpus.documents if d.lang == "zh-Hant" for c in corpus.sources[d.id]})
    return {ord(to_simplified(c)): c for c in printed if to_simplified(c) != c}
