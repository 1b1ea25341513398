"""The reading form of a text: as long as the text, the same from any piece of it, met by the same queries."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.model import Corpus, Document
from build_scripts.own_yaml import values
from build_scripts.publishing.text.reading_form.form import Changes, changes, reading_form, told_form
from build_scripts.reading.measures.sentences import sentences
from build_scripts.sources.fold import fold
from tests.publishing.text.reading_form.made_up import chinese

LANGS = ["zh-Hans", "zh-Hant"]

MET_OTHERWISE = {
    "the stop and the dash": {".": "。", "-": "—"},
    "quotation marks without a direction, with the wrong one, or half as wide": {
        "｢": "“”",
        "｣": "“”",
        '"': "“”",
        "'": "‘’",
        "“": "”",
        "”": "“",
        "‘": "’",
        "’": "‘",
    },
    "words of OpenCC's, and ours": {
        "帐": "账",
        "画": "划",
        "甚": "什",
        "祇": "只",
        "衹": "只",
        "覆": "复",
        "薰": "熏",
        "衞": "卫",
        "凖": "准",
        "砲": "炮",
        "揹": "背",
        "倣": "仿",
        "藉": "借",
    },
}
"""Where a query finds what is printed and not what is read in its place: what both are, folded."""


@settings(deadline=None)
@given(chinese() | st.text(), st.sampled_from(LANGS))
def test_any_text_keeps_its_length_and_its_lines(text: str, lang: str) -> None:
    read = reading_form(text, lang)
    assert [len(x) for x in read.split("\n")] == [len(x) for x in text.split("\n")]


@settings(deadline=None)
@given(chinese(), st.sampled_from(LANGS))
def test_what_is_read_is_its_own_reading_form(text: str, lang: str) -> None:
    read = reading_form(text, lang)
    assert reading_form(read, lang) == read


@settings(deadline=None)
@given(chinese())
def test_a_simplified_text_keeps_every_word(text: str) -> None:
    read = reading_form(text, "zh-Hans")
    assert all(a == b for a, b in zip(text, read, strict=True) if "\u3400" <= a <= "\u9fff")


@settings(deadline=None)
@given(chinese() | st.text(), st.sampled_from(LANGS))
def test_a_query_meets_either_form(text: str, lang: str) -> None:
    allowed = {(was, now) for pairs in MET_OTHERWISE.values() for was, right in pairs.items() for now in right}
    met = zip(fold(text), fold(reading_form(text, lang)), strict=True)
    assert {(was, now) for was, now in met if was != now} <= allowed


@settings(deadline=None)
@given(chinese(), chinese())
def test_changes_are_counted_by_kind(one: str, other: str) -> None:
    for text in (one, other):
        read = reading_form(text, "zh-Hant")
        told = changes(text, read)
        assert told.characters + told.marks == sum(a != b for a, b in zip(text, read, strict=True))
        assert bool(told) == (text != read)


def test_changes_of_a_line() -> None:
    assert changes("推進,Ａ級", "推进，A级") == Changes(characters=2, marks=2)
    assert Changes(1, 2) + Changes(3, 4) == Changes(4, 6)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("据《關於推進的意見》(2015)", "据《关于推进的意见》（2015）"),
        ("共 1,000 条,见 data.csv", "共 1,000 条，见 data.csv"),
        ("显著", "显著"),
    ],
)
def test_our_own_words_hold_traditional_ones(said: str, read: str) -> None:
    assert told_form(said) == read


def test_the_five_texts_keep_their_length_and_are_met_in_either_form(five_texts: Corpus) -> None:
    for d in five_texts.documents:
        source = five_texts.sources[d.id]
        read = reading_form(source, d.lang)
        assert len(read) == len(source) and reading_form(read, d.lang) == read
        assert fold(read) == fold(source)


Piece = tuple[str, str, int]
"""What it is, its words, and where they stand in the source."""


def pieces(d: Document, source: str) -> Iterator[Piece]:
    """Every heading, measure, sentence and goal of a document."""
    yield from (("section", s.heading, source.index(s.heading)) for s in d.sections if s.heading)
    for m in d.measures:
        start = source.index(m.text)
        yield "measure", m.text, start
        if m.heading:
            yield "heading", m.heading, source.index(m.heading)
        yield from (("sentence", s.at.of(m.text), start + s.at.start) for s in sentences(m.text))
        yield from (("goal", t.quote, start + m.text.index(t.quote)) for t in m.targets)


def evidence(d: Document, source: str, points: Path) -> Iterator[Piece]:
    """What the points quote of a document."""
    texts = {f"{d.id}/{m.ref}": m.text for m in d.measures}
    for answer in (a for point in asked(points) for a in point["answers"] if a["document"] == d.id):
        for e in answer["evidence"]:
            text = texts.get(e.get("measure"), "")
            within = text if e["quote"] in text else source  # a heading, a passage outside the measures
            yield "evidence", e["quote"], source.index(within) + within.index(e["quote"])


@cache
def asked(points: Path) -> list[dict[str, Any]]:
    """Every question of a folder, as it is written."""
    return [point for path in sorted(points.glob("*.yml")) for point in values(path.read_text("utf-8"))["points"]]


def read_otherwise(d: Document, source: str, said: Iterator[Piece]) -> list[Piece]:
    """Pieces that read otherwise by themselves than in the whole."""
    whole = reading_form(source, d.lang)
    return [p for p in said if reading_form(p[1], d.lang) != whole[p[2] : p[2] + len(p[1])]]


def test_a_piece_of_a_source_reads_as_it_does_in_the_whole(five_texts: Corpus) -> None:
    seen = set()
    for d in five_texts.documents:
        source = five_texts.sources[d.id]
        seen |= {kind for kind, *_ in pieces(d, source)}
        assert read_otherwise(d, source, pieces(d, source)) == []
    assert seen == {"section", "heading", "measure", "sentence", "goal"}


def test_what_the_points_quote_reads_as_it_does_in_the_whole(live: Corpus, root: Path) -> None:
    for d in live.documents:
        source = live.sources[d.id]
        assert read_otherwise(d, source, evidence(d, source, root / "structured" / "points")) == []
