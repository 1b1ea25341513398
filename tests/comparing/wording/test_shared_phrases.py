"""Shared wording: what two or more texts both say, to the letter."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.comparing.wording.folded_letters import BARRIER, letters
from build_scripts.comparing.wording.set_phrases import SET_PHRASES, frequent, genre_json, genre_phrases, told
from build_scripts.comparing.wording.shared_phrases import MINIMUM, SharedPhrase, is_genre, shared_wording
from build_scripts.model import Corpus

from .. import vectors


def as_written(phrase: SharedPhrase, texts: list[str]) -> str:
    sides = (" ".join(s.of(t) for s in spans) or "—" for t, spans in zip(texts, phrase.spans, strict=True))
    return f"{'通' if phrase.genre else phrase.number} {' | '.join(sides)}"


@pytest.mark.parametrize("case", vectors.readable(), ids=lambda c: c["name"])
def test_a_readable_case(case: dict[str, Any]) -> None:
    assert [as_written(p, case["texts"]) for p in vectors.found(case)] == case["phrases"]


def test_the_vectors_for_the_browser_are_up_to_date() -> None:
    stored = vectors.VECTORS.read_text(encoding="utf-8")
    assert stored == vectors.vectors(), "run: python -m tests.comparing.vectors"


TEXTS = st.lists(st.text("甲乙丙丁戊，。的", max_size=40), min_size=2, max_size=4)


@given(TEXTS)
def test_every_place_spells_its_phrase_and_no_letter_is_in_two(texts: list[str]) -> None:
    taken: set[tuple[int, int]] = set()
    for phrase in shared_wording(texts):
        assert sum(1 for spans in phrase.spans if spans) >= 2
        for n, spans in enumerate(phrase.spans):
            for span in spans:
                assert letters(span.of(texts[n])).text == phrase.text
                here = {(n, i) for i in range(span.start, span.end)}
                assert not here & taken
                taken |= here


@given(TEXTS)
def test_numbers_run_in_reading_order(texts: list[str]) -> None:
    found = shared_wording(texts)
    assert [p.number for p in found] == list(range(1, len(found) + 1))
    firsts = [next((n, spans[0].start) for n, spans in enumerate(p.spans) if spans) for p in found]
    assert firsts == sorted(firsts)
    assert all(p.printed == p.spans[n][0].of(texts[n]) for p, (n, _) in zip(found, firsts, strict=True))


@given(st.lists(st.text("甲乙丙丁戊", max_size=40), min_size=2, max_size=3))
def test_nothing_shared_and_long_enough_is_left_over(texts: list[str]) -> None:
    rest = [list(text) for text in texts]
    for phrase in shared_wording(texts):
        for n, spans in enumerate(phrase.spans):
            for span in spans:
                rest[n][span.start : span.end] = BARRIER * (span.end - span.start)
    pieces = [{"".join(r[i : i + MINIMUM]) for i in range(len(r) - MINIMUM + 1)} for r in rest]
    for i, own in enumerate(pieces):
        for other in pieces[i + 1 :]:
            assert all(BARRIER in piece for piece in own & other)


def test_the_time_of_repetitive_texts_grows_by_the_square_of_their_length_at_most() -> None:
    def seconds(n: int) -> float:
        began = time.process_time()
        assert len(shared_wording(["发" * n, "发" * (n - 1)])) == 1
        return time.process_time() - began

    seconds(50)
    assert seconds(20_000) < 4 * 10**2 * max(seconds(2_000), 0.005)  # four times that: no clock is exact


def test_set_phrases_come_from_the_table_and_from_the_corpus(corpus: Corpus) -> None:
    phrases = genre_phrases(corpus)
    assert list(phrases) == sorted(set(phrases))
    assert is_genre("习近平新时代中国特色社会主义思想", phrases) and is_genre("为深入贯彻", phrases)
    computed = frequent(told(corpus), len(corpus.documents))
    assert "基础设施" in computed, "every text says so, whatever it is about"
    assert "飞地经济" not in computed, "frequent, but it is what one topic is about"
    assert len(SET_PHRASES) == len(set(SET_PHRASES))
    assert all(len(letters(p).text) >= 3 for p in SET_PHRASES)


def test_the_browser_reads_the_set_phrases_as_letters(corpus: Corpus) -> None:
    data = genre_json(genre_phrases(corpus))
    assert data["version"] == 1 and data["minimum"] == MINIMUM
    assert all(letters(p).text == p for p in data["phrases"])


def test_strong_pairs_of_the_corpus_share_policy_not_formulas(corpus: Corpus) -> None:
    found = Comparison(corpus)
    shared = {p.text: p for p in found.shared("gansu-etdz-upgrade/6.21", "henan-industrial-clusters/10.4")}
    assert "予以警告通报限期整改" in shared and not shared["予以警告通报限期整改"].genre
    assert shared["予以警告通报限期整改"].printed in found.measures["gansu-etdz-upgrade/6.21"].measure.text
    for pair in found.pairs:
        for phrase in found.shared(pair.a, pair.b):
            assert "责任单位" not in phrase.printed, "the clause of the bodies takes no part"
