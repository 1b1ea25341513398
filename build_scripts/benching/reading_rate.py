"""How fast the reading stage is, as a ratio to a named reference of the same run: folding the same texts."""

from __future__ import annotations

import random
import re
import time
from dataclasses import dataclass, replace
from pathlib import Path

from ..model import Vocabulary
from ..reading.reader import read
from ..sources.fold import fold

_ITEM = re.compile(r"\s*[(（][一二三四五六七八九十]+[)）]")
REFERENCE = "把同样的文本按字表折成简体"


@dataclass(frozen=True)
class Bench:
    """``characters`` read in ``seconds`` of processor time (imports and warm-up apart); ``reference`` seconds for the named reference."""

    documents: int
    characters: int
    seconds: float
    reference: float

    @property
    def rate(self) -> float:
        """Characters a second."""
        return self.characters / self.seconds

    @property
    def ratio(self) -> float:
        """How many times the reference's time reading takes."""
        return self.seconds / self.reference


def made_of(sources: list[str], number: int, seed: int = 7) -> list[str]:
    """``number`` documents with the paragraphs of the given ones shuffled within their sections."""
    chance = random.Random(seed)
    made = []
    for i in range(number):
        lines = sources[i % len(sources)].split("\n")
        items = [(n, m[0]) for n, line in enumerate(lines) if (m := _ITEM.match(line))]
        bodies = [lines[n].removeprefix(marker) for n, marker in items]
        chance.shuffle(bodies)
        for (n, marker), body in zip(items, bodies):
            lines[n] = marker + body
        made.append("\n".join(lines))
    return made


def bench(sources: list[str], vocabulary: Vocabulary, number: int = 200) -> Bench:
    """Read ``number`` documents made of ``sources``."""
    texts = made_of(sources, number)
    read(texts[0], "", vocabulary)
    began = time.process_time()
    for text in texts:
        read(text, "", vocabulary)
    seconds = time.process_time() - began
    began = time.process_time()
    for text in texts:
        fold(text)
    reference = time.process_time() - began
    return Bench(number, sum(map(len, texts)), seconds, reference)


def bench_all(root: Path) -> list[Bench]:
    """The bench at three sizes, to see that time grows linearly."""
    from ..store.files import load_vocabulary
    from ..store.paths import Layout

    layout = Layout(root)
    sources = [p.read_bytes().decode() for p in sorted(layout.sources.glob("*.txt"))]
    whole, _, _ = load_vocabulary(layout)
    vocabulary = replace(whole, topics=())  # suggesting topics is no part of reading
    return [bench(sources, vocabulary, n) for n in (50, 200, 800)]
