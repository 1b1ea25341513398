"""Reading and comparing on a cluster of dask with two workers: the same pairs, the same problems. ``make scale`` runs it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from build_scripts.commands.compare import as_csv
from build_scripts.comparing.counterparts.in_blocks import compared
from build_scripts.comparing.counterparts.pairs import pairs
from build_scripts.model import Corpus
from build_scripts.store.paths import Layout
from build_scripts.working.engines import dask

from ...places import FROZEN

pytestmark = pytest.mark.skipif(not find_spec("distributed"), reason="没有在 dask 的集群上试比对：make scale 装上再试")


def test_two_workers_find_the_same_pairs(five_texts: Corpus) -> None:
    with dask(None, 2) as engine:
        found, problems = compared(
            engine, Layout(FROZEN), five_texts.vocabulary, five_texts.works, five_texts.alignments
        )
    assert found is not None and not problems
    assert as_csv(found) == as_csv(pairs(five_texts)), "to the letter"


def test_what_is_wrong_is_told_as_in_one_process(five_texts: Corpus, copy: Path) -> None:
    (copy / "structured" / "sources" / five_texts.documents[0].source).unlink()
    with dask(None, 2) as engine:
        found, problems = compared(engine, Layout(copy), five_texts.vocabulary, five_texts.works, ())
    assert found is None
    assert [p.code for p in problems] == ["source-missing"]


def test_a_scheduler_that_does_not_answer_is_an_error_of_the_system() -> None:
    with pytest.raises(OSError, match=r"127\.0\.0\.1:9"), dask("tcp://127.0.0.1:9", 1):
        pass
