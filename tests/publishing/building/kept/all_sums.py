"""Prints the sum of everything that look-ups and comparison of a corpus hold: ``python -m … ROOT``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Corpus
from build_scripts.publishing.building.keeping.recorded_corpus import RecordedComparison, RecordedIndex, recorded
from build_scripts.publishing.building.keeping.sums import Sums
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.index.recording import Read

UNREAD = {"space"}
"""What no page reads: the vectors behind the pairs."""


def all_sums(corpus: Corpus) -> Iterator[str]:
    told = recorded(corpus)
    index, found = RecordedIndex(told), RecordedComparison(told)
    sums = Sums(told, index, found)
    for holder, kind in (("index", Index), ("comparison", Comparison)):
        names = [n for n in dir(kind) if isinstance(getattr(kind, n), cached_property) and n not in UNREAD]
        for name in names:
            yield f"{holder} {name} {sums.of_read(Read(holder, name))}"


if __name__ == "__main__":
    loaded, _ = load_corpus(Path(sys.argv[1]))
    assert loaded is not None
    print(*all_sums(loaded), sep="\n")
