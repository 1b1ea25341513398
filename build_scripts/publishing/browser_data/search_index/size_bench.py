"""How search grows: what a first query loads from corpora of any size, made of the sentences of a real one."""

from __future__ import annotations

import gzip
import json
import random
import tempfile
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_scripts.comparing.counterparts.growth_bench import made_up
from build_scripts.model import Corpus
from build_scripts.publishing.browser_data.search_index.folding import normal
from build_scripts.publishing.browser_data.search_index.postings import grams_of
from build_scripts.publishing.browser_data.search_index.writing import write_search_index
from build_scripts.publishing.index.lookups import Index

QUERIES = 300


@dataclass(frozen=True)
class Bench:
    """For one size: seconds to build, and bytes that a first query loads: what all load, and what each adds of the index."""

    measures: int
    seconds: float
    always: int
    added: tuple[int, ...]

    def share(self, part: float) -> int:
        """Bytes of the whole first query that this share of all queries stays within."""
        return self.always + sorted(self.added)[min(int(len(self.added) * part), len(self.added) - 1)]


def bench(corpus: Corpus, size: int) -> Bench:
    """Index a made-up corpus of ``size`` measures and ask it for random stretches of 2 to 14 characters."""
    grown = made_up(corpus, size)
    with tempfile.TemporaryDirectory(prefix="search-bench-") as folder:
        done = write_search_index(Index(grown), Path(folder))
        assets = Path(folder, "assets", "search")
        files = json.loads((assets / "catalogue.json").read_text("utf-8"))["files"]
        always = sum(len(gzip.compress((assets / name).read_bytes())) for name in ("catalogue.json", "fold.json"))
        sizes = {name: (assets / "index" / f"{name}.bin").stat().st_size for _, name in files}
        added = tuple(_loaded(query, files, sizes) for query in _queries(grown))
    return Bench(size, done.seconds, always, added)


def _queries(corpus: Corpus, seed: int = 7) -> Iterator[str]:
    chance = random.Random(seed)
    texts = [normal(m.text) for d in corpus.documents for m in d.measures]
    for _ in range(QUERIES):
        text = chance.choice(texts)
        start = chance.randrange(max(1, len(text) - 14))
        yield text[start : start + chance.randint(2, 14)]


def _loaded(query: str, files: Sequence[tuple[str, str]], sizes: dict[str, int]) -> int:
    """The bytes of the files that hold the pairs of a query, as the browser picks them."""
    firsts = [first.encode("utf-16-be") for first, _ in files]
    names = {files[bisect_right(firsts, gram.encode("utf-16-be")) - 1][1] for gram in grams_of(query)}
    return sum(sizes[name] for name in names)
