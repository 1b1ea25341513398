"""The figures of points on the method page: sums that count a sentence once, and nothing where nothing was asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from build_scripts.answering.agreement_on_answers import Agreement
from build_scripts.answering.sentences import Said
from build_scripts.answering.sentences_used import Coverage
from build_scripts.model import Answer, Corpus, Evidence, Point, Span, TopicPoints
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.page_macros.point_figures import Figures, figures_of, point_figures

ONE, TWO = (Said("a", Span(n, n + 2), "说。", n + 1, "a/1") for n in (0, 2))
POINT = Point("p", "问？", "问", (Answer("a", "说", (Evidence("a/1", quote="说"),)),), ("b",))


def test_the_figures_of_a_topic_are_counted_and_its_rates_follow() -> None:
    agreed = Agreement("t", 4, {"status": 1}, {("answered", "answered"): 3, ("answered", "silent"): 1}, 2)
    found = figures_of(TopicPoints("t", (POINT,)), Coverage("t", (ONE, TWO), (ONE,), (ONE,), ()), agreed)
    assert found == Figures(1, 1, 1, 1, 2, 1, 4, 1, 0, 0, 2)
    assert (found.coverage, found.divergence) == (0.5, 0.25)


def test_what_was_read_once_has_no_divergence() -> None:
    found = figures_of(TopicPoints("t", (POINT,)), Coverage("t", (), (), (), ()), None)
    assert (found.coverage, found.divergence) == (None, None)


def test_all_topics_count_a_sentence_that_stands_under_several_once(five_texts: Corpus, frozen: Path) -> None:
    html = point_figures(Index(five_texts), frozen)
    assert html.count("<tr>") == 2 + len(five_texts.points) and "\n" not in html
    assert point_figures(Index(replace(five_texts, points=())), frozen) == ""
