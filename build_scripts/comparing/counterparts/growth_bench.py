"""How the search for counterparts grows: corpora of any size made of the sentences of a real one."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model import Corpus, Document, Measure
from ...reading.measures.sentences import sentences
from .similarity_space import Space, space_of

SIZES = (129, 2_000, 20_000)


def made_up(corpus: Corpus, size: int, seed: int = 20_000) -> Corpus:
    """A corpus of ``size`` measures, each document grown in proportion: three to eight sentences drawn from all texts
    (folding makes script no matter), heading, topics and bodies of a drawn measure. The same seed, the same corpus."""
    chance = random.Random(seed)
    measures = [m for d in corpus.documents for m in d.measures]
    pool = [s.at.of(m.text) for m in measures for s in sentences(m.text)]
    documents = tuple(
        replace(d, measures=tuple(_drawn(chance, measures, pool, n)))
        for d, n in zip(corpus.documents, _shares(corpus.documents, size))
    )
    return replace(corpus, documents=documents, alignments=(), sources={}, nodes={})


def _shares(documents: Sequence[Document], size: int) -> Iterator[int]:
    total = sum(len(d.measures) for d in documents)
    before = 0
    for document in documents:
        after = before + len(document.measures)
        yield size * after // total - size * before // total
        before = after


def _drawn(chance: random.Random, measures: list[Measure], pool: list[str], number: int) -> Iterator[Measure]:
    for n in range(number):
        like = chance.choice(measures)
        text = "".join(chance.choices(pool, k=chance.randint(3, 8)))
        yield replace(like, ref=f"{n // 99 + 1}.{n % 99 + 1}", text=text, at=None)


def bench(corpus: Corpus, sizes: Sequence[int] = SIZES, top: int = 10) -> list[dict[str, float]]:
    """For each size, in seconds of processor time: to build the index, to find every measure's ``top`` counterparts, ms a measure."""
    rows = []
    for size in sizes:
        grown = made_up(corpus, size)
        began = time.process_time()
        space = space_of(grown)
        built = time.process_time()
        for name in space.ids:
            space.nearest(name, top)
        found = time.process_time()
        rows.append(
            {
                "measures": len(space),
                "index_seconds": round(built - began, 2),
                "search_seconds": round(found - built, 2),
                "ms_per_measure": round((found - began) * 1000 / len(space), 2),
                "kept_of_exact": round(kept(space, top), 4),
            }
        )
    return rows


def kept(space: Space, top: int = 10, sample: int = 200, seed: int = 1) -> float:
    """Of the true nearest ``top`` of each other place, scored exactly against every measure, the share that is found."""
    chance = random.Random(seed)
    hits = wanted = 0
    for name in chance.sample(space.ids, min(sample, len(space))):
        near, true = space.nearest(name, top), space.nearest(name, top, exact=True)
        for place, best in true.items():
            least = min((score for _, score in best), default=0.0)
            hits += sum(1 for _, score in near[place] if score >= least - 1e-12)
            wanted += len(best)
    return hits / wanted if wanted else 1.0
