"""The figures of what was judged twice, for hand-written pages."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.model import Corpus
from build_scripts.publishing.page_macros.judged_figures import judged_divergence, judged_figures


def test_each_kind_has_a_sentence_and_a_row_behind(five_texts: Corpus) -> None:
    html = judged_figures(five_texts)
    assert html.count("<li>") == len(five_texts.judged) == html.count('<th scope="row">')
    assert "<details>" in html and "\n" not in html


def test_what_was_not_read_twice_has_no_figure(five_texts: Corpus) -> None:
    assert judged_divergence(five_texts, "topics").isdigit()
    once = replace(five_texts, judged=())
    assert (judged_figures(once), judged_divergence(once, "topics")) == ("", "")
