"""A corpus cut into blocks of documents has the same pairs as one that is held whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.comparing.counterparts import in_blocks
from build_scripts.comparing.counterparts.in_blocks import compared
from build_scripts.comparing.counterparts.pairs import Pair, pairs
from build_scripts.model import Corpus
from build_scripts.problems import Problem
from build_scripts.store.paths import Layout
from build_scripts.working.engines import Here

from ...places import FROZEN
from ...remembering import remembering


def asked(root: Path, corpus: Corpus) -> tuple[tuple[Pair, ...] | None, list[Problem]]:
    with remembering():
        return compared(Here(), Layout(root), corpus.vocabulary, corpus.works, corpus.alignments)


@pytest.fixture(scope="module")
def held_whole(five_texts: Corpus) -> tuple[Pair, ...]:
    return pairs(five_texts)


@pytest.mark.parametrize("documents", [1, 2, 3, 100])
def test_blocks_of_any_size_find_the_same_pairs(
    documents: int, five_texts: Corpus, held_whole: tuple[Pair, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_blocks, "DOCUMENTS", documents)
    found, problems = asked(FROZEN, five_texts)
    assert found == held_whole, "in the same order, with the same scores"
    assert not problems


def test_a_source_that_is_gone_is_a_problem_and_no_pairs(five_texts: Corpus, copy: Path) -> None:
    name = five_texts.documents[0].source
    (copy / "structured" / "sources" / name).unlink()
    found, problems = asked(copy, five_texts)
    assert found is None
    assert [p.code for p in problems] == ["source-missing"]


def test_a_folder_without_records_has_no_pairs(five_texts: Corpus, tmp_path: Path) -> None:
    assert asked(tmp_path, five_texts) == ((), [])
