"""What is read of the corpus while something is made, and that equal values have equal sums."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Corpus
from build_scripts.publishing.building.keeping.recorded_corpus import (
    MEASURES,
    RecordedComparison,
    RecordedIndex,
    recorded,
)
from build_scripts.publishing.building.keeping.sums import Sums
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.index.recording import Read, RecordedDict, recording
from tests.places import FROZEN
from tests.publishing.building.kept.all_sums import all_sums


def looked_up(corpus: Corpus) -> tuple[RecordedIndex, RecordedComparison, Sums]:
    told = recorded(corpus)
    index, found = RecordedIndex(told), RecordedComparison(told)
    return index, found, Sums(told, index, found)


def test_an_entry_of_a_table_is_told_from_the_whole() -> None:
    table = RecordedDict({"a": 1, "b": 2}, "index", "x")
    with recording() as one:
        assert table["a"] == 1 and table.get("c") is None and "b" in table
    with recording() as whole:
        assert list(table.values()) == [1, 2] and len(table) == 2 and dict(table) == {"a": 1, "b": 2}
    for read in (lambda: table | {}, lambda: {**table}, table.copy, lambda: list(reversed(table)), lambda: table == {}):
        with recording() as reads:
            read()
        assert Read("index", "x") in reads
    assert one == {Read("index", "x", "a"), Read("index", "x", "b"), Read("index", "x", "c")}
    assert Read("index", "x") in whole


def test_a_document_is_read_without_its_measures_until_they_are_asked_for(five_texts: Corpus) -> None:
    index, _, _ = looked_up(five_texts)
    name = five_texts.documents[0].id
    with recording() as reads:
        title = index.documents[name].title
    assert title and reads == {Read("index", "documents", name)}
    with recording() as reads:
        assert index.documents[name].measures == five_texts.documents[0].measures
    assert Read(MEASURES, MEASURES, name) in reads


def test_what_a_look_up_computes_for_itself_is_no_read_of_the_page(five_texts: Corpus) -> None:
    index, found, _ = looked_up(five_texts)
    with recording() as reads:
        index.duties.get("gansu-drc")
        found.pairs_of.get("x")
    assert reads == {Read("index", "duties", "gansu-drc"), Read("comparison", "pairs_of", "x")}


def test_what_is_kept_by_a_method_is_recorded_every_time(five_texts: Corpus) -> None:
    _, found, _ = looked_up(five_texts)
    pair = next(p for p in found.pairs if p.status == "confirmed")
    told = []
    for _ in range(2):
        with recording() as reads:
            found.shared(pair.a, pair.b)
            found.doc_pairs()
        told.append(reads)
    assert told[0] == told[1] >= {Read("comparison", "measures", pair.a), Read("comparison", "genre")}


def test_the_wording_of_all_pairs_is_read_of_the_pairs_and_their_measures(five_texts: Corpus) -> None:
    _, found, _ = looked_up(five_texts)
    for _ in range(2):
        with recording() as reads:
            found.phrases_of_pairs()
        assert reads == {Read("comparison", name) for name in ("pairs", "measures", "genre")}


def test_recorded_look_ups_find_what_the_others_do(five_texts: Corpus) -> None:
    index, found, _ = looked_up(five_texts)
    assert list(index.entries) == list(Index(five_texts).entries)
    assert found.pairs == Comparison(five_texts).pairs


def test_a_change_of_one_measure_changes_its_sum_and_no_other(five_texts: Corpus) -> None:
    first = five_texts.documents[0]
    edited = replace(first, measures=(replace(first.measures[0], note="改"), *first.measures[1:]))
    changed = replace(five_texts, documents=(edited, *five_texts.documents[1:]))
    (_, _, one), (_, _, other) = looked_up(five_texts), looked_up(changed)
    reads = [Read("index", "entries", f"{d.id}/{m.ref}") for d in five_texts.documents for m in d.measures]
    differing = [r.key for r in reads if one.of_read(r) != other.of_read(r)]
    assert differing == [f"{first.id}/{first.measures[0].ref}"]
    documents = [
        Read(holder, name, d.id)
        for holder, name in (("index", "documents"), (MEASURES, MEASURES))
        for d in five_texts.documents
    ]
    assert [r for r in documents if one.of_read(r) != other.of_read(r)] == [Read(MEASURES, MEASURES, first.id)]


@pytest.mark.builds
def test_a_sum_is_the_same_in_another_process(five_texts: Corpus) -> None:
    """Which hashes otherwise, and read the same files."""
    command = [sys.executable, "-m", "tests.publishing.building.kept.all_sums", str(FROZEN)]
    other = os.environ | {"PYTHONHASHSEED": "1" if os.environ.get("PYTHONHASHSEED") == "0" else "0"}
    there = subprocess.run(command, env=other, check=True, capture_output=True, text=True).stdout.splitlines()
    assert there == list(all_sums(five_texts))
    assert len(there) > 40
