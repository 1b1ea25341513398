"""Everything comparing finds in one corpus, each part computed when first asked for and then kept."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from ..model import Corpus
from .counterparts.evaluation import evaluation
from .counterparts.pairs import Pair, by_measure, pairs, shown
from .counterparts.similarity_space import Space, space_of
from .tables.article_by_article import DocPair, Partner, doc_pairs, partners
from .tables.functional_lines import Edge, LineRow, edges, line_table
from .tables.measures_with_document import DocumentMeasure, document_measures
from .tables.topic_glance import Glance, glances
from .tables.topic_matrix import TopicRow, matrix
from .wording.phrases_of_pairs import Printed, phrases_of_pairs, shared_by
from .wording.set_phrases import genre_json, genre_phrases
from .wording.shared_phrases import SharedPhrase


class Comparison:
    """What publishing asks of comparing."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._doc_pairs: dict[frozenset[frozenset[str]], tuple[DocPair, ...]] = {}
        self._partners: dict[frozenset[frozenset[str]], Mapping[str, tuple[Partner, ...]]] = {}
        self._shared: dict[tuple[str, ...], tuple[SharedPhrase, ...]] = {}
        self._phrases: Printed | None = None

    @cached_property
    def space(self) -> Space:
        return space_of(self.corpus)

    @cached_property
    def measures(self) -> Mapping[str, DocumentMeasure]:
        """By measure id."""
        return {m.id: m for m in document_measures(self.corpus)}

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The editor's pairs, the rejected among them, then the suggested."""
        return pairs(self.corpus, self.space)

    @cached_property
    def pairs_of(self) -> Mapping[str, tuple[Pair, ...]]:
        """By measure id, the pairs that may be shown: confirmed before suggested, as ``pairs`` has them."""
        return by_measure(shown(self.pairs))

    @cached_property
    def compared(self) -> frozenset[str]:
        """The documents of which an editor has judged pairs, whatever came of it."""
        judged = (name for p in self.pairs if p.status != "suggested" for name in (p.a, p.b))
        return frozenset(name.partition("/")[0] for name in judged)

    @cached_property
    def genre(self) -> tuple[str, ...]:
        return genre_phrases(self.corpus)

    @cached_property
    def genre_json(self) -> dict[str, Any]:
        return genre_json(self.genre)

    def shared(self, *ids: str) -> tuple[SharedPhrase, ...]:
        """The wording that measures share, clauses of the bodies left out; spans within each measure's text."""
        if ids not in self._shared:
            self._shared[ids] = shared_by([self.measures[name].measure.text for name in ids], self.genre)
        return self._shared[ids]

    def phrases_of_pairs(self) -> Printed:
        """Of all pairs that may be shown, the phrases that both measures have and the genre at large has not."""
        if self._phrases is None:
            texts = {name: m.measure.text for name, m in self.measures.items()}
            self._phrases = phrases_of_pairs(((p.a, p.b) for p in shown(self.pairs)), texts, self.genre)
        return self._phrases

    @cached_property
    def matrix(self) -> tuple[TopicRow, ...]:
        return matrix(self.corpus)

    @cached_property
    def glances(self) -> Mapping[str, Glance]:
        """By topic id."""
        return glances(self.corpus, self.pairs)

    def doc_pairs(self, kept: frozenset[frozenset[str]] = frozenset()) -> tuple[DocPair, ...]:
        """The tables of two documents; ``kept`` are ids of those that must be there whatever is found."""
        if kept not in self._doc_pairs:
            self._doc_pairs[kept] = doc_pairs(self.corpus, self.pairs, kept)
        return self._doc_pairs[kept]

    def partners(self, kept: frozenset[frozenset[str]] = frozenset()) -> Mapping[str, tuple[Partner, ...]]:
        """By document id, those to be read beside it; ``kept`` as for ``doc_pairs``."""
        if kept not in self._partners:
            self._partners[kept] = partners(self.corpus, self.pairs, self.doc_pairs(kept))
        return self._partners[kept]

    @cached_property
    def lines(self) -> tuple[LineRow, ...]:
        return line_table(self.corpus)

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        return edges(self.corpus)

    @cached_property
    def evaluation(self) -> dict[str, Any]:
        return evaluation(self.corpus, self.space)
