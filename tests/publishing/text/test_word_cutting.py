"""Words cut with the part of the dictionary that a text asks for are those cut with all of it."""

from __future__ import annotations

import logging

import jieba

from build_scripts.model import Corpus
from build_scripts.publishing.text.word_cutting import TOTAL, cut


def test_words_are_those_of_the_whole_dictionary(corpus: Corpus) -> None:
    jieba.setLogLevel(logging.WARNING)
    whole = jieba.Tokenizer()
    whole.initialize()
    assert whole.total == TOTAL
    for text in (*(d.title for d in corpus.documents), *corpus.sources.values(), "B超、AT&T与c#：1,000亿元"):
        assert list(cut(text)) == list(whole.cut(text, HMM=False))
